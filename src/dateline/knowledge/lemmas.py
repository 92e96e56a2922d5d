"""Lemmas that parsers get wrong."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _mended() -> dict[str, str]:
    text = (files("dateline.knowledge") / "data" / "lemmas.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def verb_lemma(lemma: str) -> str:
    """The lemma of a verb, put right where the parser's rules cut off too much: "stag" of "staged" is "stage"."""
    return _mended().get(lemma, lemma)
