"""The build: silent when the content is good, harmless when it is not, the same everywhere."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from conftest import ROOT, build, make_toy


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_toy_archive_builds_in_silence(toy: Path) -> None:
    """Good content gives a site and not a single word."""
    done = build(toy)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert (toy / "site" / "en" / "podcast" / "feed.xml").exists()


def test_builds_in_a_folder_with_spaces_and_czech_letters(tmp_path: Path) -> None:
    """The folder may be called anything."""
    toy = make_toy(tmp_path / "Můj archív č. 1")

    assert 0 == build(toy).returncode
    assert (toy / "site" / "index.html").exists()


def test_failed_build_leaves_the_last_good_site(toy: Path) -> None:
    """A fault stops the build with a message, no traceback, and touches nothing."""
    build(toy)
    before = contents(toy / "site")
    page = toy / "docs" / "projects" / "jezero" / "index.cs.md"
    page.write_text(page.read_text().replace("confidence: medium", "confidence: snad"))
    done = build(toy)

    assert done.returncode != 0
    assert "docs/projects/jezero/index.cs.md:25  [confidence]" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == contents(toy / "site")


def test_strict_warning_leaves_the_last_good_site(toy: Path) -> None:
    """A warning of MkDocs itself, a dead link, does not replace the site either."""
    build(toy)
    before = contents(toy / "site")
    page = toy / "docs" / "about" / "index.cs.md"
    page.write_text(page.read_text() + "\n[nikam](nikam.md)\n")

    assert build(toy).returncode != 0
    assert before == contents(toy / "site")


@pytest.mark.parametrize(
    "damage",
    [
        lambda mp3: mp3.unlink(),
        lambda mp3: mp3.write_bytes(mp3.read_bytes()[:9000]),
        lambda mp3: mp3.write_bytes(b""),
        lambda mp3: mp3.rename(mp3.with_suffix(".wav")),
    ],
    ids=["missing", "truncated", "empty", "refused kind"],
)
def test_bad_recording_stops_the_build(toy: Path, damage: object) -> None:
    """A recording that listeners could not play never reaches a feed."""
    assert callable(damage)
    damage(toy / "docs" / "podcast" / "prvni" / "prvni.mp3")
    done = build(toy)

    assert done.returncode != 0
    assert "docs/podcast/prvni" in done.stderr
    assert not (toy / "site").exists()


def test_same_bytes_in_another_place_time_and_language(tmp_path: Path) -> None:
    """Time zone, locale and folder leave no trace in the site."""
    unlike = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ]
    sites = []
    for number, environment in enumerate(unlike):
        root = make_toy(tmp_path / ("x" * (number + 1)))
        assert 0 == build(root, environment=environment).returncode
        sites.append(contents(root / "site"))

    assert sites[0] == sites[1]


@pytest.mark.night
def test_real_archive_is_the_same_bytes_twice(real_site: Path, tmp_path: Path) -> None:
    """The real site, built again, is the same to the byte."""
    again = tmp_path / "again"
    build(ROOT, "--site-dir", str(again), environment={"TZ": "Asia/Tokyo", "LC_ALL": "C"})

    assert contents(real_site) == contents(again)


def test_missing_translation_falls_back_with_a_notice(toy: Path) -> None:
    """An item without English is shown in Czech, says so, and points to the original."""
    (toy / "docs" / "projects" / "jezero" / "index.en.md").unlink()
    done = build(toy)
    page = (toy / "site" / "en" / "projects" / "jezero" / "index.html").read_text()

    assert (0, "") == (done.returncode, done.stderr)
    assert "This page has not been translated into English yet" in page
    assert '<h1 lang="cs">' in page
    assert '<div class="prose" lang="cs">' in page
    assert '<link rel="canonical" href="https://example.org/archive/projects/jezero/">' in page
    assert "/en/projects/jezero/" not in (toy / "site" / "sitemap.xml").read_text()


PRODUCTION = {
    "STANDINS": "false",
    "SITE_URL": "https://archive.test/",
    "OWNER_EMAIL": "podcast@archive.test",
}


def test_production_leaves_standins_out(toy: Path) -> None:
    """The setting of the deployment keeps stand-ins from every subscriber."""
    done = build(toy, environment=PRODUCTION)
    feed = (toy / "site" / "podcast" / "feed.xml").read_text()

    assert (0, "") == (done.returncode, done.stderr)
    assert 1 == feed.count("<item>")


def test_production_needs_a_real_owner(toy: Path) -> None:
    """A feed for subscribers never names an owner on example.org."""
    done = build(toy, environment={"STANDINS": "false"})

    assert done.returncode != 0
    assert "[OWNER_EMAIL]" in done.stderr
    assert "[SITE_URL]" in done.stderr
