"""Chapters as JSON for podcast apps, and their times as feeds give them.

Formats: "JSON Chapters 1.2" of the podcast namespace, Podlove simple chapters 1.2.
"""

from __future__ import annotations

import json
from typing import Any

from archive.content.chapters import seconds
from archive.telling.archive import Archive
from archive.telling.parts import Item


def normal_play_time(value: float) -> str:
    """Return a time in seconds as Normal Play Time (RFC 2326, 3.6): 00:01:02.500."""
    milliseconds = round(value * 1000)
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{rest:03}"


def write(archive: Archive, item: Item) -> bytes:
    """Return an episode's chapters as JSON."""
    content: dict[str, Any] = {"version": "1.2.0", "title": item.title}
    if archive.show:
        content["podcastName"] = archive.show.title
    content["fileName"] = item.heard.recording.name
    content["chapters"] = [
        {"startTime": seconds(chapter.start), "title": chapter.title}
        for chapter in item.heard.chapters
    ]
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
