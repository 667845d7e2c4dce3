"""What a page says of a recording: paragraphs of the transcript, chapters, files to keep."""

from __future__ import annotations

import dataclasses

import pytest

from archive.content.library import Library
from archive.content.settings import Site
from archive.recording.transcripts import Cue, Transcript
from archive.telling.recording import LONG, paragraphs, recording
from archive.telling.teller import Teller


def parts(*cues: Cue, chapters: tuple[float, ...] = ()) -> list[list[str]]:
    """Return the texts of the paragraphs that cues make."""
    transcript = Transcript("cs", "transcript.cs.vtt", cues)
    return [[cue.text for cue in part.cues] for part in paragraphs(transcript, chapters, set())]


def test_a_new_voice_starts_a_paragraph() -> None:
    """Each voice has paragraphs of its own."""
    cues = (Cue(0, 1, "Jana", "A."), Cue(1, 2, "Jana", "B."), Cue(2, 3, "Petr", "C."))

    assert [["A.", "B."], ["C."]] == parts(*cues)


def test_a_silence_starts_a_paragraph() -> None:
    """A second without a word parts the text; a breath does not."""
    cues = (Cue(0, 1, "", "A."), Cue(1.9, 3, "", "B."), Cue(4, 5, "", "C."))

    assert [["A.", "B."], ["C."]] == parts(*cues)


@pytest.mark.parametrize("chapters", [(0, 2), (0, 1.5), (2, 0)])
def test_a_chapter_starts_a_paragraph(chapters: tuple[float, ...]) -> None:
    """A paragraph never runs on from one chapter into the next."""
    cues = (Cue(0, 1, "", "A."), Cue(1, 2, "", "B."), Cue(2, 3, "", "C."))

    assert [["A.", "B."], ["C."]] == parts(*cues, chapters=chapters)


def test_a_long_paragraph_ends_with_its_sentence() -> None:
    """Nobody reads a wall of text; nobody is cut short either."""
    long, rest = "x" * LONG, "konec."
    cues = (Cue(0, 1, "", long), Cue(1, 2, "", rest), Cue(2, 3, "", "C."))

    assert [[long, rest], ["C."]] == parts(*cues)


def test_a_voice_is_named_when_it_changes() -> None:
    """The name stands where a voice takes over, not at each of its paragraphs."""
    cues = (Cue(0, 1, "Jana", "A."), Cue(5, 6, "Jana", "B."), Cue(6, 7, "Petr", "C."))
    told = paragraphs(Transcript("cs", "", cues), (), set())

    assert [("Jana", "0:00"), ("", "0:05"), ("Petr", "0:06")] == [(p.speaker, p.at) for p in told]


def test_anchors_are_given_once() -> None:
    """Two lines in one second, or in two languages, do not share an anchor."""
    taken: set[str] = set()
    cues = (Cue(0, 0.4, "", "A."), Cue(0.5, 1, "", "B."), Cue(61, 62, "", "C."))
    told = [paragraphs(Transcript(code, "", cues), (), taken) for code in ("cs", "en")]
    given = [[cue.anchor for part in parts for cue in part.cues] for parts in told]

    assert [["t=0:00", "", "t=1:01"], ["", "", ""]] == given


def test_texts_are_plain() -> None:
    """Paragraphs hold plain texts: the finished page alone is set, see ``test_pages_are_set``."""
    assert [["V Klatovech."]] == parts(Cue(0, 1, "", "V Klatovech."))


def test_real_transcripts_lose_nothing(real_library: Library) -> None:
    """Every line of every transcript is on the page, once, in order."""
    for identifier, found in real_library.transcripts.items():
        starts = [chapter.start for chapter in real_library.recordings[identifier].chapters]
        for transcript in found.values():
            told = paragraphs(transcript, starts, set())
            shown = [round(cue.start, 3) for part in told for cue in part.cues]

            assert [round(cue.start, 3) for cue in transcript.cues] == shown
            assert len(starts) <= len(told)


def test_further_formats(toy_library: Library, toy_site: Site) -> None:
    """Every format that lies in the folder can be kept; the one that plays comes first."""
    view = recording(Teller(toy_library, toy_site, "cs"), toy_library.of("podcast")["druhy"])
    assert view is not None

    assert "MP3" == view.downloads[0].format
    alternates = toy_library.alternates["druhy"]
    assert [a.name for a in alternates] == [d.href.split("/")[-1] for d in view.downloads[1:]]


def test_text_only_where_it_is_shown(toy_library: Library, toy_site: Site) -> None:
    """Lists of episodes do not carry the transcripts."""
    teller, entry = Teller(toy_library, toy_site, "cs"), toy_library.of("podcast")["prvni"]
    short, whole = recording(teller, entry), recording(teller, entry, text=True)
    assert short is not None
    assert whole is not None

    assert ([], 2) == (short.transcripts, len(whole.transcripts))
    assert short == dataclasses.replace(whole, transcripts=[])


def test_another_language_is_on_its_own_page(toy_library: Library, toy_site: Site) -> None:
    """A page carries its own language's transcript, and leads to the page with the other."""
    entry = toy_library.of("podcast")["prvni"]
    for language, other in (("cs", "en"), ("en", "cs")):
        view = recording(Teller(toy_library, toy_site, language), entry, text=True)
        assert view is not None
        own, further = view.transcripts

        assert (language, "", True) == (own.language, own.page, bool(own.paragraphs))
        assert (other, entry.address(other), []) == (
            further.language,
            further.page,
            further.paragraphs,
        )


def test_a_language_without_a_page_is_told_here(toy_library: Library, toy_site: Site) -> None:
    """A transcript in a language that the episode has no page in stands on the page as well."""
    entry = toy_library.of("podcast")["prvni"]
    alone = dataclasses.replace(entry, editions={"cs": entry.editions["cs"]})
    view = recording(Teller(toy_library, toy_site, "cs"), alone, text=True)
    assert view is not None

    assert [("cs", ""), ("en", "")] == [(one.language, one.page) for one in view.transcripts]
    assert all(one.paragraphs for one in view.transcripts)
