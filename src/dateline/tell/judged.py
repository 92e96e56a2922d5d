"""People's judgements in words: what each is on, and what it says."""

from __future__ import annotations

from dateline.model.decision import Subject
from dateline.store.view import Record

_SAID = {
    ("entity", "same"): "are one",
    ("entity", "different"): "are two",
    ("event", "same"): "tell of one event",
    ("event", "different"): "tell of two events",
    ("copy", "same"): "are one text",
    ("copy", "different"): "are two texts",
}


def judged(record: Record, about: Subject, verdict: str, left: str, right: str) -> str:
    """A judgement as a sentence: “Belousov” (post-dec) and “the minister” (wire-dec) are one."""
    said = _SAID.get((about, verdict), "may be one or two")
    return f"{_words_of(record, left)} and {_words_of(record, right)} {said}"


def _words_of(record: Record, mark: str) -> str:
    words = side(record, mark)[0]
    return f"“{words}” ({mark.rpartition(':')[0]})" if words != mark else mark


def side(record: Record, mark: str) -> tuple[str, str, str]:
    """What a judgement is on: the words of a mention, or the event of a claim; with the kind of page and its id."""
    query = "select e.id, e.title from told t join event e on e.id = t.event where t.claim = ?"
    if event := record.base.execute(query, (mark,)).fetchone():
        return str(event[1]), "event", str(event[0])
    query = "select e.id, e.name from joined j join entity e on e.id = j.entity where j.local = ?"
    entity = record.base.execute(query, (mark,)).fetchone()
    words = _words(record, mark)
    return (words or str(entity[1]), "entity", str(entity[0])) if entity else (words or mark, "", "")


def _words(record: Record, mark: str) -> str:
    """The words that stand where something is marked."""
    report, _, place = mark.rpartition(":")
    start, _, end = place.removeprefix("t").partition("-")
    if not (start.isdigit() and end.isdigit()):
        return ""
    field = "title" if place.startswith("t") else "text"
    query = f"select substr({field}, ?, ?) from report where id = ?"
    row = record.base.execute(query, (int(start) + 1, int(end) - int(start), report)).fetchone()
    return str(row[0]) if row else ""
