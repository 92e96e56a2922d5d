"""Where a claim is set and which place a mention means, decided from the words of one report."""

from __future__ import annotations

from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.places import named
from dateline.model import Mention, Place, Report, Segment
from dateline.within.parse import Parse

_IN = frozenset({"in", "at", "near", "outside", "inside", "around"})


class Places:
    """The places of one report: what each mention means, and where each claim is set."""

    def __init__(
        self,
        report: Report,
        segments: tuple[Segment, ...],  # noqa: ARG002
        parse: Parse,
        mentions: tuple[Mention, ...],
    ) -> None:
        self._report = report
        self._parse = parse
        self._mentions = {mention.id: mention for mention in mentions}
        self._places = [m for m in mentions if m.kind in ("place", "facility") and m.form == "name"]

    def of_mention(self, mention_id: str) -> Place | None:
        """The place that a mention means, or None where the gazetteer has none or leaves it open."""
        mention = self._mentions.get(mention_id)
        found = named(mention.name or mention.text) if mention else ()
        return _place(mention, found[0].entry) if mention and found else None

    def for_claim(self, trigger_token: int, first_token: int, end_token: int) -> Place | None:  # noqa: ARG002
        """Where a claim of the tokens ``first`` to ``end`` is set, or None where the report does not say."""
        parse = self._parse
        for mention in self._places:
            token = parse.at(mention.start, mention.field)
            if (
                token
                and first_token < token < end_token
                and parse.lowers[token - 1] in _IN
                and (place := self.of_mention(mention.id))
            ):
                return place
        return None


def _place(mention: Mention, entry: Entry) -> Place:
    return Place(
        name=mention.name or mention.text,
        start=mention.start,
        end=mention.end,
        country=entry.country,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geoname=entry.geoname or None,
    )
