"""The podcast feeds, one for each language edition; the only importer of feedgen.

Rules: Apple's requirements, PSP-1, the podcast namespace (see ``podcast_namespace``).
The same content gives the same bytes: the feed's date is that of its newest item.
"""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from archive.library import COVER, Library
from archive.model import DEFAULT_LANGUAGE, LANGUAGES, Credit, Episode, Show
from archive.podcast_namespace import (
    ArchiveEntryExtension,
    ArchiveExtension,
    ChannelTags,
    ItemTags,
    PersonTag,
    TranscriptTag,
)
from archive.problems import ContentError, Problem, Text
from archive.records import Entry
from archive.site import Site
from archive.text import plain
from archive.transcripts import file_name
from archive.views import Teller

# Apple and PSP-1 count bytes, and a Czech letter with a mark is two of them.
DESCRIPTION_LIMIT = 4000

# Our roles in the words of the podcast taxonomy: (role, group).
_TAXONOMY = {
    "host": ("host", "cast"),
    "guest": ("guest", "cast"),
    "performer": ("voice actor", "cast"),
    "sound": ("audio engineer", "audio production"),
    "concept": ("creative director", "creative direction"),
    "photographer": ("cover art designer", "visuals"),
    "illustrator": ("cover art designer", "visuals"),
}


def path(language: str) -> str:
    """Return the path of a language edition's feed below the site."""
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return f"{prefix}podcast/feed.xml"


def published_episodes(library: Library, site: Site, language: str) -> list[Entry[Episode]]:
    """Return the episodes that belong in a feed, newest first.

    Left out: episodes that lack the language, and stand-ins where the settings say so.
    """
    episodes = [
        entry
        for entry in library.episodes()
        if language in entry.editions and (site.standins or entry.record.recording == "original")
    ]
    return sorted(episodes, key=lambda entry: (entry.record.published, entry.id), reverse=True)


def _person(library: Library, site: Site, credit: Credit, language: str) -> PersonTag | None:
    if not credit.person or credit.role not in _TAXONOMY:
        return None
    person = library.of("people")[credit.person]
    role, group = _TAXONOMY[credit.role]
    name = credit.printed or person.edition(language).record.title
    return PersonTag(name, role, group, site.absolute(person.address(language)))


def _people(
    library: Library, site: Site, credits: list[Credit], language: str
) -> tuple[PersonTag, ...]:
    found = (_person(library, site, credit, language) for credit in credits)
    return tuple(person for person in found if person)


def show_notes(library: Library, site: Site, entry: Entry[Episode], language: str) -> str:
    """Return an item's show notes: HTML of the few elements that every app shows."""
    teller = Teller(library, site, language)
    words, record = teller.words, entry.edition(language).record
    parts = []
    if record.recording == "stand-in":
        parts.append(f"<p>{words['feed_standin']}</p>")
    parts.append(f"<p>{html.escape(plain(record.description), quote=False)}</p>")
    names = []
    for credit in record.people:
        value = teller.credit(credit, record.people_notes)
        names.append(f"{value.text} ({value.note})" if value.note else value.text)
    people = html.escape(plain(", ".join(names)), quote=False)
    parts.append(f"<p>{words['feed_people']}: {people}.</p>")
    parts.append(f"<p>{html.escape(words['feed_language'], quote=False)}</p>")
    address = html.escape(site.absolute(entry.address(language)))
    parts.append(f'<p><a href="{address}">{words["feed_link"]}</a></p>')
    return "\n".join(parts)


def item_title(site: Site, entry: Entry[Episode], language: str) -> str:
    """Return an item's title; it says what the listener will hear."""
    words, record = site.strings[language], entry.edition(language).record
    standin = record.recording == "stand-in"
    return words["feed_standin_title" if standin else "feed_title_suffix"].format(
        title=record.title
    )


def _transcripts(
    library: Library, site: Site, entry: Entry[Episode], language: str
) -> tuple[TranscriptTag, ...]:
    tags = []
    for code in sorted(library.transcripts.get(entry.id, {}), key=lambda c: c != language):
        prefix = "" if code == DEFAULT_LANGUAGE else f"{code}/"
        name = file_name(code).replace(f".{code}.", ".")
        url = site.absolute(f"{prefix}podcast/{entry.id}/{name}")
        tags.append(TranscriptTag(url, "text/vtt", code, "captions"))
    return tuple(tags)


def _add_item(
    feed: Any, library: Library, site: Site, entry: Entry[Episode], language: str
) -> None:
    record = entry.edition(language).record
    sound = library.recordings[entry.id]
    item = feed.add_entry(order="append")
    item.title(item_title(site, entry, language))
    item.guid(record.guid, permalink=False)
    item.link(href=site.absolute(entry.address(language)))
    item.content(show_notes(library, site, entry, language), type="CDATA")
    item.enclosure(site.absolute(f"podcast/{entry.id}/{sound.name}"), str(sound.size), sound.type)
    item.published(record.published.astimezone(dt.UTC))
    item.archive.tags = ItemTags(
        explicit=record.explicit,
        duration=max(round(sound.duration), 1),
        season=record.season,
        episode=record.number,
        image=site.absolute(f"podcast/{entry.id}/{COVER}"),
        people=_people(library, site, record.people, language),
        transcripts=_transcripts(library, site, entry, language),
    )


def _channel(feed: Any, library: Library, site: Site, show: Entry[Show], language: str) -> None:
    record, words = show.edition(language).record, site.strings[language]
    self_link = site.absolute(path(language))
    # feedgen makes the last link the channel's own, so the feed's address comes first.
    feed.link(href=self_link, rel="self", type="application/rss+xml")
    feed.link(href=site.absolute(show.address(language)))
    feed.title(record.title)
    feed.description(f"{plain(record.description)} {words['feed_show_language']}")
    feed.language(language)
    feed.copyright(f"CC BY 4.0 {site.owner_name}")
    feed.generator("")
    others = [code for code in LANGUAGES if code != language and code in show.editions]
    feed.archive.tags = ChannelTags(
        guid=record.guid,
        owner_email=site.owner_email,
        explicit=record.explicit,
        type="serial" if record.serial else "episodic",
        image=site.absolute(f"podcast/{record.artwork}"),
        category=record.category,
        subcategory=record.subcategory,
        self_link=self_link,
        alternates=tuple(
            (code, site.absolute(path(code)), show.edition(code).record.title) for code in others
        ),
        people=_people(library, site, record.people, language),
    )


def _itunes(feed: Any, site: Site) -> None:
    feed.load_extension("podcast")
    feed.podcast.itunes_author(site.owner_name)
    feed.podcast.itunes_owner(name=site.owner_name, email=site.owner_email)


def _placeholders(site: Site) -> list[Problem]:
    """Return the settings that still stand on example.org while a feed goes out in earnest."""
    problems = []
    for name, value in (("OWNER_EMAIL", site.owner_email), ("SITE_URL", site.address)):
        if "example.org" in value:
            expected = Text(
                f"skutečná hodnota {name} v nastavení nasazení (viz README.cs.md)",
                f"a real value of {name} in the settings of the deployment (see README.md)",
            )
            problems.append(Problem("mkdocs.yml", 0, name, value, expected))
    return problems


def limits(library: Library, site: Site, language: str) -> list[Problem]:
    """Return where a feed would break the limits that apps set in bytes.

    A feed that goes to subscribers, which is one without stand-ins, also must not name
    an owner or an address that only stands for one.
    """
    episodes = published_episodes(library, site, language)
    problems = _placeholders(site) if episodes and not site.standins else []
    expected = Text(
        f"nejvýše {DESCRIPTION_LIMIT} bajtů i s HTML (písmeno s háčkem jsou dva)",
        f"at most {DESCRIPTION_LIMIT} bytes with the HTML (an accented letter is two)",
    )
    for entry in episodes:
        size = len(show_notes(library, site, entry, language).encode())
        if size > DESCRIPTION_LIMIT:
            edition = entry.edition(language)
            line = edition.line("description")
            problems.append(Problem(edition.path, line, "description", f"{size} B", expected))
    return problems


def write(library: Library, site: Site, language: str) -> bytes:
    """Return the feed of a language edition as RSS 2.0.

    Raises ContentError when an app would refuse it.
    """
    if problems := limits(library, site, language):
        raise ContentError(problems)
    show = library.show
    assert show is not None  # the content has been checked
    feed = FeedGenerator()
    _itunes(feed, site)
    feed.register_extension("archive", ArchiveExtension, ArchiveEntryExtension, atom=False)
    _channel(feed, library, site, show, language)
    episodes = published_episodes(library, site, language)
    for entry in episodes:
        _add_item(feed, library, site, entry, language)
    newest = [entry.record.published for entry in episodes[:1]]
    feed.lastBuildDate(newest[0].astimezone(dt.UTC) if newest else None)
    root = etree.fromstring(feed.rss_str())
    _tidy(root)
    # PSP-1: the three namespaces on <rss>, and no other that is not used.
    etree.cleanup_namespaces(root, keep_ns_prefixes=["itunes", "podcast", "atom"])
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _tidy(root: Any) -> None:
    """Mend what feedgen cannot be told.

    It dates a feed without items with the clock, writes ``<docs>``, and puts show
    notes with a CDATA section into ``content:encoded``, which PSP-1 advises against.
    """
    channel = root[0]
    if channel.find("item") is None:
        for name in ("lastBuildDate", "pubDate"):
            for element in channel.findall(name):
                channel.remove(element)
    for name in ("docs", "generator"):
        for element in channel.findall(name):
            channel.remove(element)
    for item in channel.findall("item"):
        description = item.find("description")
        if description is not None:
            description.text = etree.CDATA(description.text)
