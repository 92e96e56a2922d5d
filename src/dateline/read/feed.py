"""RSS and Atom files: every item a report, with the outlet that ``<source>`` names."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser
from lxml.etree import ParserError
from lxml.html import HtmlElement, fragments_fromstring

from dateline.model import Outlet, Report, Segment, SetAside
from dateline.read.language import language
from dateline.read.metadata import domain
from dateline.read.moments import moment
from dateline.read.plain import unfit

_BLOCKS = frozenset(("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr", "table", "figure"))


def reports(data: bytes, *, path: str, max_chars: int) -> Iterator[Report | SetAside]:
    """Give the items of a feed, or say why there are none."""
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        reason = getattr(feed.get("bozo_exception"), "getMessage", lambda: "")() or "no RSS or Atom in it"
        yield SetAside(path=path, line=None, reason=f"not a feed ({reason})")
        return
    if not feed.entries:
        yield SetAside(path=path, line=None, reason="a feed without items")
    for item in feed.entries:
        yield _report(item, feed.feed, path, max_chars)


def _report(item: Any, feed: Any, path: str, max_chars: int) -> Report | SetAside:  # noqa: ANN401 - feedparser has no types
    link, title = item.get("link") or None, _text(item.get("title", "")) or None
    named = item.get("id") or link or title or ""
    identifier = hashlib.sha256(named.encode()).hexdigest()[:16]
    contents = [part.get("value", "") for part in item.get("content", [])] or [item.get("summary", "")]
    body = _text(max(contents, key=len))
    text = "\n".join(part for part in (title, body) if part)
    if reason := unfit(text, max_chars):
        return SetAside(path=path, line=None, reason=f"item {named[:80] or '(unnamed)'}: {reason}")
    head = len(title or "")
    marked = [Segment(kind="headline", start=0, end=head)] if title else []
    if body:
        marked.append(Segment(kind="body", start=head + 1 if title else 0, end=len(text)))
    source = item.get("source") or {}
    host = domain(link) or domain(feed.get("link"))
    name = _text(feed.get("title", "")) or host
    return Report(
        id=identifier,
        uri=link or named,
        title=title,
        text=text,
        outlet=Outlet(name=name, domain=host) if name else None,
        published=moment(item.get("published")) or moment(item.get("created")),
        updated=moment(dict.get(item, "updated")),
        language=language(text) or feed.get("language") or None,
        byline=item.get("author") or None,
        cited=_text(source.get("title", "")) or domain(source.get("href")) if source else None,
        marked=tuple(marked),
        url=link,
        read_from=path,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _text(markup: str) -> str:
    """The words of a piece of HTML, one block a line."""
    if "<" not in markup and "&" not in markup:
        return _lines(markup)
    try:
        parts = fragments_fromstring(markup)
    except (ParserError, ValueError):
        return _lines(re.sub(r"<[^>]*>", " ", markup))
    return _lines("".join(part if isinstance(part, str) else _words(part) for part in parts))


def _words(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        return element.tail or ""
    edge = "\n" if element.tag in _BLOCKS else ""
    inside = "".join(_words(child) for child in element)
    return f"{edge}{element.text or ''}{inside}{edge}{element.tail or ''}"


def _lines(text: str) -> str:
    return "\n".join(words for line in text.splitlines() if (words := " ".join(line.split())))
