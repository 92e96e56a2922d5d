"""Texts that lost their commas and apostrophes: `The bridge fell in Ola two officials said`, `Olas mayor`.

Copies of them are given both back where a parser goes wrong without: a comma for the blank before whoever says, at the
end of a sentence, what the sentence tells, and an apostrophe for the last letter of a name that owns what follows. Both
keep the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.knowledge.countries import country_named, country_of_adjective
from dateline.knowledge.numbers import word as number_word
from dateline.knowledge.small_words import small
from dateline.knowledge.speakers import speaks_as
from dateline.within.layout.run_on import opens

COMMA, COLON, OWNS = ",", ":", "'"  # tokenisers part a figure from what follows at a colon
MARKS = {COMMA: (" ", ","), COLON: (" ", ","), OWNS: ("s", "'s")}  # for what of the text they stand, and as what
_LONG = 60  # words of a text from which on it has a comma, if its commas were not lost
_RANKS = r"\b(?:Maj|Gen|Lt|Col|Brig|Capt|Sgt|Adm|Dr|Mr|Mrs|Gov)\."
_SENTENCE = re.compile(rf"(?:{_RANKS}|[^.!?])+(?:[.!?](?![\"'” ])(?:{_RANKS}|[^.!?])*)*[.!?\"]*")
_WORD = re.compile(r"[^\s\"().,;:]+")
_OWNER = re.compile(r"\b([A-Z][A-Za-z-]{2,})s(?= [A-Za-z])")
_NO_PLURAL = re.compile(r"\b([a-z]+[b-df-hj-np-tv-z]y)s(?= [a-z])")  # "the citys mayor": several are cities
_PARTS = "|".join(sorted(small("parts_told")))
_OPENS = r"\b(?:that|and|but|where|when|because|while|as|said|says|which|of)"
_SOME = rf"(?:(?:{_PARTS}|a number) of (?:them|whom)|among them|including|of whom \d+)"
_PART = re.compile(_SOME)
_ADDED = re.compile(
    rf"(?<=[A-Za-z]) (?=(?:adding|citing|noting|stressing) |{_SOME} )"
    r"|(?<=[A-Z]{3}) (?=that )"  # "told OLA that"
)
_JOINED = re.compile(rf"{_OPENS}$")
_HAVE = r"(?:were|was|are|is|have|has|had|died)"
_ASIDE = re.compile(  # "twelve sailors,most of them cooks | were killed"
    rf",(?:{_SOME}(?: (?:were|are) \w+)?|citing)(?: (?!{_HAVE}\b|who\b|which\b|that\b)[\w-]+){{0,10}}?"
    rf"(?<! and)( )(?:{_HAVE}|said|reported) "
)
_KINDS = "|".join(sorted(small("kinds_told")))
_CALLED = re.compile(  # "in Ola | a town near the border", "the Ola Monitor | a group which"
    rf"(?<=[\w)]) (?=an? (?:[a-z]+(?:-[a-z]+)? ){{0,4}}(?:{_KINDS})\b)"
)
_ENDED = re.compile(rf",an?(?: (?!{_HAVE}\b|who\b|which\b|that\b)[\w-]+){{1,14}}?(?<! and)( )(?:told|said) ")
_SET = re.compile(  # "On Monday | two men were shot", "In Ola | a bomb went off"
    r"(?:(?<=[.!?] )|(?<=[.!?]\" )|^)(?:On [A-Z][a-z]+day|Last [a-z]+|In [A-Z][\w-]+)( )"
    r"(?=(?:an?|the|at|some|air|government|rebels?|two|three|four|five|six|seven|eight|nine|ten|dozens|several) )"
)
_DATED = re.compile(  # "On May 3 | ferries sank"
    r"(?:(?<=[.!?] )|(?<=[.!?]\" )|^)On [A-Z][a-z]{2,8}\.? \d{1,2}( )(?=[a-z])"
)
_OPENED = re.compile(  # "In a statement on Friday | the mayor said"
    r"(?:(?<=[.!?] )|(?<=^))((?:In|At|During|Speaking) [^.!?,\"]{3,60}? on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) "
    r"(?=[A-Z]|the |a )"
)
_FEWEST = 5  # words that a sentence tells before somebody says it
_FARTHEST = 9  # words of whoever says it
_WITHIN = ("of", "for", "and", "to")  # what a speaker's name may hold: "the envoy to Ola", "two clerks and a nurse"
_VOICES = ("anonymous", "collective", "institution", "outlet", "agency", "spoken", "office")


def lost(text: str) -> bool:
    """Say whether a text lost its commas and apostrophes: it is long and has neither."""
    return not re.search(r"[,'’]", text) and len(text.split()) >= _LONG


def restored(text: str, report: str) -> str:
    """A copy of as many characters with commas before closing speakers and marks of owners; ``report`` is its whole."""
    owned = _OWNER.sub(lambda found: _owned(found, report), text)
    stamp = opens(text)
    if stamp and text[stamp[1] - 1] == " ":
        owned = owned[: stamp[1] - 1] + COLON + owned[stamp[1] :]
    owned = _NO_PLURAL.sub(rf"\1{OWNS}", owned)
    owned = _OPENED.sub(rf"\1{COMMA}", owned)
    parted = _SET.sub(_behind, _DATED.sub(_behind, _CALLED.sub(_beside, _ADDED.sub(_opening, owned))))
    return _SENTENCE.sub(_closed, _ENDED.sub(_behind, _ASIDE.sub(_behind, parted)))


def _behind(found: re.Match[str]) -> str:
    """What was found with a comma for the blank that stands in it as a group."""
    said, at = found.group(), found.start(1) - found.start()
    return said[:at] + (COLON if said[at - 1].isdigit() else COMMA) + said[at + 1 :]


def _opening(found: re.Match[str]) -> str:
    """A comma for a blank, but behind a word that opens a clause: "and that | some of them fled"."""
    before = found.string[max(0, found.start() - 10) : found.start()]
    some = _PART.match(found.string, found.end())
    return " " if some and _JOINED.search(before) else COMMA


def _beside(found: re.Match[str]) -> str:
    """A comma for the blank behind a name: what it is called follows."""
    name = found.string[: found.start()].rpartition(" ")[2]
    return COMMA if name[:1].isupper() or name[:3] in ("al-", "el-") else " "


def _owned(found: re.Match[str], report: str) -> str:
    name, whole = found[1], found.group()
    owner = country_named(name) or re.search(rf"\b{re.escape(name)}\b(?! [a-z]+s\b)", report)
    plain = country_named(whole) or country_of_adjective(name) or re.search(rf"\b{re.escape(whole.lower())}\b", report)
    return f"{name}{OWNS}" if owner and not plain and not whole.isupper() else whole


def _closed(found: re.Match[str]) -> str:
    """A sentence with a mark before whoever closes it with what he says; none where a quotation ends there."""
    said = found.group()
    words = list(_WORD.finditer(said))
    for verb in _closing([word.group() for word in words]):
        had = verb > 1 and words[verb - 1].group() in small("had")
        first = _speaker([word.group() for word in words[: verb - had]])
        quoted = first is not None and '"' in said[words[first].start() : words[verb].start()]
        if first is not None and first >= _FEWEST and not quoted:
            return _parted(said, words[first].start() - 1)
    return said


def _parted(said: str, at: int) -> str:
    """The sentence with a mark for the blank at ``at``, if it stands between two words."""
    between = re.fullmatch(r"([A-Za-z])? [A-Za-z]|\d [A-Za-z]", said[at - 1 : at + 2])
    return said[:at] + (COMMA if between[1] else COLON) + said[at + 1 :] if between else said


def _closing(words: list[str]) -> Iterator[int]:
    """The numbers of the verbs behind which a sentence ends, or goes on with what else was said or done."""
    verbs = small("closing_verbs") | small("closing_told")
    for number, word in enumerate(words):
        if word not in verbs:
            continue
        end = number + 1
        while end < len(words) and _aside(words[end]):
            end += 1
        told = word in small("closing_told")
        if end == len(words) or (not told and (_goes_on(words[end]) or _later(words, number + 1))):
            yield number


def _later(words: list[str], at: int) -> bool:
    """Whether what follows is how long before or after it was said: "said two days before the talks"."""
    return len(words) > at + 1 and words[at + 1] in small("spans")


def _aside(word: str) -> bool:
    return word.lower() in small("closing_tail") or word[0].isupper() or word[0].isdigit()


def _goes_on(word: str) -> bool:
    return word in small("closing_stop") or word.endswith("ing")


def _speaker(words: list[str]) -> int | None:
    """Where the words of the speaker begin that end ``words``; None where they are no speaker's."""
    last = len(words) - 1
    if words[last] in small("closing_pronouns"):
        return last
    opened = _opened(words, last)
    if opened is None and (words[last][0].isupper() or _voice(words[last])):
        return _bare(words, last)
    return opened


def _opened(words: list[str], last: int) -> int | None:
    """Where a speaker begins that an article opens: "the head of the group", not "the door of the group"."""
    for number in range(last, max(-1, last - _FARTHEST), -1):
        word, before = words[number], words[number - 1] if number else ""
        if word in small("np_opens") and before not in small("np_bars"):
            return number
        placed = words[last][0].isupper() and speaks_as(before.lower(), "anonymous")  # "a source at the Ola Command"
        if word in small("np_bars") and word not in _WITHIN and not (_speaks(before) or placed):
            return None
    return None


def _speaks(word: str) -> bool:
    """Whether a word is somebody who speaks for others, be it at a place: "its spokesman in the city Ruiz"."""
    return speaks_as(word.lower(), "spoken") or speaks_as(word.lower(), "office")


def _bare(words: list[str], last: int) -> int | None:
    """Where a speaker begins that has no article: a name with its office, "residents", "local officials"."""
    first = last
    while first and last - first < _FARTHEST:
        word, before = words[first], words[first - 1]
        if (country_of_adjective(word) and before[0].isupper()) or (_several(word) and _several(before)):
            break  # "in Idlib | Russian spokesman Ruiz", "among residents | activists said"
        beyond = words[first - 2] if first > 1 else ""
        if number_word(beyond.lower()) is not None and (before == "people" or _several(before)):
            break  # "which killed nine people | local radio said"
        if before in _WITHIN and _named(word, words[last]) and beyond and _named(beyond, beyond):
            first -= 2
        elif _belongs(words, first):
            first -= 1
        else:
            break
    return None if first and words[first - 1] in small("np_bars") | small("np_opens") else first


def _belongs(words: list[str], first: int) -> bool:
    """Whether the word before still belongs to a speaker: an adjective of bodies, an office, the body itself."""
    word, before = words[first], words[first - 1]
    if before[0].isdigit():
        return False  # "on March 3 | ministry spokesman Ruiz"
    if before[0].islower():
        return before in small("np_describes") or _voice(before)
    return word[0].isupper() or bool(country_of_adjective(before)) or not _set_in(words, first - 1)


def _named(word: str, last: str) -> bool:
    return word[0].isupper() or _voice(last)


def _several(word: str) -> bool:
    return word.endswith("s") and word[0].islower() and _voice(word)


def _set_in(words: list[str], number: int) -> bool:
    """Whether the name that ends at a word hangs on a preposition: "in Ola", whose spokesman that one is not."""
    while number and words[number][0].isupper():
        if country_of_adjective(words[number]) and words[number - 1][0].isupper():
            return False  # "of Ola | Danish Navy Ministry spokesman Ruiz"
        number -= 1
    return words[number] in small("np_bars")


def _voice(word: str) -> bool:
    one = word.lower()
    forms = (one, one.removesuffix("s"), one.removesuffix("es"))
    return one not in small("other") and any(speaks_as(form, kind) for kind in _VOICES for form in forms)
