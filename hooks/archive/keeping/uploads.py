"""Where the site publishes the files of ``docs/`` and the pages that are written there.

MkDocs and static-i18n do it; that they do it so is tested. Nothing is read but names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from archive.documents import naming
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES, paths

# ``exclude_docs`` in mkdocs.yml, and what MkDocs leaves out by itself.
_LEFT_OUT = re.compile(
    r"(?:assets/stylesheets/components|overrides|vocabulary|templates)/.*|history/timeline\.yml"
    r"|(?:.*/)?(?:audio\.lock\.yml|\.[^/]*)(?:/.*)?"
)
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


class Upload(NamedTuple):
    """A file of the repository that is published; ``page`` tells a page that is written there."""

    source: str
    path: str
    page: bool = False


def _parted(name: str) -> tuple[str, str | None, str]:
    """Return a file's name without its language, the language, and the ending."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    bare, dot, language = stem.rpartition(".")
    return (
        (bare, language, suffix) if dot and _LANGUAGE.fullmatch(language) else (stem, None, suffix)
    )


def _page(folder: PurePosixPath, stem: str) -> str:
    inside = folder if stem in ("index", "README") else folder / stem
    return (inside / "index.html").as_posix()


def _places(source: PurePosixPath, docs: Path) -> Iterator[str]:
    """Yield the paths below the site of a file, given as a path below ``docs``."""
    stem, language, suffix = _parted(source.name)
    is_page = suffix in _MARKDOWN
    place = _page(source.parent, stem) if is_page else (source.parent / (stem + suffix)).as_posix()
    own = language or DEFAULT_LANGUAGE
    if document := naming.published_path(source.as_posix()):
        yield document
    elif own in LANGUAGES:
        yield paths.prefix(own) + place
    if is_page and own == DEFAULT_LANGUAGE:  # shown in the languages that it is not written in
        for code in LANGUAGES:
            translation = docs / source.parent / f"{stem}.{code}{suffix}"
            if code != DEFAULT_LANGUAGE and not translation.is_file():
                yield paths.prefix(code) + place


def published(docs: Path, root: Path) -> Iterator[Upload]:
    """Yield every file below ``docs`` at each place that it has on the site."""
    for file in sorted(path for path in docs.rglob("*") if path.is_file()):
        source = PurePosixPath(file.relative_to(docs).as_posix())
        if not _LEFT_OUT.fullmatch(source.as_posix()):
            for place in _places(source, docs):
                shown = file.relative_to(root).as_posix()
                yield Upload(shown, place, source.suffix in _MARKDOWN)
