"""Transcripts as plain HTML files, for apps and readers that cannot use the timed ones.

Form: "HTML" in the podcast namespace's transcripts.md: ``<cite>`` who speaks, ``<time>``
from when, ``<p>`` what is said; in the paragraphs of the episode's page.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from archive.language.typography import plain
from archive.podcast.texts import item_title
from archive.telling.archive import Archive
from archive.telling.parts import Item, Paragraph
from archive.telling.recording import paragraphs

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{address}">
</head>
<body>
<header>
<h1>{title}</h1>
<a href="{address}">{link}</a>
</header>
<main>
{text}
</main>
</body>
</html>
"""


def _period(at: str) -> str:
    """Return a time such as 1:05 as HTML wants it told to machines: PT1M5S."""
    parts = zip(reversed(at.split(":")), "SMH", strict=False)
    return "PT" + "".join(reversed([f"{int(number)}{unit}" for number, unit in parts]))


def _stretches(parts: Iterable[Paragraph]) -> Iterator[str]:
    for part in parts:
        if part.speaker:
            yield f"<cite>{html.escape(part.speaker, quote=False)}:</cite>"
        yield f'<time datetime="{_period(part.at)}">{part.at}</time>'
        text = plain(" ".join(cue.text for cue in part.cues))
        yield f"<p>{html.escape(text, quote=False)}</p>"


def write(archive: Archive, item: Item) -> bytes:
    """Return a transcript as an HTML file in its language, that of the archive."""
    words, language = archive.words, archive.language
    starts = [chapter.start for chapter in item.heard.chapters]
    parts = paragraphs(item.heard.transcripts[language], starts, set())
    page = _PAGE.format(
        language=language,
        title=html.escape(f"{item_title(archive, item)} – {words['transcript']}"),
        description=html.escape(item.description),
        address=html.escape(archive.site.absolute(item.address(language))),
        link=html.escape(words["feed_link"]),
        text="\n".join(_stretches(parts)),
    )
    return page.encode()
