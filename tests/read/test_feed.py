from dateline.model import SetAside
from dateline.read.feed import reports

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Coast News</title><link>https://coast.example</link>
<item><title>Ferry returns early</title><link>https://www.valdora.example/ferry</link><guid>f-1</guid>
<pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate><source url="https://valdora.example">Valdora Post</source>
<description>&lt;p&gt;The ferry left at dawn &amp;amp; came back at noon.&lt;/p&gt;
&lt;p&gt;Nobody was hurt.&lt;/p&gt;</description></item>
<item><guid>f-2</guid></item></channel></rss>"""


def test_items_become_reports_with_the_outlet_they_cite():
    first, second = reports(RSS, path="f.xml", max_chars=1000)
    assert first.text == "Ferry returns early\nThe ferry left at dawn & came back at noon.\nNobody was hurt."
    assert [s.kind for s in first.marked] == ["headline", "body"]
    assert first.cited == "Valdora Post"
    assert first.outlet.name == "Coast News"
    assert first.published.value == "2031-03-04"
    assert isinstance(second, SetAside)
    assert "f-2" in second.reason


def test_an_id_does_not_depend_on_the_place_in_the_feed():
    again = list(reports(RSS.replace(b"Coast News", b"Other"), path="g.xml", max_chars=1000))
    assert again[0].id == next(iter(reports(RSS, path="f.xml", max_chars=1000))).id


def test_other_xml_is_set_aside():
    for data in (b"<a><b>1</b></a>", b"not xml", b"<rss"):
        assert [type(made) for made in reports(data, path="f.xml", max_chars=1000)] == [SetAside]
