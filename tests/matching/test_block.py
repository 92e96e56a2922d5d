from dateline.matching.block import Index, evenly, pairs


def test_pairs_need_enough_shared_weight():
    keys = {"a": {"x": 1.0}, "b": {"x": 1.0, "y": 0.5}, "c": {"y": 0.5}, "d": {"x": 0.5, "y": 0.5}}
    assert pairs(keys) == [("a", "b"), ("b", "d")]


def test_a_newcomer_changes_no_pair_of_others():
    keys = {"a": evenly("xy"), "b": evenly("x"), "c": evenly("yz")}
    before = pairs(keys)
    assert [p for p in pairs(keys | {"d": evenly("xyz")}) if "d" not in p] == before


def test_an_index_gives_partners_without_filing():
    index = Index()
    index.add("a", {"x": 1.0})
    assert index.partners({"x": 2.0}) == ["a"]
    assert index.add("b", {"y": 1.0}) == []
