"""Moving in: dates, letters, names and times are read as hosts write them, damaged ones too."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_import import DOCUMENTS, FEEDS, item, only

from archive.recording import transcripts
from moving_in import captions, covers, cue_marks, existing, moments, planning, reading
from moving_in.faults import Faults, NoFeed
from moving_in.mending import unmojibake
from moving_in.people import People, is_name, split

DATES = {
    "Tue, 14 Feb 2023 06:00:00 +0100": "2023-02-14T06:00:00+01:00",
    "Mon, 14 Feb 2023 06:00:00 GMT": "2023-02-14T06:00:00+00:00",
    "2023-02-14T06:00:00.000+01:00": "2023-02-14T06:00:00+01:00",
    "2023-02-14": "2023-02-14T00:00:00+00:00",
    "Út, 14 únor 2023 06:00:00 +0100": "2023-02-14T06:00:00+01:00",
    "3. května 2021 10:00 SELČ": "2021-05-03T10:00:00+02:00",
    "3. června 2021": "2021-06-03T00:00:00+00:00",
    "3. července 2021": "2021-07-03T00:00:00+00:00",
    "Tue Feb 14 06:00:00 CET 2023": "2023-02-14T06:00:00+01:00",
    "February 14, 2023 6:05 PM": "2023-02-14T18:05:00+00:00",
    "14.2.2023 18:00": "2023-02-14T18:00:00+00:00",
}


@pytest.mark.parametrize("told_date", DATES)
def test_dates(told_date: str) -> None:
    """A date is understood in every way in which hosts write it."""
    found = moments.read(told_date)

    assert found is not None
    assert DATES[told_date] == found.moment.isoformat()


@pytest.mark.parametrize("nonsense", ["včera", "", "31 Feb 2023", "14 Foo 2023", "99.99.2023"])
def test_no_date(nonsense: str) -> None:
    """What is no date is none; an episode without one is taken over and told."""
    assert moments.read(nonsense) is None
    assert "doplňte published" in only(f"<guid>g</guid><pubDate>{nonsense}</pubDate>")[1]


@given(st.integers(800_000_000, 4_000_000_000))
def test_every_good_date(seconds: int) -> None:
    """Every date by the rules is read without a word."""
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)

    assert moments.Reading(moment) == moments.read(format_datetime(moment))


@pytest.mark.parametrize("codec", ["cp1252", "cp1250"])
@given(st.text("ěščřžýáíéúůňťďóĚŠČŘŽÝÁÍÉÚ„“–… abc", max_size=30))
def test_garbled_letters(codec: str, text: str) -> None:
    """Czech that was read in a wrong encoding comes back; good Czech stays as it is."""

    def misread(byte: int) -> str:
        try:
            return bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            return chr(byte)

    assert text == unmojibake("".join(map(misread, text.encode())))
    assert text == unmojibake(text)


def test_apple_authors_are_people() -> None:
    """Names are people, companies and shows are not."""
    assert ["Jana Nováková", "Petr Chalupa"] == split("Mgr. Jana Nováková, Ph.D. a Petr Chalupa")
    assert not any(map(is_name, ["IOM Česká republika", "Noc v redakci", "Jana", "Rádio 1", ""]))


def test_roles() -> None:
    """The taxonomy's roles become ours; without a role a person is the host."""
    roles = {name: name for name in ("host", "guest", "sound")}
    people = People({}, roles, "Pořad", "")
    named = item("buzzsprout", "Kufr na půdě").people

    assert [("jana-novakova", "host"), ("olena-sevcenko", "guest"), ("tomas-vrba", "sound")] == [
        (credit["person"], credit["role"]) for credit in people.credits(named, [])
    ]


def test_chapters_in_notes() -> None:
    """Three times in the notes, the first 0:00, are chapters, as with Apple."""
    notes = item("soundcloud", "3 * 4 = dvanáct sousedů #2").notes

    assert [(0, "Vítání"), (7, "Polévka [s knedlíčky]"), (14, "Zpívání")] == [
        (mark.start, mark.title) for mark in cue_marks.from_notes(notes, 20)
    ]
    assert () == cue_marks.from_notes(notes, 10)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(DOCUMENTS), st.data())
def test_damaged_feeds(name: str, data: st.DataObject) -> None:
    """However a document is damaged, the answer is episodes or a reason, never a traceback."""
    content = bytearray((FEEDS / f"{name}.xml").read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.sampled_from([0, 1, 3, 40, 400]))
        content[start:end] = data.draw(
            st.sampled_from([b"", b"<", b">", b"&", b"]]>", b"<![CDATA[", b"\x00", b"\xff\xfe"])
            | st.binary(max_size=6)
        )
    try:
        read = reading.read(bytes(content), "feed.xml", "https://a.test/feed.xml")
    except NoFeed:
        return
    planning.plan(read, existing.Present(), Faults(""))
    assert len({item.guid for item in read.items}) == len(read.items)
    assert all(0 < len(item.guid) <= 255 for item in read.items)


@settings(deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_chapters_file(data: bytes) -> None:
    """A chapters file is chapters or a reason."""
    try:
        found = cue_marks.from_json(data)
    except cue_marks.NoChapters:
        return
    assert sorted(found, key=lambda mark: mark.start) == list(found)


CUE = st.from_regex(
    r"\d{1,3}\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n.{0,20}", fullmatch=True
)


@settings(deadline=None)
@given(st.lists(CUE, min_size=1, max_size=4).map("\n\n".join) | st.text(max_size=60))
def test_any_transcript(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """A transcript of any kind becomes WebVTT that the archive reads, or a reason."""
    folder = tmp_path_factory.mktemp("vtt")
    try:
        made = captions.vtt(text.encode("utf-8", "ignore"), "application/srt", "https://a.test/x")
    except captions.NoCaptions:
        return
    (folder / "transcript.cs.vtt").write_bytes(made)
    found = transcripts.read(folder, "cs")

    assert found is not None
    assert found.cues


@pytest.mark.parametrize("data", [b"", b"<html>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_no_picture(data: bytes) -> None:
    """What is no picture is told so."""
    with pytest.raises(covers.NoCover):
        covers.fitted(data)
