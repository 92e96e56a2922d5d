"""Fixtures that several test files share."""

from pathlib import Path

import pytest

from builders import EXAMPLE, built
from dateline.within.parse import Parser
from dateline.within.parsers.spacy_parser import SpacyParser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The packaged English parser, loaded once for all tests."""
    return SpacyParser()


@pytest.fixture(scope="session")
def parses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of kept parses that builds in one test session share."""
    return tmp_path_factory.mktemp("parses") / "parses.db"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, parses: Path) -> Path:
    """The shipped example, built once; tests only read it."""
    record = tmp_path_factory.mktemp("example") / "record.db"
    built([EXAMPLE], record, parses=parses)
    return record
