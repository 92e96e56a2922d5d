"""What is asked wrongly ends with one sentence and exit code 2, and harms nothing."""

import re
import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from builders import copied
from dateline.cli.main import main
from dateline.store.file import connect, put_setting
from dateline.store.view import Record

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory, example):
    made = tmp_path_factory.mktemp("asked")
    copied(example, made / "record.db")
    (made / "text.txt").write_text("A bridge was closed.")
    return made


@pytest.fixture
def dateline(folder, monkeypatch, capfd):
    """The command, asked in a folder."""

    def asked(at: Path, *words: str) -> SimpleNamespace:
        monkeypatch.chdir(at)
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(sys, "argv", ["dateline", *words])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfd.readouterr()
        return SimpleNamespace(returncode=end.value.code or 0, stdout=out, stderr=err)

    return asked


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("export", "record.db", "record.db"), "is a record, which is not written over"),
        (("tell", "record.db", "--out", "record.db"), "is a record, which is not written over"),
        (("judgements", "--out", "record.db"), "is a record, which is not written over"),
        (("export", "record.db", "none/out.jsonl"), "the folder none does not exist"),
        (("export", "record.db", "."), "is a folder; name a file in it"),
        (("tell", "."), "is a folder; name the record's file in it"),
        (("build", "text.txt", "-r", "."), "is a folder; name the record's file in it"),
        (("build", "none.txt"), "nothing could be read from none.txt; the record is as it was"),
        (("site", "record.db", "text.txt"), "is a file; name a folder"),
        (("show", "entities", "--kind", "persn"), "'persn' is no kind of entities"),
        (("show", "event", "E"), r"'E' may be any of \d+: E"),
        (("show", "entity", "Putin"), r"is it N[0-9a-f]+ \(Vladimir Putin\)\?"),
        (("judgements", "--take", "none.csv"), "none.csv: No such file or directory"),
        (("judgements", "--take", "text.txt"), "text.txt has no column 'number'"),
        (("check", " "), "there is nothing to check"),
        (("names", "a", "b", "--kind", "palce"), "'palce' is no kind of names"),
        (("outlets", "add", ""), "an outlet needs a name"),
        (("outlets", "add", "X", "--country", "Lebanon"), "'Lebanon' is no country code"),
    ],
)
def test_a_wrong_request_is_answered_with_a_sentence(dateline, folder, words, why):
    done = dateline(folder, *words)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert re.search(why, done.stderr), done.stderr
    with Record(folder / "record.db") as record:
        assert len(record.report_ids()) == 14
    assert not list(folder.glob(".*.part"))


def test_a_record_in_use_is_told_as_such(tmp_path, example, monkeypatch, capsys):
    record = copied(example, tmp_path / "record.db")
    other = sqlite3.connect(record, isolation_level=None)
    other.execute("begin immediate")
    monkeypatch.setattr("dateline.store.file.PATIENCE", 0.1)
    monkeypatch.setattr(sys, "argv", ["dateline", "build", str(ROOT / "examples"), "-r", str(record)])
    with pytest.raises(SystemExit) as stopped:
        main()
    other.execute("rollback")
    assert stopped.value.code == 2
    assert "another program is writing to this record" in capsys.readouterr().err


def test_the_version_is_said(dateline, folder):
    done = dateline(folder, "--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "dateline")


def test_a_file_is_told_by_its_ending_and_text_goes_to_a_file_too(dateline, folder):
    assert dateline(folder, "tell", "record.db", "--out", "digest.docx").returncode == 0
    assert (folder / "digest.docx").read_bytes().startswith(b"PK")
    assert dateline(folder, "tell", "record.db", "--out", "digest.txt").returncode == 0
    assert "Timeline" in (folder / "digest.txt").read_text()
    assert dateline(folder, "export", "record.db", "events.tsv").returncode == 0
    assert (folder / "events.tsv").read_text().startswith("Event ID\t")


def test_ids_may_be_short_names_in_any_case_and_judgements_are_told_in_words(dateline, folder):
    assert "Vladimir Putin (person" in dateline(folder, "show", "entity", "vladimir putin").stdout
    said = dateline(folder, "judge", "different", "ahmed al-sharaa", "Maher al-Sharaa").stdout
    assert re.search(r"“Ahmed al-Sharaa” \(\S+\) and “Maher al-Sharaa” \(\S+\) are two", said)
    assert "are two, by " in dateline(folder, "show", "decisions").stdout
    assert "are two" in dateline(folder, "undo").stdout


def test_a_build_that_was_stopped_is_told_as_such(dateline, tmp_path, example):
    record = copied(example, tmp_path / "record.db")
    base = connect(record)
    put_setting(base, "unfinished", "yes")
    base.close()
    for words in (("tell", "record.db"), ("show", "events"), ("search", "Moscow")):
        done = dateline(tmp_path, *words)
        assert done.returncode == 0
        assert "finish it with: dateline build -r record.db" in done.stderr


def test_a_build_that_is_stopped_says_how_to_finish_it(tmp_path, monkeypatch, capsys):
    def stopped(*_given):
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.cli.build.run", stopped)
    monkeypatch.setattr(sys, "argv", ["dateline", "build", str(tmp_path), "-r", "r.db"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
    assert "finish it with: dateline build -r r.db" in capsys.readouterr().err
