"""A word that very many reports have brings no undated report to others, whatever the order in which they came."""

import random

import pytest

from dateline.across.happening import timeless
from dateline.across.happening.timeless import Timeless
from dateline.matching import Groups, Heap, Keys, Link, Rule


def keys(words, *, dated, fortnight=0):
    here = {f"w {word} {fortnight}": 1.0 for word in words} if dated else {}
    either = {f"w {word} {'dated' if dated else 'undated'}": 1.0 for word in words}
    other = {f"w {word} {'undated' if dated else 'dated'}": 1.0 for word in words}
    return Keys(here | either, here | other | ({} if dated else either))


def grouping():
    shelf = Heap()
    return Groups(shelf, "told", Rule(lambda *_: Link(1.0), lambda *_: 1.0), Timeless(shelf, "told"))


def linked(groups, items):
    return {item: sorted(groups.links(item)) for item in items}


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(timeless, "MANY", 2)


def test_an_undated_report_meets_others_by_a_word_that_few_have():
    groups = grouping()
    groups.update({"a": keys(["ferry"], dated=True), "b": keys(["ferry"], dated=False)})
    assert groups.links("b").keys() == {"a"}
    groups.update({name: keys(["ferry"], dated=True, fortnight=n) for n, name in enumerate("cd", 1)})
    assert linked(groups, "abcd") == {name: [] for name in "abcd"}


def test_a_report_that_is_dated_later_frees_the_word():
    groups = grouping()
    groups.update({name: keys(["ferry"], dated=False) for name in "abc"})
    assert linked(groups, "abc") == {name: [] for name in "abc"}
    groups.update({"c": keys(["ferry"], dated=True)})
    assert linked(groups, "abc") == {"a": ["b", "c"], "b": ["a", "c"], "c": ["a", "b"]}


@pytest.mark.parametrize("seed", range(20))
def test_any_order_and_batches_link_what_all_at_once_would(seed):
    draw = random.Random(seed)
    final = {
        f"r{n}": keys(draw.sample("abcdefgh", 3), dated=draw.random() < 0.6, fortnight=draw.randrange(3))
        for n in range(14)
    }
    once, slowly = grouping(), grouping()
    once.update(final)
    order = draw.sample(sorted(final), len(final))
    for name in order[:7]:
        slowly.update({name: keys(draw.sample("abcdefgh", 2), dated=False)})
    while order:
        batch, order = order[:3], order[3:]
        slowly.update({name: final[name] for name in batch})
    assert linked(slowly, final) == linked(once, final)
