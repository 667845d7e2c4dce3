# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.60.1", "brotli==1.1.0", "fontpkg-literata==3.103"]
# ///
"""Cut the pages' fonts from Literata: what Czech and English need in one small file.

Needed again only for letters that the files lack; the environment is uv's own, thrown
away after. Example: .venv/bin/uv run --script scripts/artwork/fonts.py
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

if TYPE_CHECKING:
    from fontTools.ttLib import Lookup, Subtable

TARGET = Path(__file__).parent.parent.parent / "docs" / "assets" / "fonts"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
CZECH = "áčďéěíňóřšťúůýž"
# The neighbours' letters, in the names of people and places.
NEIGHBOURS = "äöüľĺŕô"
# No-break and thin space, no-break hyphen, word joiner, dashes, quotation marks, ellipsis, signs.
SIGNS = "\u00a0\u00a7\u00b0\u00b7\u00d7\u2009\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e"
SIGNS += "\u2026\u2060"
CORE = ASCII + CZECH + CZECH.upper() + NEIGHBOURS + NEIGHBOURS.upper() + "ß" + SIGNS
# Every further letter of the languages of Europe that write in Latin letters, and their signs.
REST = "".join(chr(code) for code in (*range(0xA1, 0x180), 0x20AC, 0x2212) if chr(code) not in CORE)
# Name of the file, italic, weights, letters. Bold italics are rare: the browser slants no font
# of ours, and thickens this one.
FILES = (
    ("literata-core-normal", "Literata[opsz,wght].ttf", (400, 700), CORE),
    ("literata-core-italic", "Literata-Italic[opsz,wght].ttf", 400, CORE),
    ("literata-rest-normal", "Literata[opsz,wght].ttf", (400, 700), REST),
)


def _cut(name: str, weight: float | tuple[float, float]) -> TTFont:
    """Return the font at the optical size of 14 points, in some weights."""
    source = files("fontpkg_literata") / "files" / name
    font = instancer.instantiateVariableFont(TTFont(str(source)), {"opsz": 14, "wght": weight})
    held = io.BytesIO()
    font.save(held)
    font = TTFont(held, lazy=False)
    if "gvar" in font:
        font["gvar"].variations = {".notdef": [], **font["gvar"].variations}
    return font


def _tables(lookup: Lookup) -> Iterator[Subtable]:
    """Yield the tables of a lookup, also where each only leads to another."""
    yield from (getattr(found, "ExtSubTable", found) for found in lookup.SubTable)


def _settle_kerning(font: TTFont) -> None:
    """Kern every weight as the regular one: 3 kB less, at most 2 units in 1000 of difference."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in _tables(lookup):
            if table.LookupType != 2:
                continue
            rows = table.PairSet if table.Format == 1 else table.Class1Record
            for row in rows:
                for pair in row.PairValueRecord if table.Format == 1 else row.Class2Record:
                    for value in filter(None, (pair.Value1, pair.Value2)):
                        value.__dict__.pop("XAdvDevice", None)
            table.ValueFormat1 &= 0x0F
            table.ValueFormat2 &= 0x0F


def _keep_ligatures(font: TTFont) -> None:
    """Leave of the ligatures fi and fl, the two that Czech and English meet daily."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in _tables(lookup):
            if table.LookupType == 4:
                kept = [
                    one for one in table.ligatures.get("f", []) if one.Component in (["i"], ["l"])
                ]
                table.ligatures = {"f": kept} if kept else {}


def make(name: str, weight: float | tuple[float, float], letters: str) -> bytes:
    """Return a WOFF2 file of some letters; the same input gives the same bytes."""
    font = _cut(name, weight)
    _settle_kerning(font)
    _keep_ligatures(font)
    options = subset.Options()
    # Words in italics are few: they do without kerning.
    options.layout_features = ["liga"] if "Italic" in name else ["kern", "liga"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["vhea", "vmtx", "VVAR", "STAT", "MVAR", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor, font.recalcTimestamp = "woff2", False
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def ranges(letters: str) -> str:
    """Return letters as the value of ``unicode-range``."""
    codes = sorted(map(ord, set(letters)))
    first = [code for code in codes if code - 1 not in codes]
    last = [code for code in codes if code + 1 not in codes]
    pairs = zip(first, last, strict=True)
    return ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in pairs)


def main() -> int:
    """Write the files; tell their sizes, and the ranges for the stylesheet."""
    for name, source, weight, letters in FILES:
        data = make(source, weight, letters)
        (TARGET / f"{name}.woff2").write_bytes(data)
        print(f"{name}  {len(letters)} letters  {len(data) / 1000:.1f} kB")
    print(ranges(CORE), ranges(REST), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
