"""What the pages of an episode and of the show have beyond those of other items."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from archive.citing import episode_styles
from archive.citing.episode_styles import Citation, Work
from archive.content import title_languages
from archive.language.numbers import clock
from archive.podcast import embed, subscription
from archive.schema import DEFAULT_LANGUAGE, Episode, Show, paths
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Fact, Item, Value


@dataclass(frozen=True)
class Quoted:
    """The citations as HTML with gaps; ``language`` is theirs where it is not the page's."""

    reference: str
    moment: str
    language: str


def _hosts(archive: Archive, item: Item) -> tuple[tuple[str, str], ...]:
    """Return the hosts as (surname, given name): the episode's, or else the show's."""
    for one in (item, archive.show):
        people = one.agents.get("people", ()) if one else ()
        if hosts := [agent for agent in people if agent.role == "host" and agent.person]:
            return tuple(
                (host.surname, host.original_name.replace(host.surname, "").strip())
                for host in hosts
            )
    return ()


def _publisher(archive: Archive) -> str:
    """Return the publisher without the earlier name that its label adds in brackets."""
    publishers = archive.show.agents.get("publishers", ()) if archive.show else ()
    if not publishers or not publishers[0].organisation:
        return archive.site.owner_name
    return publishers[0].name


def _title(item: Item | None, language: str) -> str:
    """Return the title of an item in a language, or in that of the original."""
    return (item.titles.get(language) or item.titles[DEFAULT_LANGUAGE]).text if item else ""


def citation(archive: Archive, item: Item) -> Citation:
    """Return the citations of an episode in the style of the page's language."""
    record, show, language = item.record_of(Episode), archive.show, archive.language
    standin = record.recording == "stand-in"
    work = Work(
        hosts=() if standin else _hosts(archive, item),
        title=_title(item, DEFAULT_LANGUAGE),
        translation=_title(item, language),
        show=_title(show, DEFAULT_LANGUAGE),
        show_translation=_title(show, language),
        publisher=archive.words["site_name"] if standin else _publisher(archive),
        date=record.date,
        released=record.published.date(),
        number=record.number if record.number_confirmed else None,
        standin=standin,
        address=archive.site.absolute(item.page),
    )
    return episode_styles.cite(work, language)


def _quoted(archive: Archive, item: Item) -> Quoted:
    """Return the citations with their gaps, which a script fills, and foreign titles marked."""
    told, words = citation(archive, item), archive.words
    titles = {one["site_name"]: code for code, one in archive.site.strings.items()}
    for one in (item, archive.show):
        titles |= one.title_languages if one else {}

    def html(text: str) -> str:
        text = title_languages.mark(escape(text, quote=False), titles, told.language)
        for gap, word in (("cited", words["cite_date"]), ("time", "0:00")):
            text = text.replace(f"{{{gap}}}", f'<span data-gap="{gap}">{word}</span>')
        return text

    foreign_style = "" if told.language == archive.language else told.language
    return Quoted(html(told.reference), html(told.moment), foreign_style)


def of_episode(archives: Archives, item: Item) -> dict[str, Any]:
    """Return an episode's further values: citations, how to subscribe, how to embed."""
    archive = archives[item.language]
    corrections = item.values.get("corrections", ())
    return {
        "show": archive.show.title if archive.show else "",
        "subscription": subscription.view(archives, archive.language),
        "citation": _quoted(archive, item),
        "corrections": [Fact(one.note, [Value(one.text)]) for one in corrections],
        "oembed": archive.site.absolute(paths.oembed(item.id, item.written)),
        "embed": embed.code(archive, item),
    }


def of_show(archives: Archives, item: Item) -> dict[str, Any]:
    """Return the show's further values: how many episodes, how long together."""
    archive = archives[item.language]
    sounds = [episode.sound for episode in archive.episodes() if episode.sound]
    seconds = sum(sound.recording.duration for sound in sounds)
    told = f"{len(sounds)} {archive.plural('count_podcast', len(sounds))}"
    return {
        "subtitle": item.record_of(Show).subtitle,
        "subscription": subscription.view(archives, archive.language),
        "count": archive.words["show_length"].format(episodes=told, length=clock(seconds)),
        "standins": any(sound.is_standin for sound in sounds),
    }


def further(archives: Archives, item: Item) -> dict[str, Any]:
    """Return what the page of an episode or of the show has beyond those of other items."""
    if item.kind != "podcast":
        return {}
    return of_show(archives, item) if item.is_show else of_episode(archives, item)
