"""Makes knowledge/data/casing.tsv: how English words are written in the middle of a sentence.

The counts are those that the package truecase 0.0.14 (MIT) ships (english.dist, made by its author from NLTK's English
corpora). Run: pip download --no-deps truecase==0.0.14, unzip it, then: python scripts/casing.py PATH/english.dist
"""

from __future__ import annotations

import pickle
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src" / "dateline" / "knowledge" / "data" / "casing.tsv"
WORD = re.compile(r"[a-z]+(?:[-'.][a-z]+)*\.?$")
HEAD = """\
# How English words are written in mid-sentence: word, per cent of lower case, the other form where it is not Word.
# A word that is not listed is written Word. Two words in a line are a name although each alone need not be one.
# Made by scripts/casing.py from the counts in truecase 0.0.14 (MIT, Dalton Fury; counted on NLTK's English corpora).
"""


class FreqDist(Counter[str]):
    """Stands in for nltk's class of that name."""


class Counts(pickle.Unpickler):
    """Reads counts and sets, and nothing that could run."""

    def find_class(self, module: str, name: str) -> type:
        """Give the two classes that the file is made of; anything else is refused."""
        if (module, name) == ("nltk.probability", "FreqDist"):
            return FreqDist
        if (module, name) == ("builtins", "set"):
            return set
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a table of counts")


def shares(counts: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """Per cent of lower case and the commonest other form of every word seen twice or more in mid-sentence."""
    single, before = counts["uni_dist"], counts["backward_bi_dist"]
    found = {}
    for word, forms in counts["word_casing_lookup"].items():
        if not WORD.match(word):
            continue
        seen = {form: single[form] - sum(before[f"{stop}_{form}"] for stop in '.?!"`:') for form in forms}
        lower = seen.pop(word, 0)
        # A headline in capitals says nothing about the word: ALL CAPS counts only where nothing else is seen.
        other = Counter({f: n for f, n in seen.items() if n > 0 and not (f.isupper() and len(f) > 1)})
        if not other and not lower and len(word) < 6:
            other = Counter({f: n for f, n in seen.items() if n > 2})
        form = max(other, key=lambda form: (other[form], form)) if other else ""
        total = lower + sum(other.values())
        if total >= 2 or (lower and not other):
            found[word] = round(100 * lower / total), "" if form in ("", word.capitalize()) else form
    return found


def pairs(counts: dict[str, Any], known: dict[str, tuple[int, str]]) -> list[str]:
    """Pairs that stand capitalised nearly always, of which one word alone is mostly written small."""
    seen: dict[str, Counter[bool]] = {}
    for pair, count in counts["backward_bi_dist"].items():
        left, _, right = pair.partition("_")
        if left.isalpha() and right.isalpha() and not (left.isupper() and len(left) > 1):
            capital = left[0].isupper() and right[0].isupper()
            seen.setdefault(f"{left} {right}".lower(), Counter())[capital] += count
    return sorted(
        pair
        for pair, cases in seen.items()
        if cases[True] >= 3
        and cases[True] >= 0.75 * cases.total()
        and any(known.get(word, (0, ""))[0] > 40 for word in pair.split())
        and all(len(word) > 2 for word in pair.split())
        and pair.split()[0] not in {"the", "and", "for", "with", "but", "from", "that", "said"}
    )


def main() -> None:
    with Path(sys.argv[1]).open("rb") as file:
        counts = Counts(file).load()
    known = shares(counts)
    lines = [
        f"{word}\t{share}" + (f"\t{form}" if form else "")
        for word, (share, form) in sorted(known.items())
        if share or form  # what is not listed is written Word
    ]
    lines += [f"{pair}\t0" for pair in pairs(counts, known)]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
