"""How many were there: people counted by where they came, watched or were drawn to, the sizes of crowds, and those who
were brought away together: "2,300 people, of whom 600 were fighters, boarded 42 buses"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from dateline.knowledge import counted, numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.calendar import table
from dateline.knowledge.groups import group_in
from dateline.knowledge.nouns import noun
from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity
from dateline.within.counts.measured import stated
from dateline.within.doing.clause import Grammar
from dateline.within.parse import Parse, Sentence

AUDIENCE = 100  # so many who are told something came to hear it
CROWD = 20  # so many at a place are those who came there, fewer may be anybody
_AT = frozenset({"in", "at", "inside", "on", "outside", "present", "there"})
_CAME = (("turn", "out"), ("take", "part"), ("show", "up"))
_COMES = frozenset(verb for verb, _ in _CAME)
_TO = frozenset({"to", "before"})
_NUMBER = r"\d[\d,]*|[a-z]+(?:[ -](?:hundred|thousand|[a-z]+))?"
MANY = 20  # so many go in a convoy, fewer may be anybody
_MANY_WORDS = r"\d[\d,]*|[a-z]+(?: (?:hundred|thousand))?"
_NAMED = r"[,:]? (?:among them|including|of whom)(?: about| some| around| nearly)?"
_PART = re.compile(rf"{_NAMED} ({_MANY_WORDS}) (?:were |are )?(?:[a-z]+ )??([a-z]+)\b", re.IGNORECASE)
_SHARE = re.compile(r" ?(?:%|per ?cent|percent|years?\b)")


class Crowds:
    """Finds who took part by the words for being there; ``words`` are the text and the title of the report."""

    def __init__(self, grammar: Grammar, words: Mapping[str, str]) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._words = words

    def came(self, head: int, bounds: Bounds) -> bool:
        """Say whether a noun counts people who were at something: "900 fans packed the hall", "drew 2,000 people"."""
        parse, grammar = self._parse, self._grammar
        known, lemma = noun(parse.lowers[head]), parse.low_lemmas[head]
        person = (known and known.kind == "person") or lemma in classes()["anybody"] | counted.words("voter")
        above = parse.heads[head]
        if not person or parse.deps[head] not in ("pobj", "dobj", "nsubj", "nsubjpass") or self.deputies(head, bounds):
            return False
        if parse.deps[head] == "pobj" and parse.lowers[above] == "of":
            return parse.low_lemmas[parse.heads[above]] in counted.words("crowd")
        many = max(bounds[0], bounds[1] or 0)
        if parse.deps[head] == "pobj":
            speech = parse.lowers[above] in _TO and parse.low_lemmas[parse.heads[above]] in counted.words("speech")
            return speech and many >= CROWD
        lemma = parse.low_lemmas[above]
        if parse.deps[head] == "dobj":
            return many >= CROWD and self._drawn(above, lemma, many)
        if counted.attends(lemma) or (lemma, *parse.lowers[above + 1 : above + 2]) in _CAME:
            return True
        there = any(parse.lowers[kid] in _AT for kid in grammar.kids[above])
        if many < CROWD or parse.deps[head] == "nsubjpass":
            return False
        loud = lemma in counted.words("noise") or (lemma in counted.words("rout") and self._rally)
        if (loud and many >= AUDIENCE) or (lemma == "be" and there):
            return True
        return lemma in counted.words("watch") or (lemma == "come" and self._rally)

    def masses(self, head: int) -> Bounds | None:
        """How many people at least a crowd without a number is: "hundreds of mourners chanted"; None of no crowd."""
        parse = self._parse
        of = parse.heads[head]
        if parse.deps[head] != "pobj" or parse.lowers[of] != "of" or parse.tags[head] not in ("NNS", "NNPS"):
            return None
        many, known = parse.heads[of], noun(parse.lowers[head])
        bounds = numbers.word(parse.lowers[many])
        people = (known and known.kind == "person") or parse.low_lemmas[head] in classes()["anybody"]
        if not people or bounds is None or bounds[0] < AUDIENCE or bounds[1] is not None:
            return None
        verb = parse.heads[many]
        if parse.low_lemmas[verb] in ("begin", "start"):
            verb = next((k for k in parse.kids[verb] if parse.deps[k] == "xcomp"), verb)
        lemma = parse.low_lemmas[verb]
        subject = parse.deps[many] in ("nsubj", "pobj") and verb > head
        came = counted.attends(lemma) or lemma in counted.words("noise") or lemma in counted.words("watch")
        return bounds if subject and came else None

    def deputies(self, head: int, bounds: Bounds) -> bool:
        """Say whether a noun counts some members of a chamber, who are no crowd: "nine senators joined him"."""
        one = self._parse.low_lemmas[head].removesuffix("s")
        return one in counted.words("voter") and max(bounds[0], bounds[1] or 0) < CROWD

    def _drawn(self, verb: int, lemma: str, many: float) -> bool:
        """Say whether the objects of a verb are who came: "drew 400", "told 600 guests", "the prefect counted 900"."""
        if lemma in counted.words("draw") or "together" in self._parse.lowers[verb + 1 : verb + 2]:
            return True
        return (lemma == "tell" and many >= AUDIENCE) or (lemma in counted.words("reckon") and self._rally)

    @cached_property
    def _rally(self) -> bool:
        """Whether the report tells of a march or a crowd."""
        words = counted.words("rally") | counted.words("crowd")
        return not words.isdisjoint(self._parse.low_lemmas)

    def sizes(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """`A crowd of 400`, `put the attendance at 1,200`, each with the token of the crowd."""
        parse = self._parse
        span = parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        yield from self._bare(sentence, text)
        came = self._rally or any(map(self._takes_part, range(sentence.first, sentence.end)))
        counters = (
            [m for each in (_counters(), _counted_by()) for m in each.finditer(text, span.start, span.end)]
            if came
            else ()
        )
        for match in (*_sized().finditer(text, span.start, span.end), *counters):
            least, most = (_number(match[group]) if match[group] else None for group in (1, 2))
            few = most is not None and most < AUDIENCE and match.re is _counted_by()
            if most is None or few or _SHARE.match(text, match.end(2)):
                continue
            bounds, start = (least or most, most), match.start(1) if least else match.start(2)
            head = next(
                (t for t in range(sentence.first, sentence.end) if match.start() < parse.ends[t]), sentence.first
            )
            yield head, stated("participants", bounds, text, start, match.end(2))

    def _bare(self, sentence: Sentence, text: str) -> Iterator[tuple[int, Quantity]]:
        """`The union said 30,000 had taken part`, `a like march drew 4,000`: a number with nobody named behind it."""
        parse = self._parse
        for token in range(sentence.first, sentence.end):
            if parse.pos[token] != "NUM" or parse.deps[token] not in ("nsubj", "dobj", "attr"):
                continue
            bounds, above = numbers.word(parse.lowers[token]), parse.heads[token]
            if bounds is None or bounds[0] < CROWD or bounds[0] != bounds[1]:
                continue
            lemma = parse.low_lemmas[above]
            took_part = counted.attends(lemma) or (lemma, *parse.lowers[above + 1 : above + 2]) in _CAME
            drawn = self._rally and self._drawn(above, lemma, bounds[0])
            we = lemma == "be" and self._rally and parse.lowers[token - 2 : token] == ["we", "were"]
            if we or (took_part if parse.deps[token] == "nsubj" else drawn):
                yield token, stated("participants", bounds, text, parse.starts[token], parse.ends[token])

    def _takes_part(self, token: int) -> bool:
        """Say whether a word is one for who comes to what is told, or for coming: "demonstrators", "took part"."""
        lemma = self._parse.low_lemmas[token]
        came = lemma in _COMES and (lemma, *self._parse.lowers[token + 1 : token + 2]) in _CAME
        return came or counted.thing(lemma) == counted.CROWD


def _number(words: str) -> float | None:
    found = numbers.words(re.split(r"[ -]", words.lower()))
    return found[0] if found and found[0] == found[1] and found[0] > 1 else None


@cache
def _counters() -> re.Pattern[str]:
    """`Police put the number at 9,000, the organisers at 25,000`: who counts, and what."""
    who = "|".join(sorted(counted.words("counter")))
    return re.compile(
        rf"\b(?:{who})(?: of (?:the )?[A-Z][\w ]{{0,30}}?)?"
        r"(?: (?:say|said|counted|spoke of|estimated|put|puts))?(?: (?:it|the (?:number|figure|crowd)))?"
        r"(?: (?:at|as|about|around|some))*(?: (\d[\d,]*) ?(?:-|–|to|and))? (\d[\d,]*)\b"
        r"(?! (?:arrests?|officers?|injur))",
        re.IGNORECASE,
    )


@cache
def _counted_by() -> re.Pattern[str]:
    """`9,000 by the count of the police, 25,000 according to the unions`: what, and who counts it."""
    who = "|".join(sorted(counted.words("counter")))
    return re.compile(
        rf"(\d[\d,]*(?= ?[-–] ?\d))?(?:(?<=\d) ?[-–] ?)?(?<![\d.,$€£])(\d[\d,]*\d)[\"”]?,?"
        rf"(?: (?:people|marchers|demonstrators|protesters))? (?:says?|said|according to) (?:the )?(?:{who})\b",
        re.IGNORECASE,
    )


@cache
def _sized() -> re.Pattern[str]:
    crowd = "|".join(sorted(counted.words("crowd")))
    hedge = r"about|around|some|nearly|roughly|almost|over|at least|more than|between|an estimated|up to|close to"
    return re.compile(
        rf"\b(?:{crowd})\b(?: [a-z]+){{0,6}}? (?:of|at|as|was|were|be|to)\b(?: (?:{hedge}))?"
        rf"(?: (\d[\d,]*) ?(?:-|–|to|and))? ?({numbers.spelled()}(?:[ -](?:hundred|thousand|million))?)\b",
        re.IGNORECASE,
    )


class Departed:
    """Finds those who went in one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words

    @cached_property
    def _convoy(self) -> bool:
        """Whether the report tells of people brought away together: a convoy, buses, an evacuation."""
        return not counted.words("convoy").isdisjoint(self._parse.low_lemmas)

    def within(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """Each number of a sentence with the token that it is read at: of all, of some among them, and of batches."""
        if not self._convoy:
            return
        span = self._parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        for match in (*_gone().finditer(text, span.start, span.end), *_carried().finditer(text, span.start, span.end)):
            if many := _gone_number(match[1]):
                yield self._at(sentence, match.start(1)), stated(counted.CROWD, (many, many), text, *match.span(1))
                yield from self._part(sentence, text, match.end(2), span.end, many)
        for match in _batch().finditer(text, span.start, span.end):
            place = float(table("ordinals")[match[1].lower()])
            found = stated(counted.BATCH, (place, place), text, match.start(1), match.end(2))
            yield self._at(sentence, match.start(1)), found

    def _part(
        self, sentence: Sentence, text: str, start: int, end: int, whole: float
    ) -> Iterator[tuple[int, Quantity]]:
        match = _PART.match(text, start, end)
        some = _gone_number(match[1]) if match else None
        if match and some and some < whole and group_in(match[2]):
            start, end = match.start(1), match.end(2)
            found = Quantity(
                of=counted.CROWD, low=some, high=some, whose=match[2].lower(), sense="part", start=start, end=end
            )
            yield self._at(sentence, start), found

    def _at(self, sentence: Sentence, start: int) -> int:
        return next((t for t in range(sentence.first, sentence.end) if start < self._parse.ends[t]), sentence.first)


def _gone_number(words: str) -> float | None:
    found = numbers.words(words.lower().split())
    return found[0] if found and found[0] == found[1] and found[0] >= MANY else None


@cache
def _gone() -> re.Pattern[str]:
    """`2,300 people ... had boarded`: a number, those counted, perhaps who was among them, and that they went."""
    verbs = "|".join(sorted(counted.words("depart")))
    fighters = "fighters|militants|rebels|gunmen"
    aside = rf"(?:{_NAMED}[^.,;]{{0,60}}?,?)?"
    return re.compile(
        rf"(?<![\d,.])({_MANY_WORDS}) ((?:[a-z]+ )?(?:people|persons|civilians|residents|{fighters}))"
        rf"(?={aside} (?:(?:were|was|are|had|have|has|been|also) )*(?:{verbs})\b)",
        re.IGNORECASE,
    )


@cache
def _carried() -> re.Pattern[str]:
    """`11 buses carried about 500 people`: what they went in, and how many."""
    return re.compile(
        r"\b(?:buses|coaches|convoy|convoys|vehicles|ambulances) (?:that |which )?(?:were |was )?"
        r"(?:took|carried|carrying|brought|bringing|transported|evacuated|with)(?: about| some| around| nearly)? "
        rf"({_MANY_WORDS}) ((?:[a-z]+ )?(?:people|persons|civilians|residents|fighters|militants|rebels|gunmen))\b",
        re.IGNORECASE,
    )


@cache
def _batch() -> re.Pattern[str]:
    """`The fourth batch of fighters left`: one of several that go or come one after another."""
    order, nouns = "|".join(sorted(table("ordinals"))), "|".join(sorted(counted.words("batch")))
    verbs = "|".join(sorted(counted.words("depart")))
    return re.compile(rf"\b({order}) ({nouns})\b(?= (?:of|to (?:{verbs})|{verbs})\b)", re.IGNORECASE)
