"""What a feed says of a recording: transcripts, soundbites, covers, further formats."""

from __future__ import annotations

import base64
import hashlib

import pytest

from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import LANGUAGES
from toy_feed import NS, Both, changed, pairs, told


@pytest.fixture(scope="module")
def both(toy_library: Library, toy_site: Site) -> Both:
    """The toy archive and its settings."""
    return toy_library, toy_site


@pytest.mark.parametrize("language", LANGUAGES)
def test_transcripts_come_timed_and_plain_in_each_language(both: Both, language: str) -> None:
    """WebVTT is marked as captions, HTML is not; the feed's own language comes first."""
    item = pairs(both, language)[1][1]
    found = told(item, "podcast:transcript", "url", "type", "language", "rel")
    other = "cs" if language == "en" else "en"
    base = {"cs": "https://archive.test/toy/", "en": "https://archive.test/toy/en/"}
    expected = []
    for code in (language, other):
        start = f"{base[code]}podcast/druhy/transcript"
        expected.append((None, f"{start}.vtt", "text/vtt", code, "captions"))
        expected.append((None, f"{start}.html", "text/html", code, None))

    assert expected == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_soundbites(both: Both, language: str) -> None:
    """A soundbite has its start, its length and its title in the feed's language."""
    entry, item = pairs(both, language)[1]
    title = entry.edition(language).record.soundbites[0].title

    assert [(title, "2.5", "15")] == told(item, "podcast:soundbite", "startTime", "duration")


def test_an_untranslated_soundbite_has_no_title(both: Both) -> None:
    """A feed does not show a title in the other language; apps take the episode's."""
    item = pairs(changed(both, "druhy", "en", soundbites=[]), "en")[1][1]

    assert [(None, "2.5", "15")] == told(item, "podcast:soundbite", "startTime", "duration")


def test_images(both: Both) -> None:
    """The full and the small cover are offered with their text, shape and width."""
    names = ("href", "alt", "aspect-ratio", "width", "type")
    start = "https://archive.test/toy/podcast/druhy/cover"
    expected = [
        (None, f"{start}.png", "Modrá plocha.", "1/1", "1400", None),
        (None, f"{start}-small.webp", "Modrá plocha.", "1/1", "480", "image/webp"),
    ]

    assert expected == told(pairs(both, "cs")[1][1], "podcast:image", *names)


def test_alternates_can_be_verified(both: Both) -> None:
    """Each format in the folder is offered with its size and the SHA-384 of its bytes."""
    folder = both[0].docs / "podcast" / "druhy"
    found = pairs(both, "cs")[1][1].findall("podcast:alternateEnclosure", NS)
    names = [e.find("podcast:source", NS).get("uri").rpartition("/")[2] for e in found]
    assert ["druhy.mp3", "druhy.m4a", "druhy.ogg", "druhy.opus"] == names
    for element, name in zip(found, names, strict=True):
        data = (folder / name).read_bytes()
        digest = base64.b64encode(hashlib.sha384(data).digest()).decode()
        integrity = [(None, "sri", f"sha384-{digest}")]

        assert integrity == told(element, "podcast:integrity", "type", "value")
        assert str(len(data)) == element.get("length")


def test_alternates_say_what_they_are(both: Both) -> None:
    """Type and codecs tell a player whether it can play a format; one is the enclosure."""
    names = ("type", "codecs", "lang", "title", "default")
    found = told(pairs(both, "cs")[1][1], "podcast:alternateEnclosure", *names)

    assert [
        ("audio/mpeg", None, "cs", "MP3", "true"),
        ("audio/x-m4a", "mp4a.40.2", "cs", "AAC", None),
        ("audio/ogg", "vorbis", "cs", "Ogg Vorbis", None),
        ("audio/ogg", "opus", "cs", "Opus", None),
    ] == [row[1:] for row in found]


def test_a_recording_elsewhere_keeps_its_address(both: Both) -> None:
    """The enclosure of a recording kept elsewhere is where it is kept."""
    address = "https://sound.example.org/druhy.mp3"
    item = pairs(changed(both, "druhy", audio=address), "cs")[1][1]

    assert address == item.find("enclosure").get("url")
