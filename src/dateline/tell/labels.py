"""Short names: for reports, told apart where two would be alike, and for the roots that an event is known from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dateline.knowledge.headlines import plain_headline, shortened
from dateline.model import Event, Origin, Reading
from dateline.store.view import Record
from dateline.tell.wording import day_words

_AT_ONCE = 500  # ids a query: SQLite's limit on variables is 999 in old builds
_TITLE = 42  # characters of the headline that stands for a report without an outlet
_HEADING = 140  # characters of a report's own heading
_LINE = 160  # characters of its text, where it has no headline either


def labels(record: Record, reports: Iterable[str]) -> dict[str, str]:
    """Outlet and day of each report, its headline where the outlet is unknown; the id beside it where two are alike."""
    wanted = list(dict.fromkeys(reports))
    named = {r: _label(outlet, day, title) for r, (outlet, day, title) in _known(record, wanted).items()}
    often = Counter(named.values())
    return {r: named.get(r, r) if often[named.get(r, r)] < 2 else f"{named[r]} ({r})" for r in wanted}


def outlets(record: Record, reports: Iterable[str]) -> dict[str, str]:
    """The outlet of each report; one whose outlet is unknown stands for itself, by its headline."""
    wanted = list(dict.fromkeys(reports))
    known = _known(record, wanted)
    return {r: known[r][0] or _quoted(known[r][2]) if r in known else r for r in wanted}


def _known(record: Record, reports: list[str]) -> dict[str, tuple[str | None, str | None, str]]:
    """Outlet, first possible day of publication and first words of reports."""
    found = {}
    for start in range(0, len(reports), _AT_ONCE):
        some = reports[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = record.base.execute(
            "select r.id, k.outlet, k.earliest, k.latest, case when k.outlet is null then "
            f"coalesce(nullif(r.title, ''), substr(r.text, 1, {_LINE})) end "
            f"from report r left join kept k on k.report = r.id where r.id in ({marks})",
            some,
        )
        for name, outlet, first, last, words in rows:
            found[name] = (outlet, first if first == last else None, _first_line(words or "") or name)
    return found


def _first_line(words: str) -> str:
    return plain_headline(next((line for line in words.splitlines() if line.strip()), ""))


def _label(outlet: str | None, day: str | None, title: str) -> str:
    dated = f", {day_words(date.fromisoformat(day))}" if day else ""
    return f"{outlet or _quoted(title)}{dated}"


def _quoted(title: str) -> str:
    return f"“{shortened(title, _TITLE)}”"


def counts(origin: Origin) -> bool:
    """Say whether a root is a voice of its own, and not one that names nobody or passes on what others said."""
    return origin.why == "named in the text"


def voices(record: Record, event: Event) -> tuple[str, ...]:
    """The names of the roots that are counted as independent, those that most reports lean on first.

    Where nobody is named, those without a name stand for the one origin that they count as together.
    """
    known = [(share, record.origin(share.origin)) for share in event.origins]
    found = [s for s in known if counts(s[1])] or [s for s in known if s[1].kind != "unresolved"]
    found.sort(key=lambda s: (-len(s[0].reports), s[1].name))
    return tuple(dict.fromkeys(origin.name for _, origin in found))


def heading(reading: Reading) -> str:
    """The title of a report, else the headline in its text, else its first line, else its id."""
    report = reading.report
    line = next((s for s in reading.segments if s.kind == "headline"), None)
    found = report.title or (report.text[line.start : line.end] if line else _first_line(report.text[:_LINE]))
    return shortened(" ".join(found.split()), _HEADING) or report.id
