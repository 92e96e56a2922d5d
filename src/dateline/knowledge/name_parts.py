"""A personal name cut into its parts: given and family names, patronymics, initials, with titles and particles off."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from dateline.knowledge.given_names import known
from dateline.knowledge.name_tables import table, words
from dateline.knowledge.romanise import ABJAD, latin

PartKind = Literal["name", "initial", "father", "kunya"]


class Part(msgspec.Struct, frozen=True):
    """One part of a name: ``text`` as it is compared, ``said`` as it stood; ``father`` follows bin, ``kunya`` abu."""

    text: str
    said: str
    kind: PartKind = "name"


class PersonalName(msgspec.Struct, frozen=True):
    """A name's parts in their order, given name first, and its generational number (Jr. is 2) where one is given."""

    parts: tuple[Part, ...]
    generation: int | None = None
    abjad: bool = False
    comma: bool = False

    @property
    def joined(self) -> str:
        """All parts without a space."""
        return "".join(part.text for part in self.parts)


_ASIDE = re.compile(r"\([^)]*\)|[\"“”«»]")
_NICKNAME = re.compile(r"(?<=\w\s)[\"“«][^\"“”«»]+[\"”»](?=\s\w)")
_LOOKALIKE = str.maketrans("013459", "oieasg")


def without_nickname(name: str) -> str:
    """A name without what its bearer is called between marks: Ida "the Owl" Novak."""
    return " ".join(_NICKNAME.sub(" ", name).split())


@lru_cache(maxsize=16384)
def personal(name: str) -> PersonalName:
    """Take a personal name apart; titles, articles and links are dropped, ``Putin, Vladimir`` is turned round."""
    abjad = bool(ABJAD.search(name))
    said = _ASIDE.sub(" ", name)
    said, comma = _turned(said)
    tokens = _compounds([token for word in said.split() for token in _tokens(word)])
    tokens, generation = _generation(tokens)
    return PersonalName(tuple(_parts(_untitled(tokens))), generation, abjad, comma)


def _turned(name: str) -> tuple[str, bool]:
    family, comma, given = name.partition(",")
    bare = re.sub(r"[^a-z]", "", given.lower())
    if not comma or not bare or bare in table("generations.tsv"):
        return name.replace(",", " "), False
    return f"{given.replace(',', ' ')} {family}", True


def _tokens(word: str) -> list[tuple[str, str]]:
    """A word cut at hyphens and dots, each piece with the words it stood in."""
    if word.isascii() and word.isalpha():  # most words of most names
        return [(word.lower(), word)]
    word = _unarticled(word)
    if re.fullmatch(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?", word):
        return [(latin(letter), letter) for letter in word if letter != "."]
    found = []
    for piece in re.split(r"[-‐–—./_]+", word):
        read = re.sub(r"[^a-zāūī0-9']", "", latin(piece) if not _mixed(piece) else latin(piece.translate(_LOOKALIKE)))
        found += [(one, piece) for one in latin(piece).split() if len(read) and " " in latin(piece)] or [(read, piece)]
    return [(text, piece) for text, piece in found if text]


def _mixed(piece: str) -> bool:
    return bool(re.search(r"[^\W\d_]", piece) and re.search(r"\d", piece)) and not re.search(
        r"\d{2}|(?:st|nd|rd|th)$", piece
    )


def _unarticled(word: str) -> str:
    """Take the Arabic article off a word in Arabic letters, where four letters or more remain to name anybody."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


_ABD = frozenset({"abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus", "abdoul", "abdu", "abdi", "'abd", "'bd"})


def _compounds(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join what is one name: abd al-rahman, saif ed-din, nasr allah."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(tokens):
        text, said = tokens[at]
        after = [i for i in range(at + 1, min(at + 3, len(tokens))) if not _article(tokens[i][0])][:1]
        if text in _ABD and after and len(tokens[after[0]][0]) > 1:
            stop = after[0]
            found.append(("abdul" + tokens[stop][0].strip("'"), " ".join(t[1] for t in tokens[at : stop + 1])))
            at = stop + 1
        elif found and (text in {"din", "deen", "dine", "eddin", "uddin", "eddine", "aldin", "allah", "ullah", "dīn"}):
            before = found.pop()
            joined = "ullah" if text.endswith("llah") else "uddin"
            found.append((before[0] + joined, f"{before[1]} {said}"))
            at += 1
        elif (
            _article(text) and found and at + 1 < len(tokens) and tokens[at + 1][0] in {"din", "deen", "dine", "rahman"}
        ):
            if tokens[at + 1][0] == "rahman":
                before = found.pop()
                found.append((before[0] + "urrahman", f"{before[1]} {said} {tokens[at + 1][1]}"))
                at += 1
            at += 1
        else:
            found.append((text, said))
            at += 1
    return found


def _article(text: str) -> bool:
    return table("particles.tsv").get(text) == "article"


def _generation(tokens: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], int | None]:
    numbers = table("generations.tsv")
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at][0] in numbers and at >= len(tokens) - 2:
            return tokens[:at] + tokens[at + 1 :], int(numbers[tokens[at][0]])
    return tokens, None


def _untitled(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drop words of address at either end, as long as something is left to compare."""
    titles = words("titles.tsv")
    kept = [t for t in tokens if t[0] not in words("honorifics.tsv")] if len(tokens) > 3 else list(tokens)
    while len(kept) > 1 and kept[0][0] in titles and not _needed(kept):
        kept.pop(0)
    while len(kept) > 2 and kept[-1][0] in titles and not _needed(kept[::-1]):
        kept.pop()
    forms = words("company_endings.tsv")
    while len(kept) > 2 and kept[-1][0] in forms:
        kept.pop()
    return kept


def _needed(tokens: list[tuple[str, str]]) -> bool:
    """Say whether a title at the front is rather a given name: Prince Harry keeps one, "Dean Baker" is two names."""
    return len(tokens) == 2 and bool(known(tokens[0][0]))


def _parts(tokens: list[tuple[str, str]]) -> list[Part]:
    roles = table("particles.tsv")
    found: list[Part] = []
    kind: PartKind = "name"
    said = ""
    for at, (text, word) in enumerate(tokens):
        role = roles.get(text.strip("'")) if len(tokens) > 1 and at < len(tokens) - 1 else None
        if role in {"son", "father"} and (at or role == "father"):
            kind, said = ("father" if role == "son" else "kunya"), f"{word} "
        elif role == "son" and len(tokens) > 2:
            kind, said = "father", f"{word} "
        elif role in {"article", "link"}:
            said += f"{word} "
        elif len(text.strip("'")) == 1:
            found.append(Part(text.strip("'"), word, "initial"))
        elif text.strip("'"):
            found.append(Part(text.strip("'") if len(text) > 3 else text, said + word, kind))
            kind, said = "name", ""
    return found
