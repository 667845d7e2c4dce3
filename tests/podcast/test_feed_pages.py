"""A feed that has grown too long: pages by RFC 5005, the newest items in the main document."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from typing import Any

import podcastparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import atom
from archive.podcast import feed_pages, rss
from archive.telling.archive import tell

NS = {"atom": "http://www.w3.org/2005/Atom"}


def grown(library: Library, count: int) -> Library:
    """Return the toy archive with so many episodes, a day apart."""
    entry = library.of("podcast")["prvni"]
    podcast = {}
    for number in range(count):
        published = entry.record.published + dt.timedelta(days=number)
        fields = {"number": number + 1, "published": published, "guid": f"guid-{number}"}
        editions = {
            code: dataclasses.replace(e, record=e.record.model_copy(update=fields))
            for code, e in entry.editions.items()
        }
        podcast[f"e{number}"] = dataclasses.replace(entry, id=f"e{number}", editions=editions)
    sounds = dict.fromkeys(podcast, library.recordings["prvni"])
    entries = library.entries | {"podcast": podcast}
    return dataclasses.replace(library, entries=entries, recordings=sounds)


def channels(written: dict[str, bytes]) -> list[Any]:
    """Return the parsed channel of every page."""
    return [etree.fromstring(page)[0] for page in written.values()]


def links(channel: Any) -> dict[str, str]:
    """Return the addresses that a page names, by relation, its other language aside."""
    found = channel.findall("atom:link", NS)
    return {e.get("rel"): e.get("href").rpartition("/")[2] for e in found if not e.get("hreflang")}


@pytest.fixture
def paged(
    toy_library: Library, toy_site: Site, monkeypatch: pytest.MonkeyPatch
) -> dict[str, bytes]:
    """Five episodes where two fit on a page."""
    monkeypatch.setattr(feed_pages, "MOST_ITEMS", 2)
    return rss.write_pages(tell(grown(toy_library, 5), toy_site)["cs"])


def test_one_document_where_all_fits(toy_library: Library, toy_site: Site) -> None:
    """As a rule a feed is one document that names no other."""
    written = rss.write_pages(tell(toy_library, toy_site)["en"])

    assert ["en/podcast/feed.xml"] == list(written)
    assert {"self": "feed.xml"} == links(channels(written)[0])


def test_newest_first(paged: dict[str, bytes]) -> None:
    """The main document holds the newest items; all items are there, each once, in order."""
    guids = [[i.findtext("guid") for i in c.findall("item")] for c in channels(paged)]

    assert ["podcast/feed.xml", "podcast/feed-2.xml", "podcast/feed-3.xml"] == list(paged)
    assert [["guid-4", "guid-3"], ["guid-2", "guid-1"], ["guid-0"]] == guids


def test_pages_name_each_other(paged: dict[str, bytes]) -> None:
    """Section 3: first, last, previous and next, where there is one; self is the page itself."""
    ends = {"first": "feed.xml", "last": "feed-3.xml"}

    assert [
        {**ends, "self": "feed.xml", "next": "feed-2.xml"},
        {**ends, "self": "feed-2.xml", "previous": "feed.xml", "next": "feed-3.xml"},
        {**ends, "self": "feed-3.xml", "previous": "feed-2.xml"},
    ] == [links(channel) for channel in channels(paged)]


def test_every_page_is_the_same_channel(paged: dict[str, bytes]) -> None:
    """Apart from links and items the pages are alike."""
    heads = set()
    for channel in channels(paged):
        for element in [*channel.findall("item"), *channel.findall("atom:link", NS)]:
            channel.remove(element)
        heads.add(etree.tostring(channel, method="c14n", strip_text=True))

    assert 1 == len(heads)


def test_gpodder_follows(paged: dict[str, bytes], toy_site: Site) -> None:
    """GPodder's parser finds the next page on each page, and in the end every item."""
    address, guids = toy_site.absolute("podcast/feed.xml"), set()
    while address:
        page = io.BytesIO(paged[address.removeprefix(toy_site.address)])
        parsed = podcastparser.parse(address, page)
        guids |= {episode["guid"] for episode in parsed["episodes"]}
        address = parsed.get("paged_feed_next")

    assert {f"guid-{number}" for number in range(5)} == guids


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(15_000, 60_000))
def test_no_page_is_too_long(
    toy_library: Library, toy_site: Site, count: int, most: int, size: int
) -> None:
    """Whatever the limits, no page of more than one item passes them and no item is lost."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(feed_pages, "MOST_ITEMS", most)
        monkeypatch.setattr(feed_pages, "MOST_BYTES", size)
        written = rss.write_pages(tell(grown(toy_library, count), toy_site)["cs"])
    items = [channel.findall("item") for channel in channels(written)]

    assert count == sum(map(len, items))
    for page, own in zip(written.values(), items, strict=True):
        assert len(own) <= most
        assert len(page) <= size or len(own) == 1


def test_the_archives_feed_has_pages_too(
    toy_library: Library, toy_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Atom feed is split by the same rule."""
    monkeypatch.setattr(feed_pages, "MOST_ITEMS", 4)
    written = atom.write_pages(tell(toy_library, toy_site)["en"])
    roots = [etree.fromstring(page) for page in written.values()]

    assert ["en/archive.xml", "en/archive-2.xml"] == list(written)
    assert [4, 2] == [len(root.findall("atom:entry", NS)) for root in roots]
    assert "archive-2.xml" == links(roots[0])["next"]
