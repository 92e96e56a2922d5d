"""How a vote went: the votes for and against, and who abstained, read off the words of a sentence that tells of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import msgspec

from dateline.knowledge import counted, numbers
from dateline.knowledge.nouns import plural
from dateline.model import Quantity, Span
from dateline.within.parse import Parse, Sentence

_NUMBER = r"(?:\d{1,4}|[a-z]+(?:-[a-z]+)?)"
_SCORE = re.compile(
    rf"(?<![\w.,$:/-])({_NUMBER})(?: votes?)?(?: ?[-–] ?| (?:votes )?(?:to|against) )({_NUMBER})"
    r"(?: ?[-–] ?(\d{1,3}))?"
    r"(?![\w/%:-]|[.,]\d| ?(?:per ?cent|million|billion|[ap]\.?m\b|years?|months?|weeks?|days?|hours?|minutes?))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:from|between|ages?|aged|about|some|in|(?<!vote )(?<!tally )(?<!margin )of|nos?\.|rule|section|article) $",
    re.IGNORECASE,
)
_REACH = 60  # characters behind the word for a vote in which its score stands
_MOST = 1000


class Ballots:
    """Finds the counts of votes in one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words

    def within(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """The votes for and against and the abstentions of a sentence, each with the token of the word for the vote."""
        parse = self._parse
        telling = counted.words("voting") | counted.words("scored")
        cues = [t for t in range(sentence.first, sentence.end) if parse.low_lemmas[t] in telling]
        if not cues:
            return
        span = parse.span(sentence.first, sentence.end)
        parties = list(self._of_parties(span))
        scored = list(self._scores(span, cues)) or list(self._named(span, "votes for", "votes against"))
        for of, match, group in (*parties, *scored, *self._named(span, "abstentions")):
            bounds = numbers.word(match[group])
            start, end = match.span(group)
            party = match.groupdict().get("party")
            told = any(start == other.start(1) for _, other, _ in parties) and not party
            if bounds and bounds[0] == bounds[1] and not told:
                near = min(cues, key=lambda t: abs(parse.starts[t] - start))
                found = Quantity(of=of, low=bounds[0], high=bounds[1], start=start, end=end)
                yield near, msgspec.structs.replace(found, sense="part", whose=party.lower()) if party else found

    def _of_parties(self, span: Span) -> Iterator[tuple[str, re.Match[str], int]]:
        """`Nine Liberals voted against it`, `with nine Liberals voting no`: the votes of some of one party."""
        text = self._words[span.field]
        for of, pattern in _party_votes():
            yield from ((of, match, 1) for match in pattern.finditer(text, span.start, span.end))

    def _scores(self, span: Span, cues: list[int]) -> Iterator[tuple[str, re.Match[str], int]]:
        """`Passed 51-20`, `by eight votes to one`."""
        text = self._words[span.field]
        for match in _SCORE.finditer(text, span.start, span.end):
            votes = "vote" in match.group().lower()
            near = any(self._by(match, t) for t in cues)
            sides = [numbers.word(match[group]) for group in (1, 2)]
            plain = all(side and side[0] == side[1] and side[0] < _MOST for side in sides)
            if plain and (votes or (near and not _BEFORE.search(text[: match.start()][-15:]))):
                yield from (("votes for", match, 1), ("votes against", match, 2))
                if match[3]:
                    yield "abstentions", match, 3
                return

    def _by(self, match: re.Match[str], cue: int) -> bool:
        """Say whether a score stands soon behind its cue, or right before it: "in a 6-3 decision"."""
        starts, ends = self._parse.starts, self._parse.ends
        if 0 <= match.start() - ends[cue] < _REACH:
            return self._parse.low_lemmas[cue] in counted.words("voting") or self._voted
        return 0 < starts[cue] - match.end() <= 2 and self._parse.low_lemmas[cue] in counted.words("scored")

    @cached_property
    def _voted(self) -> bool:
        """Whether the report tells of a vote."""
        return not counted.words("polling").isdisjoint(self._parse.low_lemmas)

    def _named(self, span: Span, *names: str) -> Iterator[tuple[str, re.Match[str], int]]:
        """`80 deputies voted in favour and 12 against`, `with five abstentions`."""
        text = self._words[span.field]
        for of in names:
            found = (m for m in _sides()[of].finditer(text, span.start, span.end) if numbers.word(m[1]))
            if match := next(found, None):
                yield of, match, 1


@cache
def _party_votes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How some of one party voted, against the others of it or with them."""
    party = "|".join(sorted(plural(word) for word in counted.words("party")))
    row = r"(?:,? (?:and|with|joining|joined) (?:all|every|most|the|some|[a-z]+) [a-z]+(?: in)?)?"
    number = rf"(?:{numbers.spelled()}|one)"
    who = rf"\b({number})(?: [a-z]+)?? (?P<party>{party}){row},? (?:had |have |also |then )*"
    against = r"(?:vot(?:ed|ing|e) (?:against|no\b|nay)|oppos(?:ed|ing|e)\b|defected\b|rebelled\b|broke ranks\b)"
    favour = r"(?:vot(?:ed|ing|e) (?:for\b|in favou?r|yes\b|aye)|support(?:ed|ing)\b|back(?:ed|ing)\b)"
    other = r"(?! (?:and|to) (?:vote[d]?|support(?:ed)?|back(?:ed)?|join(?:ed)?)\b)"
    return (
        ("votes against", re.compile(who + against + other, re.IGNORECASE)),
        ("votes for", re.compile(who + favour, re.IGNORECASE)),
    )


@cache
def _sides() -> dict[str, re.Pattern[str]]:
    each = {form for word in counted.words("voter") for form in (word, plural(word))}
    voters = "|".join(sorted(map(re.escape, each), key=len, reverse=True))
    who = rf"(?: (?:[a-z]+ )?(?:{voters}))?"
    cast = rf"\b({_NUMBER})(?: of (?:the|its) \d+)?{who}(?: (?:had |have )?(?:voted|votes|were|came out|cast))?"
    return {
        "votes for": re.compile(
            rf"{cast} (?:in favou?r|for(?= it| him| her| them| the |,|\.| and|;)|(?:yes|aye)s?\b|votes in favou?r)",
            re.IGNORECASE,
        ),
        "votes against": re.compile(rf"{cast} (?:against|opposed|(?:no|nay)s? votes?|nays|noes)\b", re.IGNORECASE),
        "abstentions": re.compile(
            rf"\b({_NUMBER}){who} (?:abstained|abstaining|abstentions?|abstain)\b", re.IGNORECASE
        ),
    }
