"""Templates, with the words for values that every page uses; everything put in is escaped."""

from __future__ import annotations

from functools import cache

import jinja2

from dateline.tell.wording import (
    count_words,
    origin_words,
    place_words,
    relation_words,
    slot_words,
    value_words,
    when_words,
)


@cache
def templates() -> jinja2.Environment:
    """The page templates."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("dateline.web"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    for words in (count_words, origin_words, place_words, relation_words, slot_words, value_words, when_words):
        environment.globals[words.__name__] = words
    environment.globals["dict"] = dict
    return environment
