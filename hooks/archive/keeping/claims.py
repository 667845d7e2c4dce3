"""Who may write where on the site: the claims of what the archive makes, and the one door.

Every byte that the archive writes goes through ``Door.write``. A path has one owner: two that
write it, or a file in ``docs/`` that is published there, are a problem that names both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from archive.content.library import Library
from archive.keeping import uploads
from archive.keeping.uploads import Upload
from archive.schema import KINDS, LANGUAGES, paths
from archive.schema.problems import ContentError, Problem, Text

Places = Callable[[Library], Iterable[str]]


@dataclass(frozen=True)
class Claim:
    """Something that the archive makes, its name for messages, and the paths that are its own.

    A path may hold ``*``: as a folder any name without a dot, as a file any name, ``**`` at
    the end whatever lies below. ``pages`` tells that staff may write a page of theirs there.
    """

    name: Text
    places: Places
    pages: bool = False


def always(*patterns: str) -> Places:
    """Return places that the records do not change.

    ``{language}`` stands for the folder of each language, ``{kind}`` for each kind of item.
    """

    def expand(library: Library) -> list[str]:
        return [
            pattern.replace("{language}", paths.prefix(language)).replace("{kind}", kind)
            for pattern in patterns
            for language in (LANGUAGES if "{language}" in pattern else LANGUAGES[:1])
            for kind in (KINDS if "{kind}" in pattern else ("",))
        ]

    return expand


def _regex(pattern: str) -> str:
    folder, _, name = pattern.rpartition("/")
    inside = re.escape(f"{folder}/").replace(r"\*", r"[^/.]+") if folder else ""
    return inside + (".+" if name == "**" else re.escape(name).replace(r"\*", "[^/]*"))


def _above(pattern: str) -> Iterator[str]:
    """Yield the folders that a pattern needs."""
    for folder in PurePosixPath(pattern).parents:
        if folder.name:
            yield re.escape(folder.as_posix()).replace(r"\*", r"[^/.]+")


class Claims:
    """The claims on the paths of a site; case makes no difference, as on many computers."""

    def __init__(self, claims: Sequence[Claim], library: Library) -> None:
        self._claims = claims
        patterns = [(n, p) for n, claim in enumerate(claims) for p in claim.places(library)]
        self._files = self._compiled((n, _regex(p)) for n, p in patterns)
        self._folders = self._compiled((n, above) for n, p in patterns for above in _above(p))

    @staticmethod
    def _compiled(patterns: Iterable[tuple[int, str]]) -> Mapping[int, re.Pattern[str]]:
        grouped: dict[int, dict[str, None]] = {}
        for number, pattern in patterns:
            grouped.setdefault(number, {})[pattern] = None
        return {n: re.compile("|".join(found), re.IGNORECASE) for n, found in grouped.items()}

    def owner(self, upload: Upload) -> Claim | None:
        """Return what is published where an upload would be, or needs a folder there."""
        for number, claim in enumerate(self._claims):
            if upload.page and claim.pages:
                continue
            above = [p.as_posix() for p in PurePosixPath(upload.path).parents][:-1]
            files, folders = self._files.get(number), self._folders.get(number)
            if files and any(files.fullmatch(path) for path in (upload.path, *above)):
                return claim
            if folders and folders.fullmatch(upload.path):
                return claim
        return None

    def holds(self, claim: Claim, path: str) -> bool:
        """Tell whether a path is among the places of a claim."""
        pattern = self._files.get(self._claims.index(claim))
        return pattern is not None and pattern.fullmatch(path) is not None


def _shadowing(upload: Upload, claim: Claim) -> Problem:
    expected = Text(
        f"jiný název nebo žádný soubor: na adrese /{upload.path} zveřejňuje archiv sám "
        f"{claim.name.cs}",
        f"another name, or no file: at the address /{upload.path} the archive itself publishes "
        f"{claim.name.en}",
    )
    return Problem(upload.source, 0, "", f"/{upload.path}", expected)


def _second(upload: Upload, first: Upload) -> Problem:
    expected = Text(
        f"jiný název: na adrese /{upload.path} už je {first.source}",
        f"another name: at the address /{upload.path} there is {first.source} already",
    )
    return Problem(upload.source, 0, "", f"/{upload.path}", expected)


def faults(claims: Sequence[Claim], library: Library, root: Path) -> Iterator[Problem]:
    """Find the files in ``docs/`` that take the place of an output, or of each other."""
    known, seen, named = Claims(claims, library), dict[str, Upload](), set[tuple[str, Text]]()
    for upload in uploads.published(library.docs, root):
        first = seen.setdefault(upload.path.casefold(), upload)
        if first is not upload and first.source != upload.source:
            yield _second(upload, first)
        # A page stands in several languages; one word about it is enough.
        elif (claim := known.owner(upload)) and (upload.source, claim.name) not in named:
            named.add((upload.source, claim.name))
            yield _shadowing(upload, claim)


class Door:
    """The one door through which the archive writes into a site that is being built."""

    def __init__(self, folder: Path, claims: Sequence[Claim], library: Library, root: Path) -> None:
        self._folder, self._root, self._library = folder, root, library
        self._claims = Claims(claims, library)
        self._written: dict[str, Claim] = {}

    def write(self, claim: Claim, path: str, content: bytes) -> None:
        """Write a file of the site, whose path below it is that of nobody else.

        Raises ContentError when it is, or is not the claim's own; OSError.
        """
        target = self._folder / path
        if not self._claims.holds(claim, path):
            raise ContentError([_astray(claim, path)])
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = target.open("xb")
        except FileExistsError:
            raise ContentError([self._taken(claim, path)]) from None
        with file:
            file.write(content)
        self._written[path] = claim

    def _taken(self, claim: Claim, path: str) -> Problem:
        """Return the problem that two are at one path, with the names of both."""
        if other := self._written.get(path):
            expected = Text(
                f"jednoho vlastníka adresy; píší ji {other.name.cs} a {claim.name.cs}",
                f"one owner of the address; {other.name.en} and {claim.name.en} write it",
            )
            return Problem(f"site/{path}", 0, "", f"/{path}", expected)
        found = uploads.published(self._library.docs, self._root)
        upload = next((one for one in found if one.path == path), Upload(f"site/{path}", path))
        return _shadowing(upload, claim)


def _astray(claim: Claim, path: str) -> Problem:
    expected = Text(
        f"adresu, kterou seznam výstupů (build.py) dává tomu, kdo ji píše: {claim.name.cs}",
        f"an address that the list of outputs (build.py) gives to its writer: {claim.name.en}",
    )
    return Problem(f"site/{path}", 0, "", f"/{path}", expected)
