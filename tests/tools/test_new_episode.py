"""A new episode in one command: what the file says is never asked, nothing is overwritten."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import mutagen.id3
import pytest

import command
from archive import checks
from archive.content import library
from archive.recording import artwork, audio
from archive.schema import Episode, frontmatter, records
from conftest import HERE, ROOT, TODAY
from import_house import picture
from moving_in import drafting
from moving_in.existing import Present

AUDIO = HERE / "audio"
NOW = dt.datetime(2026, 11, 21, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))
ID3: Any = mutagen.id3
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """A recording with every tag."""
    path = tmp_path / "FINAL mix (2).mp3"
    shutil.copy(AUDIO / "chapters.mp3", path)
    tag = ID3.ID3(path)
    told = {"TIT2": "Čaj u sousedů", "TPE1": "Petr Chalupa; Nikdo Neznámý", "TRCK": "7/9"}
    told |= {"TDRC": "2025-05-14", "TLAN": "ces"}
    for name, text in told.items():
        tag.add(getattr(ID3, name)(encoding=3, text=text))
    comment = "Sousedé se sejdou u čaje a vyprávějí si, co se dělo přes zimu."
    tag.add(ID3.COMM(encoding=3, lang="ces", desc="", text=comment))
    tag.add(ID3.APIC(3, "image/png", 3, "", picture(1500, 1500)))
    tag.save(path)
    return path


def run(toy: Path, recording: Path, *more: str) -> int:
    """Run the command on a toy archive."""
    return command.main(["episode", str(recording), "--root", str(toy), *more])


def values(toy: Path, language: str = "cs", folder: str = "caj-u-sousedu") -> dict[str, Any]:
    """Return the fields of a record."""
    path = toy / "docs" / "podcast" / folder / f"index.{language}.md"
    return frontmatter.parse(path.read_text("utf-8")).values


ANSWERS = ["--place", "jezero", "--cover-text", "Hrnek.", "--source", "https://example.org/"]
ENGLISH = ["--title-en", "Tea", "--cover-text-en", "A mug.", "--description-en", "Tea. " * 10]


def test_what_the_file_says(toy: Path, recording: Path) -> None:
    """Title, number, date, summary, people and language come from the tags."""
    assert 0 == run(toy, recording)
    found = values(toy)

    assert ("Čaj u sousedů", 7, "2025-05-14", "cs") == tuple(
        found[name] for name in ("title", "number", "date", "language")
    )
    assert found["description"].startswith("Sousedé se sejdou")
    assert [{"person": "petr-chalupa", "role": "host"}] == found["people"]
    assert found["published"].startswith("2025-05-14T12:00:00")


def test_files(toy: Path, recording: Path) -> None:
    """The folder has the recording, its cover, both records and placeholders."""
    run(toy, recording)
    folder = toy / "docs" / "podcast" / "caj-u-sousedu"
    names = ["caj-u-sousedu.mp3", "cover.png", "index.cs.md", "index.en.md"]

    assert [*names, "transcript.cs.vtt", "transcript.en.vtt"] == sorted(
        path.name for path in folder.iterdir()
    )
    assert recording.read_bytes() == (folder / "caj-u-sousedu.mp3").read_bytes()
    assert [] == artwork.faults(folder / "cover.png")


def test_nothing_is_guessed(toy: Path, recording: Path) -> None:
    """What nobody said is a comment; check tells of it."""
    run(toy, recording)
    text = (toy / "docs/podcast/caj-u-sousedu/index.cs.md").read_text("utf-8")
    told = {p.field for p in library.read(toy).problems if "caj-u-sousedu" in p.path}

    assert {"place", "cover_text", "sources"} <= told
    assert "# place: klatovy" in text
    assert not {"place", "cover_text", "sources"} & set(values(toy))


def test_guids(toy: Path, recording: Path) -> None:
    """Each language has a GUID of its own, a UUID."""
    run(toy, recording)
    guids = [values(toy, language)["guid"] for language in ("cs", "en")]

    assert 2 == len({*guids})
    assert all(36 == len(guid) and 4 == guid.count("-") for guid in guids)


def test_whole_record(toy: Path, recording: Path) -> None:
    """With the rest on the command line the records are whole; only advice is left."""
    assert 0 == run(toy, recording, *ANSWERS, *ENGLISH)
    found = [p for p in checks.check(library.read(toy), toy, TODAY) if "caj-u-s" in p.path]

    assert {"advice"} == {problem.severity for problem in found}
    assert "[přepis chybí]" in {problem.found for problem in found}


def test_never_over_anything(toy: Path, recording: Path, capsys: Captured) -> None:
    """Neither a folder nor a recording that is there is made again."""
    run(toy, recording)
    before = {p: p.read_bytes() for p in (toy / "docs").rglob("*") if p.is_file()}
    assert 1 == run(toy, recording)
    assert "táž nahrávka už v archivu je" in capsys.readouterr().out
    tag = ID3.ID3(recording)
    tag.add(ID3.TALB(encoding=3, text="Jiné album"))
    tag.save(recording)

    assert 1 == run(toy, recording)
    assert "už existuje, zvolte --id" in capsys.readouterr().out
    assert before == {p: p.read_bytes() for p in (toy / "docs").rglob("*") if p.is_file()}


def test_number_that_is_taken(toy: Path, recording: Path) -> None:
    """A number that another episode has is not used; the next one is, unconfirmed."""
    tag = ID3.ID3(recording)
    tag.add(ID3.TRCK(encoding=3, text="1"))
    tag.save(recording)
    run(toy, recording)

    assert (3, False) == (values(toy)["number"], values(toy)["number_confirmed"])


@pytest.mark.parametrize("date", ["2023", "2023-02", "2031-01-01", "", "včera", "2023-02-31"])
def test_dates(date: str) -> None:
    """A year alone is no moment, and nothing is released in the future."""
    sound = audio.read(AUDIO / "tone.mp3")
    made = audio.Recording(**{**vars(sound), "tags": {"date": date}})
    known = drafting.Known(NOW, {"cs": "a", "en": "b"}, {})

    assert "2026-11-21T10:00:00+01:00" == drafting.fields(made, Present(), known)["published"]


def test_bare_recording(toy: Path, tmp_path: Path, capsys: Captured) -> None:
    """A recording without tags gets a folder of its file's name, and is told what to add."""
    path = tmp_path / "Dům č. 3.mp3"
    shutil.copy(AUDIO / "variable.mp3", path)

    assert 0 == run(toy, path)
    assert "Přidejte cover.png: čtverec aspoň 1400 px" in capsys.readouterr().out
    assert "title" not in values(toy, folder="dum-c-3")


def test_small_cover(toy: Path, recording: Path, capsys: Captured) -> None:
    """A cover that is too small is not blown up; what to add is told."""
    tag = ID3.ID3(recording)
    tag.setall("APIC", [ID3.APIC(3, "image/png", 3, "", picture(600, 600))])
    tag.save(recording)
    run(toy, recording)

    assert "v nahrávce je obálka jen 600 × 600 px" in capsys.readouterr().out
    assert not (toy / "docs/podcast/caj-u-sousedu/cover.png").exists()


def test_cover_beside(toy: Path, recording: Path, tmp_path: Path) -> None:
    """A cover may be given beside the recording."""
    cover = tmp_path / "obal.jpg"
    cover.write_bytes(picture(3200, 3200, "JPEG"))
    run(toy, recording, "--cover", str(cover))

    assert [] == artwork.faults(toy / "docs/podcast/caj-u-sousedu/cover.png")


@pytest.mark.parametrize("name", ["tone.wav", "README.md", "neni.mp3"])
def test_no_recording(toy: Path, name: str, capsys: Captured) -> None:
    """What is no recording is one sentence and exit code 1."""
    assert 1 == run(toy, AUDIO / name)
    assert 1 == len(capsys.readouterr().out.splitlines())


def test_ask(toy: Path, recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --ask what is missing is asked for, and nothing that the file says."""
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "jezero" if "place" in question else ""

    monkeypatch.setattr("builtins.input", answer)
    run(toy, recording, "--ask")

    assert "jezero" == values(toy)["place"]
    assert ["cover_text", "description", "place", "sources", "title"] == sorted(
        {question.rpartition(", ")[2].rstrip("): ") for question in asked}
    )
    assert not any("(cs, title)" in question for question in asked)


def test_template_is_true(toy: Path) -> None:
    """The template of the manual is a record that the schema takes, once its GUID is filled in."""
    manual = (ROOT / "manual" / "dil.md").read_text("utf-8")
    start = manual.index("---\ntitle: Název dílu")
    text = manual[start : manual.index("```", start)]
    folder = toy / "docs" / "podcast" / "vzor"
    folder.mkdir()
    (folder / "index.cs.md").write_text(text, "utf-8")
    _, problems = records.read(folder, "podcast", "vzor", Episode, toy)

    assert ["guid"] == [problem.field for problem in problems]
