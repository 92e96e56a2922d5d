import io
import json
import sys
from pathlib import Path

import pytest

from dateline.model import Report, SetAside
from dateline.read.sources import read

TEXT = "The ferry left the harbor at dawn. It came back at noon."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text("\ufeff" + TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "two", "text": TEXT}) + "\n{\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "noise.txt").write_bytes(b"\0\1\2" * 99)
    (tmp_path / "long.txt").write_text("word " * 300)
    (tmp_path / "notes.md").write_text(TEXT)
    return tmp_path


def told(paths, **settings):
    made = list(read(paths, **settings))
    return [m.id for m in made if isinstance(m, Report)], {
        (Path(m.path).name, m.line): m.reason for m in made if isinstance(m, SetAside)
    }


def test_a_folder_gives_its_reports_sorted_and_the_rest_is_set_aside(folder):
    ids, aside = told([folder], max_chars=1000)
    assert ids == ["two", "one"]
    assert aside[("empty.txt", None)] == "empty"
    assert "binary" in aside[("noise.txt", None)]
    assert "1,500 characters" in aside[("long.txt", None)]
    assert "not JSON" in aside[("a.jsonl", 2)]
    assert len(aside) == 4


def test_the_text_is_that_of_the_file(folder):
    (made,) = read([folder / "b" / "one.txt"])
    assert made.text == TEXT
    assert (made.uri, made.read_from) == ("one.txt", str(folder / "b" / "one.txt"))


def test_patterns_files_and_what_is_not_there(folder):
    assert told([str(folder / "b" / "*.txt")])[0] == ["one"]
    assert told([str(folder / "notes.md")])[0] == ["notes"]
    assert "cannot be read" in told([folder / "gone.txt"])[1][("gone.txt", None)]
    (folder / "none").mkdir()
    assert "a folder without reports" in told([folder / "none"])[1][("none", None)]


def test_an_unreadable_file_is_set_aside(folder, monkeypatch):
    def refuse(self, mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert told([folder / "b" / "one.txt"])[1] == {("one.txt", None): "cannot be read (Permission denied)"}


@pytest.mark.parametrize(
    "data, ids", [(json.dumps({"id": "x", "text": TEXT}).encode(), ["x"]), (TEXT.encode(), ["stdin"]), (b"\n \n", [])]
)
def test_standard_input(monkeypatch, data, ids):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert told(["-"])[0] == ids


def test_reading_is_lazy(tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(50)))
    found = read([file, tmp_path / "gone.txt"])
    assert [next(found).id for _ in range(3)] == ["0", "1", "2"]
