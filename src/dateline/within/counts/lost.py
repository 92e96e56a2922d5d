"""Deaths told by what was not done: whom doctors could not save, who did not survive."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import VERBAL
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_SELVES = small("selves")
_LIVING = frozenset({"did", "does", "have", "has", "had"})


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
