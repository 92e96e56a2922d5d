"""What marks one report out from others: its rare words, names, ages, streets and quotes."""

from __future__ import annotations

import msgspec


class Sketch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Kept with a reading, so that reports can be compared without their texts.

    ``words`` is a vector of length 1 over the words that are not everybody's, heavier where rarer, oftener and earlier,
    ``proper`` one over those of them that are written with a capital; ``head`` and
    ``lead`` are such words of the headline and of the first sentences; ``names`` maps "first last" of who or what takes
    part to how rare the name is, ``speakers`` are those who speak about it; ``aged`` are "surname age", ``ages`` all
    ages in years, those of infants in months below zero; ``streets`` are names of streets, ``quotes`` the hashes of
    runs of six words inside quotation marks.
    """

    words: dict[str, float] = {}
    proper: dict[str, float] = {}
    head: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    names: dict[str, float] = {}
    speakers: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    streets: tuple[str, ...] = ()
    quotes: tuple[int, ...] = ()
