"""How long a feed of 10,000 episodes takes, against lxml writing the same documents."""

from __future__ import annotations

import dataclasses
import datetime as dt
import resource
import time
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import library
from archive.content import settings as site
from archive.content.library import Library
from archive.podcast import rss
from archive.telling.archive import tell

EPISODES = 10_000


def _grown(content: Library) -> Library:
    """Return the real archive with so many episodes, an hour apart, made of its first."""
    entry = content.episodes()[0]
    podcast: dict[str, Any] = {}
    for number in range(EPISODES):
        published = entry.record.published + dt.timedelta(hours=number)
        fields = {"number": number + 1, "published": published, "guid": f"guid-{number}"}
        editions = {
            code: dataclasses.replace(e, record=e.record.model_copy(update=fields))
            for code, e in entry.editions.items()
        }
        podcast[f"e{number}"] = dataclasses.replace(entry, id=f"e{number}", editions=editions)
    sounds = dict.fromkeys(podcast, content.recordings[entry.id])
    texts = dict.fromkeys(podcast, content.transcripts[entry.id])
    entries = content.entries | {"podcast": podcast}
    return dataclasses.replace(content, entries=entries, recordings=sounds, transcripts=texts)


def _again(element: _Element, parent: _Element | None) -> _Element:
    """Write an element and all below it once more, with lxml alone."""
    if parent is None:
        made = etree.Element(element.tag, dict(element.attrib), nsmap=element.nsmap)
    else:
        made = etree.SubElement(parent, element.tag, dict(element.attrib))
    made.text = element.text
    for child in element:
        _again(child, made)
    return made


def measure(root: Path) -> list[str]:
    """Return what was measured, a line each: the ratio first."""
    content = library.read(root)
    strings = site.load_strings(content.docs, root)
    settings = site.Site("https://a.test/", "A", "a@a.test", "", standins=True, strings=strings)
    archive = tell(_grown(content), settings)["cs"]
    start = time.process_time()
    pages = rss.write_pages(archive)
    ours = time.process_time() - start
    trees = [etree.fromstring(page) for page in pages.values()]
    start = time.process_time()
    for tree in trees:
        etree.tostring(_again(tree, None), xml_declaration=True, encoding="UTF-8")
    theirs = time.process_time() - start
    megabytes = sum(map(len, pages.values())) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return [
        f"feed of {EPISODES} episodes / lxml {ours / theirs:5.2f}  ({ours:.2f} s / {theirs:.2f} s)",
        f"its size {megabytes:.1f} MB in {len(pages)} pages; peak memory {peak:.0f} MB",
    ]
