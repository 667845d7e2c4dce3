"""Moving in: every host's feed is read, its identity kept, its faults mended or told."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import feedparser
import podcastparser
import pytest

from moving_in import existing, planning, reading, shows
from moving_in.faults import Faults, NoFeed, told
from moving_in.feed import Feed, FeedItem

FEEDS = Path(__file__).parent / "feeds"
DOCUMENTS = sorted(path.stem for path in FEEDS.glob("*.xml"))
HOSTS = [name for name in DOCUMENTS if name not in ("old", "hostile")]


def feed(name: str, address: str = "") -> Feed:
    """Return a document of the collection, read."""
    return reading.read((FEEDS / f"{name}.xml").read_bytes(), f"{name}.xml", address)


def item(name: str, title: str) -> FeedItem:
    """Return an episode of a document by its title."""
    return next(item for item in feed(name).items if item.title == title)


def document(inside: str, before: str = "") -> bytes:
    """Return a feed of one good item and what is to be tried."""
    good = '<enclosure url="https://a.test/1.mp3" length="5000" type="audio/mpeg"/>'
    return (
        f'<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>'
        f"<title>Pořad</title><language>cs</language>{before}"
        f"<item><title>Díl</title>{good}{inside}</item></channel></rss>"
    ).encode()


def only(inside: str) -> tuple[FeedItem, str]:
    """Return the one item of such a feed, and what is told of its faults."""
    read = reading.read(document(inside), "feed.xml")
    return read.items[0], "\n".join(told(read.problems))


@pytest.mark.parametrize("name", HOSTS)
def test_identity_is_kept(name: str) -> None:
    """GUIDs are those that an independent reader finds, letter by letter, in the same order."""
    independent = feedparser.parse(str(FEEDS / f"{name}.xml"))

    assert [entry.id for entry in independent.entries] == [item.guid for item in feed(name).items]


@pytest.mark.parametrize("name", HOSTS)
def test_titles_and_moments(name: str) -> None:
    """Titles and moments are those that an independent reader finds."""
    entries = feedparser.parse(str(FEEDS / f"{name}.xml")).entries
    items = feed(name).items

    assert [" ".join(entry.title.split()) for entry in entries] == [item.title for item in items]
    utc = [item.published.astimezone(dt.UTC) for item in items if item.published]
    assert [tuple(entry.published_parsed[:6]) for entry in entries] == [
        moment.timetuple()[:6] for moment in utc
    ]


@pytest.mark.parametrize("name", [name for name in HOSTS if name != "atom"])
def test_enclosures(name: str) -> None:
    """Recordings are those that gPodder's parser finds."""
    with (FEEDS / f"{name}.xml").open("rb") as stream:
        independent = podcastparser.parse("https://a.test/", stream)
    found = {e["guid"]: e["enclosures"][0]["url"] for e in independent["episodes"]}

    assert found == {item.guid: item.enclosure.url for item in feed(name).items}


@pytest.mark.parametrize("name", HOSTS)
def test_hosts_write_good_feeds(name: str) -> None:
    """Nothing of what hosts usually write costs an episode."""
    assert [] == [p for p in feed(name).problems if p.severity == "error"]


def test_old_faults_are_told() -> None:
    """Every fault of an old feed is told in one line, in Czech and English, with its place."""
    expected = (Path(__file__).parent / "import-old.txt").read_text("utf-8")

    assert expected == "\n".join(told(feed("old").problems)) + "\n"


def test_old_encoding() -> None:
    """A feed in Windows-1250 keeps its letters, garbled ones are mended."""
    assert "Kultura & umění, vysíláme od roku 2009" == feed("old").channel.description
    assert "Příběh žlutého koně" == item("old", "Příběh žlutého koně").title


def test_missing_guid() -> None:
    """An item without a GUID gets what gPodder takes for it: nobody sees a new episode."""
    first = item("old", "Díl bez GUID")

    assert "http://stara.test/audio/tone.mp3" == first.guid == first.enclosure.url


def test_repeated_guid() -> None:
    """Of two items with one GUID the second gets another, always the same."""
    guids = [item.guid for item in feed("old").items]

    assert len(guids) == len(set(guids))
    assert guids == [item.guid for item in feed("old").items]


def test_entities_do_nothing() -> None:
    """Neither files nor addresses nor explosions come out of a document's entities."""
    texts = [t for item in feed("hostile").items for t in (item.title, item.notes)]

    assert ["Díl &file; a &net;", "../../../etc/cron.d/dobro"] == [
        item.title for item in feed("hostile").items
    ]
    assert not re.search(r"root:|ha ha", " ".join(texts))


def test_addresses_of_this_machine() -> None:
    """A recording is fetched over HTTP, never from this machine's files."""
    assert "nelze" not in [item.enclosure.url[:5] for item in feed("hostile").items]
    assert all(item.enclosure.url.startswith("https://") for item in feed("hostile").items)


def test_web_page() -> None:
    """A web page is refused, and the feed that it names is told."""
    with pytest.raises(NoFeed) as caught:
        reading.read((FEEDS / "page.html").read_bytes(), "page.html")

    assert "webová stránka / a web page; https://host.test/libsyn.xml" == caught.value.found


@pytest.mark.parametrize("data", [b"", b" \n", b"{}", b"RSS", b"<html/>", b"<opml/>", b"\xff\xfe"])
def test_no_feed(data: bytes) -> None:
    """What is no feed is refused with a reason."""
    with pytest.raises(NoFeed):
        reading.read(data, "feed.xml")


def test_guid_is_never_mended() -> None:
    """A GUID is an identity, not a text: garbled letters and ampersands in it stay."""
    odd = "<guid> https://a.test/?p=1&amp;b=PÅ™Ã­ </guid>"

    assert "https://a.test/?p=1&b=PÅ™Ã\xad" == only(odd.replace("Ã­", "Ã\xad"))[0].guid


def test_guid_in_a_broken_document() -> None:
    """Mending the XML around it does not touch a GUID."""
    broken = "<guid><![CDATA[https://a.test/?a=1&b=2]]></guid><description>R&D &nbsp; 5 < 6 </p>"

    assert "https://a.test/?a=1&b=2" == only(broken + "</description>")[0].guid


def test_explicit() -> None:
    """The old words of explicit are understood and told."""
    found, lines = only("<itunes:explicit>clean</itunes:explicit>")

    assert found.explicit is False
    assert "clean: dnes se píše false / today it is false" in lines


def test_podcast_guid() -> None:
    """A show without podcast:guid has the one that its address means (the namespace's example)."""
    assert "9b024349-ccf0-5f69-a609-6b82873eab3c" == shows.channel_guid("https://podnews.net/rss")


def test_pages_are_followed() -> None:
    """All episodes are read, on however many pages they are; a circle ends."""
    found = planning.merged(
        planning.pages(
            lambda url: feed(url.rpartition("/")[2][:-4]), "https://host.test/podlove.xml"
        ),
        "https://host.test/podlove.xml",
    )

    assert ["MP002 Kompost", "MP001 Plot"] == [item.title for item in found.items]


def test_numbers() -> None:
    """Numbers of the feed are kept, the others counted by date; none stands twice."""
    moves = planning.plan(feed("old"), existing.Present(numbers={(1, 2)}), Faults(""))

    assert [1, 3, 4, 5, 6] == [move.number for move in moves]
    assert [move.item.number for move in moves].index(5) == [m.number for m in moves].index(5)


def test_folders() -> None:
    """Folders have safe names, and none that is taken."""
    names = [m.folder for m in planning.plan(feed("hostile"), existing.Present(), Faults(""))]

    assert ["dil-file-a-net", "etc-cron-d-dobro"] == names


def test_standins_are_not_doubled() -> None:
    """An episode whose stand-in is here is not made a second time; what to do is told."""
    faults = Faults("feed.xml")
    there = existing.Present(standins={"konecna": "konecna-stanice"})

    assert [] == planning.plan(feed("omny"), there, faults)
    assert "docs/podcast/konecna-stanice/: zapište do něj guid: 7c8d9e0f" in told(faults.found)[0]


def test_many_alike_are_told_once() -> None:
    """A fault of every item is one line with a count, not hundreds."""
    sound = '<enclosure url="https://a.test/{0}.mp3" length="1" type=""/>'
    items = "".join(f"<item><title>{n}</title>{sound.format(n)}</item>" for n in range(50))
    read = reading.read(f"<rss><channel><title>x</title>{items}</channel></rss>".encode(), "f")

    assert 4 == len(told(read.problems))  # language, date, length, GUID
    assert all(line.endswith("(a dalších / and others: 49)") for line in told(read.problems)[1:])
