"""What the tests share: the toy archive, the real site, a browser."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from PIL import Image

import archive.build  # noqa: F401 - registers the kinds of record
import builder
from archive import checks
from archive.content import documents, library
from archive.content import settings as site
from archive.content.library import Library
from archive.content.settings import Site
from archive.documents.facts import Document
from archive.schema import KINDS, LANGUAGES
from archive.schema.records import Entry
from archive.telling.archive import Archive, Archives, tell

# The same examples every time: a pull request is judged by its change, not by chance.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

HERE = Path(__file__).parent
ROOT = HERE.parent
TODAY = dt.date(2026, 11, 21)
EPISODES = {"prvni": "tone.mp3", "druhy": "chapters.mp3"}
VIEWPORTS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
Visit = Callable[..., Any]
# Further formats of the second episode.
ALTERNATES = (".m4a", ".ogg", ".opus")


# What reads the archive's own content; a test that asks for any of it is one of ``content``.
CONTENT = {"real_library", "real_archives", "real_archive", "real_site", "served", "visit"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the archive's own content, so that they can be run by themselves."""
    for item in items:
        if CONTENT & set(getattr(item, "fixturenames", ())):
            item.add_marker("content")


def pytest_sessionfinish() -> None:
    """End what builds for the tests."""
    builder.close()


def make_toy(target: Path) -> Path:
    """Copy the toy archive, with recordings, artwork and the real templates, to a folder."""
    shutil.copytree(HERE / "toy", target, dirs_exist_ok=True)
    (target / "ledgers").mkdir()
    docs = target / "docs"
    square = Image.new("RGB", (1400, 1400), (29, 74, 122))
    square.save(docs / "podcast" / "artwork.png")
    for identifier, tone in EPISODES.items():
        folder = docs / "podcast" / identifier
        shutil.copy(HERE / "audio" / tone, folder / f"{identifier}.mp3")
        square.save(folder / "cover.png")
    for ending in ALTERNATES:
        shutil.copy(HERE / "audio" / f"chapters{ending}", docs / "podcast" / f"druhy/druhy{ending}")
    for name in ("rights.yml", "strategy-parts.yml", "ui.cs.yml", "ui.en.yml"):
        shutil.copy(ROOT / "docs" / "vocabulary" / name, docs / "vocabulary" / name)
    for name in ("overrides", "assets"):
        shutil.copytree(ROOT / "docs" / name, docs / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    shutil.copytree(
        ROOT / "hooks", target / "hooks", ignore=shutil.ignore_patterns("archive", "*.egg-info")
    )
    return target


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a text that is in a file of ``docs`` once."""
    path = root / "docs" / name
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


# What stands in the record of an episode that was taken back.
NOTE = "Na přání paní Novákové."
WITHDRAWN = (
    'withdrawn: {date: "2026-03-01", reason: personal-data, keep_title: true, '
    f"note: {NOTE}}}\nnumber: 1"
)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A toy archive of one's own, to be changed at will."""
    return make_toy(tmp_path / "toy")


@pytest.fixture(scope="session")
def toy_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The toy archive as it is, read and checked."""
    return checks.load(make_toy(tmp_path_factory.mktemp("toy")), today=TODAY)


def citable(library: Library, *kinds: str) -> list[Entry[Any]]:
    """Return what can be cited, in a stable order; all but people where no kind is named."""
    found = [
        library.of(kind)[name]
        for kind in kinds or KINDS
        if kinds or kind != "people"
        for name in sorted(library.of(kind))
    ]
    show = [library.show] if library.show and (not kinds or "podcast" in kinds) else []
    return [*show, *found]


def holders(library: Library) -> Iterator[tuple[Entry[Any], Document]]:
    """Yield every document that has a reading view: the newest of each language."""
    for entry in library.of("publications").values():
        for document in documents.current(library, entry):
            yield entry, document


def toy_settings(content: Library) -> Site:
    """Return the settings under which the toy archive is published."""
    return Site(
        address="https://archive.test/toy/",
        owner_name="IOM Test",
        owner_email="podcast@archive.test",
        repository="https://archive.test/repository",
        standins=True,
        strings=site.load_strings(content.docs, content.docs.parent),
    )


@pytest.fixture(scope="session")
def toy_site(toy_library: Library) -> Site:
    """The settings under which the toy archive is published."""
    return toy_settings(toy_library)


@pytest.fixture(scope="session")
def toy_archives(toy_library: Library, toy_site: Site) -> Archives:
    """The toy archive as each language tells it."""
    return tell(toy_library, toy_site)


@pytest.fixture(scope="session")
def real_library() -> Library:
    """The real archive, read and checked."""
    content = library.read(ROOT)
    content.problems = checks.check(content, ROOT, dt.date.today())
    return content


def build(
    root: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs build --strict`` in a folder and return what it said."""
    return builder.run(root, "build", "--strict", *arguments, environment=environment)


@pytest.fixture(scope="session")
def real_archives(real_library: Library) -> Archives:
    """The real archive as each language tells it."""
    words = site.load_strings(real_library.docs, ROOT)
    return tell(
        real_library, Site("https://archive.test/", "IOM", "a@archive.test", "", True, words)
    )


@pytest.fixture(scope="session", params=LANGUAGES)
def real_archive(request: Any, real_archives: Archives) -> Archive:
    """The real archive, in each language."""
    return real_archives[request.param]


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that one worker makes for all; another that asks meanwhile waits for it.

    Nobody may change what is in it. Where making fails, whoever asks next tries again.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    target, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.making").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(target, ignore_errors=True)
            make(target)
            done.touch()
    return target


def build_real(target: Path) -> None:
    """Build the real archive strictly into a folder."""
    done = build(ROOT, "--site-dir", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real archive, built once, strictly, for all tests that read it as a visitor."""
    return made_once(tmp_path_factory, "site-of-the-archive", build_real)


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[str]:
    """The address at which the real site is served, below a base path as on GitHub Pages."""
    from server import serve

    with serve(real_site, "/archive/") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium: installed, or installed here."""
    from chromium import launch

    with launch() as instance:
        yield instance


def until(page: Any, expression: str) -> None:
    """Wait until a JavaScript expression holds on a page; at most ten seconds.

    Playwright's ``wait_for_function`` evaluates a string in the page, which the site's
    Content-Security-Policy forbids.
    """
    page.evaluate(f"""async () => {{
        for (let i = 0; i < 200; i += 1) {{
            if ({expression}) return;
            await new Promise((done) => setTimeout(done, 50));
        }}
        throw new Error("never came true");
    }}""")


def come_near(page: Any) -> None:
    """Load what a page loads when its reader comes near, and stay at the top."""
    page.evaluate("""async () => {
        for (const part of document.querySelectorAll("[data-module]")) {
            // Again each time: a page that opens at an anchor goes there on its own meanwhile.
            for (let i = 0; i < 2000 && part.dataset.module; i += 1) {
                part.scrollIntoView({ behavior: "instant" });
                await new Promise((done) => setTimeout(done, 10));
            }
            if (part.dataset.module) throw new Error(`${part.dataset.module} never came`);
        }
        scrollTo({ top: 0, behavior: "instant" });
    }""")


@pytest.fixture
def visit(browser: Any, served: str) -> Iterator[Visit]:
    """Open a page of the site; fail on any error and any request to another host."""
    faults: list[str] = []
    contexts: list[Any] = []

    def opened(path: str, viewport: str | tuple[int, int] = "desktop", **options: Any) -> Any:
        sized = VIEWPORTS.get(viewport) or dict(zip(("width", "height"), viewport, strict=True))
        # A reader of the page's language, to whom no other is offered.
        options.setdefault("locale", "en-GB" if path.startswith("en/") else "cs-CZ")
        context = browser.new_context(viewport=sized, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "response", lambda r: faults.append(f"{r.status} {r.url}") if r.status >= 400 else None
        )
        page.on("request", lambda r: faults.append(r.url) if not r.url.startswith(served) else None)
        page.goto(served + path)
        if options.get("java_script_enabled", True):
            come_near(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
