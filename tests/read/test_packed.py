"""Tables, JSON files, web archives, and all of them packed: each row, object and page is a report."""

import gzip
import json

import pytest

from dateline.model import Report, SetAside
from dateline.read.sources import read

TEXT = "The ferry left the harbor at dawn. It came back at noon, the harbor master said."
PAGE = (
    f"<html><head><title>Ferry</title></head><body><article><p>{TEXT}</p><p>{TEXT.upper()}</p></article></body></html>"
)


def told(path, **settings):
    made = list(read([path], **settings))
    return [m for m in made if isinstance(m, Report)], [m.reason for m in made if isinstance(m, SetAside)]


@pytest.mark.parametrize(
    "head, row",
    [
        ("id,headline,text,date,outlet", f'x,Ferry leaves,"{TEXT}",2025-03-04,Coast Post'),
        ("ID;Headline;Full Text;Publication Date;Source", f'x;Ferry leaves;"{TEXT}";2025-03-04;Coast Post'),
        ("id\ttitle\tbody\tpublished\tpublisher", f"x\tFerry leaves\t{TEXT}\t2025-03-04\tCoast Post"),
    ],
)
def test_a_row_of_a_table_is_a_report(tmp_path, head, row):
    table = tmp_path / "news.csv"
    table.write_text(f"\ufeff{head}\n{row}\n\n", encoding="utf-8")
    (found,), aside = told(table)
    assert (found.id, found.title, found.text, found.outlet.name) == ("x", "Ferry leaves", TEXT, "Coast Post")
    assert found.published.value == "2025-03-04"
    assert aside == []


def test_a_table_without_texts_says_what_it_has(tmp_path):
    (tmp_path / "urls.csv").write_text("url,media_name\nhttps://a.example/1,Post\n")
    found, (why,) = told(tmp_path / "urls.csv")
    assert found == []
    assert why == "a table without a column text or content or article or body or full_text (it has: url, media_name)"


def test_a_json_file_is_an_object_or_a_list(tmp_path):
    row = {"id": "x", "maintext": TEXT, "date_publish": "2025-03-04 10:00:00", "source_domain": "coast.example"}
    (tmp_path / "one.json").write_text(json.dumps(row))
    (tmp_path / "two.json").write_text(json.dumps([row, {**row, "id": "y"}, 3]))
    assert [r.id for r in told(tmp_path / "one.json")[0]] == ["x"]
    found, aside = told(tmp_path / "two.json")
    assert [r.id for r in found] == ["x", "y"]
    assert aside == ["JSON, but not an object with a text"]
    assert told(tmp_path)[0] == []  # in a folder only by name: data about reports is as often JSON


PACKED = [("a.txt", TEXT), ("a.html", PAGE), ("a.jsonl", json.dumps({"id": "a", "text": TEXT}))]


@pytest.mark.parametrize("name, data", PACKED)
def test_what_is_packed_is_read_as_what_is_in_it(tmp_path, name, data):
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data.encode()))
    (found,), _ = told(tmp_path)
    assert found.id == "a"
    assert TEXT in found.text


def test_a_broken_or_swollen_pack_is_set_aside(tmp_path):
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(TEXT.encode() * 90)[:-20])
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"word " * 100_000))
    found, aside = told(tmp_path, max_chars=1000)
    assert found == []
    assert "too large for a report" in aside[0]
    assert "cannot be read" in aside[1]


URL = "https://coast.example/ferry"
HTTP = "application/http; msgtype=response"


def record(kind, told, block):
    heads = {"WARC-Type": kind, "WARC-Target-URI": URL, "Content-Type": told, "Content-Length": len(block)}
    return "\r\n".join(["WARC/1.0", *(f"{k}: {v}" for k, v in heads.items()), "\r\n"]).encode() + block + b"\r\n\r\n"


def answer(body, *heads, status="200 OK"):
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *heads, "\r\n"]
    return "\r\n".join(lines).encode() + body


def chunked(*parts):
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (*parts, b""))


@pytest.mark.parametrize(
    "block",
    [
        answer(PAGE.encode()),
        answer(gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
        answer(chunked(PAGE[:50].encode(), PAGE[50:].encode()), "Transfer-Encoding: chunked"),
        answer(PAGE.encode(), "Transfer-Encoding: chunked"),  # unchunked by the crawler, the header left
    ],
)
@pytest.mark.parametrize("packed", [True, False])
def test_a_page_of_an_archive_is_a_report(tmp_path, block, packed):
    records = [
        record("warcinfo", "application/warc-fields", b"software: x\r\n"),
        record("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", HTTP, answer(b"gone", status="404 Not Found")),
        record("response", HTTP, block),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(r) if packed else r for r in records))
    (found,), aside = told(tmp_path)
    assert TEXT in found.text
    assert (found.url, found.outlet.domain) == ("https://coast.example/ferry", "coast.example")
    assert aside == []


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path):
    (tmp_path / "a.warc").write_bytes((record("response", HTTP, answer(PAGE.encode())) * 3)[:-50])
    found, (why,) = told(tmp_path)
    assert len(found) == 2
    assert why == "the archive cannot be read from here on (it ends within a record)"


def test_what_is_no_archive_says_so(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"no archive at all, though its name says so\r\n" * 3)
    found, (why,) = told(tmp_path)
    assert found == []
    assert why.startswith("the archive cannot be read from here on")
