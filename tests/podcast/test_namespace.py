"""The podcast namespace: every tag that fits an archive, each equal to the record it tells."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from email.utils import format_datetime
from pathlib import Path

import pytest
from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss_channel
from archive.podcast.namespace import PODCAST
from archive.schema import LANGUAGES
from archive.schema.apple_categories import CATEGORIES
from archive.schema.fields import Withdrawal
from archive.schema.licenses import ADDRESSES
from archive.schema.podcast_roles import PARTS
from archive.schema.vocabulary import Term
from archive.telling.archive import tell
from toy_feed import NS, Both, changed, channel, pairs, told

HERE = Path(__file__).parent
# Every tag of the namespace that says something of an archive; the others are for live
# shows, payments, comments and lists of other feeds.
CHANNEL = """guid locked medium license publisher block image person funding trailer
             updateFrequency txt"""
ITEM = """season episode license location image person transcript chapters soundbite
          alternateEnclosure"""


@pytest.fixture(scope="module")
def both(toy_library: Library, toy_site: Site) -> Both:
    """The toy archive and its settings."""
    return toy_library, toy_site


# -- all of it -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tag_occurs(both: Both, language: str) -> None:
    """The toy archive shows every tag that the archive can write, in each edition."""
    top = channel(both, language)
    items = {etree.QName(e).localname for item in top.findall("item") for e in item.iter("*")}
    own = {etree.QName(e).localname for e in top if etree.QName(e).namespace == PODCAST}

    assert set(CHANNEL.split()) == own
    assert set(ITEM.split()) | {"source", "integrity"} <= items


@pytest.mark.parametrize("language", LANGUAGES)
def test_single_tags_occur_once(both: Both, language: str) -> None:
    """What the namespace allows once occurs once, in the channel and in each item."""
    once = {"guid", "locked", "medium", "license", "publisher", "updateFrequency", "season"}
    once |= {"episode", "chapters"}
    top = channel(both, language)
    for parent in (top, *top.findall("item")):
        found = [etree.QName(e) for e in parent if isinstance(e.tag, str)]
        names = Counter(name.localname for name in found if name.namespace == PODCAST)

        assert set() == {name for name in once if names[name] > 1}


# -- the channel ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_channel_is_its_record(both: Both, language: str) -> None:
    """Each tag of the channel says what the show's record says in that language."""
    library, site = both
    top, record = channel(both, language), library.show.edition(language).record
    address = ADDRESSES["CC-BY-4.0"]
    publisher = record.publisher_feed

    assert [(record.guid,)] == told(top, "podcast:guid")
    assert [("yes", site.owner_email)] == told(top, "podcast:locked", "owner")
    assert [("podcast",)] == told(top, "podcast:medium")
    assert [(record.license, address)] == told(top, "podcast:license", "url")
    assert [(f.text, f.url) for f in record.funding] == told(top, "podcast:funding", "url")
    assert [(t.text, t.purpose) for t in record.txt] == told(top, "podcast:txt", "purpose")
    assert [(record.frequency, "true")] == told(top, "podcast:updateFrequency", "complete")
    assert [("yes", "google")] == told(top, "podcast:block", "id")
    found = told(top, "podcast:publisher/podcast:remoteItem", "medium", "feedGuid", "feedUrl")
    assert [(None, "publisher", publisher.guid, publisher.url)] == found
    assert record.new_address == top.findtext("itunes:new-feed-url", namespaces=NS)
    assert "Yes" == top.findtext("itunes:complete", namespaces=NS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_trailers(both: Both, language: str) -> None:
    """A trailer has its title, address, date by RFC 2822, size, type and season."""
    show = both[0].show
    assert show is not None
    names = ("url", "pubdate", "length", "type", "season")
    expected = [
        (t.title, t.url, format_datetime(t.published.astimezone(dt.UTC)), "12345", t.type, "1")
        for t in show.edition(language).record.trailers
    ]

    assert expected == told(channel(both, language), "podcast:trailer", *names)


def test_an_episode_can_be_the_trailer(both: Both) -> None:
    """An episode of that type is the channel's trailer too, at the same address."""
    other = changed(both, "druhy", episode_type="trailer")
    trailers = told(channel(other), "podcast:trailer", "url", "type", "length")
    address = "https://archive.test/toy/podcast/druhy/druhy.mp3"

    assert ("Druhý břeh (zástupná nahrávka)", address, "audio/mpeg", "60561") == trailers[1]


def test_blocked_for_all(both: Both) -> None:
    """An episode blocked for all says so to Apple; the other does not."""
    found = [told(item, "itunes:block") for _, item in pairs(both, "cs")]

    assert [[("Yes",)], []] == found


def test_a_feed_that_waits_for_originals_is_not_complete(both: Both) -> None:
    """While stand-ins are left out, apps are not told that nothing more will come."""
    site = dataclasses.replace(both[1], standins=False)
    top = channel((both[0], site))

    assert top.find("itunes:complete", NS) is None
    assert [("Dva díly, uzavřeno.", None)] == told(top, "podcast:updateFrequency", "complete")


def test_a_withdrawn_episode_is_in_no_feed(both: Both) -> None:
    """What has been withdrawn is offered no more; the feed is complete all the same."""
    other = changed(both, "prvni", withdrawn=Withdrawal(date="2026-11-20", reason="rights"))
    top = channel(other)

    assert 1 == len(top.findall("item"))
    assert top.find("itunes:complete", NS) is not None


# -- the items -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_items_are_their_records(both: Both, language: str) -> None:
    """Season, number, licence, place and type of each item are those of its record."""
    library, site = both
    seasons = library.show.edition(language).record.seasons
    for entry, item in pairs(both, language):
        record = entry.edition(language).record
        number = site.strings[language]["episode_number"].format(number=record.number)
        license_address = record.license_url or ADDRESSES[record.license or ""]

        assert [("1", seasons[1])] == told(item, "podcast:season", "name")
        assert [(str(record.number), number)] == told(item, "podcast:episode", "display")
        assert [(record.license, license_address)] == told(item, "podcast:license", "url")
        assert [("Jezero", "subject", "geo:49.0,14.5", "R112233", "CZ")] == told(
            item, "podcast:location", "rel", "geo", "osm", "country"
        )
        assert [(record.episode_type,)] == told(item, "itunes:episodeType")


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_have_roles_of_the_taxonomy(both: Both, language: str) -> None:
    """Every credited person is named with role, group and page, in the record's order."""
    library, site = both
    for entry, item in pairs(both, language):
        expected = []
        for credit in entry.record.people:
            person = library.of("people")[credit.person or ""]
            part, page = PARTS[credit.role or ""], site.absolute(person.address(language))
            expected.append((person.record.title, part.role, part.group, page))

        assert expected == told(item, "podcast:person", "role", "group", "href")


def test_roles_are_the_taxonomys() -> None:
    """Every role and group stands in the taxonomy, in the same letters."""
    lines = (HERE / "taxonomy.txt").read_text(encoding="utf-8").splitlines()

    assert set() == {f"{part.group}/{part.role}" for part in PARTS.values()} - set(lines)


def test_categories_are_apples() -> None:
    """The list of categories is whole."""
    assert (19, 91) == (len(CATEGORIES), sum(len(within) for within in CATEGORIES.values()))


def test_without_a_frequency_there_is_no_tag(both: Both) -> None:
    """A show that says nothing of when it appears has no updateFrequency."""
    library, site = both
    show = library.show
    assert show is not None
    record = show.record.model_copy(update={"frequency": None, "license": None})
    editions = {"cs": dataclasses.replace(show.editions["cs"], record=record)}
    bare = dataclasses.replace(library, show=dataclasses.replace(show, editions=editions))
    archive = tell(bare, site)["cs"]
    assert archive.show is not None
    names = {tag.name for tag in rss_channel.tags(archive, archive.show, [])}

    assert set() == {"podcast:updateFrequency", "podcast:license"} & names


def test_an_item_names_those_who_make_the_show_too(both: Both) -> None:
    """What an item says of people replaces what the channel says, so it says that again."""
    library, site = both
    show = library.show
    assert show is not None
    guest, host = library.of("podcast")["druhy"].record.people[1], show.record.people[0]
    crew = [host, guest.model_copy(update={"role": "sound"})]
    record = show.record.model_copy(update={"people": crew})
    editions = {"cs": dataclasses.replace(show.editions["cs"], record=record)}
    roles = dict(library.vocabularies["roles"]) | {"sound": Term("sound", {"cs": "zvuk"})}
    other = dataclasses.replace(
        library, show=dataclasses.replace(show, editions=editions),
        vocabularies=library.vocabularies | {"roles": roles},
    )  # fmt: skip
    item = pairs((other, site), "cs")[1][1]

    assert [
        ("Petr Chalupa", "Host"), ("Jana Nováková", "Guest"), ("Jana Nováková", "Audio Engineer"),
    ] == told(item, "podcast:person", "role")  # fmt: skip
