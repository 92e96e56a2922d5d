"""Who can act: which phrases name a person, an organisation, a group or a country, and whom a pronoun stands for."""

from __future__ import annotations

from dateline.knowledge.actions import classes
from dateline.model import Mention
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.mention_index import MentionIndex

_INNER = ("of", "by", "from", "with", "to", "against", "on", "in", "for", "between", "into", "at", "over")
_SIDES = ("of", "by", "from", "with", "between")  # those who agree; what they agree on is no side
_THIRD = frozenset({"its", "their"})
_KINDS = frozenset({"person", "organization", "group", "place"})


class Parties:
    """Parties of one parse, by the head of the phrase that names them."""

    def __init__(self, grammar: Grammar, index: MentionIndex) -> None:
        self.grammar = grammar
        self.index = index
        self._parse = grammar.parse
        self._people = classes()["people"]
        self._agreements = classes()["agreement"]

    def party(self, token: int) -> bool:
        """Say whether a phrase names somebody who acts."""
        parse = self._parse
        if parse.tags[token] == "PRP":
            return parse.lowers[token] not in {"it", "itself"}
        if parse.low_lemmas[token] in self._people and parse.pos[token] != "DET":
            return True
        return self.mention(token) is not None

    def person(self, token: int) -> bool:
        """Say whether a phrase names people who can be hurt or held, and not a country or a company."""
        parse = self._parse
        if parse.tags[token] == "PRP":
            return parse.lowers[token] not in {"it", "itself"}
        if parse.low_lemmas[token] in self._people and parse.pos[token] != "DET":
            return True
        found = self.index.headed(token)
        return found is not None and found.kind in {"person", "group"}

    def mention(self, token: int) -> Mention | None:
        """The mention of a party that a token heads."""
        found = self.index.headed(token)
        return found if found is not None and found.kind in _KINDS else None

    def inner(self, token: int) -> list[int]:
        """The party inside a phrase that names none itself: whose decision, the ban on whom."""
        return [] if self.party(token) else self._inside(token, 0)

    def _inside(self, token: int, depth: int) -> list[int]:
        grammar = self.grammar
        owners = [k for k in grammar.labelled(token, "poss") if self.party(k)]
        if owners and self._parse.tags[owners[0]] != "PRP$":
            return owners
        for word in _SIDES if self._parse.low_lemmas[token] in self._agreements else _INNER:
            for head in grammar.preps(token, word):
                if self.party(head):
                    return [head]
                if depth < 3 and (found := self._inside(head, depth + 1)):
                    return found
        for verb in grammar.labelled(token, "acl"):
            if self._parse.tags[verb] == "VBN" and depth < 3 and (found := self._inside(verb, depth + 1)):
                return found  # "the curfew imposed on the port's residents"
        return self.modifiers(token) or owners

    def modifiers(self, token: int) -> list[int]:
        """Parties that qualify a noun ("U.S. airstrike", "Japanese proposal")."""
        found = []
        for kid in self.grammar.labelled(token, "amod", "compound", "nmod"):
            mention = self.index.headed(kid) or self.index.at(kid)
            named = mention and mention.kind in _KINDS and mention.form in {"name", "role"}
            if named and not any(token in range(*self.index.range(m)) for m in self.index.covering(kid)):
                found.append(kid)
        return found

    def antecedent(self, token: int) -> int | None:
        """The token inside the same sentence that a pronoun stands for, or None."""
        parse = self._parse
        if parse.tags[token] not in {"PRP", "PRP$"}:
            return None
        mention = self.index.headed(token)
        if mention:
            for other in self.index.chain(mention.entity):
                head = self.index.head(other)
                if head is None or other.form == "pronoun" or parse.sentence_at[head] != parse.sentence_at[token]:
                    continue
                if head < token:
                    return head
        return self._owner(token) if parse.tags[token] == "PRP$" else self._speaker(token)

    def _owner(self, token: int) -> int | None:
        """The subject of the clause that what somebody owns or does stands in ("they know that their raids failed")."""
        parse = self._parse
        if parse.lowers[token] not in _THIRD:
            return None
        for verb in parse.above(token):
            if parse.pos[verb] in VERBAL:
                subjects = self.grammar.subjects(verb)
                inside = subjects and parse.edges(subjects[0])[0] <= token < parse.edges(subjects[0])[1]
                if subjects and not inside:
                    return subjects[0] if self.party(subjects[0]) and parse.tags[subjects[0]] != "PRP" else None
        return None

    def _speaker(self, token: int) -> int | None:
        """The subject of the clause that reports what the pronoun does ("Oslo said it would sign")."""
        parse = self._parse
        verb = parse.heads[token]
        if parse.deps[token] not in {"nsubj", "nsubjpass"}:
            return None
        for _ in range(3):
            above, label = parse.heads[verb], parse.deps[verb]
            if label not in {"ccomp", "conj", "xcomp"} or parse.pos[above] not in VERBAL:
                return None
            verb = above
            subjects = self.grammar.subjects(verb) if label != "conj" else ()
            if subjects and parse.tags[subjects[0]] not in {"PRP", "WP", "WDT"}:
                told = self.index.headed(subjects[0])
                written = told is not None and told.kind == "document" and parse.deps[token] == "nsubjpass"
                return None if written else subjects[0]  # "the report said it was attacked": not the report
        return None
