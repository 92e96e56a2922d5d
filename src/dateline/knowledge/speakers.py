"""Speakers by the noun that names them: anonymous, collective, document ...; and the bodies that officers speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise, takewhile

from dateline.knowledge.countries import country_named, country_of_adjective

PRIVATE = ("own", "family", "neighbour", "school", "defence", "military")  # for whom those speak who are no officers
_BODY, _SAME = "body:", "same:"
_OF = ("of", "for", "at", "from", "with", "by")
_BREAKS = frozenset(
    [
        "who",
        "whom",
        "which",
        "that",
        "with",
        "by",
        "to",
        "against",
        "under",
        "among",
        "as",
        "is",
        "was",
        "has",
        "had",
        "have",
        "been",
    ]
)
_LITTLE = frozenset(("the", "a", "an", "its", "his", "her", "their", "'s", "’s", "s", "of", "for", "in", "and"))
_SHORT_OWNER = re.compile(r"^([A-Z]{2,})['’]?s$")  # "ISs statement": the text lost its apostrophes
_BRACKET = re.compile(r" ?\([^)]*\)$")  # "Doctors Without Borders (MSF)"
_FORCE = re.compile(r"[A-Z]{1,4}(?:PD|SO)")  # a police department or sheriff's office by its initials


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    lines = (files("dateline.knowledge") / "data" / "speakers.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            found[name] = frozenset(word.replace("_", " ") for word in words.split())
    return found


@cache
def _bodies() -> tuple[tuple[str, frozenset[str]], ...]:
    """Bodies with the words that make a speaker one of theirs, in the order in which they are tried."""
    lines = (files("dateline.knowledge") / "data" / "speakers.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.removeprefix(_BODY).split("\t") for line in lines if line.startswith(_BODY))
    return tuple((name, frozenset(word.replace("_", " ") for word in words.split())) for name, words in rows)


@cache
def _own_names() -> tuple[str, ...]:
    """The names of much-cited bodies that are several words long."""
    return tuple(filed.removeprefix(_SAME) for filed in _classes() if filed.startswith(_SAME) and " " in filed)


def speaks_as(noun: str, name: str) -> bool:
    """Say whether a noun, in the singular and lower case, is of a class of speakers."""
    return noun in _classes()[name]


def body(words: Sequence[str]) -> str:
    """The body that these words (a title, an office, a description) make somebody speak for: "police"; or "" ."""
    plain = (word.lower().replace("’", "'") for word in words)
    lowered = [_whole(word).removesuffix("'s") for word in plain if word != "'s"]  # "State 's Attorney" is three tokens
    lowered = [a for a, b in pairwise([*lowered, ""]) if not (a == "deputy" and b in _classes()["seconded"])]
    pairs = {f"{a} {b}" for a, b in pairwise(lowered)}
    said = {
        *lowered,
        *(word.removesuffix("s") for word in lowered),
        *pairs,
        *(pair.removesuffix("s") for pair in pairs),
    }
    together = " ".join(lowered)
    if any(name in together for name in _own_names()) or not _classes()["league"].isdisjoint(lowered):
        return ""  # "Doctors Without Borders" and a doctors' union are no hospital
    for name, members in _bodies():
        if members & said:
            return name
    return "police" if any(_FORCE.fullmatch(word) for word in words) else ""


def _whole(word: str) -> str:
    """A word without the one stop that shortens it: "sgt."."""
    return word[:-1] if word.endswith(".") and word.count(".") == 1 else word


def voice(words: Sequence[str]) -> str:
    """Whose voice an office or a statement is: "coalition spokesman", "head of the agency" give coalition, agency.

    Empty where no body is named: a body has a capital, or is an institution by its last word.
    """
    if len(words) > 1 and words[0].lower() in _classes()["heading"]:
        return voice(["head", "of", *words[1:]])  # "Ruiz, who | heads the rescue service"
    for place, word in enumerate(words):
        if word.lower().strip(",") == "minister":
            return _ministry(words, place)
        if word.lower() in _classes()["office"]:
            after = [w.lower() for w in words[place + 1 : place + 2]]
            whose = words[place + 2 :] if after and after[0] in _OF else _right_before(words[:place])
            found = [w for w in _unbased(_whole_body(whose)) if w.lower() not in _LITTLE and w[:1].isalnum()]
            if found and found[-1].lower() in _classes()["unbodied"]:
                return ""  # a vice president, a majority leader or a secretary of state speaks as himself
            if found and (country_named(" ".join(found)) or country_of_adjective(" ".join(found))):
                return ""  # a president's voice is his own
            if found and (any(w[0].isupper() for w in found) or speaks_as(found[-1].lower(), "institution")):
                return " ".join(_SHORT_OWNER.sub(r"\1", w) for w in found)
    return ""


def _right_before(words: Sequence[str]) -> Sequence[str]:
    """The words of one phrase that end a row: "a lawyer who fell out with | the Ola council" president."""
    last = max((place for place, word in enumerate(words) if word.lower() in _BREAKS), default=-1)
    return words[last + 1 :]


def _whole_body(words: Sequence[str]) -> Sequence[str]:
    """The body of which words name a part or the seat: "a team of the Ola Rescuers in the region"."""
    for place, word in enumerate(words):
        if place and word.lower() in ("in", "at") and not any(w[:1].isupper() for w in words[place:]):
            words = words[:place]
            break
    of = next((place for place, word in enumerate(words) if word == "of"), 0)
    part = of and words[of - 1].lower() in _classes()["part"]
    return words[of + 1 :] if part and any(w[:1].isupper() for w in words[of + 1 :]) else words


def body_of(words: str) -> str:
    """The body with a name that an unnamed source belongs to: "a source in the Ola Command"; empty for a country's."""
    said = words.split()
    for place, word in enumerate(said):
        if place and word.lower() in (*_OF, "in"):
            whose = list(takewhile(lambda w: w[:1].isupper() or w.lower() in _LITTLE, said[place + 1 :]))
            bodied = any(speaks_as(w.lower(), "institution") or w.isupper() for w in whose)
            return " ".join(w for w in whose if w.lower() not in _LITTLE or w.lower() in _OF) if bodied else ""
        if place and word[:1].isupper() and not (country_of_adjective(word) or country_named(word)):
            return word if word.isupper() and len(word) > 1 else ""
    return ""


def _ministry(words: Sequence[str], place: int) -> str:
    """The ministry of "Syria's Minister of Defense" or "Russian Defence Minister"; none of a prime minister."""
    before = [w for w in words[:place] if w[:1].isalpha()][-3:]
    if before and (before[-1].lower() in ("prime", "first") or speaks_as(before[0].lower(), "gone")):
        return ""
    after = list(words[place + 1 :])
    portfolio: list[str] = []
    if after and after[0].lower() in ("of", "for") and not words[place].endswith(","):
        for word in after[1:]:
            if word.lower() not in ("the", "and") and not word[:1].isupper():
                break
            portfolio.append(word.strip(","))
            if word.endswith(","):
                break
    if portfolio:
        whose = [w for w in before if w[0].isupper()]
        return " ".join([*whose, "Ministry of", *portfolio])
    whose = list(takewhile(lambda w: w[0].isupper() or speaks_as(w.lower(), "portfolio"), reversed(before)))
    return " ".join([*reversed(whose), "Ministry"]) if whose else ""


def portfolio(words: str) -> str:
    """What a minister is minister of, for he is not the one of another portfolio; empty for everybody else."""
    said = words.lower().split() if "minister" in words.lower() else []
    kinds = (_classes()["portfolio"], _classes()["ranking"])
    return " ".join(sorted(word for word in said if any(word in kind for kind in kinds)))


def _unbased(words: Sequence[str]) -> list[str]:
    """Words without "UK-based" or "UK - based"."""
    kept: list[str] = []
    for word in words:
        if word == "based" and kept[-1:] == ["-"]:
            del kept[-2:]
        elif not word.endswith("-based"):
            kept.append(word)
    return kept


def other_name(name: str) -> str:
    """The name that a much-cited body is filed under, whatever it is called here; in lower case."""
    bare = _BRACKET.sub("", name.lower())
    lowered = _told(bare).replace("defense", "defence")
    return _filed().get(lowered, lowered)


@cache
def _filed() -> dict[str, str]:
    """The names that much-cited bodies go by, each with that under which its body is filed."""
    found: dict[str, str] = {}
    for filed, members in _classes().items():
        if filed.startswith(_SAME):
            own = filed.removeprefix(_SAME)
            found = dict.fromkeys((*members, _told(own)), own) | found
    return found


def aliases(name: str) -> tuple[str, ...]:
    """All names of the much-cited body that goes by one, in lower case; empty where none does."""
    rows = ((filed.removeprefix(_SAME), names) for filed, names in _classes().items() if filed.startswith(_SAME))
    return next(((filed, *sorted(names)) for filed, names in rows if name in (filed, *names)), ())


def _told(name: str) -> str:
    """The words that tell a name from others."""
    return " ".join(word for word in name.split() if word not in _LITTLE and not word.endswith("-based"))


def proper_name(filed: str) -> str:
    """The name, with its capitals, of a much-cited body that goes by several; empty for all others."""
    if f"{_SAME}{filed}" not in _classes() or " " not in filed:
        return ""
    return " ".join(word if word in _LITTLE else word.capitalize() for word in filed.split())


def seated(words: Sequence[str]) -> bool:
    """Say whether words name a body by its seat or its office: "hospital officials", not "doctors" or "an autopsy"."""
    said = {word.lower().strip(".,").replace("’s", "").replace("'s", "") for word in words}
    return bool(said & _classes()["seat"]) or any(word[:1].isupper() for word in words[1:])


def perceived(text: str) -> bool:
    """Say whether words are those of somebody who was there: "I heard four shots"."""
    told = re.findall(r"[a-z]+", text.lower())
    unheard = any(a in ("t", "not", "never") and b in _classes()["unperceived"] for a, b in pairwise(told))
    return not (_classes()["perceived_firmly"] if unheard else _classes()["perceived"]).isdisjoint(told)


def sole(words: str) -> bool:
    """Say whether words are an office of which a place has one, without a name: "the mayor", "the mayor of Ola"."""
    first, *said = words.split(" of ", maxsplit=1)[0].split()
    office, before = " ".join(said[-2:]).lower(), said[:-2]
    if office not in _classes()["sole"]:
        office, before = "".join(said[-1:]).lower(), said[:-1]
    lands = all(country_of_adjective(word) for word in before)
    return first.lower() == "the" and office in _classes()["sole"] and lands


def sole_service(words: str) -> str:
    """The service of which a place has one that words name or belong to: "civil defence workers"; else empty."""
    said = f" {words.lower().replace('defense', 'defence')} "
    return next((name for name in sorted(_classes()["service"]) if f" {name} " in said), "")


def stood(text: str) -> bool:
    """Say whether words set their speaker where it happened: "who was at the fair", "I was sitting outside"."""
    told = re.findall(r"[a-z]+", text.lower())
    rows = zip(told, told[1:], told[2:], strict=False)
    return any(a in _classes()["self"] and b in ("was", "were") and c in _classes()["placed"] for a, b, c in rows)


def saved(text: str) -> bool:
    """Say whether words tell how their speaker came through it: "I clung to a plank", "we hid under the desks"."""
    told = re.findall(r"[a-z]+", text.lower())
    return any(a in _classes()["self"] and b in _classes()["saved"] for a, b in pairwise(told))


def witnesses(source: str) -> bool:
    """Say whether words for a speaker call him one who was there: "two witnesses"."""
    return any(
        word.rstrip("s") in _classes()["witness"] or word in _classes()["witness"] for word in source.lower().split()
    )


def of_violence(text: str) -> bool:
    """Say whether words speak of what is heard or seen where shots fall or bombs go off."""
    return not _classes()["violence"].isdisjoint(re.findall(r"[a-z]+", text.lower()))


def voiceless(cue: str) -> bool:
    """Say whether a cue tells what was done or talked of, and vouches for nothing: "discussed", "pronounced dead"."""
    return cue.lower().startswith(tuple(_classes()["voiceless"]))


def denies(cue: str) -> bool:
    """Say whether a cue is that of somebody who says that it was not so: "rejected the claim"."""
    return any(word.startswith(tuple(_classes()["denying"])) for word in cue.lower().split())


def reacts(cue: str) -> bool:
    """Say whether a cue is that of somebody who says what he feels about what others tell: "strongly condemned"."""
    return any(word.startswith(tuple(_classes()["reacting"])) for word in cue.lower().split())


def nobody(source: str) -> bool:
    """Say whether the words of a speaker are for no one: "no group"."""
    said = source.lower()
    return said.split(" ", 1)[0] in _classes()["nobody"] or said.startswith("not ")


def of_patients(text: str) -> bool:
    """Say whether words are a hospital's about those in its care: "in stable condition"."""
    return any(words in text.lower() for words in _classes()["ward"])


def of_a_people(source: str) -> bool:
    """Say whether words name the rulers of a country or a people, who speak of much else: "Norwegian authorities"."""
    said = source.split()
    return len(said) > 1 and said[-1].lower() == "authorities" and said[-2][:1].isupper()


def of_force(text: str) -> bool:
    """Say whether words tell that force was used: "had fired four rockets at the bridge"."""
    return any(word.startswith(tuple(_classes()["force"])) for word in re.findall(r"[a-z]+", text.lower()))


def claims_deed(cue: str, told: str) -> bool:
    """Say whether a cue and what it hands over are a claim to an attack: "claimed responsibility", "claimed by"."""
    said = re.findall(r"[a-z]+", told.lower())
    claimed = any(word.startswith("claim") for word in cue.lower().split())
    return claimed and (said[:1] in (["that"], ["which"]) or any(word in _classes()["claimed"] for word in said))


def of_toll(text: str) -> bool:
    """Say whether words speak of how many were killed and hurt."""
    return not _classes()["toll"].isdisjoint(re.findall(r"[a-z]+", text.lower()))


def took_place(text: str) -> bool:
    """Say whether words tell that the thing spoken of was: "the incident took place at noon"."""
    return any(words in text.lower() for words in _classes()["befell"])


def ranks(office: str) -> bool:
    """Say whether an office is a bare rank, which where police speak is theirs: "Chief", "Commander"."""
    return office.lower() in _classes()["rank"]


def performs(cue: str) -> bool:
    """Say whether a cue is an act done in words, which tells of no other act: "promised", "urged", "thanked"."""
    return cue.lower().startswith(tuple(_classes()["performs"]))
