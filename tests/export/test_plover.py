"""Rows in POLECAT's columns: well-formed, lists kept, unknown left empty."""

import csv
import io
import json
from datetime import date

from dateline.export import plover
from dateline.model import Claim, Entity, Event, Kept, Participant, Reading, Report, Span, When, day

TEXT = "Norway\tmet Chad\nin Oslo."
CLAIM = Claim(
    id="r:7-10",
    report="r",
    start=0,
    end=24,
    trigger=Span(start=7, end=10),
    lemma="meet",
    action="CONSULT",
    mode=None,
    actors=(Participant(entity="n", start=0, end=6),),
    recipients=(Participant(entity=None, start=11, end=15),),
    place=None,
    when=None,
    modality="happened",
)


class Fake:
    """Just enough of a record."""

    report = Report(id="r", uri="r", title=None, text=TEXT, language="en")

    def entities(self):
        return iter([Entity(id="n", kind="place", name="Norway", aliases=(), country="NOR")])

    def events(self):
        shared = {"place": None, "quantities": (), "modality": "happened", "claims": ("r:7-10",), "reports": ("r",)}
        when: When = day(date(2024, 5, 2), "stated")
        yield Event(
            id="E1",
            title="Talks",
            action="CONSULT",
            mode=None,
            actors=CLAIM.actors,
            recipients=(),
            when=when,
            outlets=1,
            **shared,
        )
        yield Event(
            id="E2", title="x", action="OTHER", mode="rain", actors=(), recipients=(), when=None, outlets=1, **shared
        )

    def claims_of(self, event):
        return [CLAIM]

    def kept(self, report):
        return Kept(
            report=report, published=None, warnings=(), copy_of=None, copy_family=None, main_event=None, story=None
        )

    def reading(self, report):
        return Reading(report=self.report, claims=(CLAIM,))


def test_one_row_an_event_with_a_root():
    (row,) = [json.loads(line) for line in plover.lines(Fake())]
    assert list(row) == list(plover.COLUMNS)
    assert (row["Event Type"], row["Quad Code"], row["Intensity"]) == ("CONSULT", "VERBAL COOPERATION", 2.5)
    assert (row["Actor Name"], row["Actor Country"], row["Recipient Name Raw"]) == (["Norway"], ["NOR"], ["Chad"])
    assert (row["Actor COW"], row["Actor Sectors"], row["Contexts"]) == ([385], [], ["diplomatic"])
    assert (row["Event Date"], row["Sentence"], row["Latitude"]) == ("2024-05-02", "Norway met Chad in Oslo.", None)


def test_every_line_has_every_column():
    table = b"".join(plover.tsv(Fake())).decode()
    rows = list(csv.reader(io.StringIO(table), delimiter="\t"))
    assert [len(row) for row in rows] == [len(plover.COLUMNS)] * 2
    assert dict(zip(*rows, strict=True))["Sentence"] == "Norway met Chad in Oslo."
