"""The digest as a document: HTML for a browser or a mail, DOCX for a desk."""

from __future__ import annotations

import io
from collections.abc import Iterable
from html import escape

from dateline.knowledge.notices import SOURCE_TYPE
from dateline.tell.digest import Section

_NOTE = "Each sentence repeats the words of a report and cites those that tell it; nothing here is a verdict on truth."
_STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.15rem;"
    "margin:1.6rem 0 .3rem}li{margin:.35rem 0}small{color:#555}"
)

_HEAD = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    f'<meta name="digitalSourceType" content="{SOURCE_TYPE}">'
    f"<title>Digest</title><style>{_STYLE}</style></head><body><h1>Digest</h1><p>{_NOTE}</p>"
)


def html(sections: Iterable[Section]) -> str:
    """The digest as one HTML page that needs no other file; what reports say is escaped."""
    parts = [_HEAD]
    for section in sections:
        parts.append(f"<h2>{escape(section.title)}</h2>\n<ul>")
        parts += [
            f'<li dir="auto">{escape(sentence.text)} <small>[{escape(", ".join(sentence.reports))}]</small></li>'
            for sentence in section.sentences
        ]
        parts.append("</ul>")
    return "\n".join([*parts, "</body></html>\n"])


def docx(sections: Iterable[Section]) -> bytes:
    """The digest as a Word document."""
    from docx import Document  # noqa: PLC0415 - a third of a second that other forms need not pay

    document = Document()
    document.add_heading("Digest", level=1)
    document.add_paragraph(_NOTE)
    for section in sections:
        document.add_heading(section.title, level=2)
        for sentence in section.sentences:
            paragraph = document.add_paragraph(sentence.text, style="List Bullet")
            paragraph.add_run(f" [{', '.join(sentence.reports)}]").italic = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
