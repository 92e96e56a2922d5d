"""Fixtures that several test files share."""

import pytest

from dateline.within.parse import Parser
from dateline.within.parsers.spacy_parser import SpacyParser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The packaged English parser, loaded once for all tests."""
    return SpacyParser()
