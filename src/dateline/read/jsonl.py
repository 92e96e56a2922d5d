"""JSON Lines: our own shape, and those of news-please, Fundus and trafilatura, told apart line by line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dateline.model import Outlet, Report, SetAside
from dateline.read import html
from dateline.read.language import language
from dateline.read.metadata import domain
from dateline.read.moments import address_date, moment, settled
from dateline.read.plain import unfit
from dateline.read.stamps import stamps

Row = dict[str, Any]


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """Under which names a tool's articles keep what we read; the first that holds something counts."""

    told_by: tuple[str, ...]
    text: tuple[str, ...]
    title: tuple[str, ...] = ("title",)
    url: tuple[str, ...] = ("url",)
    outlet: tuple[str, ...] = ("outlet",)
    published: tuple[str, ...] = ("published",)
    updated: tuple[str, ...] = ("updated",)
    author: tuple[str, ...] = ("byline", "author", "authors")


# news-please: newsplease/examples/sample.json of its repository; Fundus: docs/attribute_guidelines.md and Article;
# trafilatura: build_json_output in xml.py. A crawler's own clock (date_download, crawl_date) is no publication date.
SHAPES = (
    Shape(
        told_by=("maintext", "date_publish", "source_domain"),
        text=("maintext",),
        title=("title", "title_rss", "title_page"),
        outlet=("source_domain",),
        published=("date_publish",),
        updated=("date_modify",),
        author=("authors",),
    ),
    Shape(
        told_by=("publishing_date", "plaintext", "body", "free_access"),
        text=("plaintext", "body"),
        url=("url", "html.responded_url", "html.requested_url"),
        outlet=("publisher", "html.source_info.publisher", "html.source.publisher"),
        published=("publishing_date",),
        author=("authors",),
    ),
    Shape(
        told_by=("source-hostname", "fingerprint", "raw_text"),
        text=("text", "raw_text"),
        url=("source", "url"),
        outlet=("source-hostname", "sitename", "hostname"),
        published=("date",),
        author=("author",),
    ),
)

TEXTS = ("text", "content", "article", "body", "full_text")
ANY = Shape(
    told_by=(),
    text=TEXTS,
    url=("url", "link"),
    outlet=("outlet", "publisher", "source", "publication", "domain"),
    published=("published", "date", "published_at", "publish_date", "publication_date"),
    title=("title", "headline"),
)


def reports(lines: Iterable[bytes], *, path: str, max_chars: int) -> Iterator[Report | SetAside]:
    """Give the reports of a JSON Lines stream, one a line, and the lines that hold none with the reason."""
    found = False
    for number, line in enumerate(lines, 1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not stripped:
            continue
        found = True
        if len(stripped) > 40 * max_chars:
            yield SetAside(path=path, line=number, reason=f"{len(stripped):,} bytes in one line, too many for a report")
            continue
        try:
            row = msgspec.json.decode(stripped)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield SetAside(path=path, line=number, reason=f"not JSON ({error})")
            continue
        yield of_row(row, path, number, max_chars)
    if not found:
        yield SetAside(path=path, line=None, reason="empty")


def document(data: bytes, *, path: str, max_chars: int) -> Iterator[Report | SetAside]:
    """Give the reports of a JSON file: one object, or a list of them."""
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield SetAside(path=path, line=None, reason=f"not JSON ({error}); JSON Lines end in .jsonl")
        return
    for number, row in enumerate(found if isinstance(found, list) else [found], 1):
        yield of_row(row, path, number, max_chars)
    if found == []:
        yield SetAside(path=path, line=None, reason="empty")


def of_row(row: object, path: str, number: int, max_chars: int) -> Report | SetAside:
    """Make a report of what a line or row holds, or say why not; keys of no tool's shape are looked for as ours."""
    if not isinstance(row, dict):
        return SetAside(path=path, line=number, reason="JSON, but not an object with a text")
    shape = _shape(row)
    text = _text(row, shape)
    url = _string(row, shape.url)
    if text is None:
        return _page(row, path, number, url)
    if reason := unfit(text, max_chars):
        return SetAside(path=path, line=number, reason=reason)
    identifier = _identifier(row, url, text)
    published, updated = stamps(identifier, text)
    return Report(
        id=identifier,
        uri=url or identifier,
        read_from=f"{path}#{number}",
        title=_string(row, shape.title),
        text=text,
        outlet=_outlet(row, shape, url),
        published=settled(_moment(row, shape.published), published, address_date(url)),
        updated=_moment(row, shape.updated) or updated,
        language=language(text) or _string(row, ("language", "lang")),
        byline=_names(row, shape.author),
        digital_source_type=_string(row, ("digital_source_type", "digitalSourceType")),
        url=url,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _shape(row: Row) -> Shape:
    """The names of the tool whose article it is, and behind them ours, where they mean nothing else to the tool."""
    told = next((shape for shape in SHAPES if any(key in row for key in shape.told_by)), ANY)
    own = {name: getattr(told, name) for name in Shape.__struct_fields__}
    taken = {key for keys in own.values() for key in keys}
    return Shape(**{name: (*keys, *(k for k in getattr(ANY, name) if k not in taken)) for name, keys in own.items()})


def _page(row: Row, path: str, number: int, url: str | None) -> Report | SetAside:
    """A line that holds a page in place of a text."""
    page = next((row[key] for key in ("html", "raw_html", "page") if isinstance(row.get(key), str)), "")
    if "<" not in page:
        return SetAside(path=path, line=number, reason="neither a text nor a page (inline html) in the line")
    identifier = _identifier(row, url, page)
    data = page.encode("utf-8", "surrogatepass")
    return html.report(data, identifier=identifier, uri=url or identifier, path=path, line=number, url=url)


def _value(row: Row, key: str) -> object:
    found: object = row
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _string(row: Row, keys: tuple[str, ...]) -> str | None:
    values = (_value(row, key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _text(row: Row, shape: Shape) -> str | None:
    """The text as it stands; Fundus keeps it also as a body of sections with headlines and paragraphs."""
    if (text := _string(row, shape.text)) is not None:
        return text
    body = row.get("body")
    if not isinstance(body, dict):
        return None
    parts = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        if isinstance(section, dict):
            parts += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    return "\n\n".join(part for part in parts if isinstance(part, str) and part.strip()) or None


def _identifier(row: Row, url: str | None, text: str) -> str:
    """The line's own id, else a hash of its address, else of its text: never of where it stands."""
    given = row.get("id")
    if isinstance(given, str | int) and not isinstance(given, bool) and str(given).strip():
        return str(given)
    return hashlib.sha256((url or text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _outlet(row: Row, shape: Shape, url: str | None) -> Outlet | None:
    given = next((row[key] for key in shape.outlet if isinstance(row.get(key), dict)), None)
    if given is not None:
        name, host, family = (given.get(key) for key in ("name", "domain", "family"))
        host = host if isinstance(host, str) else domain(url)
        name = name if isinstance(name, str) and name.strip() else host
        return Outlet(name=name, domain=host, family=family if isinstance(family, str) else None) if name else None
    named = _string(row, shape.outlet)
    host = domain(url) or (domain(named) if named and " " not in named else None)
    name = named.removeprefix("www.") if named else host
    return Outlet(name=name, domain=host) if name else None


def _moment(row: Row, keys: tuple[str, ...]) -> Any:  # noqa: ANN401
    values = (_value(row, key) for key in keys)
    given = (value.get("value") if isinstance(value, dict) else value for value in values)
    return next((when for value in given if (when := moment(value))), None)


def _names(row: Row, keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = row.get(key)
        names = value if isinstance(value, list) else [value]
        if found := [name.strip() for name in names if isinstance(name, str) and name.strip()]:
            return ", ".join(found)
    return None
