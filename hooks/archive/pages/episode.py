"""What the pages of an episode and of the show have beyond those of other items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from archive.citing import episode_styles
from archive.citing.episode_styles import Citation, Work
from archive.content import title_languages
from archive.language.typography import plain
from archive.podcast import embed, subscription
from archive.schema import Episode, paths
from archive.schema.records import Entry
from archive.telling.archive import Archives, tell
from archive.telling.parts import Fact, Value
from archive.telling.recording import clock
from archive.telling.teller import Teller

_bridge: list[Any] = []


def archives_of(teller: Teller) -> Archives:
    """Return the archives of a teller: a bridge until pages are written from archives."""
    library, site = teller.library, teller.site
    if not _bridge or _bridge[0] is not library or _bridge[1] is not site:
        _bridge[:] = [library, site, tell(library, site)]
    archives: Archives = _bridge[2]
    return archives


@dataclass(frozen=True)
class Quoted:
    """The citations as HTML with gaps; ``language`` is theirs where it is not the page's."""

    reference: str
    moment: str
    language: str


def _hosts(teller: Teller, entry: Entry[Episode]) -> tuple[tuple[str, str], ...]:
    """Return the hosts as (surname, given name): the episode's, or else the show's."""
    show = teller.library.show
    people = teller.library.of("people")
    for record in (entry.record, show.record if show else None):
        credited = [c for c in (record.people if record else []) if c.role == "host" and c.person]
        if credited:
            names = [people[str(credit.person)].record for credit in credited]
            return tuple((n.surname, n.title.replace(n.surname, "").strip()) for n in names)
    return ()


def _publisher(teller: Teller) -> str:
    """Return the publisher without the earlier name that its label adds in brackets."""
    show = teller.library.show
    publishers = [c.organisation for c in show.record.publishers] if show else []
    if not publishers or not publishers[0]:
        return teller.site.owner_name
    return re.sub(r"\s*\([^)]*\)$", "", plain(teller.term("organisations", publishers[0])))


def citation(teller: Teller, entry: Entry[Episode]) -> Citation:
    """Return the citations of an episode in the style of the page's language."""
    record, show = entry.record, teller.library.show
    standin = record.recording == "stand-in"
    translated = entry.edition(teller.language).record
    work = Work(
        hosts=() if standin else _hosts(teller, entry),
        title=record.title,
        translation=translated.title,
        show=show.record.title if show else "",
        show_translation=show.edition(teller.language).record.title if show else "",
        publisher=teller.words["site_name"] if standin else _publisher(teller),
        date=record.date,
        released=record.published.date(),
        number=record.number if record.number_confirmed else None,
        standin=standin,
        address=teller.site.absolute(entry.address(entry.edition(teller.language).language)),
    )
    return episode_styles.cite(work, teller.language)


def _quoted(teller: Teller, entry: Entry[Episode]) -> Quoted:
    """Return the citations with their gaps, which a script fills, and foreign titles marked."""
    show, told = teller.library.show, citation(teller, entry)
    names = {words["site_name"]: code for code, words in teller.site.strings.items()}
    titles = names | title_languages.titles([entry, *([show] if show else [])])

    def html(text: str) -> str:
        text = title_languages.mark(escape(text, quote=False), titles, told.language)
        for gap, word in (("cited", teller.words["cite_date"]), ("time", "0:00")):
            text = text.replace(f"{{{gap}}}", f'<span data-gap="{gap}">{word}</span>')
        return text

    foreign_style = "" if told.language == teller.language else told.language
    return Quoted(html(told.reference), html(told.moment), foreign_style)


def of_episode(teller: Teller, entry: Entry[Episode]) -> dict[str, Any]:
    """Return an episode's further values: citations, how to subscribe, how to embed."""
    edition, show = entry.edition(teller.language), teller.library.show
    archive = archives_of(teller)[teller.language]
    corrections = [
        Fact(teller.date(correction.date), [Value(correction.note)])
        for correction in edition.record.corrections
    ]
    return {
        "show": show.edition(teller.language).record.title if show else "",
        "subscription": subscription.view(archives_of(teller), teller.language),
        "citation": _quoted(teller, entry),
        "corrections": corrections,
        "oembed": teller.site.absolute(paths.oembed(entry.id, edition.language)),
        "embed": embed.code(archive, archive.items[entry.reference]),
    }


def of_show(teller: Teller, entry: Entry[Any]) -> dict[str, Any]:
    """Return the show's further values: how many episodes, how long together."""
    sounds = teller.library.recordings
    episodes = [e for e in teller.library.episodes() if e.id in sounds and not e.record.withdrawn]
    number, seconds = len(episodes), sum(sounds[e.id].duration for e in episodes)
    told = f"{number} {teller.plural('count_podcast', number)}"
    return {
        "subtitle": entry.edition(teller.language).record.subtitle,
        "subscription": subscription.view(archives_of(teller), teller.language),
        "count": teller.words["show_length"].format(episodes=told, length=clock(seconds)),
        "standins": any(e.record.recording == "stand-in" for e in episodes),
    }
