"""Small words stand in a table, each class once."""

from importlib.resources import files

import pytest

from dateline.knowledge.small_words import small


def test_a_class_has_its_words():
    assert "another" in small("added")
    with pytest.raises(KeyError):
        small("no such class")


def test_every_class_is_named_once_and_used():
    table = (files("dateline.knowledge") / "data" / "small_words.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in table if line and not line.startswith("#")]
    assert len(names) == len(set(names))
    code = "".join(
        path.read_text(encoding="utf-8")
        for part in ("knowledge", "within")
        for path in (files("dateline") / part).rglob("*.py")
    )
    assert [name for name in names if f'small("{name}")' not in code] == []
