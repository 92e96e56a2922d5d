import pytest

from dateline.matching import Feature, Sign, Table, Veto, decision

TABLE = Table[int](
    features=(
        Feature("near", 3.0, lambda a, b: Sign(1 - abs(a - b) / 5, f"{abs(a - b)} apart")),
        Feature("unseen", 9.0, lambda a, b: None),
    ),
    vetoes=(Veto("sides", lambda a, b: "one is below zero" if a * b < 0 else None),),
    bias=-1.0,
)


@pytest.mark.parametrize(
    ("left", "right", "verdict"), [(1, 1, "same"), (1, 5, "unsure"), (1, 20, "different"), (-1, 1, "different")]
)
def test_verdicts(left, right, verdict):
    assert decision("event", "a", "b", TABLE.compare(left, right)).verdict == verdict


def test_every_score_has_its_reason():
    assert TABLE.compare(1, 2).reasons == ("near +2.4: 1 apart",)
    vetoed = TABLE.compare(-1, 1)
    assert vetoed.score == 0.0
    assert vetoed.reasons[0] == "sides (veto): one is below zero"


def test_a_row_is_the_same_from_either_side():
    assert decision("event", "b", "a", TABLE.compare(1, 2)) == decision("event", "a", "b", TABLE.compare(1, 2))


def test_what_is_called_otherwise_is_hopeless_only_where_nothing_else_could_make_up_for_it():
    def named(weight):
        name = Feature("name", weight, lambda a, b: Sign(1.0 if a == b else -1.0, "the names"), lasting=True)
        company = Feature("company", 3.0, lambda a, b: None)
        against = Feature("apart", 9.0, lambda a, b: None, most=0.0)
        return Table[int](features=(name, company, against), vetoes=(), bias=-1.0)

    assert named(4.0).compare(1, 2).hopeless
    assert not named(2.0).compare(1, 2).hopeless
    assert not named(4.0).compare(1, 1).hopeless
