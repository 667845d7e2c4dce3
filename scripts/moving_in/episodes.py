"""From an item of a feed to the fields and the text of a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from archive.content import front_matter_writing
from archive.recording.audio import Recording
from archive.schema import Episode
from moving_in.feed import FeedChannel, FeedItem, FeedMark
from moving_in.notes import markdown, plain_text

# What the model demands and a feed does not tell.
WANTED = ("published", "place", "cover_text", "sources")
SHORTEST, LONGEST = 40, 600
_SENTENCE = re.compile(r"(?<=[.!?…])[\s\u00a0]+(?=[^\s\d])")
# How far chapters of the feed and of the file may part and still be the same, in seconds.
_SAME = 1.0


@dataclass(frozen=True)
class Extras:
    """What an item has besides its fields once everything is fetched."""

    people: list[dict[str, str]]
    marks: tuple[FeedMark, ...]
    place: str
    number: int
    number_told: bool
    source: str
    own_cover: bool
    recording: Recording | None = None


def summary(item: FeedItem, show: str) -> str:
    """Return a description of 40 to 600 characters: whole sentences from the feed's own text."""
    text = item.summary
    if len(text) < SHORTEST or text.endswith(("…", "...", "[…]", "[...]")):
        text = plain_text(item.notes)
    if len(text) < SHORTEST:
        told = text or f"{item.title}. V původním kanálu byl bez popisu."
        text = f"Díl podcastu „{show}“, převzatý z původního kanálu: {told}"
    if len(text) <= LONGEST:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        if len(kept) + len(sentence) >= LONGEST:
            break
        kept = f"{kept} {sentence}".strip()
    if len(kept) >= SHORTEST:
        return kept
    return f"{text[: LONGEST - 1].rpartition(' ')[0] or text[: LONGEST - 1]}…"


def chapters(item: FeedItem, extras: Extras) -> list[dict[str, Any]]:
    """Return the chapters that the record must state: none when the recording has its own."""
    if extras.recording and extras.recording.chapters:
        return []
    marks = [m for m in extras.marks if not extras.recording or m.start < extras.recording.duration]
    return [{"start": mark.start, "title": mark.title} for mark in marks]


def chapters_agree(extras: Extras) -> bool:
    """Tell whether feed and recording have the same chapters, where both have some."""
    inside = extras.recording.chapters if extras.recording else ()
    if not inside or not extras.marks:
        return True
    pairs = zip(inside, extras.marks, strict=False)
    close = all(abs(left.start - right.start) <= _SAME for left, right in pairs)
    return close and len(inside) == len(extras.marks)


def fields(item: FeedItem, channel: FeedChannel, extras: Extras) -> dict[str, Any]:
    """Return the fields of a record; what nobody knows is not among them."""
    cover = f"Obálka dílu „{item.title}“." if extras.own_cover else ""
    language = channel.language or "cs"
    sources = [item.link] if item.link else []
    return {
        "title": item.title,
        "title_variants": [item.title_variant] if item.title_variant else [],
        "description": summary(item, channel.title),
        "number": extras.number,
        "number_confirmed": None if extras.number_told else False,
        "season": item.season if (item.season or 1) > 1 else None,
        "episode_type": item.episode_type if item.episode_type != "full" else None,
        "guid": item.guid,
        "published": item.published.isoformat() if item.published else None,
        "audio": None if extras.recording else item.enclosure.url,
        "explicit": True if item.explicit else None,
        "cover_text": cover or f"Obálka podcastu „{channel.title}“.",
        "place": extras.place,
        "people": extras.people,
        "date": item.published.date().isoformat() if item.published else None,
        "language": language,
        "chapters": chapters(item, extras),
        "soundbites": [
            {"start": start, "duration": length} | ({"title": title} if title else {})
            for start, length, title in item.soundbites
        ],
        "license": item.license or channel.license or None,
        "license_url": item.license_url or channel.license_url or None,
        "confidence": "medium",
        "sources": list(dict.fromkeys([*sources, *([extras.source] if extras.source else [])])),
    }


def record(item: FeedItem, channel: FeedChannel, extras: Extras) -> str:
    """Return the Czech record of an item: its fields, its show notes as Markdown."""
    body = markdown(item.notes, item.link or channel.link)
    return front_matter_writing.record(fields(item, channel, extras), body, Episode, WANTED)
