"""The only door to pandoc: many works in, each rendered in a style, in one call."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pypandoc
from lxml import html

from archive.citing.cited import Csl

_EVERYTHING = '---\nnocite: "@*"\n---\n'
# --sandbox: pandoc reads the two files named here, and nothing else.
_OPTIONS = ["--sandbox", "--from=markdown", "--to=html", "--wrap=none", "--citeproc"]


def program() -> str:
    """Return the pandoc that the lock file names, never one that a machine happens to have."""
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    return str(Path(str(pypandoc.__file__)).parent / "files" / name)


@cache
def release() -> str:
    """Return the release that carries pandoc; to ask the program itself takes half a second."""
    return version("pypandoc-binary")


def _inner(entry: html.HtmlElement) -> str:
    """Return an entry's HTML; of the marks that no reader sees, only ``nocase`` is kept."""
    for mark in list(entry.iter("span", "a")):
        if mark.get("class") != "nocase":
            mark.drop_tag()
    markup = html.tostring(entry, encoding="unicode", with_tail=False)
    return markup[markup.index(">") + 1 : markup.rindex("</")].strip()


def render(style: bytes, locale: str, items: Sequence[Csl]) -> list[str]:
    """Return each item as a reference of a style, as HTML with ``<em>`` and ``nocase``.

    Raises subprocess.CalledProcessError when pandoc refuses the style.
    """
    if not items:
        return []
    numbered = [item | {"id": f"n{number}"} for number, item in enumerate(items)]
    with tempfile.TemporaryDirectory() as folder:
        references, csl = Path(folder, "references.json"), Path(folder, "style.csl")
        references.write_text(json.dumps(numbered, ensure_ascii=False), encoding="utf-8")
        csl.write_bytes(style)
        command = [
            *(program(), *_OPTIONS),
            *(f"--bibliography={references.name}", f"--csl={csl.name}"),
            *("--metadata=link-bibliography=false", f"--metadata=lang={locale}"),
        ]
        # In the folder, by names of ASCII: pandoc reads paths in the locale's encoding.
        done = subprocess.run(
            command,
            cwd=folder,
            input=_EVERYTHING,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    # Not by fragments_fromstring: an entry without markup would be lost.
    root = html.fromstring(f"<div>{done.stdout}</div>")
    found = {entry.get("id"): _inner(entry) for entry in root.find_class("csl-entry")}
    return [found[f"ref-n{number}"] for number in range(len(items))]
