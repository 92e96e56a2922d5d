from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.matching import Judged, cluster
from dateline.matching.block import pair
from dateline.model import Decision

LETTERS = "abcdefgh"
SCORES = st.dictionaries(
    st.sampled_from(list(combinations(LETTERS, 2))), st.sampled_from([0.1, 0.4, 0.6, 0.8, 0.95]), max_size=20
)


def word(left, right, verdict):
    return Decision(
        id="D", about="event", left=left, right=right, verdict=verdict, score=1.0, reasons=(), by="A. Reader"
    )


def test_one_bad_pair_welds_nothing():
    triples = [*combinations("abc", 2), *combinations("xyz", 2)]
    scores = dict.fromkeys(triples, 0.9) | {("c", "x"): 0.99}
    assert cluster("abcxyz", scores) in ([("a", "b", "c"), ("x", "y", "z")], [("a", "b"), ("c", "x"), ("y", "z")])
    scores[("c", "x")] = 0.8
    assert cluster("abcxyz", scores) == [("a", "b", "c"), ("x", "y", "z")]


def test_pairs_that_no_key_brought_together_are_asked_for():
    scores = {("a", "b"): 0.9, ("b", "c"): 0.8}
    assert cluster("abc", scores) == [("a", "b"), ("c",)]
    assert cluster("abc", scores, lambda left, right: 0.7) == [("a", "b", "c")]


def test_of_a_large_component_only_pairs_of_groups_that_agree_are_asked_for():
    names = [f"{number:03}" for number in range(60)]
    asked = []

    def score(left, right):
        asked.append((left, right))
        return 0.9

    chain = dict.fromkeys(pairwise(names), 0.9)
    whole = cluster(names[:20], dict(list(chain.items())[:19]), score)
    assert whole == [tuple(names[:20])]
    assert len(asked) == 20 * 19 // 2 - 19
    asked.clear()
    assert cluster(names, chain, lambda left, right: asked.append((left, right)) or 0.0)[0] == ("000", "001")
    assert 0 < len(asked) < 100


def test_a_large_component_has_its_floor_raised():
    scores = dict.fromkeys(combinations("abcdef", 2), 0.6) | dict.fromkeys(combinations("abc", 2), 0.9)
    assert cluster("abcdef", scores, largest=4) == [("a", "b", "c"), ("d",), ("e",), ("f",)]


def test_a_persons_word_is_final():
    scores = {("a", "b"): 0.9, ("c", "d"): 0.01}
    said = Judged([word("a", "b", "different"), word("d", "c", "same")], "event")
    assert cluster("abcd", scores, joined=said.same, parted=said.different) == [("a",), ("b",), ("c", "d")]


def test_the_last_word_counts_and_unsure_undoes():
    said = Judged([word("a", "b", "same"), word("b", "a", "unsure"), word("a", "c", "same")], "event")
    assert (said.same, said.different) == ([("a", "c")], [])


@given(SCORES, st.permutations(LETTERS))
def test_the_order_of_items_and_pairs_does_not_matter(scores, order):
    shuffled = dict(sorted(scores.items(), key=lambda kept: order.index(kept[0][0])))
    assert cluster(order, shuffled) == cluster(LETTERS, scores)


@given(SCORES, st.lists(st.sampled_from(list(combinations(LETTERS, 2))), max_size=3))
def test_groups_part_what_a_person_parted(scores, parted):
    groups = cluster(LETTERS, scores, parted=parted)
    assert sorted("".join(map("".join, groups))) == list(LETTERS)
    assert not any({left, right} <= set(group) for left, right in parted for group in groups)


@given(SCORES, SCORES)
def test_another_component_changes_nothing(scores, others):
    apart = {pair(a.upper(), b.upper()): value for (a, b), value in others.items()}
    both = cluster(LETTERS + LETTERS.upper(), scores | apart)
    assert [g for g in both if g[0].islower()] == cluster(LETTERS, scores)
