"""The podcast: the series, its episodes, their recordings and chapters."""

from __future__ import annotations

from collections.abc import Iterator

from archive.content import chapters
from archive.content.library import COVER
from archive.describing import terms
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, node, put
from archive.describing.short_forms import put_projects, short
from archive.recording.transcripts import file_name
from archive.schema import DEFAULT_LANGUAGE, Episode, Show, paths
from archive.telling.parts import Item, Sound

SERIES = {"artwork": ""}
EPISODE = {"audio": "", "season": "", "place": ""}
BY_ROLE = {"author": "author", "translator": "translator", "production": "producer"}


def _duration(seconds: float) -> str:
    """Return a duration by ISO 8601, to the second."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    told = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes) + f"{whole % 60}S"
    return f"PT{told}"


def _captions(graph: Graph, item: Item, sound: Sound) -> Iterator[Node]:
    """Yield the transcripts, each beside the page of its language."""
    for code in sound.transcripts:
        name = file_name(code).replace(f".{code}.", ".")
        address = graph.site.absolute(f"{paths.episode(item.id, code)}{name}")
        yield node("MediaObject", contentUrl=address, encodingFormat="text/vtt", inLanguage=code)


def _audio(graph: Graph, item: Item, sound: Sound) -> Node:
    """Return the recording; a stand-in says that it is one."""
    words, recording = graph.words, sound.recording
    standin = words["feed_standin_title"].format(title=item.title)
    return node(
        "AudioObject",
        graph.thing(item.card, "audio"),
        name=standin if sound.is_standin else item.title,
        description=words["standin_text"] if sound.is_standin else "",
        creativeWorkStatus="stand-in" if sound.is_standin else "",
        contentUrl=graph.absolute(sound.href),
        encodingFormat=recording.type,
        contentSize=f"{recording.size} B",
        bitrate=f"{round(recording.bitrate)} kbit/s",
        duration=_duration(recording.duration),
        sha256=recording.sha256,
        inLanguage=item.record_of(Episode).language,
        caption=list(_captions(graph, item, sound)),
    )


def _alternates(graph: Graph, item: Item, sound: Sound) -> Iterator[Node]:
    for other in sound.alternates:
        yield node(
            "AudioObject",
            contentUrl=graph.site.absolute(f"podcast/{item.id}/{other.name}"),
            encodingFormat=other.type,
            contentSize=f"{other.size} B",
            duration=_duration(other.duration),
            inLanguage=item.record_of(Episode).language,
        )


def _clips(graph: Graph, item: Item, sound: Sound) -> Iterator[Node]:
    """Yield the chapters, each from its start to the next one's."""
    starts = [chapters.seconds(chapter.start) for chapter in sound.chapters]
    # Offsets are whole or fractional seconds; the last chapter ends with the recording.
    ends = [*starts[1:], chapters.seconds(sound.recording.duration)]
    for chapter, start, end in zip(sound.chapters, starts, ends, strict=False):
        yield node(
            "Clip",
            name=chapter.title,
            startOffset=start,
            endOffset=end,
            url=f"{graph.page(item)}#t={start}",
        )


def _season(graph: Graph, item: Item, show: Item) -> Node | None:
    season = item.record_of(Episode).season
    if season not in graph.archives[DEFAULT_LANGUAGE].same(show).record_of(Show).seasons:
        return None
    return node("PodcastSeason", seasonNumber=season, name=show.record_of(Show).seasons.get(season))


def _put_pages(graph: Graph, described: Node, item: Item) -> None:
    put(described, "url", graph.page(item))
    put(described, "mainEntityOfPage", {"@id": graph.page(item)})


def _image(graph: Graph, item: Item, path: str) -> Node:
    address = graph.site.absolute(path)
    return node("ImageObject", contentUrl=address, caption=item.card.image_text)


def describe_episode(graph: Graph, item: Item) -> Iterator[Node]:
    """Yield an episode with its recording, chapters and transcripts."""
    described = node("PodcastEpisode", graph.thing(item.card))
    put_fields(graph, described, item, EPISODE, BY_ROLE)
    put(described, "contentLocation", terms.place(graph, item.place) if item.place else None)
    put_projects(graph, described, item)
    if sound := item.sound:
        described["audio"] = _audio(graph, item, sound)
        put(described, "associatedMedia", list(_alternates(graph, item, sound)))
        put(described, "hasPart", list(_clips(graph, item, sound)))
    put(described, "image", _image(graph, item, f"podcast/{item.id}/{COVER}"))
    if show := graph.archive.show:
        put(described, "partOfSeries", short(graph, show.card))
        put(described, "partOfSeason", _season(graph, item, show))
    _put_pages(graph, described, item)
    yield described


def describe_series(graph: Graph, show: Item) -> Iterator[Node]:
    """Yield the series with the episodes that are still here."""
    record = show.record_of(Show)
    described = node("PodcastSeries", graph.thing(show.card))
    put_fields(graph, described, show, SERIES, BY_ROLE)
    put_projects(graph, described, show)
    put(described, "image", _image(graph, show, f"podcast/{record.artwork}"))
    put(described, "webFeed", graph.site.absolute(paths.rss(graph.language)))
    episodes = graph.archive.episodes()
    put(described, "hasPart", [short(graph, episode.card) for episode in episodes])
    _put_pages(graph, described, show)
    yield described
