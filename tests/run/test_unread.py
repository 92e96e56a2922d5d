"""What is in a language that the parser does not read is kept and warned of; nothing is claimed in its name."""

import pytest

from builders import report
from dateline.run.flow import read_batch, read_each

GERMAN = "Vier Arbeiter wurden am Montag in einer Fabrik bei Linz verletzt, sagte die Polizei am Abend."
ENGLISH = "Four workers were hurt in a factory near Linz on Monday, the police said."

pytestmark = pytest.mark.slow


def test_another_language_is_not_read_as_english(parser):
    german, english = read_batch([report("g", GERMAN, language="de"), report("e", ENGLISH, language="en")], parser)
    assert (german.report.id, english.report.id) == ("g", "e")
    assert [*german.claims, *german.mentions, *german.times, *german.attributions] == []
    assert german.segments
    (noted,) = [w for w in german.warnings if w.kind == "unread_language"]
    assert noted.why == "the text is in another language (de) than the parser's (en)"
    assert english.claims


def test_what_a_page_says_of_its_language_keeps_nothing_from_being_read(parser):
    (found,) = read_batch([report("e", ENGLISH, language="de")], parser)
    assert found.claims


def test_a_parser_without_a_language_reads_all(parser):
    class Any:
        name = "fake"

        def parse(self, reports):
            return parser.parse(reports)

    (found,) = read_batch([report("g", GERMAN, language="de")], Any())
    assert all(w.kind != "unread_language" for w in found.warnings)


def test_a_report_on_which_a_stage_breaks_off_keeps_nobody_else_from_being_read(parser):
    class Broken(type(parser)):
        def parse(self, texts):
            if "Linz" in str(texts):
                raise ValueError("no root")
            return parser.parse(texts)

    broken = Broken.__new__(Broken)
    broken.__dict__ |= parser.__dict__
    reports = [report("a", ENGLISH), report("b", "Two boys drowned in a lake near Graz on Friday, the police said.")]
    with pytest.raises(ValueError, match="no root"):
        read_batch(reports, broken)
    fault, read = read_each(reports, broken)
    assert [*fault.claims, *fault.mentions] == []
    assert [w.kind for w in fault.warnings if w.kind.startswith("unread")] == ["unread_fault"]
    assert "ValueError: no root" in next(w.why for w in fault.warnings if w.kind == "unread_fault")
    assert read.claims
