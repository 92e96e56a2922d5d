"""What a deed did to those it hit: killed, hurt, taken, or hit and maybe dead; and deaths told by what was not done."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_FATAL = frozenset({"dead", "death", "fatally", "mortally", "fatal", "deadly"})
_HIT = frozenset({"shoot", "shooting", "hit", "strike", "graze"})  # who is hit may be dead or only hurt
_FOUND = frozenset({"find", "discover", "locate"})
_CARRIED = small("carried")
_LISTED = frozenset({"list", "admit"})  # in critical condition, to hospital
_NEAR = 12  # words behind "died" in which an illness may be named
_HELD_IN = small("held_in")
_INSIDE = frozenset({"in", "police"})
_SELVES = small("selves")
_LIVING = frozenset({"did", "does", "have", "has", "had"})


class Outcomes:
    """Says of the deeds of one parse under what those they hit are counted."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse

    def of(self, deed: Deed) -> str | None:
        """Under what those whom a deed hit are counted; None where it hit nobody."""
        words = classes()
        if deed.kind in ("election", "sport") or deed.action == "REJECT":  # rivals are beaten, bills killed
            return None
        if deed.kind == "death" or deed.lemma in words["lethal"] | words["slaying"] or self._struck_down(deed):
            return None if self.ill(deed) or deed.lemma == "casualty" else "killed"  # the hurt are casualties, too
        verbal = self._parse.pos[deed.token] in VERBAL or deed.lemma in {"shoot", "shooting"}
        if deed.lemma in _HIT and deed.action == "ASSAULT" and verbal:
            return "killed" if self._fatal(deed.token) else "shot"
        if deed.kind == "injury" and (self._parse.pos[deed.token] == "NOUN" or deed.lemma in _FOUND):
            near = (self._grammar.preps(deed.token, word) for word in ("of", "to"))
            of = next((whom for whom in near if whom), ())  # who has wounds may have died of them
            return "injured" if (of and of == deed.recipients) or self.healing(deed.token) else "shot"
        if deed.lemma in words["harmful"] or deed.kind == "injury":
            fatal = verbal and deed.lemma in words["harmful"] and self._fatal(deed.token)
            shot = verbal and self._by_gunfire(deed.token)  # others were hurt otherwise
            return "killed" if fatal else "shot" if shot else "injured"
        inside = deed.lemma in _HELD_IN and self._parse.lowers[deed.token - 1] in _INSIDE
        held = inside or deed.lemma in words["captive"]
        if held and deed.action in {"COERCE", "ASSAULT"}:
            return "captured"
        if (deed.kind == "medical" or deed.action == "AID") and deed.lemma in _CARRIED | _LISTED:
            return "treated"
        moved = deed.kind == "displacement" or deed.mode == "deport"
        return "displaced" if moved else "participants" if deed.action in {"PROTEST", "CONSULT"} else None

    def _by_gunfire(self, verb: int) -> bool:
        """Say whether it is told that shots hurt: "injured by gunfire"."""
        return any(self._parse.lowers[noun] in small("gunfire") for noun in self._grammar.agents(verb))

    def healing(self, injury: int) -> bool:
        """Say whether who has an injury gets over it: "are recovering from their injuries"."""
        parse, prep = self._parse, self._parse.heads[injury]
        return parse.lowers[prep] == "from" and parse.low_lemmas[parse.heads[prep]] in small("healing")

    def ill(self, deed: Deed) -> bool:
        """Say whether somebody died of what nobody did: "died of cancer"."""
        if deed.kind != "death" or deed.action != "OTHER":
            return False
        of = [n for word in ("of", "from", "to", "after") for n in self._grammar.preps(deed.token, word)]
        of += filter(
            lambda n: self._under(n, deed.token), range(deed.token + 1, min(deed.token + _NEAR, len(self._parse)))
        )
        return any(self._parse.low_lemmas[noun] in classes()["illness"] for noun in of)

    def _under(self, noun: int, verb: int) -> bool:
        """Say whether a noun says of what, however deep it hangs: "died at the age of 44 of lung cancer"."""
        parse = self._parse
        if parse.deps[noun] != "pobj" or parse.lowers[parse.heads[noun]] not in {"of", "from"}:
            return False
        between = list(parse.above(noun))
        return verb in between and all(parse.pos[t] not in VERBAL for t in between[: between.index(verb)])

    def _fatal(self, verb: int) -> bool:
        """Say whether a shooting killed: "shot dead", "shot to death", "fatally shot", "shot and killed"."""
        parse, grammar = self._parse, self._grammar
        for kid in grammar.kids[verb]:
            if (parse.lowers[kid] in _FATAL and not self._of_some(kid)) or self._killed(verb, kid):
                return True
        return self._to_death(verb) or any(word in _FATAL for word in parse.lowers[max(0, verb - 1) : verb + 2])

    def _struck_down(self, deed: Deed) -> bool:
        return deed.action == "ASSAULT" and self._parse.pos[deed.token] in VERBAL and self._to_death(deed.token)

    def _to_death(self, verb: int) -> bool:
        """Say whether a verb killed whomever it struck: "hacked to death"."""
        return any(self._parse.lowers[noun] in _FATAL for noun in self._grammar.preps(verb, "to"))

    def _of_some(self, word: int) -> bool:
        """Say whether "fatally" is said of some of those who were hit: "six people, one fatally", "none fatally"."""
        before = self._parse.lowers[word - 1]
        return before in ("none", "not") or numbers.word(before) is not None

    def _killed(self, verb: int, kid: int) -> bool:
        """Say whether "and killed" has the same victim; in "shot him and killed her" it has not."""
        parse, grammar = self._parse, self._grammar
        if parse.deps[kid] != "conj" or parse.lemmas[kid] != "kill" or grammar.has(kid, "nsubj", "nsubjpass"):
            return False
        return not (grammar.has(verb, "dobj", "nsubjpass") and grammar.has(kid, "dobj"))


class Lost:
    """Finds the deaths of one parse that stand under a "not"."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        words = classes()
        self._outlive, self._save = words["outlive"], words["save"]

    def settled(self, deed: Deed) -> Deed:
        """The death of those of whom it is denied that they were saved or lived; any other deed as it is."""
        if deed.modality != "denied" or self._parse.pos[deed.token] not in VERBAL:
            return deed
        if deed.lemma in self._save:
            who = self._grammar.objects(deed.token)
        elif deed.lemma in self._outlive and (all_of := self._none_of(deed.token)):
            who = all_of
        elif deed.lemma in self._outlive and self._past(deed.token):
            who = self._grammar.subjects(deed.token) if self._told(deed.token) else ()
        else:
            return deed
        people = tuple(
            head
            for head in who
            if self._parties.person(head) and not self._none(head) and self._parse.lowers[head] not in _SELVES
        )
        if not people:
            return deed
        because = f"“{deed.lemma}” is denied"
        return replace(
            deed,
            lemma="die",
            action="OTHER",
            mode="die",
            kind="death",
            actors=(),
            recipients=people,
            modality="happened",
            reasons=(*deed.reasons, because),
        )

    def _none_of(self, verb: int) -> tuple[int, ...]:
        """Those of whom none lived: "none of the four aboard survived"."""
        grammar, lowers = self._grammar, self._parse.lowers
        aux = {lowers[kid] for kid in grammar.labelled(verb, "aux", "neg")}
        subjects = grammar.subjects(verb) if aux <= _LIVING else ()
        return tuple(who for head in subjects if self._none(head) for who in grammar.preps(head, "of"))

    def _past(self, verb: int) -> bool:
        """Say whether it is told of what was, not of what is to come: "did not survive", not "may not survive"."""
        aux = {self._parse.lowers[kid] for kid in self._grammar.labelled(verb, "aux")}
        return aux <= _LIVING and self._grammar.has(verb, "neg")

    def _told(self, verb: int) -> bool:
        """Say whether it is plain who: the verb's own subject, or that of the verb which it stands in a row with."""
        parse, head = self._parse, self._parse.heads[verb]
        others = any(parse.pos[t] == "NUM" and parse.deps[t] == "conj" for t in range(head, verb))
        return self._grammar.has(verb, "nsubj") or (parse.deps[verb] in {"conj", "relcl"} and not others)

    def _none(self, head: int) -> bool:
        return self._parse.lowers[head] in classes()["nobody"]
