"""Entities under the ids that the record shows: made of their smallest members', which any new report may change.

No decision hangs on them: until all is decided an entity goes by an id that its names give it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.model import Entities, Origin, Origins, Story


def published_entities(entities: Entities, named: Entities) -> Entities:
    """The entities under their public ids."""
    public = named.public
    return replace(
        entities,
        of={local: public.get(entity, entity) for local, entity in entities.of.items()},
        found=tuple(replace(entity, id=public.get(entity.id, entity.id)) for entity in entities.found),
    )


def published_origins(origins: Origins, named: Entities) -> Origins:
    """The origins, with the public ids of their entities."""
    return replace(origins, found=tuple(origin_of(origin, named.public) for origin in origins.found))


def published_stories(stories: Sequence[Story], named: Entities) -> tuple[Story, ...]:
    """The stories, with the public ids of their actors."""
    return tuple(story_of(story, named.public) for story in stories)


def origin_of(origin: Origin, public: Mapping[str, str]) -> Origin:
    """An origin with another id of its entity, where it has another."""
    now = public.get(origin.entity or "", origin.entity)
    return origin if now == origin.entity else replace(origin, entity=now)


def story_of(story: Story, public: Mapping[str, str]) -> Story:
    """A story with other ids of its actors, where they have others."""
    return replace(story, actors=tuple(public.get(actor, actor) for actor in story.actors))
