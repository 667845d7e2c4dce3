"""The toy archive's feeds, parsed: what the tests of their tags share."""

from __future__ import annotations

import dataclasses
from typing import Any

from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss
from archive.podcast.namespace import ATOM, ITUNES, PODCAST, PSC
from archive.schema import LANGUAGES, Episode
from archive.schema.records import Entry
from archive.telling.archive import tell

NS = {"itunes": ITUNES, "podcast": PODCAST, "psc": PSC, "atom": ATOM}
Both = tuple[Library, Site]


def channel(both: Both, language: str = "cs") -> Any:
    """Return the parsed ``<channel>`` of an edition."""
    return etree.fromstring(rss.write(tell(*both)[language]))[0]


def pairs(both: Both, language: str) -> list[tuple[Entry[Episode], Any]]:
    """Return each episode with its item."""
    items = {item.findtext("guid"): item for item in channel(both, language).findall("item")}
    return [(e, items[e.edition(language).record.guid]) for e in both[0].episodes()]


def told(parent: Any, tag: str, *names: str) -> list[tuple[str | None, ...]]:
    """Return the text and the named attributes of every such element."""
    found = parent.findall(tag, NS)
    return [(e.text, *(e.get(name) for name in names)) for e in found]


def changed(both: Both, identifier: str, *languages: str, **fields: Any) -> Both:
    """Return the toy archive with other values in one episode, in these languages or all."""
    library, site = both
    entry = library.of("podcast")[identifier]
    editions = dict(entry.editions)
    for code in languages or LANGUAGES:
        record = editions[code].record.model_copy(update=fields)
        editions[code] = dataclasses.replace(editions[code], record=record)
    podcast = library.of("podcast") | {identifier: dataclasses.replace(entry, editions=editions)}
    return dataclasses.replace(library, entries=library.entries | {"podcast": podcast}), site
