"""No figure falls: the quick sets of ../shared/bench, held to bench/floors.json (the others: make quality)."""

import json

import pytest

import quality

pytestmark = [pytest.mark.bench, pytest.mark.slow]


@pytest.mark.parametrize("name", ["names", "dates", "dossiers", "plover"])
def test_no_figure_fell(name, tmp_path):
    if not quality.BENCH.is_dir():
        pytest.skip("../shared/bench is not there, so there is nothing to hold figures to")
    floors = json.loads(quality.FLOORS.read_text(encoding="utf-8"))
    rows, good = quality.held(name, quality.score(name, quality.export(name, tmp_path, jobs=1)), floors)
    assert good, "\n".join(rows)


def test_the_floors_are_those_of_the_data_at_hand():
    if not quality.BENCH.is_dir():
        pytest.skip("../shared/bench is not there")
    floors = json.loads(quality.FLOORS.read_text(encoding="utf-8"))
    assert {name: floors[name]["digest"] for name in floors} == {name: quality.digest(name) for name in floors}
