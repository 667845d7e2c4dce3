"""The feeds as apps read them: feedparser and gPodder's podcastparser find the record's values."""

from __future__ import annotations

import datetime as dt
import io

import feedparser
import podcastparser
import pytest

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss
from archive.schema import LANGUAGES
from archive.telling.archive import tell
from toy_feed import Both


@pytest.fixture(scope="module")
def both(toy_library: Library, toy_site: Site) -> Both:
    """The toy archive and its settings."""
    return toy_library, toy_site


@pytest.mark.parametrize("language", LANGUAGES)
def test_feedparser_reads_the_channel(both: Both, language: str) -> None:
    """Feedparser reads what the show's record says."""
    library, site = both
    record = library.show.edition(language).record
    found = feedparser.parse(rss.write(tell(*both)[language])).feed
    image = site.absolute(f"podcast/{record.artwork}")

    assert (record.title, language, "serial") == (found.title, found.language, found.itunes_type)
    assert (image, record.guid) == (found.image.href, found.podcast_guid)
    assert ["Society & Culture", "Documentary"] == [tag.term for tag in found.tags]
    assert (site.owner_name, site.owner_email) == (found.author, found.publisher_detail.email)
    assert site.absolute(library.show.address(language)) == found.link


@pytest.mark.parametrize("language", LANGUAGES)
def test_feedparser_reads_the_items(both: Both, language: str) -> None:
    """Feedparser reads of each item what record and recording say."""
    library, site = both
    parsed = {e.id: e for e in feedparser.parse(rss.write(tell(*both)[language])).entries}
    for entry in library.episodes():
        record, sound = entry.edition(language).record, library.recordings[entry.id]
        found = parsed[record.guid]
        moment = record.published.astimezone(dt.UTC)

        assert site.absolute(entry.address(language)) == found.link
        assert moment.timetuple()[:6] == found.published_parsed[:6]
        assert str(round(sound.duration)) == found.itunes_duration
        assert (str(record.season), str(record.number)) == (
            found.itunes_season, found.itunes_episode
        )  # fmt: skip
        enclosure = found.enclosures[0]
        assert (str(sound.size), sound.type) == (enclosure.length, enclosure.type)
        assert site.absolute(f"podcast/{entry.id}/{sound.name}") == enclosure.href


@pytest.mark.parametrize("language", LANGUAGES)
def test_podcastparser_reads_the_items(both: Both, language: str) -> None:
    """GPodder's parser reads of each item what record and recording say."""
    library, site = both
    parsed = podcastparser.parse("https://x.test/", io.BytesIO(rss.write(tell(*both)[language])))
    episodes = {e["guid"]: e for e in parsed["episodes"]}
    for entry in library.episodes():
        record = entry.edition(language).record
        found = episodes[record.guid]
        cover = site.absolute(f"podcast/{entry.id}/cover.png")

        assert record.title in found["title"]
        assert round(record.published.timestamp()) == found["published"]
        assert (record.season, record.number) == (found["season"], found["number"])
        assert (record.episode_type, cover) == (found["type"], found["episode_art_url"])
        assert (False, 1) == (found["explicit"], len(found["enclosures"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_podcastparser_reads_the_channel(both: Both, language: str) -> None:
    """GPodder's parser reads what the show's record says."""
    library, site = both
    record = library.show.edition(language).record
    found = podcastparser.parse("https://x.test/", io.BytesIO(rss.write(tell(*both)[language])))
    owner = {"name": site.owner_name, "email": site.owner_email}

    assert (record.title, language, "serial") == (found["title"], found["language"], found["type"])
    assert (site.absolute(f"podcast/{record.artwork}"), owner) == (
        found["cover_url"], found["itunes_owner"]
    )  # fmt: skip
    assert [[record.category, record.subcategory]] == found["itunes_categories"]
    assert record.new_address == found["new_url"]
