"""What a web page says of itself: title, outlet, authors, dates; from JSON-LD, meta tags and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from dateline.model import Outlet, When
from dateline.read.moments import address_date, moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|Posting|Report|Review|WebPage|VideoObject|Liveblog", re.IGNORECASE)
_BEST = re.compile(r"Article|Posting|Report", re.IGNORECASE)
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created"),
    *("dc.date", "pubdate", "publishdate", "publish-date", "publish_date", "published-date", "published_time"),
    *("article.published", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime"),
    *("displaydate", "analyticsattributes.articledate", "release_date", "ptime", "date"),
)
_UPDATED = (
    *("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified"),
    *("article.updated", "last-modified", "lastmod", "revision_date", "utime"),
)
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site", "al:ios:app_name")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SOURCE_TYPE = (
    *("digitalsourcetype", "digital-source-type", "iptc:digitalsourcetype", "iptc4xmpext:digitalsourcetype"),
    *("iptcext:digitalsourcetype", "schema:digitalsourcetype", "dcterms.type.digitalsourcetype"),
)
_BRAND = re.compile(r"\s+[|–—·»-]\s+([^|–—·»]{2,50})$")


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself; None where it does not."""

    title: str | None
    outlet: Outlet | None
    published: When | None
    updated: When | None
    byline: str | None
    url: str | None
    language: str | None
    source_type: str | None = None


def page(tree: HtmlElement, url: str | None) -> Page:
    """Read what a page says of itself. A crawler's date is not looked for; what the page does not say is None."""
    tags = _tags(tree)
    data = _linked(tree)
    url = url or _address(tree, tags)
    return Page(
        title=_title(tree, tags, data),
        outlet=_outlet(tags, data, url),
        published=_published(tree, tags, data, url),
        updated=_first(moment(value) for value in [data.get("dateModified"), *(tags.get(name) for name in _UPDATED)]),
        byline=_byline(tags, data),
        url=url,
        language=_language(tree, data),
        source_type=_source_type(tags, data),
    )


def domain(url: str | None) -> str | None:
    """The host of an address, without www and port."""
    host = (urlsplit(url).hostname if url and "://" in url else url) or ""
    host = host.split("/")[0].lower().removeprefix("www.").removeprefix("m.").strip(".")
    return host if "." in host else None


def _tags(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article: of several the one that is called an article and has a date."""
    objects = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            objects += list(_objects(_parsed(script.text or "")))
    ranked = [
        ((_BEST.search(kind) is not None) + ("datePublished" in thing), -place, thing)
        for place, thing in enumerate(objects)
        if _ARTICLE.search(kind := str(thing.get("@type", "")))
    ]
    return max(ranked, key=lambda item: item[:2])[2] if ranked else {}


def _parsed(text: str) -> Any:  # noqa: ANN401 - JSON is what it is
    text = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$", "", text).strip().rstrip(";")
    for attempt in (text, re.sub(r"[\x00-\x1f]+", " ", text), re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return msgspec.json.decode(attempt.encode("utf-8", "replace"))
        except msgspec.DecodeError:
            continue
    return None


def _objects(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key))


def _first[T](values: Iterator[T | None]) -> T | None:
    return next((value for value in values if value), None)


def _published(tree: HtmlElement, tags: dict[str, str], data: dict[str, Any], url: str | None) -> When | None:
    stated = [data.get("datePublished"), *(tags.get(name) for name in _PUBLISHED), data.get("dateCreated")]
    in_address = address_date(url)
    for value in stated:
        if found := moment(value):
            return _local(found, str(value), in_address)
    if in_address:
        return in_address
    marked = [
        t for t in tree.iter("time") if "publish" in f"{t.get('itemprop')}{t.get('class')}{t.get('pubdate')}".lower()
    ]
    inside = [time for article in tree.iter("article") for time in article.iter("time")]
    shown = [t for t in tree.iter("span", "abbr", "div", "p") if (t.get("itemprop") or "").lower() == "datepublished"]
    return _first(
        moment(time.get("datetime") or time.get("content") or time.text_content())
        for time in [*marked, *shown, *inside[:1]]
    )


def _local(found: When, written: str, in_address: When | None) -> When:
    """The outlet's own day: where a stamp is in universal time and the address is a day off, the address."""
    universal = written.strip().endswith(("Z", "+00:00", "+0000", "GMT", "UTC"))
    return in_address if in_address and universal and found != in_address and found.meets(in_address, 1) else found


def _title(tree: HtmlElement, tags: dict[str, str], data: dict[str, Any]) -> str | None:
    site = _first(tags.get(name) for name in _SITE[:1])
    named = [data.get("headline"), *(tags.get(name) for name in _TITLE)]
    heads = [head.text_content() for head in tree.iter("h1")]
    titles = [_unbranded(title.text_content(), site) for title in tree.iter("title")]
    only = heads if len(heads) == 1 else []
    for value in [*only, *named, *heads, *titles]:
        if isinstance(value, str) and len(words := " ".join(value.split())) > 8:
            return _unbranded(words, site)
    return None


def _unbranded(title: str, site: str | None) -> str:
    """A title without the outlet's name behind a stroke."""
    found = _BRAND.search(title)
    if found and (site is None or found[1].strip().lower() in site.lower() or site.lower() in found[1].lower()):
        return title[: found.start()] if len(title[: found.start()].split()) > 3 else title
    return title


def _outlet(tags: dict[str, str], data: dict[str, Any], url: str | None) -> Outlet | None:
    publisher = data.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    named = publisher.get("name") if isinstance(publisher, dict) else publisher
    host = domain(url)
    for name in [tags.get("og:site_name"), named, *(tags.get(key) for key in _SITE[1:]), host]:
        if isinstance(name, str) and name.strip() and "://" not in name:
            return Outlet(name=" ".join(name.split()).lstrip("@"), domain=host)
    return None


def _byline(tags: dict[str, str], data: dict[str, Any]) -> str | None:
    authors = data.get("author")
    names = [
        author.get("name") if isinstance(author, dict) else author
        for author in (authors if isinstance(authors, list) else [authors])
    ]
    found = [name.strip() for name in names if isinstance(name, str) and name.strip() and "://" not in name]
    if not found:
        found = [tags[name] for name in _AUTHOR if name in tags and "://" not in tags[name]][:1]
    return re.sub(r"^[Bb]y\s+", "", ", ".join(dict.fromkeys(found))) or None


def _source_type(tags: dict[str, str], data: dict[str, Any]) -> str | None:
    """IPTC's digital source type of the article; what pictures in it say of themselves is not asked."""
    stated = data.get("digitalSourceType") or data.get("iptc:digitalSourceType")
    stated = stated.get("@id") if isinstance(stated, dict) else stated
    for value in [stated, *(tags.get(name) for name in _SOURCE_TYPE)]:
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _address(tree: HtmlElement, tags: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if link.get("rel") == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    shared = tags.get("og:url", "")
    return shared if shared.startswith("http") else None


def _language(tree: HtmlElement, data: dict[str, Any]) -> str | None:
    stated = data.get("inLanguage") or tree.get("lang")
    return str(stated) if isinstance(stated, str) and re.fullmatch(r"[a-zA-Z]{2,3}(?:[-_]\w+)*", stated) else None
