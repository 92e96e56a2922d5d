"""Every time of a report with the one happening that it dates, from which others take their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.knowledge.actions import classes
from dateline.knowledge.calendar import table
from dateline.model import Report, Time
from dateline.within.day.aftermath import is_scene
from dateline.within.day.attach import (
    FAR,
    OVERNIGHT,
    TELLING,
    Attachment,
    Placed,
    days_of,
    eventive,
    lasted,
    narrates,
    speech,
)
from dateline.within.once import once_a_token
from dateline.within.parse import Parse
from dateline.within.saying.quote import Quote, quotes
from dateline.within.timex.tense import lean

_OPEN = (["since"], ["until"], ["till"])  # what stands so is no day of anything else


def owned(report: Report, parse: Parse, attached: Attachment, written: date | None) -> Iterator[tuple[int, Placed]]:
    """Give each time up to the day of writing with the verb or noun of happening that it dates, in order."""
    said = quotes(report, parse.blocks)
    for number, near in sorted(attached.by_sentence.items()):
        sentence = parse.sentences[number]
        if parse.blocks[sentence.block].kind not in TELLING:
            continue
        events = [
            token
            for token in range(sentence.first, sentence.end)
            if (parse.pos[token] == "VERB" and not _says(parse, token)) or eventive(parse, token)
        ]
        for placed in near:
            if parse.lowers[placed.first - 1 : placed.first] in _OPEN:  # "the ninth catch since June"
                continue
            if placed.time.formula.startswith("day:0") and _spoken(said, placed.time):
                continue  # the today of whoever is quoted
            costs = [(attached.cost(token, placed), abs(token - placed.head), token) for token in events]
            best = min(costs, default=(FAR + 1, 0, 0))
            if attached.of_picture(placed) and not narrates(parse, best[2]):
                continue
            ahead = None if placed.time.earliest is None or written is None else placed.time.earliest > written
            if best[0] <= FAR and not ahead and (ahead is False or lean(parse, best[2]) <= 0):
                yield best[2], placed


@once_a_token
def told_of(parse: Parse, teller: int) -> int:
    """What a verb of happening tells of, or the word itself: the attack happened on Monday."""
    if not is_scene(parse, teller):
        return teller
    subjects = (kid for kid in parse.kids[teller] if parse.deps[kid] == "nsubj" and eventive(parse, kid))
    return next(subjects, teller)


def known_for(parse: Parse, owner: int) -> bool:
    """Whether a happening only says who somebody is: involved in the raid of August 8."""
    return any(parse.lowers[above] in table("lists")["known_for"] for above in parse.above(owner))


def of_another(parse: Parse, owner: int) -> bool:
    """Whether what is dated is called another happening than one told before: "On May 3 a similar raid killed two"."""
    subjects = (kid for kid in parse.kids[owner] if parse.deps[kid] in {"nsubj", "nsubjpass"})
    named = (owner, *(kid for kid in subjects if eventive(parse, kid)))
    others = classes()["other"]
    return any(parse.lowers[kid] in others and kid < noun for noun in named for kid in parse.kids[noun])


def tale(parse: Parse, told: Sequence[tuple[int, Placed]]) -> Iterator[tuple[int, Placed]]:
    """Give those times, of a day or two, that are days of what a report narrates, not of what is said: "today"."""
    for owner, placed in told:
        noun = parse.pos[owner] != "VERB" and any(speech(parse, above) for above in list(parse.above(owner))[:2])
        narrated = narrates(parse, owner) or lasted(parse, owner)
        if narrated and not noun and days_of(placed.time) <= OVERNIGHT and not placed.time.formula.startswith("day:0"):
            yield owner, placed


def _spoken(said: list[Quote], time: Time) -> bool:
    """Whether a time stands in a quotation."""
    return any(quote.field == time.field and quote.holds(time.start) for quote in said)


def _says(parse: Parse, token: int) -> bool:
    """Whether a verb of saying says something here: police reported that, but not officers responded to."""
    content = any(parse.deps[kid] in {"ccomp", "parataxis"} for kid in parse.kids[token])
    return speech(parse, token) and (content or parse.lemmas[token] == "say")
