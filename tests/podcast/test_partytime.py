"""The feeds as podcast-partytime reads them, the parser behind the Podcast Index (npm, MIT).

Node comes with a package of the lock file; partytime is installed from its own lock file.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

import nodejs
from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss
from archive.schema import LANGUAGES
from archive.schema.podcast_roles import PARTS
from archive.telling.archive import tell


@pytest.fixture(scope="module", params=LANGUAGES)
def told(
    request: pytest.FixtureRequest, toy_library: Library, toy_site: Site
) -> tuple[str, dict[str, Any]]:
    """An edition's language, and what partytime makes of its feed."""
    nodejs.install()
    done = nodejs.run("read-feed.js", rss.write(tell(toy_library, toy_site)[request.param]))
    assert b"" == done.stderr  # it warns of what it does not understand
    return request.param, json.loads(done.stdout)


def test_channel(told: tuple[str, dict[str, Any]], toy_library: Library, toy_site: Site) -> None:
    """Partytime reads of the channel what the show's record says."""
    language, found = told
    show = toy_library.show
    assert show is not None
    record = show.edition(language).record

    assert (record.title, record.guid, language) == (
        found["title"], found["guid"], found["language"]
    )  # fmt: skip
    assert (True, toy_site.owner_email) == (found["locked"], found["podcastOwner"])
    assert ("podcast", record.license) == (found["medium"], found["license"]["identifier"])
    assert ["Society & Culture > Documentary"] == found["itunesCategory"]
    assert (True, record.new_address) == (found["itunesComplete"], found["itunesNewFeedUrl"])
    assert {"google": True} == found["podcastBlockedPlatforms"]
    assert record.publisher_feed.guid == found["podcastPublisher"]["feedGuid"]


def test_channel_lists(told: tuple[str, dict[str, Any]], toy_library: Library) -> None:
    """Partytime reads every trailer, address for gifts and text, in order."""
    language, found = told
    assert toy_library.show is not None
    record = toy_library.show.edition(language).record

    assert [(f.text, f.url) for f in record.funding] == [
        (f["message"], f["url"]) for f in found["podcastFunding"]
    ]
    assert [(t.title, t.url, t.length, t.type, t.season) for t in record.trailers] == [
        (t["title"], t["url"], t["length"], t["type"], t["season"]) for t in found["trailers"]
    ]
    assert [(t.text, t.purpose) for t in record.txt] == [
        (t["value"], t.get("purpose")) for t in found["podcastTxt"]
    ]


def test_items(told: tuple[str, dict[str, Any]], toy_library: Library, toy_site: Site) -> None:
    """Partytime reads of each item what record and recording say."""
    language, found = told
    items = {item["guid"]: item for item in found["items"]}
    assert 2 == len(items)
    for entry in toy_library.episodes():
        record, sound = entry.edition(language).record, toy_library.recordings[entry.id]
        item = items[record.guid]
        address = toy_site.absolute(f"podcast/{entry.id}/{sound.name}")

        assert {"url": address, "length": sound.size, "type": sound.type} == item["enclosure"]
        assert round(sound.duration) == item["duration"]
        assert (record.number, record.season) == (item["itunesEpisode"], item["itunesSeason"])
        assert record.license == item["license"]["identifier"]
        assert "Jezero" == item["podcastLocation"]["name"]
        assert record.episode_type == item["itunesEpisodeType"]


def test_people_chapters_transcripts(
    told: tuple[str, dict[str, Any]], toy_library: Library
) -> None:
    """Partytime knows every role and type that the feed names."""
    language, found = told
    items = {item["guid"]: item for item in found["items"]}
    for entry in toy_library.episodes():
        item = items[entry.edition(language).record.guid]
        parts = [PARTS[credit.role or ""] for credit in entry.record.people]
        prefix = "" if language == "cs" else "en/"
        chapters = f"https://archive.test/toy/{prefix}podcast/{entry.id}/chapters.json"

        assert parts == [(p["role"], p["group"]) for p in item["podcastPeople"]]
        assert chapters == item["podcastChapters"]["url"]
        kinds = [(t["type"], t.get("rel")) for t in item["podcastTranscripts"]]
        assert [("text/vtt", "captions"), ("text/html", None)] * 2 == kinds


def test_alternates_and_soundbites(told: tuple[str, dict[str, Any]], toy_library: Library) -> None:
    """Partytime reads every further format with its integrity, and the soundbite."""
    language, found = told
    entry = toy_library.of("podcast")["druhy"]
    record = entry.edition(language).record
    item = next(item for item in found["items"] if item["guid"] == record.guid)
    alternates = toy_library.alternates["druhy"]

    assert [(a.type, a.size, a.codecs, a.sri) for a in alternates] == [
        (a["type"], a["length"], a["codecs"], a["integrity"]["value"])
        for a in item["alternativeEnclosures"][1:]
    ]
    assert [(b.start, b.duration, b.title) for b in record.soundbites] == [
        (b["startTime"], b["duration"], b["title"]) for b in item["podcastSoundbites"]
    ]
