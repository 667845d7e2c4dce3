"""The podcast feeds: read by independent parsers, equal to the records, repeatable."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import uuid
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss
from archive.podcast.namespace import ATOM, ITUNES, PODCAST
from archive.schema import LANGUAGES, paths
from archive.schema.problems import ContentError
from archive.telling.archive import tell
from make_golden import golden

GOLDEN = Path(__file__).parent / "golden"
NS = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}


def channel(library: Library, site: Site, language: str) -> Any:
    """Return the parsed ``<channel>`` of an edition."""
    return etree.fromstring(rss.write(tell(library, site)[language]))[0]


def test_golden(toy_library: Library, toy_site: Site) -> None:
    """The toy archive's feeds, chapters and transcripts are, to the byte, the reviewed ones."""
    written = golden(toy_library, toy_site)

    assert {name: (GOLDEN / name).read_bytes() for name in written} == written


def test_same_bytes(toy_library: Library, toy_site: Site) -> None:
    """Writing a feed twice gives the same bytes: no clock in it."""
    first, second = (rss.write(tell(toy_library, toy_site)["cs"]) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
def test_feedparser_agrees_with_the_records(
    toy_library: Library, toy_site: Site, language: str
) -> None:
    """Feedparser finds no fault, and every item is its record."""
    parsed = feedparser.parse(rss.write(tell(toy_library, toy_site)[language]))
    records = [e.edition(language).record for e in reversed(toy_library.episodes())]

    assert not parsed.bozo
    assert parsed.feed.language == language
    assert [record.guid for record in records] == [entry.id for entry in parsed.entries]
    assert [r.number for r in records] == [int(e.itunes_episode) for e in parsed.entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_podcastparser_agrees_with_the_recordings(
    toy_library: Library, toy_site: Site, language: str
) -> None:
    """GPodder's parser sees each recording with its size, type and length."""
    written = io.BytesIO(rss.write(tell(toy_library, toy_site)[language]))
    parsed = podcastparser.parse("https://archive.test/feed.xml", written)
    found = {
        e["guid"]: (*list(e["enclosures"][0].values())[1:], e["total_time"])
        for e in parsed["episodes"]
    }
    sounds = {
        e.edition(language).record.guid: toy_library.recordings[e.id]
        for e in toy_library.episodes()
    }

    assert {g: (s.size, s.type, round(s.duration)) for g, s in sounds.items()} == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_channel_has_what_apple_requires(
    toy_library: Library, toy_site: Site, language: str
) -> None:
    """Apple and PSP-1 ask for these elements of a channel, each once and not empty."""
    top = channel(toy_library, toy_site, language)
    required = [
        "title", "description", "language", "link", "itunes:author", "itunes:explicit",
        "itunes:image", "itunes:category", "itunes:owner", "itunes:type", "podcast:guid",
        "podcast:locked", "atom:link[@rel='self']",
    ]  # fmt: skip

    assert dict.fromkeys(required, 1) == {n: len(top.findall(n, NS)) for n in required}


@pytest.mark.parametrize("language", LANGUAGES)
def test_items_have_what_apple_requires(
    toy_library: Library, toy_site: Site, language: str
) -> None:
    """Every item has these elements once, and in each language a transcript timed and plain."""
    once = ["title", "enclosure", "guid", "pubDate", "description", "link", "itunes:duration",
            "itunes:explicit", "itunes:image", "itunes:season", "itunes:episode"]  # fmt: skip
    items = channel(toy_library, toy_site, language).findall("item")

    assert len(items) == 2
    for item in items:
        assert [1] * len(once) == [len(item.findall(name, NS)) for name in once]
        assert len(item.findall("podcast:transcript", NS)) == 2 * len(LANGUAGES)


def test_explicit_is_true_or_false(toy_library: Library, toy_site: Site) -> None:
    """Apple wants true or false, which feedgen itself refuses."""
    top = channel(toy_library, toy_site, "cs")

    assert {"false"} == {element.text for element in top.iter(f"{{{ITUNES}}}explicit")}


def test_editions_are_bound_together(toy_library: Library, toy_site: Site) -> None:
    """Each edition names its own address as self and the other's as alternate."""
    addresses = {code: toy_site.absolute(paths.rss(code)) for code in LANGUAGES}
    for code, other in (("cs", "en"), ("en", "cs")):
        top = channel(toy_library, toy_site, code)
        found = top.findall("atom:link", NS)
        links = {(e.get("rel"), e.get("hreflang")): e.get("href") for e in found}

        assert addresses[code] == links["self", None]
        assert addresses[other] == links["alternate", other]


def test_no_guid_is_shared(toy_library: Library, toy_site: Site) -> None:
    """No GUID of an item or a channel stands in both editions."""
    guids = []
    for language in LANGUAGES:
        top = channel(toy_library, toy_site, language)
        guids += [top.findtext("podcast:guid", namespaces=NS)]
        guids += [item.findtext("guid") for item in top.findall("item")]

    assert len(guids) == len(set(guids)) == 6
    assert all(str(uuid.UUID(guid)) == guid for guid in guids)


def test_dates_are_rfc_2822_and_newest_first(toy_library: Library, toy_site: Site) -> None:
    """Dates carry the right weekday and a zone; the newest item comes first."""
    top = channel(toy_library, toy_site, "cs")
    texts = [item.findtext("pubDate") for item in top.findall("item")]
    dates = [parsedate_to_datetime(text) for text in texts]

    assert sorted(dates, reverse=True) == dates
    assert [d.strftime("%a, %d %b %Y %H:%M:%S %z") for d in dates] == texts
    assert dates[0] == dt.datetime(2026, 1, 2, 10, tzinfo=dt.UTC)


def test_show_notes_are_plain_html_within_the_limit(toy_library: Library, toy_site: Site) -> None:
    """Show notes hold only elements that apps show, and at most 4,000 bytes."""
    for item in channel(toy_library, toy_site, "en").findall("item"):
        notes = item.findtext("description")

        assert set(re.findall(r"<(\w+)", notes)) <= {"p", "a", "strong", "em", "ul", "ol", "li"}
        assert len(notes.encode()) <= rss.DESCRIPTION_LIMIT


@pytest.mark.parametrize(
    ("limit", "field"), [("DESCRIPTION_LIMIT", "description"), ("TITLE_LIMIT", "title")]
)
def test_too_long_texts_stop_the_build(
    toy_library: Library, toy_site: Site, monkeypatch: pytest.MonkeyPatch, limit: str, field: str
) -> None:
    """Titles and show notes over the limit are told with file, line and size."""
    monkeypatch.setattr(rss, limit, 5)
    with pytest.raises(ContentError) as caught:
        rss.write(tell(toy_library, toy_site)["cs"])
    found = [(p.path, p.field, p.line > 0) for p in caught.value.problems]
    folders = ["podcast/druhy", "podcast", "podcast/prvni"]

    assert [(f"docs/{f}/index.cs.md", field, True) for f in folders] == found


def test_english_says_that_the_recording_is_czech(toy_library: Library, toy_site: Site) -> None:
    """Nobody who subscribes to the English edition is surprised by the voice."""
    top = channel(toy_library, toy_site, "en")

    assert "The recordings are in Czech" in top.findtext("description")
    assert all("in Czech" in item.findtext("title") for item in top.findall("item"))


def test_standins_can_be_left_out(toy_library: Library, toy_site: Site) -> None:
    """With one setting no stand-in reaches a subscriber."""
    site = dataclasses.replace(toy_site, standins=False)
    titles = [i.findtext("title") for i in channel(toy_library, site, "cs").findall("item")]

    assert ["Lidé & voda"] == titles


def test_a_standin_says_so(toy_library: Library, toy_site: Site) -> None:
    """A stand-in is named as such in the item's title and first in its show notes."""
    item = channel(toy_library, toy_site, "cs").find("item")

    assert "Druhý břeh (zástupná nahrávka)" == item.findtext("title")
    assert item.findtext("description").startswith("<p><strong>Zástupná nahrávka.</strong>")


def test_a_feed_without_items_has_no_clock(toy_library: Library, toy_site: Site) -> None:
    """A feed whose items are all left out is still the same bytes tomorrow."""
    empty = dataclasses.replace(toy_library, entries={**toy_library.entries, "podcast": {}})
    top = channel(empty, toy_site, "cs")

    assert [] == [e.tag for e in top if e.tag in ("lastBuildDate", "pubDate", "item")]
