"""The head of a report in plain text: a headline, what stands below it, and a time stamp run into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import Report
from dateline.within.layout.boilerplate import Line, kind
from dateline.within.layout.dateline import dateline
from dateline.within.layout.run_on import Labelled, opens, run_on, stamped

_FINISHED = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_WORDS = re.compile(r"\w[\w'’-]*")
_ENDS = re.compile(r"[.!?][\"”’)]*(?=\s|$)")


def headed(report: Report, lines: Sequence[Line]) -> tuple[int, list[Labelled]]:
    """The head of a report: how many lines it takes, and its parts.

    A stamp or an article in the midst of the first line cuts it where the report itself begins.
    """
    if not lines:
        return 0, []
    first = lines[0]
    if cut := stamped(first):
        return 1, cut
    if (stamp := opens(report.text)) and stamp[0] >= first.start and stamp[1] <= first.end:
        return 1, _dated(report, first, *stamp)
    if repeated := _repeats(report.title, first):
        rest = first.start + repeated
        if report.text[rest : first.end].strip():
            return 1, [("headline", first.start, rest), ("body", rest, first.end)]
        return _below(lines)
    if len(lines) > 1 and _headline(first, lines[1:4]):
        return _below(lines)
    return (1, cut) if (cut := run_on(first)) else (0, [])


def _dated(report: Report, line: Line, start: int, end: int) -> list[Labelled]:
    """The parts of a line that opens with a stamp of its day, before a headline told once more or a dateline."""
    found: list[Labelled] = [("byline", start, end)]
    rest = Line(end, line.end, line.words[end - line.start :])
    if repeated := _repeats(report.title, rest):
        found.append(("headline", end, end + repeated))
    elif repeated := dateline(rest.words, opens=True):
        found.append(("dateline", end, end + repeated))
    return [*found, ("body", end + repeated, line.end)]


def _below(lines: Sequence[Line]) -> tuple[int, list[Labelled]]:
    head: list[Labelled] = [("headline", lines[0].start, lines[0].end)]
    if len(lines) > 2 and _standfirst(lines[1], lines[2:4]):
        return 2, [*head, ("standfirst", lines[1].start, lines[1].end)]
    return 1, head


def _headline(line: Line, after: Sequence[Line]) -> bool:
    words = line.words.strip()
    count = len(_WORDS.findall(words))
    if not 4 <= count <= 18 or len(words) > 130 or _FINISHED.search(words) or not words[0].isprintable():
        return False
    if kind(line) != "body" or dateline(line.words, opens=True) or not any(c.isalpha() for c in words[:3]):
        return False
    if line.caption or words[0].upper() != words[0]:
        return False
    longest = max((len(later.words) for later in after), default=0)
    return (
        longest > 1.3 * len(words) or kind(after[0]) in {"byline", "notice"} or dateline(after[0].words, opens=True) > 0
    )


def _standfirst(line: Line, after: Sequence[Line]) -> bool:
    """Say whether a line under the headline sums up: a dateline follows, or the next lines say it over again."""
    words = line.words.strip()
    if len(words) > 300 or kind(line) != "body" or len(_ENDS.findall(words)) > 1 or dateline(words, opens=True):
        return False
    if dateline(after[0].words, opens=True):
        return True
    own = {word.lower() for word in _WORDS.findall(words) if len(word) > 3}
    next_ = {word.lower() for word in _WORDS.findall(" ".join(later.words for later in after)) if len(word) > 3}
    longer = len(after[0].words) > 1.3 * len(words)
    return longer and len(own) >= 5 and len(own & next_) >= 0.5 * len(own)


def _repeats(title: str | None, line: Line) -> int:
    """How many characters at the start of a line repeat the title, blanks and signs aside."""
    wanted = "".join(_WORDS.findall((title or "").lower()))
    if len(wanted) < 12:
        return 0
    have = ""
    for found in _WORDS.finditer(line.words[: 3 * len(title or "")].lower()):
        have += found.group()
        if not wanted.startswith(have):
            return 0
        if have == wanted:
            after = re.match(r"[.!?\"'”’)]*", line.words[found.end() :])
            return found.end() + (after.end() if after else 0)
    return 0
