"""The digest as HTML and as a Word document."""

import io

from docx import Document

from dateline.tell.digest import Section, Sentence
from dateline.tell.document import docx, html

SECTIONS = (
    Section(
        title="A <story>",
        sentences=(
            Sentence(
                text="On 1 May: “x & y”.", said="x & y", event="E1", claims=("c",), reports=("r1", "r2"), origins=1
            ),
        ),
    ),
)


def test_html_escapes_what_reports_say():
    page = html(SECTIONS)
    assert "A &lt;story&gt;" in page
    assert "“x &amp; y”. <small>[r1, r2]</small>" in page


def test_docx_holds_every_sentence_with_its_reports():
    paragraphs = [p.text for p in Document(io.BytesIO(docx(SECTIONS))).paragraphs]
    assert [paragraphs[0], *paragraphs[2:]] == ["Digest", "A <story>", "On 1 May: “x & y”. [r1, r2]"]
