import json

import pytest

from dateline.model import Report, SetAside
from dateline.read.jsonl import reports

TEXT = "The ferry left the harbor at dawn.\r\n\n It came back at noon.  "


def read(*rows, max_chars=1000):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return list(reports(lines, path="x.jsonl", max_chars=max_chars))


def test_our_own_shape():
    row = {
        "id": 7,
        "title": "Ferry",
        "text": TEXT,
        "published": "2031-03-04",
        "url": "https://www.valdora.example/a",
        "outlet": "Post",
    }
    (made,) = read(row)
    assert (made.id, made.text, made.title) == ("7", TEXT, "Ferry")
    assert (made.outlet.name, made.outlet.domain) == ("Post", "valdora.example")
    assert made.published.value == "2031-03-04"
    assert made.published.basis == "given"
    assert made.read_from == "x.jsonl#1"


@pytest.mark.parametrize(
    "row",
    [
        {"maintext": TEXT, "date_publish": "2031-03-04 08:00:00", "date_download": "2031-05-05 00:00:00",
         "authors": ["Ana Lopes"],
         "source_domain": "www.valdora.example", "url": "https://valdora.example/a", "title": "Ferry"},
        {"plaintext": TEXT, "publishing_date": "2031-03-04 08:00:00+01:00", "authors": ["Ana Lopes"],
         "title": "Ferry",
         "html": {"requested_url": "https://valdora.example/a", "source_info": {"publisher": "valdora.example"}}},
        {"text": TEXT, "source": "https://valdora.example/a", "source-hostname": "valdora.example",
         "date": "2031-03-04",
         "author": "Ana Lopes", "title": "Ferry", "fingerprint": "ab", "id": None},
    ],
    ids=["news-please", "fundus", "trafilatura"],
)  # fmt: skip
def test_the_shapes_of_other_tools(row):
    (made,) = read(row)
    assert (made.text, made.title, made.url) == (TEXT, "Ferry", "https://valdora.example/a")
    assert (made.outlet.name, made.outlet.domain) == ("valdora.example", "valdora.example")
    assert (made.published.value, made.byline) == ("2031-03-04", "Ana Lopes")


def test_a_body_in_sections():
    body = {"summary": ["Sum."], "sections": [{"headline": ["Head"], "paragraphs": ["One.", "Two."]}]}
    (made,) = read({"title": "Ferry", "body": body, "publishing_date": None, "free_access": True})
    assert made.text == "Sum.\n\nHead\n\nOne.\n\nTwo."


@pytest.mark.parametrize(
    "row, reason",
    [
        (b"{broken", "not JSON"),
        (b'"text"', "not an object"),
        ({"id": "a"}, "neither a text nor a page"),
        ({"id": "a", "text": "  "}, "neither a text nor a page"),
        ({"id": "a", "text": 7}, "neither a text nor a page"),
        ({"id": "a", "html": "html/a.html"}, "neither a text nor a page"),
        ({"id": "a", "html": "<html><body></body></html>"}, "no article"),
        ({"id": "a", "text": "x" * 1001}, "1,001 characters"),
        (b'{"id": "a", "text": "\xff"}', "not JSON"),
    ],
)
def test_bad_lines_are_set_aside_and_the_rest_goes_on(row, reason):
    good = {"id": "g", "text": TEXT}
    first, second = read(row, good)
    assert isinstance(first, SetAside)
    assert (first.path, first.line) == ("x.jsonl", 1)
    assert reason in first.reason
    assert isinstance(second, Report)


def test_ids_come_from_content_where_none_is_given():
    made = read({"text": TEXT}, {"text": TEXT, "url": "https://valdora.example/a"}, {"text": TEXT})
    assert made[0].id == made[2].id != made[1].id
    assert made[0].uri == made[0].id
