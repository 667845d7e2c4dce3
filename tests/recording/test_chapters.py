"""Chapters and transcripts: in the recording, as files, in the feed; all of them agree."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from archive import build
from archive.content import chapters
from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss, transcript_page
from archive.podcast.chapters import normal_play_time
from archive.podcast.namespace import PODCAST, PSC
from archive.recording.transcripts import Cue, Transcript
from archive.schema import LANGUAGES
from archive.telling.archive import tell

NS = {"podcast": PODCAST, "psc": PSC}


def seconds(text: str) -> float:
    """Return Normal Play Time in seconds."""
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def item(library: Library, site: Site, identifier: str, language: str) -> Any:
    """Return an episode's item in the feed."""
    guid = library.of("podcast")[identifier].edition(language).record.guid
    channel = etree.fromstring(rss.write(tell(library, site)[language]))[0]
    return next(i for i in channel.findall("item") if i.findtext("guid") == guid)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("identifier", ["prvni", "druhy"])
def test_all_three_agree(
    toy_library: Library, toy_site: Site, identifier: str, language: str
) -> None:
    """The recording or the record, the JSON that the feed names, and the feed say the same."""
    entry = toy_library.of("podcast")[identifier]
    told = chapters.of(toy_library, entry, language)
    own = item(toy_library, toy_site, identifier, language)
    url = own.find("podcast:chapters", NS).get("url").removeprefix(toy_site.address)
    content = json.loads(dict(build.beside_recordings(tell(toy_library, toy_site)))[url])
    podlove = own.findall("psc:chapters/psc:chapter", NS)

    expected = [(chapter.start, chapter.title) for chapter in told]
    assert expected == [(c["startTime"], c["title"]) for c in content["chapters"]]
    assert expected == [(seconds(c.get("start")), c.get("title")) for c in podlove]
    assert ("1.2.0", "1.2") == (content["version"], own.find("psc:chapters", NS).get("version"))


def test_starts_are_the_recordings(toy_library: Library) -> None:
    """Where the recording has chapters, it says when they start, in each language."""
    entry = toy_library.of("podcast")["druhy"]
    starts = [chapter.start for chapter in toy_library.recordings["druhy"].chapters]

    assert [0, 6.5, 13.25] == starts
    for language in LANGUAGES:
        assert starts == [c.start for c in chapters.of(toy_library, entry, language)]


def test_titles_are_translated(toy_library: Library) -> None:
    """The recording's titles are Czech; the English record translates them."""
    entry = toy_library.of("podcast")["druhy"]
    titles = {code: [c.title for c in chapters.of(toy_library, entry, code)] for code in LANGUAGES}

    assert ["Úvod", "Na břehu", "Loučení"] == titles["cs"]
    assert ["Beginning", "On the shore", "Farewell"] == titles["en"]


def test_an_episode_without_chapters_has_no_file(toy_library: Library, toy_site: Site) -> None:
    """No chapters, no tag and no file."""
    entry = toy_library.of("podcast")["druhy"]
    edition = entry.editions["cs"]
    bare = dataclasses.replace(
        entry,
        editions={
            "cs": dataclasses.replace(
                edition, record=edition.record.model_copy(update={"chapters": []})
            )
        },
    )
    sounds = {"druhy": dataclasses.replace(toy_library.recordings["druhy"], chapters=())}
    library = dataclasses.replace(
        toy_library,
        entries=toy_library.entries | {"podcast": {"druhy": bare}},
        recordings=sounds,
    )

    assert item(library, toy_site, "druhy", "cs").find("podcast:chapters", NS) is None
    assert "podcast/druhy/chapters.json" not in dict(
        build.beside_recordings(tell(library, toy_site))
    )


@given(st.integers(0, 100 * 3600 * 1000))
def test_normal_play_time_loses_nothing(milliseconds: int) -> None:
    """A time written and read again is the same, to the millisecond."""
    written = normal_play_time(milliseconds / 1000)

    assert milliseconds == round(seconds(written) * 1000)


# -- transcripts as plain HTML -----------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_transcript_says_what_the_timed_one_says(
    toy_library: Library, toy_site: Site, language: str
) -> None:
    """Speakers, times and words of the file are those of the WebVTT."""
    archive = tell(toy_library, toy_site)[language]
    page = html.fromstring(transcript_page.write(archive, archive.items["podcast/druhy"]))
    cues = toy_library.transcripts["druhy"][language].cues

    assert language == page.get("lang")
    assert [f"{cue.speaker}:" for cue in cues] == [e.text for e in page.iter("cite")]
    assert ["0:00", "0:01"] == [e.text for e in page.iter("time")]
    assert [cue.text for cue in cues] == [e.text for e in page.find("body/main").iter("p")]


def test_lines_of_one_voice_are_one_paragraph(toy_library: Library, toy_site: Site) -> None:
    """Who speaks on is not named again; marks of HTML in the text are only text."""
    cues = (
        Cue(0, 1, "A & B", "Jedna <dvě>,"),
        Cue(1, 2, "A & B", "tři."),
        Cue(3725, 3726, "", "x"),
    )
    found = {"druhy": {"cs": Transcript("cs", "transcript.cs.vtt", cues)}}
    library = dataclasses.replace(toy_library, transcripts=found)
    archive = tell(library, toy_site)["cs"]
    page = html.fromstring(transcript_page.write(archive, archive.items["podcast/druhy"]))
    main = page.find("body/main")

    assert [
        ("cite", "A & B:"), ("time", "0:00"), ("p", "Jedna <dvě>, tři."),
        ("time", "1:02:05"), ("p", "x"),
    ] == [(element.tag, element.text) for element in main]  # fmt: skip
