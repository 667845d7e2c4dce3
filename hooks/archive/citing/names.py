"""Who made a work, as CSL names; organisations by the name that stands on the work."""

from __future__ import annotations

from collections.abc import Iterable

from archive.telling.parts import Agent

Name = dict[str, str]


def _person(agent: Agent) -> Name:
    """Return a person's name as printed on the work, in its two parts."""
    printed, family = agent.printed or agent.original_name, agent.surname
    if not f" {printed}".endswith(f" {family}"):
        family = printed.rsplit(maxsplit=1)[-1]
    given = printed.removesuffix(family).strip()
    return {"family": family, "given": given} if given else {"family": family}


def name(agent: Agent, language: str) -> Name:
    """Return a CSL name: a person's in two parts, an organisation's in one."""
    return _person(agent) if agent.person else {"literal": agent.imprints[language]}


def with_role(
    agents: Iterable[Agent], role: str, language: str, *, default: str = ""
) -> list[Name]:
    """Return the names of those with a role; ``default`` is the role of an agent without one."""
    return [name(agent, language) for agent in agents if (agent.role or default) == role]
