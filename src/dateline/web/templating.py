"""Templates, with the words for values that every page uses; everything put in is escaped."""

from __future__ import annotations

from functools import cache

import jinja2

from dateline.knowledge.notices import SOURCE_TYPE
from dateline.tell import wording

_WORDS = (
    "about_words", "account_words", "basis_words", "change_words", "country_words", "harm_words", "origin_words",
    "place_words", "relation_words", "report_words", "short_when", "slot_words", "when_words", "wider_words",
)  # fmt: skip


@cache
def templates() -> jinja2.Environment:
    """The page templates."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("dateline.web"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    environment.globals |= {name: getattr(wording, name) for name in _WORDS}
    environment.globals["dict"] = dict
    environment.globals["source_type"] = SOURCE_TYPE
    environment.filters["capital"] = lambda words: words[:1].upper() + words[1:]
    return environment
