"""Bad input costs nothing but itself: each piece is set aside with its reason, the rest is built, exit codes tell."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders import write_jsonl
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.view import Record

ROOT = Path(__file__).parents[2]
GOOD = {
    "id": "good",
    "title": "Talks in Moscow",
    "text": "Two ministers met in Moscow on Tuesday.",
    "published": "2025-12-24",
}


@pytest.fixture
def mess(tmp_path):
    folder = tmp_path / "mess"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.html").write_bytes(b"<html><body><div><p>x</div></b")
    (folder / "huge.txt").write_text("word " * 260_000, encoding="utf-8")
    (folder / "latin.txt").write_bytes(
        "Die Minister trafen sich in Zürich über Käse, sagte Müller am Dienstag.".encode("latin-1")
    )
    write_jsonl(folder / "lines.jsonl", GOOD, {"id": "silent", "title": "No text"})
    with (folder / "lines.jsonl").open("a", encoding="utf-8") as file:
        file.write("{not json\n")
    (folder / "notes.md").write_text("not a report", encoding="utf-8")
    return folder


def test_each_bad_piece_is_set_aside_and_the_rest_is_built(mess, tmp_path, parses):
    summary = build([mess], tmp_path / "r.db", Settings(parses=parses))
    aside = {(Path(path.partition("#")[0]).name, line): reason for path, line, reason in summary.aside}
    assert {name for name, _ in aside} == {"empty.txt", "binary.txt", "broken.html", "huge.txt", "lines.jsonl"}
    assert {line for name, line in aside if name == "lines.jsonl"} == {2, 3}
    assert all(aside.values())
    with Record(tmp_path / "r.db") as record:
        assert set(record.report_ids()) == {"good", "latin"}
        assert "Zürich" in record.reading("latin").report.text


def run(*words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *map(str, words)], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip


@pytest.mark.slow
def test_exit_codes(mess, tmp_path):
    assert run("build", mess, "--record", "r.db", folder=tmp_path).returncode == 0
    done = run("build", mess, "--record", "s.db", "--strict", folder=tmp_path)
    assert done.returncode == 1
    assert "empty.txt" in done.stdout
    (tmp_path / "bare").mkdir()
    nothing = run("build", tmp_path / "bare", "--record", "t.db", folder=tmp_path)
    assert nothing.returncode == 2
    assert "nothing could be read" in nothing.stderr
    assert not (tmp_path / "t.db").exists()
