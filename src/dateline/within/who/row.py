"""Who stands in a row with somebody, where parsers take the next of the row for a word about the one before."""

from __future__ import annotations

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.parse import Parse

_DEFINITE = small("definite_one")
_MANY = small("are_many")
_SINGLE = frozenset({"NN", "NNP"})


class Rows:
    """Finds the rows of one parse."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._people = classes()["people"]

    def beside(self, token: int) -> list[int]:
        """Those in a row with a head beyond what the parser itself coordinates with it."""
        listed = [k for k in self._labelled(token, "appos") if self._listed(token, k)]
        return listed + self._beside_name(token) + self._before_many(token)

    def _labelled(self, token: int, *labels: str) -> list[int]:
        return [kid for kid in self._parse.kids[token] if self._parse.deps[kid] in labels]

    def _has(self, token: int, *labels: str) -> bool:
        return bool(self._labelled(token, *labels))

    def _beside_name(self, token: int) -> list[int]:
        """Those in a row with somebody whose name stands between: "the driver, Leo Brand, and his guest"."""
        parse = self._parse
        if parse.tags[token] != "NN":
            return []
        names = [k for k in self._labelled(token, "appos") if parse.pos[k] == "PROPN"]
        row = [k for name in names for k in self._labelled(name, "conj")]
        return [k for k in row if parse.tags[k] in {"NN", "NNS"} and self._has(k, "det", "poss", "nummod")]

    def _listed(self, token: int, kid: int) -> bool:
        """Say whether what parsers take for an apposition is the next of a row: "his wife, son and daughter"."""
        parse = self._parse
        if parse.low_lemmas[kid] not in self._people:
            return False
        if parse.tags[token] == "NNS" and parse.tags[kid] == "NN":  # "two farmers, a nurse and her son"
            return self._has(kid, "conj", "appos")
        headed = parse.block_of(token).kind == "headline" and parse.low_lemmas[token] in self._people
        alike = parse.tags[token] == parse.tags[kid] == "NN" or (headed and {*parse.tags[token : token + 1]} <= _SINGLE)
        bare = alike and (not self._has(token, "det") or self._of_several(token))
        plain = not self._has(kid, "det", "poss", "prep", "relcl", "acl", "compound")
        return bare and plain and (self._has(kid, "conj", "appos") or parse.deps[token] == "appos" or headed)

    def _of_several(self, token: int) -> bool:
        """Say whether the verb of a subject is that of several: "a mother, father and toddler were found"."""
        parse, verb = self._parse, self._parse.heads[token]
        if parse.deps[token] not in {"nsubj", "nsubjpass"}:
            return False
        return any(parse.lowers[k] in _MANY for k in (verb, *self._labelled(verb, "aux", "auxpass")))

    def _before_many(self, token: int) -> list[int]:
        """Those of a row that ends in several: nobody is called "a cook and two friends", "her husband and sons".

        Who stands between is another, but for "the man, a cook by trade, and two friends".
        """
        parse, found = self._parse, list[int]()
        if parse.tags[token] not in _SINGLE:
            return []
        known = any(parse.lowers[k] in _DEFINITE for k in self._labelled(token, "det"))
        for kid in self._labelled(token, "appos"):
            several = [
                k for k in self._labelled(kid, "conj") if parse.tags[k] == "NNS" or numbers.word(parse.lowers[k])
            ]
            if parse.tags[kid] in _SINGLE and several and self._has(kid, "cc") and self._has(kid, "det", "poss"):
                new = any(parse.lowers[k] in {"a", "an"} for k in self._labelled(kid, "det"))
                found += several if known and new else [kid]
        return found
