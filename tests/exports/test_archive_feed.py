"""The Atom feed of the whole archive, and the JSON Feed of the show."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import uuid
from typing import Any

import feedparser
import pytest
from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import atom as archive_feed
from archive.podcast import json_feed
from archive.podcast.texts import item_title, show_notes
from archive.schema import LANGUAGES, paths
from archive.telling.archive import Archives, tell

NS = {"atom": "http://www.w3.org/2005/Atom"}


def atom(library: Library, site: Site, language: str) -> bytes:
    """Return the main document of a language's Atom feed."""
    return archive_feed.write_pages(tell(library, site)[language])[paths.atom(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_atom_has_every_item(toy_library: Library, toy_site: Site, language: str) -> None:
    """Every item of the archive is an entry, with its title, address and summary."""
    parsed = feedparser.parse(atom(toy_library, toy_site, language))
    found = {entry.link: (entry.title, entry.summary) for entry in parsed.entries}
    expected = {}
    for entry in toy_library.every():
        record = entry.edition(language).record
        expected[toy_site.absolute(entry.address(language))] = (record.title, record.description)

    assert not parsed.bozo
    assert expected == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_atom_has_what_the_rfc_requires(
    toy_library: Library, toy_site: Site, language: str
) -> None:
    """RFC 4287: id, title and updated once in the feed and in each entry, and an author."""
    root = etree.fromstring(atom(toy_library, toy_site, language))
    for element in (root, *root.findall("atom:entry", NS)):
        counts = [len(element.findall(f"atom:{n}", NS)) for n in ("id", "title", "updated")]
        pages = element.findall("atom:link[@rel='alternate'][@type='text/html']", NS)

        assert [1, 1, 1] == counts
        assert [language] == [link.get("hreflang") for link in pages]
    assert 1 == len(root.findall("atom:author/atom:name", NS))


def test_ids_are_unique_and_outlive_the_address(toy_library: Library, toy_site: Site) -> None:
    """No id stands twice in any language; on another host they are the same."""
    moved = dataclasses.replace(toy_site, address="https://elsewhere.test/")

    def ids(site: Site) -> list[str]:
        roots = [etree.fromstring(atom(toy_library, site, code)) for code in LANGUAGES]
        return [e.text for root in roots for e in root.iter(f"{{{NS['atom']}}}id")]

    assert ids(toy_site) == ids(moved)
    assert len(ids(toy_site)) == len(set(ids(toy_site)))
    assert all(uuid.UUID(i.removeprefix("urn:uuid:")) for i in ids(toy_site))


def test_a_guid_of_another_host_makes_an_id(toy_archives: Archives) -> None:
    """An imported episode's GUID may be any text; its id is a URN all the same, and its own."""
    item = toy_archives["cs"].items["podcast/prvni"]
    ids = set()
    for guid in ("https://host.test/?p=1", "tag:soundcloud,2010:tracks/2", ""):
        record = item.record.model_copy(update={"guid": guid})
        ids.add(archive_feed.identifier(dataclasses.replace(item, record=record)))

    assert 3 == len({uuid.UUID(i).urn for i in ids})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": "2001"}, "2026-11-21T00:00:00+00:00"),
        ({"date": None}, "2026-11-21T00:00:00+00:00"),
        ({"date": "2027-03/2027-05"}, "2027-03-01T00:00:00+00:00"),
        ({"published": "2027-01-02T03:04:05+01:00"}, "2027-01-02T02:04:05+00:00"),
        ({"corrections": "2028-05-06"}, "2028-05-06T00:00:00+00:00"),
    ],
)
def test_updated_never_changes_by_itself(
    toy_library: Library, toy_site: Site, fields: dict[str, Any], expected: str
) -> None:
    """The latest of founding, date, release and correction; never a moment that is to come."""
    entry = toy_library.of("podcast")["prvni"]
    if "published" in fields:
        fields = {"published": dt.datetime.fromisoformat(fields["published"])}
    if "corrections" in fields:
        correction = entry.record.corrections[0].model_copy(update={"date": fields["corrections"]})
        fields = {"corrections": [correction]}
    edition = entry.editions["cs"]
    record = edition.record.model_copy(update=fields)
    changed = dataclasses.replace(
        entry, editions={"cs": dataclasses.replace(edition, record=record)}
    )
    podcast = toy_library.of("podcast") | {"prvni": changed}
    library = dataclasses.replace(toy_library, entries=toy_library.entries | {"podcast": podcast})
    item = tell(library, toy_site)["cs"].items["podcast/prvni"]

    assert expected == archive_feed.updated(item, "cs").isoformat()


def test_standins_and_other_languages_are_left_out(toy_library: Library, toy_site: Site) -> None:
    """A stand-in is in no feed of production; what lacks a language is not in its feed."""
    site = dataclasses.replace(toy_site, standins=False)
    person = toy_library.of("people")["petr-chalupa"]
    czech = dataclasses.replace(person, editions={"cs": person.editions["cs"]})
    people = toy_library.of("people") | {"petr-chalupa": czech}
    library = dataclasses.replace(toy_library, entries=toy_library.entries | {"people": people})
    found = [e.reference for e in archive_feed.items(tell(library, site)["en"])]

    assert 4 == len(found)
    assert not {"podcast/druhy", "people/petr-chalupa"} & set(found)


# -- JSON Feed -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_feed_is_the_show(toy_library: Library, toy_site: Site, language: str) -> None:
    """JSON Feed 1.1: the top level says what the show's record says."""
    content = json.loads(json_feed.write(tell(toy_library, toy_site)[language]))
    show = toy_library.show
    assert show is not None
    record = show.edition(language).record

    assert "https://jsonfeed.org/version/1.1" == content["version"]
    assert (record.title, language) == (content["title"], content["language"])
    assert toy_site.absolute(paths.json_feed(language)) == content["feed_url"]
    assert toy_site.absolute(show.address(language)) == content["home_page_url"]
    assert [toy_site.owner_name] == [author["name"] for author in content["authors"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_items_are_the_episodes(toy_library: Library, toy_site: Site, language: str) -> None:
    """Every item has its record's values, and each format of its recording."""
    archive = tell(toy_library, toy_site)[language]
    content = json.loads(json_feed.write(archive))
    items = {item["id"]: item for item in content["items"]}
    for entry in toy_library.episodes():
        record, sound = entry.edition(language).record, toy_library.recordings[entry.id]
        item = items[record.guid]
        sizes = [sound.size, *(a.size for a in toy_library.alternates[entry.id])]

        told = archive.items[entry.reference]
        assert item_title(archive, told) == item["title"]
        assert show_notes(archive, told) == item["content_html"]
        assert record.published == dt.datetime.fromisoformat(item["date_published"])
        assert sizes == [a["size_in_bytes"] for a in item["attachments"]]
        assert {record.title} == {a["title"] for a in item["attachments"]}
