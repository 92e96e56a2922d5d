"""When a text itself says that it was put up: "Posted: Tuesday, January 28, 2014 8:18 PM"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dateline.model import Span, When, mark
from dateline.read.moments import moment

_STAMP = re.compile(
    r"^[ \t]*(?:first |originally |last )?(posted|published|created|updated|modified)(?: on| at)?:?[ \t]+"
    r"((?:[^\W\d_]+,?[ \t]+)?(?:[^\W\d_]{3,9}\.?[ \t]+\d{1,2},?[ \t]+\d{4}|\d{1,2}[ \t]+[^\W\d_]{3,9}\.?,?[ \t]+\d{4}"
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}))",
    re.IGNORECASE | re.MULTILINE,
)
_REACH = 1_500  # characters at the head of a text in which its stamp stands


def stamps(report: str, text: str) -> tuple[When | None, When | None]:
    """When a text says at its head that it was published, and when updated; None where it does not."""
    published: When | None = None
    updated: When | None = None
    for found in _STAMP.finditer(text[:_REACH]):
        when = moment(found[2], "stated")
        if when is None:
            continue
        when = replace(when, source=(mark(report, Span(start=found.start(2), end=found.end(2))),))
        if found[1].lower() in {"updated", "modified"}:
            updated = updated or when
        else:
            published = published or when
    return published, updated
