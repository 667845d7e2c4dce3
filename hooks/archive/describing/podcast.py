"""The podcast: the series, its episodes, their recordings and chapters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.content import chapters
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, node, put
from archive.describing.stubs import put_projects, stub
from archive.recording import audio
from archive.recording.transcripts import file_name
from archive.schema import paths
from archive.schema.records import Entry
from archive.telling.teller import cover_path

SERIES = {
    "projects": "",
    "artwork": "",
    "subtitle": "alternativeHeadline",
    # productionCompany is for episodes and seasons, not for a podcast as a whole.
    "production": "producer",
    "category": "",
}
EPISODE = {"projects": "", "audio": "", "season": ""}
BY_ROLE = {"author": "author", "translator": "translator", "production": "producer"}


def _duration(seconds: float) -> str:
    """Return a duration by ISO 8601, to the second."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    told = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes) + f"{whole % 60}S"
    return f"PT{told}"


def _captions(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield the transcripts, each beside the page of its language."""
    for code in graph.library.transcripts.get(entry.id, {}):
        name = file_name(code).replace(f".{code}.", ".")
        address = Graph(graph.library, graph.site, code).here(f"podcast/{entry.id}/{name}")
        yield node("MediaObject", contentUrl=address, encodingFormat="text/vtt", inLanguage=code)


def _sound(graph: Graph, entry: Entry[Any], sound: audio.Recording) -> Node:
    """Return the recording; a stand-in says that it is one."""
    record = entry.edition(graph.language).record
    is_standin = record.recording == "stand-in"
    address = record.audio or graph.site.absolute(f"podcast/{entry.id}/{sound.name}")
    return node(
        "AudioObject",
        graph.part(entry, "audio"),
        name=graph.words["feed_standin_title"].format(title=record.title)
        if is_standin
        else record.title,
        description=graph.words["standin_text"] if is_standin else "",
        creativeWorkStatus="stand-in" if is_standin else "",
        contentUrl=address,
        encodingFormat=sound.type,
        contentSize=f"{sound.size} B",
        bitrate=f"{round(sound.bitrate)} kbit/s",
        duration=_duration(sound.duration),
        sha256=sound.sha256,
        inLanguage=record.language,
        caption=list(_captions(graph, entry)),
    )


def _alternates(graph: Graph, entry: Entry[Any], language: str) -> Iterator[Node]:
    for other in graph.library.alternates.get(entry.id, ()):
        yield node(
            "AudioObject",
            contentUrl=graph.site.absolute(f"podcast/{entry.id}/{other.name}"),
            encodingFormat=other.type,
            contentSize=f"{other.size} B",
            duration=_duration(other.duration),
            inLanguage=language,
        )


def _clips(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield the chapters, each from its start to the next one's."""
    told = chapters.of(graph.library, entry, graph.language)
    sound = graph.library.recordings.get(entry.id)
    starts = [chapters.seconds(chapter.start) for chapter in told]
    # Offsets are whole or fractional seconds; the last chapter ends with the recording.
    after = [*starts[1:], chapters.seconds(sound.duration) if sound else None]
    for chapter, start, end in zip(told, starts, after, strict=bool(told)):
        yield node(
            "Clip",
            name=chapter.title,
            startOffset=start,
            endOffset=end,
            url=f"{graph.page(entry)}#t={start}",
        )


def _season(graph: Graph, record: Any) -> Node | None:
    show = graph.library.show
    if show is None or record.season not in show.record.seasons:
        return None
    name = show.edition(graph.language).record.seasons.get(record.season)
    return node("PodcastSeason", seasonNumber=record.season, name=name)


def describe_episode(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield an episode with its recording, chapters and transcripts."""
    record = entry.edition(graph.language).record
    described = node("PodcastEpisode", graph.thing(entry))
    put_fields(graph, described, entry, EPISODE, BY_ROLE)
    put_projects(graph, described, entry)
    sound = graph.library.recordings.get(entry.id)
    if sound:
        described["audio"] = _sound(graph, entry, sound)
        put(described, "associatedMedia", list(_alternates(graph, entry, record.language)))
    picture = graph.site.absolute(cover_path(entry))
    put(described, "image", node("ImageObject", contentUrl=picture, caption=record.cover_text))
    put(described, "hasPart", list(_clips(graph, entry)))
    put(described, "partOfSeries", stub(graph, graph.library.show) if graph.library.show else None)
    put(described, "partOfSeason", _season(graph, record))
    put(described, "url", graph.page(entry))
    put(described, "mainEntityOfPage", {"@id": graph.page(entry)})
    yield described


def describe_series(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield the series with the episodes that are still here."""
    record = entry.edition(graph.language).record
    described = node("PodcastSeries", graph.thing(entry))
    put_fields(graph, described, entry, SERIES, BY_ROLE)
    put_projects(graph, described, entry)
    put(described, "genre", [record.category, record.subcategory])
    picture = graph.site.absolute(f"podcast/{record.artwork}")
    put(described, "image", node("ImageObject", contentUrl=picture, caption=record.artwork_text))
    put(described, "webFeed", graph.site.absolute(paths.rss(graph.language)))
    episodes = [one for one in graph.library.episodes() if not one.record.withdrawn]
    put(described, "hasPart", [stub(graph, episode) for episode in episodes])
    put(described, "url", graph.page(entry))
    put(described, "mainEntityOfPage", {"@id": graph.page(entry)})
    yield described
