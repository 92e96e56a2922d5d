"""One happening, many reports: claims grouped into events, and each report's main one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dateline.model import Copies, Dates, Decision, Entities, Event, Events, Reading


def events(
    readings: Sequence[Reading],
    copies: Copies,  # noqa: ARG001
    entities: Entities,  # noqa: ARG001
    dates: Dates,  # noqa: ARG001
    judgements: Sequence[Decision],  # noqa: ARG001
) -> Events:
    """Decide which claims tell of one happening."""
    found = []
    of = {}
    main = {}
    for reading in readings:
        for claim in reading.claims:
            identifier = "E" + hashlib.sha256(claim.id.encode()).hexdigest()[:12]
            of[claim.id] = identifier
            found.append(
                Event(
                    id=identifier,
                    title=claim.lemma,
                    action=claim.action,
                    mode=claim.mode,
                    actors=claim.actors,
                    recipients=claim.recipients,
                    place=claim.place,
                    when=claim.when,
                    quantities=claim.quantities,
                    modality=claim.modality,
                    claims=(claim.id,),
                    reports=(claim.report,),
                    outlets=1,
                )
            )
        if reading.claims:
            main[reading.report.id] = of[max(reading.claims, key=lambda c: c.weight).id]
    return Events(of=of, main=main, found=tuple(sorted(found, key=lambda e: e.id)))
