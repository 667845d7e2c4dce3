"""Who did what: people and organisations as nodes, and their parts in an item.

Where a property of schema.org says the part by itself (``author``, ``translator``), the
person stands there. Otherwise the person stands in a ``Role`` that names the part; see
"Introducing Role" (https://blog.schema.org/2014/06/16/introducing-role/).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.describing.graph import Graph, Node, node, put
from archive.telling.parts import Agent, Card, Item, Term

# The fields of credits, those who made a work first, and those in which a credit that names
# no role is told by a word of ours.
CREDITS = ("creators", "people", "publishers", "production", "partners", "funders")
_ROLELESS = ("partners", "people")


def person(graph: Graph, card: Card, printed: str = "") -> Node:
    """Return a person; ``printed`` is the name as the work gives it."""
    return node(
        "Person",
        graph.thing(card),
        name=card.title,
        alternateName=printed if printed != card.title else "",
        url=graph.page(card),
    )


def organisation(graph: Graph, term: Term) -> Node:
    """Return an organisation; other names are our label, the acronym, those of other languages."""
    name, home = term.imprints[graph.language], term.more.get("country")
    others = [*term.imprints.values(), term.label, term.text("acronym")]
    return node(
        "Organization",
        graph.term("organisations", term.id),
        name=name,
        alternateName=list(dict.fromkeys(other for other in others if other != name)),
        address=node("PostalAddress", addressCountry=str(home)) if home else None,
    )


def programme(graph: Graph, identifier: str, name: str) -> Node:
    """Return a programme out of which a funder gives."""
    return node("FundingScheme", graph.term("programmes", identifier), name=name)


def described(graph: Graph, agent: Agent) -> Node:
    """Return who had a part."""
    if agent.card:
        return person(graph, agent.card, agent.printed)
    assert agent.term is not None  # who is no person is an organisation
    return organisation(graph, agent.term)


def owner(graph: Graph) -> Node:
    """Return who publishes the archive: a term of the vocabulary, if it has the name."""
    name = graph.site.owner_name
    for term in graph.archive.terms["organisations"].values():
        if name in term.imprints.values():
            return organisation(graph, term)
    return node("Organization", graph.site.absolute("people/#owner"), name=name)


def in_short(agent: Node) -> Node:
    """Return an agent by name alone, where it stands on every page."""
    return {key: agent[key] for key in ("@id", "@type", "name")}


def _role(graph: Graph, agent: Agent) -> str:
    """Return the part in words; nothing where the property says it by itself."""
    if agent.role or agent.field_name not in _ROLELESS:
        return agent.role_label
    return graph.words[f"role_{agent.part}"]


def _funding(graph: Graph, agent: Agent) -> Node | None:
    """Return the grant behind a funder who gives out of a programme."""
    if not agent.programme:
        return None
    given = [{"@id": graph.term("organisations", agent.organisation)}]
    scheme = programme(graph, agent.programme, agent.programme_label)
    return node("Grant", funder=[*given, scheme])


def put_credits(
    graph: Graph,
    whole: Node,
    item: Item,
    properties: Mapping[str, str],
    by_role: Mapping[str, str],
) -> None:
    """Add those who had a part in an item to its description.

    ``properties`` names the property for each field of credits, ``by_role`` those that
    say a role by themselves.
    """
    kind = "OrganizationRole" if "member" in properties.values() else "Role"
    told_of = (field for field in CREDITS if field in properties)
    for agent in (agent for field in told_of for agent in item.agents.get(field, ())):
        name, who = properties[agent.field_name], described(graph, agent)
        told = _role(graph, agent)
        if agent.role in by_role:
            put(whole, by_role[agent.role], who)
        elif told:
            role = node(kind, roleName=told, description=agent.remark, **{name: who})
            put(whole, name, role)
        else:
            put(whole, name, who)
        put(whole, "funding", _funding(graph, agent))


def all_agents(graph: Graph) -> Iterator[Node]:
    """Yield every organisation and programme of the archive; people have pages."""
    terms, mine = graph.archive.terms, owner(graph)
    yield mine
    every = (organisation(graph, term) for term in terms["organisations"].values())
    yield from (each for each in every if each != mine)
    yield from (programme(graph, term.id, term.label) for term in terms["programmes"].values())
