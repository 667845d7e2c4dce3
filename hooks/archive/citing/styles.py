"""The citation styles that a page offers, and how one is made to render works one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

_FOLDER = Path(__file__).parent / "styles"
_CSL = "{http://purl.org/net/xbiblio/csl}"


@dataclass(frozen=True)
class Style:
    """A style: the name of its file, what readers call it, the language it speaks.

    ``issuer_first``: where nobody is named as the author, whoever issued the work stands there
    (APA 7, 9.11; CMOS 18, 13.86). ``issuer_once``: and is not named again (APA 7, 9.29).
    """

    id: str
    label: str
    language: str
    locale: str
    issuer_first: bool = False
    issuer_once: bool = False


ISO690 = Style("iso690-cs", "ČSN ISO 690:2022", "cs", "cs-CZ")
APA = Style("apa", "APA 7", "en", "en-US", issuer_first=True, issuer_once=True)
CHICAGO = Style("chicago-author-date", "Chicago 18", "en", "en-US", issuer_first=True)
STYLES = (ISO690, APA, CHICAGO)


def in_order(page: str) -> tuple[Style, ...]:
    """Return the styles in the order in which readers of a language look for them."""
    return tuple(sorted(STYLES, key=lambda style: style.language != page))


def source(style: Style) -> bytes:
    """Return the style's CSL file as it was published (ISO 690: as we adapted it)."""
    return (_FOLDER / f"{style.id}.csl").read_bytes()


@cache
def alone(style: Style, named: int = 0) -> bytes:
    """Return the style for works that stand alone, though many are rendered at once.

    Without this, works of one year and author would become 2005a and 2005b. ``named``
    authors, if given, are followed by „et al.“: the data then has one more than is shown.
    """
    root = etree.fromstring(source(style))
    for name in ("citation", "bibliography"):
        part = root.find(f"{_CSL}{name}")
        assert part is not None  # every style has both
        for attribute in [key for key in part.attrib if str(key).startswith("disambiguate")]:
            del part.attrib[attribute]
        for sort in part.findall(f"{_CSL}sort"):
            part.remove(sort)
    if named:
        for part in root.iter(f"{_CSL}bibliography"):
            part.set("et-al-min", str(named + 1))
            part.set("et-al-use-first", str(named))
            if "et-al-use-last" in part.attrib:
                del part.attrib["et-al-use-last"]
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
