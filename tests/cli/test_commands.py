"""Every command has help with an example, the example runs, and docs/cli.md tells of it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import typer.main

from builders import copied
from dateline.cli.main import app
from dateline.store.view import Record

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "cli.md"
SERVERS = {"dateline serve"}  # run until they are stopped: the browser test starts them


def commands(group: click.Group, path: str = "dateline"):
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(typer.main.get_command(app)))


def example_of(command: click.Command) -> str:
    found = re.search(r"Example: (dateline .+)", command.help or "")
    assert found, "no example in the help"
    return found.group(1).strip()


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, example):
    """A folder like the root of a checkout, with the example's record in it."""
    folder = tmp_path_factory.mktemp("work")
    copied(example, folder / "record.db")
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    with Record(folder / "record.db") as record:
        events = record.timeline(main=True) or record.timeline()
        entities = [e for e in record.entities() if e.kind == "person"]
    names = {"EVENT": events[0].id if events else "", "ENTITY": entities[0].id}
    words = [names.get(word, word) for word in shlex.split(line)[1:]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "120"}
    return subprocess.run(
        [sys.executable, "-m", "dateline", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


BEFORE = {"dateline undo": COMMANDS["dateline judge"]}  # commands that take back what another did


@pytest.mark.slow
@pytest.mark.parametrize("name", [n for n in COMMANDS if n not in SERVERS])
def test_the_example_in_the_help_runs(name, workplace):
    if name in BEFORE:
        run(example_of(BEFORE[name]), workplace)
    done = run(example_of(COMMANDS[name]), workplace)
    assert (done.returncode, done.stderr.replace("\r", "").strip()) == (0, ""), done.stdout
    assert done.stdout.strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_docs_tell_of_every_command(name):
    assert f"`{name}" in DOCS.read_text(encoding="utf-8")


def test_an_error_is_one_sentence_and_exit_code_2(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "tell", "none.db"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("error: there is no record at none.db; make one with: dateline build")
