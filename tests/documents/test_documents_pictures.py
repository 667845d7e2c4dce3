"""The pictures of held documents, and what has been read of them: once for each content."""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from archive.content import documents, library
from archive.content.library import Library
from archive.documents import drawing, process, reading
from archive.pages import document_pictures, reading_view
from archive.pages.context import values
from archive.schema.problems import ContentError
from archive.telling.archive import Archives, tell
from conftest import toy_settings
from paper_pdf import hold, make

HERE = "publications/zprava-o-jezere/"
Reports = tuple[Path, Library]
CACHE = ".cache/document-pictures"


def told(content: Library) -> Archives:
    """Return an archive as each language tells it."""
    return tell(content, toy_settings(content))


def pictures(content: Library) -> Iterator[tuple[str, bytes]]:
    """Return the pictures of an archive."""
    return document_pictures.write(told(content), content.docs.parent)


@pytest.fixture
def reports(toy: Path) -> Reports:
    """A toy archive with one report, read."""
    hold(toy, "zprava.cs.pdf", languages="cs")
    return toy, library.read(toy)


def test_same_document_same_pictures(reports: Reports, monkeypatch: Any) -> None:
    """From the cache or drawn anew, the bytes are the same."""
    toy, content = reports
    first = dict(pictures(content))
    warm = dict(pictures(content))
    shutil.rmtree(toy / ".cache")
    anew = dict(pictures(content))

    assert first == warm == anew
    assert 8 == len(first)


def test_warm_build_draws_nothing(reports: Reports, monkeypatch: Any) -> None:
    """What has been drawn once is not drawn again; a damaged picture is."""
    toy, content = reports
    first = dict(pictures(content))
    drawn: list[Path] = []
    draw = document_pictures.process.draw
    monkeypatch.setattr(
        document_pictures.process,
        "draw",
        lambda file, *rest: (drawn.append(file), draw(file, *rest)),
    )
    assert first == dict(pictures(content))
    assert [] == drawn
    picture = min((toy / CACHE).iterdir())
    picture.write_bytes(b"RIFF")

    assert first == dict(pictures(content))
    assert 1 == len(drawn)


def test_old_pictures_go(reports: Reports) -> None:
    """The cache does not grow with documents that are no longer there."""
    toy, content = reports
    dict(pictures(content))
    make(toy / "docs" / HERE / "zprava.cs.pdf", "Jiný dokument")
    written = dict(pictures(library.read(toy)))

    assert len(written) == len(list((toy / CACHE).iterdir()))


def test_two_builds_at_a_time(reports: Reports, monkeypatch: Any) -> None:
    """A build takes nothing away from another that draws the same documents meanwhile."""
    toy, content = reports
    draw = document_pictures.process.draw
    other: list[dict[str, bytes]] = []

    def drawn(file: Path, number: int, folder: Path) -> None:
        if not other:
            other.append({})
            other[0] = dict(pictures(content))
        draw(file, number, folder)

    monkeypatch.setattr(document_pictures.process, "draw", drawn)

    assert dict(pictures(content)) == other[0]
    assert 8 == len(list((toy / CACHE).iterdir()))


def test_swept_away_meanwhile(reports: Reports) -> None:
    """What another build has deleted between drawing and reading is drawn once more."""
    toy, content = reports
    first = dict(pictures(content))
    written = pictures(content)
    some = dict([next(written)])
    shutil.rmtree(toy / ".cache")

    assert first == some | dict(written)


def test_no_place_for_a_cache(reports: Reports) -> None:
    """Without a place to keep them the pictures are drawn all the same."""
    toy, content = reports
    first = dict(pictures(content))
    shutil.rmtree(toy / ".cache")
    (toy / ".cache").write_text("a file, not a folder", encoding="ascii")

    assert first == dict(pictures(content))


def test_document_that_cannot_be_drawn(reports: Reports) -> None:
    """A file that changed or broke meanwhile is told by its name."""
    toy, content = reports
    (toy / "docs" / HERE / "zprava.cs.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    with pytest.raises(ContentError) as caught:
        dict(pictures(content))

    assert [f"docs/{HERE}zprava.cs.pdf"] == [p.path for p in caught.value.problems]


def test_photograph_keeps_its_colours() -> None:
    """A page of text is stored in few colours without loss, a photograph is not."""
    text = Image.new("RGB", (400, 400), "white")
    text.paste((0, 0, 0), (50, 50, 200, 60))
    photo = Image.merge("RGB", [Image.radial_gradient("L"), Image.linear_gradient("L")] * 1 + [
        Image.radial_gradient("L").rotate(90)])  # fmt: skip

    assert b"VP8L" == drawing._webp(text)[12:16]
    with Image.open(io.BytesIO(drawing._webp(photo))) as kept:
        assert len(kept.getcolors(1 << 16) or []) > 1000


def test_long_documents_have_pictures_of_their_first_pages(toy: Path, monkeypatch: Any) -> None:
    """Beyond the limit a page has its text and its link, without a picture."""
    monkeypatch.setattr(reading_view, "PICTURED", 2)
    hold(toy, "zprava.cs.pdf", languages="cs")
    (held,) = told(library.read(toy))["cs"].items[HERE.rstrip("/")].documents
    pages = list(reading_view._pages(dataclasses.replace(held, reading="x/")))

    assert ["x/1.webp", "x/2.webp", ""] == [one.picture for one in pages]
    assert all(one.paragraphs for one in pages)


def test_cover_of_the_only_document(toy: Path) -> None:
    """A work held in one language has its cover on the pages of both."""
    hold(toy, "zprava.en.pdf", languages="en")
    found = told(library.read(toy))["cs"].items[HERE.rstrip("/")].card.picture

    assert found is not None
    assert f"en/{HERE}zprava/cover-704.jpg" == found.src


# -- reading ---------------------------------------------------------------------------------


def test_warm_build_reads_nothing(reports: Reports, monkeypatch: Any) -> None:
    """A document is read once for each content, whatever its times."""
    toy, _ = reports
    file = toy / "docs" / HERE / "zprava.cs.pdf"
    os.utime(file, (0, 0))
    time.sleep(0.1)
    name = documents.naming.names(file.parent)[0]
    first = reading.Documents(toy, settled=0.03)
    before = first.read(file, name)
    first.save()
    os.utime(file, (1000, 1000))
    monkeypatch.setattr(process, "read", lambda path: pytest.fail("read again"))

    assert before == reading.Documents(toy, settled=0.03).read(file, name)


def test_values_of_a_work_that_is_not_held(toy_archives: Archives) -> None:
    """An item without a document has no panel, no cover of ours and no line of files."""
    found = values(toy_archives, HERE.rstrip("/"), "cs")["item"]

    assert (None, None) == (found.documents, found.card.picture)
