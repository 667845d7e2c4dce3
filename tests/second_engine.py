"""citeproc-js, the engine of Zotero: what it makes of works, to be compared with pandoc's."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import nodejs
from archive.citing import pandoc as engine
from archive.citing import styles
from archive.citing.cited import Cited
from archive.citing.rendering import for_engine
from archive.citing.styles import Style

LOCALES = ("en-US", "cs-CZ")


def locales() -> dict[str, str]:
    """Return the locales of CSL, which come with citeproc-py."""
    folder = files("citeproc") / "data" / "locales"
    return {code: (folder / f"locales-{code}.xml").read_text("utf-8") for code in LOCALES}


def render(style: bytes, locale: str, items: Sequence[dict[str, Any]]) -> list[str]:
    """Return each work in a style, as HTML, as if it were the only one."""
    nodejs.install()
    told = {"style": style.decode(), "locale": locale, "locales": locales(), "items": items}
    done = nodejs.run("citeproc.cjs", json.dumps(told).encode())
    return [str(text) for text in json.loads(done.stdout)]


def words(markup: str) -> str:
    """Return a citation as a reader hears it: no markup, all spaces alike."""
    text = html.unescape(re.sub(r"<[^>]*>", "", markup))
    return " ".join(unicodedata.normalize("NFC", text).split())


def _groups(works: Sequence[Cited]) -> dict[int, list[int]]:
    """Return the places of the works, by the number of authors after whom „et al.“ stands."""
    found: dict[int, list[int]] = {}
    for place, cited in enumerate(works):
        found.setdefault(len(cited.csl.get("author", [])) if cited.others else 0, []).append(place)
    return found


def citeproc_js(style: Style, works: Sequence[Cited]) -> list[str]:
    """Return each work as citeproc-js reads it to us, by the style as it was published."""
    told: dict[int, str] = {}
    for named, places in _groups(works).items():
        source = styles.alone(style, named) if named else styles.source(style)
        items = [for_engine(works[place], style) | {"id": f"n{place}"} for place in places]
        told |= dict(zip(places, render(source, style.locale, items), strict=True))
    return [words(told[place]) for place in range(len(works))]


def pandoc(style: Style, works: Sequence[Cited]) -> list[str]:
    """Return each work as pandoc reads it to us, all of them in one bibliography."""
    told: dict[int, str] = {}
    for named, places in _groups(works).items():
        items = [for_engine(works[place], style) for place in places]
        rendered = engine.render(styles.alone(style, named), style.locale, items)
        told |= dict(zip(places, rendered, strict=True))
    return [words(told[place]) for place in range(len(works))]


def lowered(text: str, kept: Sequence[str]) -> str:
    """Return a citation in which some words have no capital, which the engines disagree on."""
    pattern = rf"\b({'|'.join(kept)})\b"
    return re.sub(pattern, lambda match: match[0].lower(), text, flags=re.IGNORECASE)


def episode(own: str) -> str:
    """Return the citation of an episode's own page in the words of the styles.

    Three things differ on purpose. A stand-in is so called in the title, where ISO 690 has no
    other place for it. The page translates the name of the podcast too, which CSL cannot. And
    where no host comes first, APA 7 (9.12) has the kind of work go with the title; apa.csl
    leaves it behind the date.
    """
    told = own.replace(": zástupná nahrávka", "")
    told = re.sub(r"(In Aby nebe nespadlo) \[[^\]]*\]", r"\1", told)
    return words(
        re.sub(r"^([^(]*(?:\(No\. \d+\))?) (\[Audio[^\]]*\])\. (\([^)]*\))\.", r"\1. \3. \2.", told)
    )
