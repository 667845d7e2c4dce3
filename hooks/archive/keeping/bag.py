"""Bags: a folder with everything in it, and the checksums by which it proves itself whole.

BagIt 1.0, RFC 8493, with SHA-256 throughout. Written here and not by the bagit library:
of the same content it makes tag manifests in the order of the file system, writes the
older version 0.97, and warns on Python 3.13. The tests let it judge what is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_UNITS = ("B", "KB", "MB", "GB", "TB")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _name(path: Path, bag: Path) -> str:
    """Return a path as manifests have it: RFC 8493, section 2.1.3, escapes three signs."""
    name = path.relative_to(bag).as_posix()
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _listing(paths: Iterator[Path], bag: Path) -> str:
    told = sorted((_name(path, bag), _digest(path)) for path in paths)
    return "".join(f"{digest}  {name}\n" for name, digest in told)


def _size(size: float) -> str:
    """Return a number of bytes as Bag-Size tells it, for people."""
    unit = 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.1f} {_UNITS[unit]}" if unit else f"{size:.0f} B"


def seal(bag: Path, info: Mapping[str, str]) -> None:
    """Make a bag of a folder that has all its payload in ``data``.

    ``info`` goes into bag-info.txt, in its order, before the figures. The same payload
    and info give the same bytes.
    """
    sizes = [path.stat().st_size for path in _files(bag / "data")]
    figures = {"Payload-Oxum": f"{sum(sizes)}.{len(sizes)}", "Bag-Size": _size(sum(sizes))}
    told = "".join(f"{label}: {value}\n" for label, value in {**info, **figures}.items())
    written = {"bagit.txt": DECLARATION, "bag-info.txt": told}
    written[MANIFEST] = _listing(_files(bag / "data"), bag)
    for name, text in written.items():
        (bag / name).write_bytes(text.encode())
    tags = _listing((bag / name for name in written), bag)
    (bag / TAGS).write_bytes(tags.encode())


def _listed(bag: Path, name: str) -> dict[str, str]:
    """Return the checksums of a manifest by name. Raises OSError and ValueError."""
    text = (bag / name).read_text(encoding="utf-8")
    pairs = (line.split("  ", 1) for line in text.splitlines())
    return {path: digest for digest, path in pairs}


def faults(bag: Path) -> list[str]:
    """Return what keeps a folder from being a whole bag: a line for each file."""
    found = []
    try:
        listed = _listed(bag, TAGS) | _listed(bag, MANIFEST)
        if (bag / "bagit.txt").read_text(encoding="utf-8") != DECLARATION:
            found.append("bagit.txt: BagIt 1.0?")
    except (OSError, ValueError) as error:
        return [str(error)]
    there = {_name(path, bag): path for path in _files(bag)}
    del there[TAGS]  # nothing lists it
    for name in sorted({*listed, *there}):
        if name not in there:
            found.append(f"{name}: chybí / missing")
        elif name not in listed:
            found.append(f"{name}: není v seznamu / not listed")
        elif _digest(there[name]) != listed[name]:
            found.append(f"{name}: jiný obsah / other content")
    return found


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that two folders do not have alike, to the byte."""
    sides = [{p.relative_to(f).as_posix(): p for p in _files(f)} for f in (one, other)]
    return [
        name
        for name in sorted({*sides[0], *sides[1]})
        if not all(name in side for side in sides)
        or sides[0][name].read_bytes() != sides[1][name].read_bytes()
    ]
