"""A table of named features: each looks at two items and says how far they agree, and why in a sentence."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import msgspec


class Sign(NamedTuple):
    """What one feature saw: ``likeness`` from -1 (speaks against) to 1 (speaks for), and why in a sentence."""

    likeness: float
    why: str


class Feature[T](msgspec.Struct, frozen=True):
    """A named look at two items; its sign counts ``weight`` (in log-odds). None means that there was nothing to see.

    A ``lasting`` one looks only at what the items are called, so that nothing learned of them later changes its sign;
    ``most`` is the greatest likeness that it ever gives.
    """

    name: str
    weight: float
    look: Callable[[T, T], Sign | None]
    lasting: bool = False
    most: float = 1.0


class Veto[T](msgspec.Struct, frozen=True):
    """A contradiction that outweighs all likeness: gives the sentence that says it, or None."""

    name: str
    look: Callable[[T, T], str | None]


class Comparison(msgspec.Struct, frozen=True):
    """How alike two items are: ``score`` is the probability by the table's weights, 0 where a veto fell.

    Two are ``hopeless`` where they are called so differently that they are told apart whatever is learned of them.
    """

    score: float
    reasons: tuple[str, ...]
    vetoed: bool = False
    hopeless: bool = False


class Table[T](msgspec.Struct, frozen=True):
    """What is looked at, with weights. ``bias`` is the log-odds of two items of which nothing is known.

    A score of at least ``same`` says one, below ``unsure`` says two, between the two that nobody can tell. ``meet`` is
    what the keys that two share must weigh together for them to be compared at all.
    """

    features: tuple[Feature[T], ...]
    vetoes: tuple[Veto[T], ...]
    bias: float
    same: float = 0.5
    unsure: float = 0.3
    meet: float = 1.0

    def compare(self, left: T, right: T) -> Comparison:
        """Look at two items: weights first, then vetoes."""
        total, best, reasons = self.bias, self.bias, []
        for feature in self.features:
            sign = feature.look(left, right)
            said = feature.weight * sign.likeness if sign is not None else 0.0
            total += said
            best += said if feature.lasting else feature.weight * feature.most
            if sign is not None and sign.likeness:
                reasons.append(f"{feature.name} {said:+.1f}: {sign.why}")
        if total < self.bias_floor:
            return Comparison(_logistic(total), tuple(reasons), hopeless=best < self.bias_floor)
        for veto in self.vetoes:
            if why := veto.look(left, right):
                return Comparison(0.0, (f"{veto.name} (veto): {why}", *reasons), vetoed=True)
        return Comparison(_logistic(total), tuple(reasons))

    @property
    def bias_floor(self) -> float:
        """The log-odds below which no veto need be asked, since the verdict is "different" without it."""
        return math.log(self.unsure / (1 - self.unsure))


def _logistic(total: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 6)
