"""Who did what: people and organisations as nodes, and their parts in an item.

Where a property of schema.org says the part by itself (``author``, ``translator``), the
person stands there. Otherwise the person stands in a ``Role`` that names the part; see
"Introducing Role" (https://blog.schema.org/2014/06/16/introducing-role/).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from archive.describing.graph import Graph, Node, node, put
from archive.schema import LANGUAGES, Credit, Item

# Fields of credits, and the word for a credit that names no role.
CREDITS = ("creators", "people", "publishers", "production", "partners", "funders")
_ROLELESS = {"partners": "role_partner", "people": "role_contributor"}


def person(graph: Graph, identifier: str, printed: str | None = None) -> Node:
    """Return a person; ``printed`` is the name as the work gives it."""
    entry = graph.library.of("people")[identifier]
    name = graph.title(entry)
    return node(
        "Person",
        graph.thing(entry),
        name=name,
        alternateName=printed if printed != name else "",
        url=graph.page(entry),
    )


def organisation(graph: Graph, identifier: str) -> Node:
    """Return an organisation; other names are our label, the acronym, those of other languages."""
    term = graph.library.vocabularies["organisations"][identifier]
    name = graph.organisation(identifier)
    tellers = [replace(graph, language=code) for code in LANGUAGES]
    others = [teller.organisation(identifier) for teller in tellers]
    others += [term.label(graph.language), term.told("acronym", graph.language)]
    home = term.more.get("country")
    return node(
        "Organization",
        graph.term("organisations", identifier),
        name=name,
        alternateName=list(dict.fromkeys(other for other in others if other != name)),
        address=node("PostalAddress", addressCountry=str(home)) if home else None,
    )


def programme(graph: Graph, identifier: str) -> Node:
    """Return a programme out of which a funder gives."""
    name = graph.label("programmes", identifier)
    return node("FundingScheme", graph.term("programmes", identifier), name=name)


def agent(graph: Graph, credit: Credit) -> Node:
    """Return who a credit is given to."""
    if credit.person:
        return person(graph, credit.person, credit.printed)
    return organisation(graph, credit.organisation or "")


def owner(graph: Graph) -> Node:
    """Return who publishes the archive: a term of the vocabulary, if it has the name."""
    name = graph.site.owner_name
    for identifier, term in graph.library.vocabularies["organisations"].items():
        for code, label in term.labels.items():
            told = replace(graph, language=code) if label.startswith(name) else None
            if told and told.organisation(identifier) == name:
                return organisation(graph, identifier)
    return node("Organization", graph.site.absolute("people/#owner"), name=name)


def in_short(agent: Node) -> Node:
    """Return an agent by name alone, where it stands on every page."""
    return {key: agent[key] for key in ("@id", "@type", "name")}


def _role(graph: Graph, field: str, credit: Credit) -> str:
    if credit.role:
        return graph.label("roles", credit.role)
    return graph.words[_ROLELESS[field]] if field in _ROLELESS else ""


def _funding(graph: Graph, credit: Credit) -> Node | None:
    """Return the grant behind a funder who gives out of a programme."""
    if not credit.programme:
        return None
    given = [{"@id": graph.term("organisations", credit.organisation or "")}]
    return node("Grant", funder=[*given, programme(graph, credit.programme)])


def put_credits(
    graph: Graph,
    described: Node,
    record: Item,
    properties: Mapping[str, str],
    by_role: Mapping[str, str],
) -> None:
    """Add the credits of a record to its description.

    ``properties`` names the property for each field of credits, ``by_role`` those that
    say a role by themselves.
    """
    notes = record.people_notes
    kind = "OrganizationRole" if "member" in properties.values() else "Role"
    for field in CREDITS:
        for credit in getattr(record, field, []):
            name, who = properties[field], agent(graph, credit)
            told = _role(graph, field, credit)
            if credit.role in by_role:
                put(described, by_role[credit.role], who)
            elif told:
                note = notes.get(credit.person or "") or credit.note
                role = node(kind, roleName=told, description=note, **{name: who})
                put(described, name, role)
            else:
                put(described, name, who)
            put(described, "funding", _funding(graph, credit))


def all_agents(graph: Graph) -> Iterator[Node]:
    """Yield every organisation and programme of the archive; people have pages."""
    vocabularies, mine = graph.library.vocabularies, owner(graph)
    yield mine
    every = (organisation(graph, identifier) for identifier in vocabularies["organisations"])
    yield from (described for described in every if described != mine)
    yield from (programme(graph, identifier) for identifier in vocabularies["programmes"])
