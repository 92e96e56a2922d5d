"""The digest as a document: HTML for a browser or a mail, DOCX for a desk."""

from __future__ import annotations

import io
from collections.abc import Iterable
from html import escape

from dateline.tell.digest import Section


def html(sections: Iterable[Section]) -> str:
    """The digest as one HTML page without script or style sheet; what reports say is escaped."""
    parts = ['<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Digest</title></head><body>']
    for section in sections:
        parts.append(f"<h2>{escape(section.title)}</h2>\n<ul>")
        parts += [
            f"<li>{escape(sentence.text)} <small>[{escape(', '.join(sentence.reports))}]</small></li>"
            for sentence in section.sentences
        ]
        parts.append("</ul>")
    return "\n".join([*parts, "</body></html>\n"])


def docx(sections: Iterable[Section]) -> bytes:
    """The digest as a Word document."""
    from docx import Document  # noqa: PLC0415 - a third of a second that other forms need not pay

    document = Document()
    document.add_heading("Digest", level=1)
    for section in sections:
        document.add_heading(section.title, level=2)
        for sentence in section.sentences:
            paragraph = document.add_paragraph(sentence.text, style="List Bullet")
            paragraph.add_run(f" [{', '.join(sentence.reports)}]").italic = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
