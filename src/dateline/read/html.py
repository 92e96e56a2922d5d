"""Web pages: the article's text by trafilatura, its captions, and what the page says of itself."""

from __future__ import annotations

import hashlib
import logging
import re
from typing import TYPE_CHECKING

import trafilatura
from lxml.etree import ParserError
from trafilatura.utils import load_html

from dateline.model import Report, Segment, SetAside
from dateline.model.report import SegmentKind
from dateline.read.decode import UndecodableError, decode
from dateline.read.language import language
from dateline.read.metadata import page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is set aside with our own reason
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_BLANKS = re.compile(r"[\s\u200b\ufeff]+")
_SHORTEST = 25  # characters below which a figure's caption is a credit or a label
_LEAST = 40  # letters; what is left of a broken page is less than any sentence of news
_MOST = 12  # captions of one page; galleries have hundreds
NO_ARTICLE = "no article was found in the page"


def report(
    data: bytes, *, identifier: str, uri: str, path: str, line: int | None = None, url: str | None = None
) -> Report | SetAside:
    """Make a report of a page, or say why not."""
    try:
        source = decode(data, declared=True)
    except UndecodableError as error:
        return SetAside(path=path, line=line, reason=str(error))
    # Measured on the bench's pages (shingle F1): fast .966, the full cascade .965, without tables .958, precision .962.
    body = trafilatura.extract(source, fast=True, include_comments=False, include_formatting=False) or ""
    tree = _tree(source)
    if sum(map(str.isalnum, body)) < _LEAST or tree is None:
        return SetAside(path=path, line=line, reason=NO_ARTICLE)
    about = page(tree, url)
    text, marked = _joined(about.title, body, _captions(tree, body))
    return Report(
        id=identifier,
        uri=uri,
        title=about.title,
        text=text,
        outlet=about.outlet,
        published=about.published,
        updated=about.updated,
        language=language(body) or about.language,
        byline=about.byline,
        digital_source_type=about.source_type,
        marked=marked,
        url=about.url,
        read_from=path if line is None else f"{path}#{line}",
        digest=hashlib.sha256(data).hexdigest(),
    )


def _tree(source: str) -> HtmlElement | None:
    try:
        tree: HtmlElement | None = load_html(source)
    except (ParserError, ValueError):
        return None
    return tree


def _plain(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()


def _captions(tree: HtmlElement, body: str) -> list[str]:
    """The captions of the figures beside the article's own paragraphs, in the order of the page."""
    known = _plain(body)
    found: list[str] = []
    for figure in tree.iter("figcaption"):
        words = _plain(figure.text_content())
        if len(words) >= _SHORTEST and words not in found and (words in known or _beside(figure, known)):
            found.append(words)
    return found[:_MOST]


def _beside(figure: HtmlElement, known: str) -> bool:
    """Say whether an article or main part around a figure holds paragraphs of the article's text."""
    for around in figure.iterancestors("article", "main"):
        paragraphs = (_plain(p.text_content()) for p in around.iter("p"))
        return sum(len(words) > 60 and words in known for words in paragraphs) > 2
    return False


def _joined(title: str | None, body: str, captions: list[str]) -> tuple[str, tuple[Segment, ...]]:
    """The text of a page, one block a line, and what each line is; captions that the body lacks stand at its end."""
    lines: list[tuple[SegmentKind, str]] = []
    blocks = [words for line in body.splitlines() if (words := _plain(line).strip("| "))]  # cells of a layout's table
    if title:
        lines.append(("headline", _plain(title)))
        if blocks and _same(blocks[0], title):
            blocks = blocks[1:]
    lines += [("caption" if words in captions else "body", words) for words in blocks]
    lines += [("caption", words) for words in captions if all(words not in block for block in blocks)]
    segments: list[Segment] = []
    text = ""
    for kind, words in lines:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{words}" if text else words
        if segments and segments[-1].kind == kind == "body":
            segments[-1] = Segment(kind=kind, start=segments[-1].start, end=len(text))
        else:
            segments.append(Segment(kind=kind, start=start, end=len(text)))
    return text, tuple(segments)


def _same(left: str, right: str) -> bool:
    return re.sub(r"\W+", "", left).lower() == re.sub(r"\W+", "", right).lower()
