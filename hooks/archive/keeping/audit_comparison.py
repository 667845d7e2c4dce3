"""The manifest against the files: what is new, what has changed, what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from archive.content.library import Library
from archive.ledgers.files import Line, Manifest
from archive.telling import checksum_list


@dataclass
class Comparison:
    """``new``: checksums by path; ``changed``: lines with the checksum of what lies there."""

    new: dict[str, str] = field(default_factory=dict)
    changed: list[tuple[Line, str]] = field(default_factory=list)
    gone: list[Line] = field(default_factory=list)

    def moved_to(self, line: Line) -> str:
        """Return where a file that is gone lies now, under another name or in another folder."""
        return next((path for path, sha256 in self.new.items() if sha256 == line.sha256), "")


def _held(content: Library, root: Path) -> Iterator[str]:
    docs = PurePosixPath(content.docs.relative_to(root).as_posix())
    for path in checksum_list.files(content):
        yield (docs / path).as_posix()


def compare(manifest: Manifest, content: Library, root: Path) -> Comparison:
    """Read every held file and tell how the manifest and the files differ."""
    found = Comparison()
    for path, line in manifest.lines.items():
        file = root / path
        if not file.is_file():
            found.gone.append(line)
        elif (sha256 := checksum_list.digest(file)) != line.sha256:
            found.changed.append((line, sha256))
    for path in _held(content, root):
        if path not in manifest.lines:
            found.new[path] = checksum_list.digest(root / path)
    return found


def reason(content: Library, line: Line, found: Comparison) -> str:
    """Return why a line has ended, where the files or the records tell; else nothing."""
    if found.moved_to(line):
        return "moved"
    path = PurePosixPath(line.path).relative_to("docs") if line.path.startswith("docs/") else None
    entry = checksum_list.owner(content, path) if path else None
    gone = entry.record.gone if entry else None
    return gone.reason if gone else ""
