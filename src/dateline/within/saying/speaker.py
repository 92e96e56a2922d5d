"""Who a source is: its entity, what kind of speaker, whose voice it is, and why it has no name."""

from __future__ import annotations

import re

import msgspec

from dateline.knowledge.countries import country_of_adjective
from dateline.knowledge.outlets import KnownOutlet, outlets
from dateline.knowledge.speakers import body, speaks_as, voice
from dateline.model import Mention, Report, SpeakerKind
from dateline.within.mention_index import MentionIndex
from dateline.within.parse import Parse
from dateline.within.saying.clauses import Clauses, Range

_ANONYMITY = re.compile(
    r"(?:on|under) (?:the )?(?:strict )?conditions? of anonymity[^.,;”\"]*"
    r"|(?:not|n[’']t) (?:be )?authori[sz]ed to [^.;”\"]*"
    r"|(?:declin|refus|ask|request|wish|want|prefer)\w* (?:not )?to (?:be (?:named|identified|quoted)|give \w+ names?"
    r"|remain anonymous|speak on the record)[^.,;”\"]*"
    r"|request(?:ed|ing) anonymity[^.;”\"]*|ask(?:ed|ing) for anonymity[^.;”\"]*",
    re.IGNORECASE,
)


_RANKED = ("police", "fire", "coroner")  # what a "County Chief Deputy" is, whatever the words beside it
_ASIDE = re.compile(r" ?,| (?:who|which|whose|whom) ")
_OWN = 4  # words: "our correspondent in Ola"


class Speaker(msgspec.Struct, frozen=True):
    """Who a source is: its words, entity, kind, body, and the outlet if it is a known one."""

    words: str
    entity: str | None
    kind: SpeakerKind
    body: str = ""
    outlet: KnownOutlet | None = None
    anonymity: str | None = None
    expert: bool = False


def speaker(report: Report, clauses: Clauses, index: MentionIndex, head: int, source: Range) -> Speaker:
    """Make out the speaker behind a source's head word and range."""
    parse = clauses.parse
    head = _owned(clauses, _writer(clauses, index, head), source)
    mention = index.best(head) if parse.tags[head] not in ("WP", "WDT") else _antecedent(clauses, index, head)
    called = _called(clauses, index, head, source)
    mention = called if called and (mention is None or called.kind != "person") else mention
    bearer = _bearer(index, mention) if mention else None
    words = _spelled_out(clauses, index, source)
    known = None if bearer and bearer.form == "name" and bearer.kind == "person" else _outlet(words, bearer)
    own = _own_eyes(report, words)
    kind = "outlet" if own else _kind(clauses, head, bearer, known)
    bare = source[1] - source[0] == 1 and parse.tags[head] in ("PRP", "WP", "WDT", "DT")
    said = _short(bearer.text if bare and bearer and bearer.form != "pronoun" else report.words(parse.span(*source)))
    several = " and " in said and bool(clauses.kids(head, "conj"))
    core = _core(clauses, head, source)
    descriptions = [*_descriptions(index, mention, words[:core]), words[core:]]
    return Speaker(
        words=said if several or not (bearer and bearer.form == "name") else _longer(said, bearer),
        entity=mention.entity if mention else None,
        kind=kind,
        body="own" if own else _body(parse, descriptions, _people(clauses, index, source, bearer)),
        outlet=known,
        anonymity=_anonymity(report, clauses, head) if kind == "anonymous" else None,
        expert=kind == "person"
        and any(speaks_as(_singular(word.lower()), "expert") for said in descriptions for word in said),
    )


def _called(clauses: Clauses, index: MentionIndex, head: int, source: Range) -> Mention | None:
    """Whose name ends a source that opens with what it is: "the head of the clinic Ida Ruiz", "the group Ola 24"."""
    noun = _singular(clauses.parse.lowers[head])
    kind = "person" if speaks_as(noun, "office") else "organization" if speaks_as(noun, "group") else ""
    named = (m for m in index.inside(*source) if m.form == "name" and m.kind == kind)
    found = next((m for m in named if index.range(m)[1] == source[1]), None)
    return found if found and (kind == "person" or index.range(found)[0] == head + 1) else None


def _owned(clauses: Clauses, head: int, source: Range) -> int:
    """The body at the end of a source that somebody owns: "the League of Ola's Health Office" is that office."""
    parse, last = clauses.parse, source[1] - 1
    owned = any(parse.tags[token] == "POS" for token in range(head, last))
    return last if owned and parse.pos[last] == "PROPN" and speaks_as(parse.lowers[last], "institution") else head


def _writer(clauses: Clauses, index: MentionIndex, head: int) -> int:
    """Whoever wrote what is cited, where a person is named: "Ruiz's letter said" is Ruiz; else the head itself."""
    if not speaks_as(_singular(clauses.parse.lowers[head]), "written"):
        return head
    for owner in clauses.kids(head, "poss"):
        mention = index.best(owner)
        bearer = _bearer(index, mention) if mention else None
        if bearer and bearer.form == "name" and bearer.kind == "person":
            return owner
    return head


def _longer(said: str, bearer: Mention) -> str:
    """The name of a speaker, with the capital before it where the report has one: "the UN Support Office"."""
    before, found, _ = said.partition(bearer.text)
    own = before.split()[-1:]
    if bearer.kind != "organization" or not found or not own:
        return bearer.text
    if own[0].endswith(("'s", "’s")):
        return f"{before}{bearer.text}"
    return f"{own[0]} {bearer.text}" if own[0].isupper() else bearer.text


def _short(words: str) -> str:
    """A description short of its asides: "a Syrian official, who spoke ..." is a Syrian official."""
    return _ASIDE.split(words, maxsplit=1)[0]


def _own_eyes(report: Report, words: list[str]) -> bool:
    """Say whether the outlet itself is the source: by its name, "our correspondent", "this newspaper"."""
    said = [word.lower() for word in words]
    if report.outlet and said[: len(report.outlet.name.split())] == report.outlet.name.lower().split():
        return len(said) <= len(report.outlet.name.split()) + 2
    press = any(speaks_as(word, kind) for word in said for kind in ("outlet", "newsroom"))
    return said[0] in ("this", "our") and press and len(_short(" ".join(said)).split()) <= _OWN


def _bearer(index: MentionIndex, mention: Mention) -> Mention:
    """The fullest name of whoever a mention stands for, or the first words for them that are no pronoun."""
    named = index.named(mention)
    if named.form == "name":
        return named
    return next((m for m in index.chain(mention.entity) if m.form != "pronoun"), mention)


def _antecedent(clauses: Clauses, index: MentionIndex, head: int) -> Mention | None:
    thing = clauses.parse.lowers[head] == "which"
    for above in clauses.parse.above(head):
        if clauses.parse.pos[above] in ("NOUN", "PROPN", "PRON"):
            found = index.best(above)
            if not (thing and found and found.kind == "person"):  # "the forces of Ruiz, which say"
                return found
    return None


def _outlet(words: list[str], named: Mention | None) -> KnownOutlet | None:
    found = outlets().within(words)
    if found:
        return found[2]
    return outlets().named(named.name or named.text) if named and named.form == "name" else None


def _descriptions(index: MentionIndex, mention: Mention | None, words: list[str]) -> list[list[str]]:
    """What the report says of a speaker, here and wherever else it names him, each as a row of words."""
    found = [words]
    if mention:
        for other in index.chain(mention.entity):
            found += [other.role.split()] if other.role else []
            found += [other.text.split()] if other.form in ("role", "name") else []
    return found


def _spelled_out(clauses: Clauses, index: MentionIndex, source: Range) -> list[str]:
    """The words of a source, with the name put for "its" and "their"."""
    parse = clauses.parse
    found: list[str] = []
    for token in range(*source):
        owner = index.at(token) if parse.tags[token] == "PRP$" else None
        named = _bearer(index, owner) if owner else None
        found += named.text.split() if named and named.form == "name" else [parse.words[token]]
    return found


def _core(clauses: Clauses, head: int, source: Range) -> int:
    """How many words of a source come before a clause about it: "relatives of two brothers | charged in court"."""
    clauses_of = [k for k in clauses.parse.kids[head] if clauses.parse.deps[k] in ("relcl", "acl") and k > head]
    return min(clauses_of, default=source[1]) - source[0]


def _people(clauses: Clauses, index: MentionIndex, source: Range, bearer: Mention | None) -> set[str]:
    """The words of a source that are people's names; of a named person only his own ("Ruiz of St. Vincent")."""
    parse = clauses.parse
    if bearer and bearer.form == "name" and bearer.kind == "person":
        return set((bearer.name or bearer.text).lower().split())
    named = {w for m in index.inside(*source) if m.kind == "person" for w in m.name.lower().split()}
    return named | {
        parse.lowers[t]
        for a, b, label in parse.names
        if label == "PERSON"
        for t in range(a, b)
        if source[0] <= a < source[1]
    }


def _body(parse: Parse, descriptions: list[list[str]], own: set[str]) -> str:
    """Whose voice a speaker is: a body of the kinds that every place has, or the words for the one he speaks for."""
    for words in descriptions:
        if whose := voice([w for w in words if w.lower() not in own]).split():
            rank = body(words)
            found = _force(whose) or body(whose) or _fuller(parse, whose)
            return found or (rank if rank in _RANKED else " ".join(whose[:7]))
    return next((found for words in descriptions[:-1] if (found := body(words))), "")  # the last is a clause about him


def _force(whose: list[str]) -> str:
    """The navy or army that a soldier speaks for, without his rank: "Indian navy"."""
    if body(whose) != "military":
        return ""
    return " ".join(w for w in whose if speaks_as(w.lower(), "institution") or country_of_adjective(w))


def _fuller(parse: Parse, whose: list[str]) -> str:
    """The body that a longer name of the report shows: "UKH" is a hospital where "UKH Medical Center" stands too."""
    size = len(whose)
    longer = (parse.words[a:b] for a, b, _ in parse.names if b - a > size and parse.words[a : a + size] == whose)
    return next((found for words in longer if (found := body(words))), "")


def _kind(clauses: Clauses, head: int, bearer: Mention | None, known: KnownOutlet | None) -> SpeakerKind:
    if known:
        return "agency" if known.kind == "agency" else "outlet"
    if bearer is not None and bearer.form in ("name", "role") and clauses.parse.tags[head] not in ("NN", "NNS"):
        return _by_entity(bearer)
    found = _by_noun(clauses, head, bearer)
    if found == "collective" and bearer and (bearer.form, bearer.kind) == ("name", "organization"):
        return "institution"  # "the activist group Ola Watch"
    return found or (_by_entity(bearer) if bearer else "person")


def _by_entity(named: Mention) -> SpeakerKind:
    if named.kind == "person":
        return "collective" if named.plural and named.form != "name" else "person"
    if named.kind == "document":
        return "document"
    *before, last = named.name.lower().replace("’", "'").split() or [""]
    cause = any(speaks_as(word.removesuffix("'"), "cause") for word in before)  # "Ola Rights Monitor" is no paper
    if named.kind == "organization" and speaks_as(last, "masthead") and not cause:
        return "outlet"
    return "collective" if named.kind == "group" else "institution"


def _by_noun(clauses: Clauses, head: int, named: Mention | None) -> SpeakerKind | None:
    parse = clauses.parse
    noun = _singular(parse.lowers[head])
    before = f"{parse.lowers[head - 1]} {noun}" if head else noun
    for kind in ("agency", "outlet", "document", "institution"):
        if speaks_as(before, kind):
            return kind
    if speaks_as(noun, "spoken"):
        return "institution"
    if named is not None and named.form == "name" and named.kind == "person":
        return "person"
    if speaks_as(noun, "anonymous") and not _definite(clauses, head):
        return "anonymous"
    for kind in ("document", "outlet", "agency", "institution", "collective"):
        if speaks_as(noun, kind) and (kind != "collective" or _many(clauses, head)):
            public = kind == "agency" and _of_trade(clauses, head)
            return "institution" if public else kind  # type: ignore[return-value]
    if named is None and (found := _by_words(clauses, head, noun)):
        return found
    opens = parse.sentences[parse.sentence_at[head]].first == head
    common = parse.tags[head] in ("NN", "NNS") and (opens or parse.words[head].islower())
    if common and (named is None or (named.kind == "person" and _many(clauses, head))):
        return "document" if named is None else "collective"
    return None


def _by_words(clauses: Clauses, head: int, noun: str) -> SpeakerKind | None:
    """Who "the head of the office" is, and "the coalition supporting trade", of which the parser takes "trade"."""
    if speaks_as(noun, "office"):
        return "person"
    before = (clauses.parse.lowers[kid] for kid in clauses.kids(head, "nmod"))
    return "institution" if any(speaks_as(word, "institution") for word in before) else None


def _of_trade(clauses: Clauses, head: int) -> bool:
    """ "the disaster agency" is a public body, "the news agency" and "the agency" pass on news."""
    parse, before = clauses.parse, head - 1
    trade = head > 0 and parse.tags[before] == "NN" and parse.words[before].islower()
    return trade and not speaks_as(parse.lowers[before], "press")


def _definite(clauses: Clauses, head: int) -> bool:
    """ "the official" stands for one met before, "officials" and "a source" for nobody in particular."""
    parse = clauses.parse
    return parse.tags[head] == "NN" and any(
        parse.lowers[k] in ("the", "this", "that") for k in clauses.kids(head, "det")
    )


def _many(clauses: Clauses, head: int) -> bool:
    return clauses.parse.tags[head] not in ("NN", "NNP")


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def _anonymity(report: Report, clauses: Clauses, head: int) -> str | None:
    sentence = clauses.parse.sentences[clauses.parse.sentence_at[head]]
    found = _ANONYMITY.search(report.words(clauses.parse.span(sentence.first, sentence.end)))
    return found.group().strip(" ,") if found else None
