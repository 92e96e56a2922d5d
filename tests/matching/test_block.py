from dateline.matching.block import Index, Keys, evenly, keys, pairs


def test_pairs_need_enough_shared_weight():
    filed = {"a": {"x": 1.0}, "b": {"x": 1.0, "y": 0.5}, "c": {"y": 0.5}, "d": {"x": 0.5, "y": 0.5}}
    assert pairs({item: keys(of) for item, of in filed.items()}) == [("a", "b"), ("b", "d")]


def test_a_newcomer_changes_no_pair_of_others():
    filed = {"a": keys(evenly("xy")), "b": keys(evenly("x")), "c": keys(evenly("yz"))}
    before = pairs(filed)
    assert [p for p in pairs(filed | {"d": keys(evenly("xyz"))}) if "d" not in p] == before


def test_an_index_gives_partners_without_filing():
    index = Index()
    index.add("a", keys({"x": 1.0}))
    assert index.partners(keys({"x": 2.0})) == ["a"]
    assert index.add("b", keys({"y": 1.0})) == []


def test_months_are_looked_for_on_both_sides():
    months = {str(m): Keys({f"{m}": 1.0}, {f"{m - 1}": 1.0, f"{m}": 1.0, f"{m + 1}": 1.0}) for m in (1, 2, 3, 5)}
    assert pairs(months) == [("1", "2"), ("2", "3")]
