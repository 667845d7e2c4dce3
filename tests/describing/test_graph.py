"""The whole archive as one graph: whole, joined, and in schema.org's own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from archive.content.credits import credits_of
from archive.content.library import Library
from archive.describing import people, podcast, projects, works
from archive.describing.fields import OF_THE_PAGE, properties
from archive.telling import types
from archive.telling.archive import Archives
from archive.telling.parts import Item
from graphs import Graphs, by_name, everything, main_of, name_of, names, pages_of, picked
from schema_terms import as_list, faults, nodes


@pytest.fixture(scope="module")
def graphs(real_library: Library, real_archives: Archives) -> Graphs:
    """The graph of every page of the real archive."""
    return everything(real_archives)


def adapted(entry: Item) -> dict[str, str]:
    """Return which fields of a kind go by another name than the schema's."""
    if entry.kind == "projects":
        return projects.EVENT if types.is_event(entry.record.type) else projects.PROJECT
    kinds = {"publications": works.ADAPTED, "podcast": podcast.EPISODE, "people": people.ADAPTED}
    return kinds.get(entry.kind, {})


def test_every_filled_field_is_told(real_archives: Archives, graphs: Graphs) -> None:
    """No field for which the schema names a property is left out of the data."""
    credited = ("people", "creators", "publishers", "partners")  # each role has a place of its own
    for entry in real_archives["cs"].items.values():
        subject = main_of(graphs[entry.reference, "cs"])
        told = properties(type(entry.record), {**OF_THE_PAGE, **adapted(entry)})
        filled = [f for f in told if getattr(entry.record, f) not in (None, "", [])]
        missing = [f for f in filled if told[f] not in subject and f not in credited]
        assert (entry.reference, []) == (entry.reference, missing)


def test_everybody_credited_is_told(real_library: Library, graphs: Graphs) -> None:
    """Whoever the record credits, in whatever part, is named in the data."""
    for entry in real_library.every():
        found = {one.get("@id", "") for one in nodes(main_of(graphs[entry.reference, "en"]))}
        for _, credit in credits_of(entry.record):
            person = f"/people/{credit.person}/#person"
            end = person if credit.person else f"#organisation-{credit.organisation}"
            assert any(name.endswith(end) for name in found), (entry.reference, end)


def test_what_came_out_of_a_project_says_so(
    real_library: Library, real_archives: Archives, graphs: Graphs
) -> None:
    """Each publication and episode leads to its projects, each of them by its name."""
    address = real_archives["cs"].site.address
    for entry in real_library.every():
        subject = main_of(graphs[entry.reference, "en"])
        led = as_list(subject.get("sourceOrganization", [])) + as_list(subject.get("about", []))
        found = {one["@id"] for one in led}
        for project in getattr(entry.record, "projects", []):
            assert f"{address}projects/{project}/#project" in found


def test_every_name_leads_to_a_description(graphs: Graphs) -> None:
    """Whatever is named somewhere in the graph has a type and a name somewhere in it."""
    every = [one for graph in graphs.values() for one in nodes(graph) if "@id" in one]
    known = {one["@id"] for one in every if "@type" in one and "name" in one}
    known |= {one["@id"] for one in every if "itemListElement" in one}

    assert set() == {one["@id"] for one in every} - known


def test_names_lead_to_pages_of_the_site(real_archives: Archives, graphs: Graphs) -> None:
    """Each name is the address of a page that exists, with or without a part of it."""
    archive = real_archives["cs"]
    pages = {
        archive.site.absolute(shown.address(code))
        for shown in pages_of(archive)
        for code in shown.languages
    }
    named = [one["@id"] for graph in graphs.values() for one in nodes(graph) if "@id" in one]

    assert set() == {name.partition("#")[0] for name in named} - pages


def test_one_thing_has_one_name(real_library: Library, graphs: Graphs) -> None:
    """Both languages describe the same thing, under the same name and of the same type."""
    for entry in real_library.every():
        czech, english = (main_of(graphs[entry.reference, code]) for code in ("cs", "en"))
        assert (czech["@id"], czech["@type"]) == (english["@id"], english["@type"])


def test_translations_lead_both_ways(real_archives: Archives, graphs: Graphs) -> None:
    """Each pair of pages is bound in both directions, and to no third."""
    for shown in pages_of(real_archives["cs"]):
        czech, english = (graphs[name_of(shown), code][0] for code in ("cs", "en"))
        if "en" in shown.languages:
            assert {"@id": english["@id"]} == czech["workTranslation"]
            assert {"@id": czech["@id"]} == english["translationOfWork"]


@pytest.mark.parametrize("archive", ["real", "toy"])
def test_only_terms_of_schema_org(request: pytest.FixtureRequest, archive: str) -> None:
    """Every type and property is schema.org's, and stands where schema.org has it."""
    whole = everything(request.getfixturevalue(f"{archive}_archives"))
    known = by_name(whole)

    assert set() == {fault for graph in whole.values() for fault in faults(graph, known)}


def test_nothing_empty_is_said(graphs: Graphs) -> None:
    """No property is empty."""
    values = (v for graph in graphs.values() for one in nodes(graph) for v in one.values())

    assert [] == [value for value in values if value in (None, "", [], {})]


def test_every_type_of_the_vocabularies_is_in_the_table(real_library: Library) -> None:
    """Nobody adds a type of publication without saying what it is to others."""
    assert set(real_library.vocabularies["publication-types"]) <= set(types.WORKS)
    assert set(types.PROJECTS) <= set(real_library.vocabularies["project-types"])


def test_no_page_states_two_types(real_site: Path) -> None:
    """The links of a page and of its link set name the types of which its data say it is."""
    said = []
    for page in real_site.rglob("linkset.json"):
        tree = html.parse(page.parent / "index.html")
        linked = [link.get("href") for link in tree.iterfind(".//link[@rel='type']")]
        listed = [one["href"] for one in json.loads(page.read_bytes())["linkset"][0]["type"]]
        graph = json.loads(tree.findtext(".//script[@type='application/ld+json']"))["@graph"]
        told = [f"https://schema.org/{name}" for name in as_list(main_of(graph)["@type"])]
        said.append((["https://schema.org/AboutPage", *told], linked, listed))

    assert len(said) > 400
    assert [] == [three for three in said if not three[0] == three[1] == three[2]]


def test_event_has_days_place_and_status(graphs: Graphs) -> None:
    """A school is an event with its days, its country and its speakers."""
    event = main_of(graphs["projects/summer-school-2019", "en"])
    expected = {"@type": "EducationEvent", "startDate": "2019-08-26", "endDate": "2019-08-31"}
    expected |= {"eventStatus": "https://schema.org/EventScheduled"}

    assert expected == picked(event, *expected)
    assert "Czechia" == event["location"]["name"]
    assert "Katy Barwise" in names(event["performer"])


def test_data_page_describes_the_terms(real_library: Library, graphs: Graphs) -> None:
    """Every organisation, theme and town stands in full on one page, in both languages."""
    described = [*graphs["about/data/", "cs"], *graphs["about/data/", "en"]]
    agents = {one["@id"].rpartition("organisation-")[2] for one in described}
    themes = {one.get("termCode") for one in described}
    towns = {one["@id"].rpartition("#t-")[2] for one in described}

    assert set(real_library.vocabularies["organisations"]) <= agents
    assert set(real_library.vocabularies["themes"]) <= themes
    assert set(real_library.vocabularies["places"]) <= towns


def test_catalogue_as_data(real_archives: Archives, graphs: Graphs, real_site: Path) -> None:
    """The page of the exports describes a data set; each of its files is there."""
    data = main_of(graphs["about/data/", "en"])
    files = [file["contentUrl"] for file in data["distribution"]]
    here = [file.removeprefix(real_archives["cs"].site.address) for file in files]

    assert "https://creativecommons.org/licenses/by/4.0/" == data["license"]
    assert "1951" == data["temporalCoverage"].split("/")[0]
    assert [] == [path for path in here if not (real_site / path).is_file()]


def test_lists_name_what_they_show(real_library: Library, graphs: Graphs) -> None:
    """Each item of a kind stands once in the list of its section."""
    for kind in ("projects", "publications", "people"):
        listed = main_of(graphs[f"{kind}/", "en"])
        assert len(real_library.of(kind)) == listed["numberOfItems"]
        assert len(real_library.of(kind)) == len(as_list(listed["itemListElement"]))
