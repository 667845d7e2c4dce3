"""The bag: whole, true to the standard, the same each time, and enough to restore the site."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bag as bag_command
import command
import restore
from archive.keeping import bag
from conftest import HERE, ROOT, make_toy
from packing import building

Told = pytest.CaptureFixture[str]
DAY = "2026-11-21"
SITE = "https://archive.test/packed/"
INFO = {"Source-Organization": "IOM Česká republika", "Bagging-Date": DAY}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive with the code that builds it, as it would be checked out."""
    root = make_toy(tmp_path_factory.mktemp("packed") / "toy")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "hooks" / "archive", root / "hooks" / "archive", ignore=ignored)
    fonts = Path("scripts", "artwork", "fonts")
    shutil.copytree(ROOT / fonts, root / fonts)
    shutil.copytree(HERE / "fixity", root / "docs" / "about" / "fixity")
    shutil.copy(ROOT / "pyproject.toml", root)
    assert 0 == command.main(["ledger", "files", "--root", str(root)])
    return root


def pack(source: Path, target: Path) -> int:
    """Put an archive into a bag under settings of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in building.SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("SITE_URL", SITE)
        patch.setenv("STANDINS", "false")
        patch.setenv("OWNER_EMAIL", "podcast@archive.test")
        return command.main(["bag", "--root", str(source), "--output", str(target), "--date", DAY])


@pytest.fixture(scope="module")
def packed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive in its bag."""
    target = tmp_path_factory.mktemp("bags") / "bag"
    assert 0 == pack(source, target)
    return target


@pytest.fixture
def own(packed: Path, tmp_path: Path) -> Path:
    """A copy of the bag in another place, to be changed at will."""
    return shutil.copytree(packed, tmp_path / "elsewhere" / "balíček s mezerou")


def reseal(packed: Path) -> None:
    """Make the bag valid again after a change."""
    bag.seal(packed, INFO)
    assert [] == bag.faults(packed)


def library_of_congress(packed: Path) -> tuple[int, str]:
    """Validate a bag by the library that wrote the standard."""
    asked = [sys.executable, "-m", "bagit", "--validate", str(packed)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


# -- the standard ------------------------------------------------------------------------------


def test_bagit_accepts_it(packed: Path) -> None:
    """The Library of Congress's own validator finds the bag valid, without a warning."""
    code, told = library_of_congress(packed)

    assert (0, False) == (code, "WARNING" in told or "ERROR" in told), told
    assert f"{packed} is valid" in told


def test_sha256sum_verifies_it(packed: Path) -> None:
    """A bag is verified by sha256sum alone, as its own README says."""
    asked = ["sha256sum", "--check", "--strict", "--quiet", bag.TAGS, bag.MANIFEST]
    done = subprocess.run(asked, cwd=packed, capture_output=True, text=True, check=False)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert " ".join(["sha256sum -c", *asked[-2:]]) in (packed / "data/README.txt").read_text(
        "utf-8"
    )


def test_names_that_need_escapes(tmp_path: Path) -> None:
    """Czech letters, spaces and percent signs in names are told as RFC 8493 wants."""
    data = tmp_path / "bag" / "data"
    data.mkdir(parents=True)
    for name in ("žluťoučký kůň.txt", "a  b.txt"):
        (data / name).write_text(name, encoding="utf-8")
    bag.seal(tmp_path / "bag", INFO)
    assert 0 == library_of_congress(tmp_path / "bag")[0]

    # bagit 1.9 does not undo this one, which RFC 8493 asks for.
    (data / "100%25.txt").write_text("x", encoding="utf-8")
    bag.seal(tmp_path / "bag", INFO)
    assert "  data/100%2525.txt\n" in (tmp_path / "bag" / bag.MANIFEST).read_text("utf-8")
    assert [] == bag.faults(tmp_path / "bag")


def test_info_is_true(packed: Path) -> None:
    """What bag-info.txt says was counted, not guessed."""
    lines = (packed / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    files = [path for path in (packed / "data").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)

    assert f"{size}.{len(files)}" == told["Payload-Oxum"]
    assert (SITE, DAY) == (told["External-Identifier"], told["Bagging-Date"])
    records = [*(packed / "data/content/docs").glob("p*/*/index.cs.md")]
    assert f": {len(records) + 1} items, 2 dated events" in told["External-Description"]
    assert "podcast@archive.test" == told["Contact-Email"]


def test_everything_is_in_it(packed: Path) -> None:
    """Content, site and metadata of both languages are there, settings and a way to read it."""
    for name in (
        "content/docs/podcast/prvni/prvni.mp3", "content/mkdocs.yml", "content/ledgers/files.txt",
        "content/hooks/archive/keeping/bag.py", "site/index.html", "site/en/podcast/feed.xml",
        "metadata/catalogue.json", "metadata/en/catalogue.csv", "metadata/oai.xml", "README.txt",
    ):  # fmt: skip
        assert (packed / "data" / name).is_file(), name
    told = f"SITE_URL={SITE}\nOWNER_EMAIL=podcast@archive.test\nSTANDINS=false\n"
    assert told == (packed / "data/settings.env").read_text("utf-8")
    assert not [*packed.rglob("__pycache__"), *packed.rglob(".cache")]


def test_the_same_each_time(source: Path, packed: Path, tmp_path: Path) -> None:
    """Packed again, in another place, the bag is the same to the byte."""
    assert 0 == pack(source, tmp_path / "again")
    assert [] == bag.differences(packed, tmp_path / "again")


# -- faults ------------------------------------------------------------------------------------


def first_sound(packed: Path) -> Path:
    """Return a file of the payload."""
    return packed / "data/content/docs/podcast/prvni/prvni.mp3"


HARM: dict[str, tuple[Callable[[Path], object], str]] = {
    "a changed file": (
        lambda b: first_sound(b).write_bytes(b"x" * first_sound(b).stat().st_size), "other content",
    ),
    "a missing file": (lambda b: first_sound(b).unlink(), "missing"),
    "a foreign file": (lambda b: first_sound(b).with_name("x.exe").write_text("x"), "not listed"),
    "changed info": (lambda b: (b / "bag-info.txt").write_text("x: y\n"), "bag-info.txt: jiný"),
    "a manifest cut off": (lambda b: (b / bag.MANIFEST).write_text("x"), ""),
    "no tag manifest": (lambda b: (b / bag.TAGS).unlink(), bag.TAGS),
    "another declaration": (lambda b: (b / "bagit.txt").write_text("BagIt-Version: 9"), "1.0?"),
}  # fmt: skip


@pytest.mark.parametrize("case", HARM)
def test_harm_is_found(own: Path, case: str) -> None:
    """A bag to which anything was done is refused before anything is restored from it."""
    harm, expected = HARM[case]
    harm(own)

    assert bag.faults(own)
    assert expected in "\n".join(restore.drill(own))


def test_faulty_content_is_not_packed(source: Path, tmp_path: Path, capsys: Told) -> None:
    """Content that cannot be built makes no bag, and leaves the last good one as it was."""
    broken = shutil.copytree(source, tmp_path / "broken")
    target = shutil.copytree(tmp_path, tmp_path / "bag", ignore=lambda *_: ["broken", "bag"])
    (target / "bagit.txt").write_text("the last good one", encoding="utf-8")
    (broken / "docs/podcast/prvni/prvni.mp3").write_bytes(b"")

    assert 1 == pack(broken, target)
    assert "prvni.mp3" in capsys.readouterr().err
    assert ["bagit.txt"] == [path.name for path in target.iterdir()]
    assert not target.with_name("bag.new").exists()


def test_nothing_else_is_overwritten(source: Path, tmp_path: Path) -> None:
    """A folder that is no bag is never taken for one."""
    (tmp_path / "letters.txt").write_text("dear", encoding="utf-8")

    assert 1 == pack(source, tmp_path)
    assert ["letters.txt"] == [path.name for path in tmp_path.iterdir()]


# -- the restore drill -------------------------------------------------------------------------


def test_restore(own: Path, capsys: Told) -> None:
    """From the bag alone, elsewhere, without git or network, the same site is built."""
    before = hashlib.sha256((own / bag.MANIFEST).read_bytes()).hexdigest()

    assert 0 == command.main(["restore", str(own)])
    assert "Obnoveno: web z balíčku je týž." in capsys.readouterr().out
    assert [] == bag.faults(own)
    assert before == hashlib.sha256((own / bag.MANIFEST).read_bytes()).hexdigest()


def test_the_site_must_come_from_the_content(own: Path, capsys: Told) -> None:
    """A valid bag whose site is not what its content makes fails, with the page."""
    page = own / "data/site/podcast/prvni/index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    reseal(own)

    assert 1 == command.main(["restore", str(own)])
    assert "\nsite/podcast/prvni/index.html\n" in capsys.readouterr().out


def test_the_code_must_come_from_the_bag(own: Path) -> None:
    """The drill runs the bag's own code, not that of the checkout beside it."""
    code = own / "data/content/hooks/archive/keeping/sitemap.py"
    code.write_text("raise RuntimeError('the code in the bag')\n", encoding="utf-8")
    reseal(own)

    assert "the code in the bag" in "\n".join(restore.drill(own))


@pytest.mark.night
def test_restore_of_the_real_archive(real_site: Path, tmp_path: Path) -> None:
    """What a bag holds of the real archive builds the real site, to the byte."""
    content = tmp_path / "content"
    bag_command.copy_content(ROOT, content)

    assert "" == building.build(content, tmp_path / "site", building.settings({}))
    assert [] == bag.differences(real_site, tmp_path / "site")
