"""Any script to lower-case Latin, with what a reader of names needs kept: long vowels, hamza and ayn, syllables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from dateline.knowledge.name_tables import table

ABJAD = re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_SYLLABLE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKS = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f]")
_AYN = re.compile(r"[`´‘’ʼʻʿʾ′ʹʺ\u02bc\u02bb\u02be\u02bf]")


@lru_cache(maxsize=8192)
def latin(text: str) -> str:
    """Write a name in lower-case Latin letters; Arabic and Hebrew long vowels come out as ``ā ī ū``.

    Han and Hangul are spelt syllable by syllable with a family name first: the first syllable stands alone, the rest
    together. Everything but letters, digits and the marks that join or part names is left as it stands.
    """
    if text.isascii():  # nine names in ten: nothing to be spelled out
        return text.replace("`", "'").lower()
    if ABJAD.search(text):
        return _abjad(text)
    if HAN.search(text):
        return _syllabic(text)
    letters = table("letters.tsv")
    spelled = _AYN.sub("'", unicodedata.normalize("NFC", text))
    return anyascii("".join(letters.get(letter, letter) for letter in spelled.casefold())).lower()


def _abjad(text: str) -> str:
    letters = table("abjad.tsv")
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    return "".join(letters.get(letter, letter if letter.isascii() else anyascii(letter)) for letter in plain).lower()


def _syllabic(text: str) -> str:
    words = []
    for word in re.split(r"[\s·・•]+", text):
        syllables = [part for part in _SYLLABLE.split(anyascii(word)) if part]
        foreign = re.search(r"[·・•]", text)
        if foreign or len(syllables) < 2:
            words.append("".join(syllables))
        else:
            words += [syllables[0], "".join(syllables[1:])]
    return " ".join(words).lower()
