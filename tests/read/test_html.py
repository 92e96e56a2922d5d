from dateline.model import Outlet, Report, SetAside
from dateline.read.html import report

WORDS = (
    "The ferry left the harbor of Valdora at dawn with forty people on board, the port office said on Tuesday morning.",
    "It came back at noon because the wind had turned, and nobody was hurt, the captain told reporters at the pier.",
    "The next boat is to leave on Friday if the weather allows it, according to the company that runs the line.",
    "The line has been served since the spring by two boats, one of which is being mended in a yard up the coast.",
)
HEAD = """<html lang="en"><head><title>Ferry returns early to Valdora | Valdora Post</title>
<link rel="canonical" href="https://www.valdora.example/news/ferry">
<meta property="og:site_name" content="Valdora Post">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Ferry returns early to Valdora", "datePublished": "2031-03-04T08:00:00+01:00",
"dateModified": "2031-03-05", "author": [{"name": "By Ana Lopes"}]}]}</script></head>"""
FIGURE = "<figure><figcaption>The ferry in the harbor of Valdora in 2030. Photo: Ana Lopes</figcaption></figure>"


def page(body, head=HEAD):
    made = f"{head}<body><article><h1>Ferry returns early to Valdora</h1>{body}</article></body></html>"
    return report(made.encode(), identifier="p", uri="p.html", path="x/p.html")


def test_a_page_gives_its_article_and_what_it_says_of_itself():
    made = page("".join(f"<p>{words}</p>" for words in WORDS) + FIGURE)
    assert isinstance(made, Report)
    assert made.text.splitlines()[:2] == ["Ferry returns early to Valdora", WORDS[0]]
    kinds = [(s.kind, made.text[s.start : s.end].split()[0]) for s in made.marked]
    assert kinds == [("headline", "Ferry"), ("body", "The"), ("caption", "The")]
    assert made.outlet == Outlet(name="Valdora Post", domain="valdora.example")
    assert made.published.value == "2031-03-04"
    assert made.updated.value == "2031-03-05"
    assert (made.byline, made.language) == ("Ana Lopes", "en")
    assert len(made.digest) == 64


def test_a_page_that_says_nothing_of_itself():
    made = page("".join(f"<p>{words}</p>" for words in WORDS), head="<html>")
    assert (made.outlet, made.published, made.byline, made.url) == (None, None, None, None)
    assert made.title == "Ferry returns early to Valdora"


def test_a_page_without_an_article_is_set_aside():
    for broken in (
        "<html><body></body></html>",
        "<<<>>",
        "<p",
        "<html><script>1</script>",
        "<html><body><p>cut off <div><<<",
    ):
        made = report(broken.encode(), identifier="p", uri="p.html", path="x/p.html")
        assert made == SetAside(path="x/p.html", line=None, reason="no article was found in the page")


def test_how_a_page_says_its_text_was_made():
    body = "".join(f"<p>{words}</p>" for words in WORDS)
    code = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    linked = HEAD.replace('"headline":', f'"digitalSourceType": "{code}", "headline":')
    tagged = HEAD.replace("</head>", f'<meta name="digitalSourceType" content="{code}"></head>')
    picture = HEAD.replace('"headline":', f'"image": {{"digitalSourceType": "{code}"}}, "headline":')
    assert [page(body, head=head).digital_source_type for head in (linked, tagged, picture)] == [code, code, None]


def test_a_page_laid_out_as_a_table_leaves_no_bars_in_the_text():
    cells = "<br><br>".join(WORDS)
    found = report(
        f"<html><body><h1>Ferry</h1><table><tr><td>{cells}</td></tr></table></body></html>".encode(),
        identifier="t", uri="t.html", path="t.html",
    )  # fmt: skip
    assert "|" not in found.text
    assert WORDS[0] in found.text
