"""People as the feeds name them."""

from __future__ import annotations

from collections.abc import Iterable

from archive.content.settings import Site
from archive.podcast.namespace import Tag, tag
from archive.schema.podcast_roles import PARTS
from archive.telling.parts import Agent, Item


def makers(item: Item) -> list[Agent]:
    """Return those of the credited people who have a part in making the podcast."""
    return [one for one in item.agents.get("people", ()) if one.person and one.role in PARTS]


def name(agent: Agent) -> str:
    """Return a person's name: that on the work, or else that of the archive."""
    return agent.printed or agent.name


def tags(site: Site, agents: Iterable[Agent]) -> list[Tag]:
    """Return people as tags, with the role and the group of the podcast taxonomy."""
    return [
        tag(
            "podcast:person", name(agent),
            role=PARTS[agent.role].role, group=PARTS[agent.role].group,
            href=site.absolute(agent.href),
        )
        for agent in agents
    ]  # fmt: skip
