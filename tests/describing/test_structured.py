"""What machines read of a page in JSON-LD: it says what the record says, in schema.org's words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import extruct
import pytest

from archive import checks, describing
from archive.content import library
from archive.describing import intervals
from archive.describing.graph import node, put
from archive.pages import context, metadata
from archive.schema import LANGUAGES
from archive.telling.archive import Archives, tell
from conftest import TODAY, build, make_toy, toy_settings
from graphs import described, names, picked
from paper_pdf import report
from schema_terms import as_list

ADDRESS = "https://archive.test/toy/"
REPORT = f"{ADDRESS}publications/zprava-o-jezere/#work"
Named = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def toy_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive as a built site."""
    root = make_toy(tmp_path_factory.mktemp("structured"))
    done = build(root, environment={"SITE_URL": ADDRESS, "OWNER_NAME": "IOM Česká republika"})
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root / "site"


def extracted(site_: Path, path: str) -> Named:
    """Return the named nodes of a built page, as extruct reads it."""
    html = (site_ / path / "index.html").read_text(encoding="utf-8")
    found = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    assert ["https://schema.org"] == [document["@context"] for document in found]
    return {one["@id"]: one for one in found[0]["@graph"] if "@id" in one}


@pytest.mark.parametrize(
    ("path", "language", "name"),
    [
        ("publications/zprava-o-jezere", "cs", "Zpráva o jezeře"),
        ("en/publications/zprava-o-jezere", "en", "Report on the lake"),
    ],
)
def test_built_page_of_a_publication(toy_pages: Path, path: str, language: str, name: str) -> None:
    """A publication's page says what the record says, whichever language it is in."""
    graph = extracted(toy_pages, path)
    work, page = graph[REPORT], graph[f"{ADDRESS}{path}/"]

    assert ["Report", "Book"] == work["@type"]
    expected = {"name": name, "datePublished": "2006", "inLanguage": "cs", "numberOfPages": 79}
    expected |= {"isbn": "80-239-2206-8", "url": "https://example.org/zprava"}
    assert expected == picked(work, *expected)
    assert ["Jana Nováková", "Petr Chalupa"] == names(work["author"])
    assert name == page["name"]
    assert language == page["inLanguage"]


def test_built_page_names_a_translated_work(toy_pages: Path) -> None:
    """Where the title is our translation, the work's own title stands beside it."""
    work = extracted(toy_pages, "en/publications/zprava-o-jezere")[REPORT]

    assert "Zpráva o jezeře" == work["alternateName"]


def test_built_pages_are_each_others_translation(toy_pages: Path) -> None:
    """The English page is a translation of the Czech one; both describe one thing."""
    cs, en = f"{ADDRESS}projects/jezero/", f"{ADDRESS}en/projects/jezero/"
    czech, english = (
        extracted(toy_pages, "projects/jezero"),
        extracted(toy_pages, "en/projects/jezero"),
    )

    assert {"@id": en} == czech[cs]["workTranslation"]
    assert {"@id": cs} == english[en]["translationOfWork"]
    assert czech[cs]["mainEntity"] == english[en]["mainEntity"] == {"@id": f"{cs}#project"}


def test_built_page_of_a_project(toy_pages: Path) -> None:
    """A project has its span, funder with programme, partners with roles, and countries."""
    graph = extracted(toy_pages, "en/projects/jezero")
    project, page = (
        graph[f"{ADDRESS}projects/jezero/#project"],
        graph[f"{ADDRESS}en/projects/jezero/"],
    )

    assert "ResearchProject" == project["@type"]
    assert ("2005-05-01", "2006-04-30") == (project["foundingDate"], project["dissolutionDate"])
    assert "2005-05-01/2006-04-30" == page["temporalCoverage"]
    assert ["Czechia", "Slovakia"] == names(project["areaServed"])
    assert ["Czechia", "Slovakia"] == names(page["spatialCoverage"])
    assert "Water Foundation" == project["funder"]["name"]
    assert ["Water programme"] == [f["name"] for f in project["funding"]["funder"] if "name" in f]
    roles = [(role["roleName"], role["member"]["name"]) for role in project["member"]]
    assert ("coordinator", "Municipality of Jezero") in roles
    assert ("researcher", "Jana Nováková") in roles


def test_built_page_of_an_episode(toy_pages: Path) -> None:
    """An episode names its series, place and parts, and the sound with its transcripts."""
    episode = extracted(toy_pages, "podcast/druhy")[f"{ADDRESS}podcast/druhy/#episode"]
    sound = episode["audio"]

    assert "PodcastEpisode" == episode["@type"]
    expected = {"name": "Druhý břeh", "episodeNumber": 2, "inLanguage": "cs"}
    expected["license"] = "https://creativecommons.org/licenses/by/4.0/"
    assert expected == picked(episode, *expected)
    assert "Hlasy od jezera" == episode["partOfSeries"]["name"]
    assert "Jezero" == episode["contentLocation"]["name"]
    assert f"{ADDRESS}podcast/druhy/druhy.mp3" == sound["contentUrl"]
    assert ["cs", "en"] == [caption["inLanguage"] for caption in sound["caption"]]


def test_stand_in_says_that_it_is_one(toy_pages: Path) -> None:
    """Nobody who reads the data takes a stand-in for the original; an original is silent."""
    standin = extracted(toy_pages, "en/podcast/druhy")[f"{ADDRESS}podcast/druhy/#episode"]
    original = extracted(toy_pages, "en/podcast/prvni")[f"{ADDRESS}podcast/prvni/#episode"]

    assert "stand-in" == standin["audio"]["creativeWorkStatus"]
    assert "stand-in" in standin["audio"]["name"]
    assert "This is not the original" in standin["audio"]["description"]
    assert not {"creativeWorkStatus", "description"} & set(original["audio"])


def test_built_page_of_the_show_and_of_a_person(toy_pages: Path) -> None:
    """The series has its feed and its episodes; a person has a name in two parts."""
    series = extracted(toy_pages, "en/podcast")[f"{ADDRESS}podcast/#series"]
    person = extracted(toy_pages, "people/jana-novakova")[f"{ADDRESS}people/jana-novakova/#person"]

    assert f"{ADDRESS}en/podcast/feed.xml" == series["webFeed"]
    assert ["People & water", "The other shore"] == names(series["hasPart"])
    assert series["isFamilyFriendly"] is True
    expected = {"name": "Jana Nováková", "familyName": "Nováková", "givenName": "Jana"}
    assert expected == picked(person, *expected)


def test_built_front_lists_its_items(toy_pages: Path) -> None:
    """A section front is a collection; its list has what the page shows, each thing once."""
    graph = extracted(toy_pages, "en/publications")
    page, shown = graph[f"{ADDRESS}en/publications/"], graph[f"{ADDRESS}en/publications/#list"]

    assert "CollectionPage" == page["@type"]
    assert {"@id": shown["@id"]} == page["mainEntity"]
    assert [{"@id": REPORT}] == as_list(shown["itemListElement"])


def test_built_home_describes_the_site(toy_pages: Path) -> None:
    """Home describes the site in both languages, and who publishes it."""
    site_ = extracted(toy_pages, "")[f"{ADDRESS}#website"]

    assert "WebSite" == site_["@type"]
    assert ["cs", "en"] == site_["inLanguage"]
    assert f"{ADDRESS}people/#organisation-iom-czechia" == site_["publisher"]["@id"]


def test_breadcrumb_leads_from_home(toy_pages: Path) -> None:
    """The trail is home, section, item, in the page's language."""
    page = extracted(toy_pages, "en/projects/jezero")[f"{ADDRESS}en/projects/jezero/"]
    steps = page["breadcrumb"]["itemListElement"]

    assert [1, 2, 3] == [step["position"] for step in steps]
    assert ["Home", "Projects", "The lake and the people around it"] == names(steps)
    assert {"@id": f"{ADDRESS}en/projects/"} == steps[1]["item"]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2005-05-01/2006-04-30", "2005-05-01/2006-04-30"),
        ("2006?", "2006"),
        ("2013~/2014%", "2013/2014"),
        ("2003/", "2003/.."),
        ("2003/..", "2003/.."),
        ("/2023-02", "../2023-02"),
        ("{2016,2018}", ["2016", "2018"]),
        ("[2016,2018?]", "2016/2018"),
    ],
)
def test_dates_as_schema_org_takes_them(edtf: str, told: object) -> None:
    """EDTF becomes ISO 8601; what is open or unknown is two dots."""
    assert told == intervals.interval(edtf)


def test_date_of_publication() -> None:
    """A work came out when its range begins, or on each date of a set; or it is not told."""
    assert ["2006", "2003", ["2016", "2018"], "", ""] == [
        intervals.issued(text) for text in ("2006?", "2003/2004", "{2016,2018}", "/2004", None)
    ]


def versions(toy: Path, languages: str, *files: str) -> dict[str, dict[str, Any]]:
    """Return the language versions of the toy report with files in its folder, right or not."""
    folder = toy / "docs" / "publications" / "zprava-o-jezere"
    record = folder / "index.cs.md"
    text = record.read_text(encoding="utf-8").replace("languages: [cs]", f"languages: {languages}")
    record.write_text(text.replace("holding: link", "holding: file"), encoding="utf-8")
    for number, name in enumerate(files):
        report(folder / name, "en" if ".en." in name else "cs", pages=2 + number)
    content = library.read(toy)
    archives = tell(content, toy_settings(content))
    item = archives["cs"].items["publications/zprava-o-jezere"]
    return {one["@id"]: one for one in described(archives, item, "cs")}


def test_language_versions_of_a_document(toy: Path) -> None:
    """A translation leads to its original and the other way round; each has its own file."""
    graph = versions(toy, "[cs, en]", "zprava.cs.pdf", "zprava.en.pdf")
    czech, english = graph[f"{REPORT}-cs"], graph[f"{REPORT}-en"]

    assert {"@id": english["@id"]} == czech["workTranslation"]
    assert {"@id": czech["@id"]} == english["translationOfWork"]
    assert {"@id": REPORT} == czech["exampleOfWork"] == english["exampleOfWork"]
    assert (
        f"{ADDRESS}en/publications/zprava-o-jezere/zprava.pdf" == english["encoding"]["contentUrl"]
    )


def test_newest_version_of_a_held_document(toy: Path) -> None:
    """Of several versions of a file the data give the newest."""
    graph = versions(toy, "[cs]", "zprava.cs.pdf", "zprava.cs.v2.pdf", "zprava.cs.v10.pdf")
    address = f"{ADDRESS}publications/zprava-o-jezere/zprava.v10.pdf"

    assert address == graph[REPORT]["encoding"]["contentUrl"]
    assert graph[REPORT]["isAccessibleForFree"] is True


def test_withdrawn_episode_is_not_described(toy: Path) -> None:
    """What was withdrawn is not described to machines at all."""
    path = toy / "docs/podcast/druhy/index.cs.md"
    gone = 'withdrawn: {date: "2026-02-01", reason: personal-data}\nlanguage: cs'
    path.write_text(path.read_text().replace("language: cs", gone), encoding="utf-8")
    content = library.read(toy)
    values = context.values(tell(content, toy_settings(content)), "podcast/druhy", "cs")

    assert (None, None) == (values["metadata"], values["item"])


def test_page_without_translation_is_described_as_the_original(toy: Path) -> None:
    """An English address that shows the Czech text is described as the Czech page."""
    (toy / "docs/projects/jezero/index.en.md").unlink()
    content = checks.load(toy, today=TODAY)
    archives = tell(content, toy_settings(content))
    czech, english = (
        described(archives, archives[code].items["projects/jezero"], code) for code in LANGUAGES
    )

    assert czech == english
    assert "workTranslation" not in czech[0]


def test_no_sign_ends_the_script() -> None:
    """Whatever a record says, the data stay inside their element and come back unchanged."""
    told = "</script><!-- & \u2028 „“"
    text = describing.json_ld([{"name": told}])

    assert not [sign for sign in "<>&\u2028" if sign in text]
    assert told == json.loads(text)["@graph"][0]["name"]


def test_same_record_same_text(toy_archives: Archives) -> None:
    """Two descriptions of a page are the same, letter by letter, with sorted keys."""
    item = toy_archives["cs"].items["projects/jezero"]
    first, second = (metadata.view(toy_archives, item, "cs").json_ld for _ in range(2))
    document = json.loads(first)

    assert first == second
    assert list(document["@graph"][0]) == sorted(document["@graph"][0])


def test_put_adds_to_what_stands() -> None:
    """A property said twice has both values; one said again has one."""
    one = node("Thing", name="A", alternateName=["B"])
    for value in ("C", "B", ""):
        put(one, "alternateName", value)

    assert {"@type": "Thing", "name": "A", "alternateName": ["B", "C"]} == one
