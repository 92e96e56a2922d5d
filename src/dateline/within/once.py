"""What stages ask about one parse again and again, answered once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from dateline.within.parse import Parse


def once[**P, R](method: Callable[Concatenate[Any, P], R]) -> Callable[Concatenate[Any, P], R]:
    """Keep what a method gives for its arguments with its object, which never changes."""
    name = f"{method.__name__} once"

    @wraps(method)
    def asked(self: Any, *given: P.args, **named: P.kwargs) -> R:  # noqa: ANN401 - whoever's method it is
        known = self.__dict__.get(name)
        if known is None:
            known = self.__dict__[name] = {}
        key = (given, *named.items()) if named else given
        if key not in known:
            known[key] = method(self, *given, **named)
        found: R = known[key]
        return found

    return asked  # type: ignore[return-value]  # mypy names the first argument


def once_a_token[R](function: Callable[[Parse, int], R]) -> Callable[[Parse, int], R]:
    """Keep what a function says of each token with its parse."""

    @wraps(function)
    def asked(parse: Parse, token: int) -> R:
        known = parse.asked.get(function)
        if known is None:
            known = parse.asked[function] = {}
        if token not in known:
            known[token] = function(parse, token)
        found: R = known[token]
        return found

    return asked
