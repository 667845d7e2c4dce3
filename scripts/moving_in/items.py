"""Read one item of a feed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from moving_in import mending, moments
from moving_in.elements import Node, markup_of, text_of
from moving_in.enclosures import enclosure_of
from moving_in.feed import FeedItem, FeedMark, FeedPerson, Remote
from moving_in.notes import plain_text

_YES, _NO = ("true", "yes", "explicit"), ("false", "no", "clean", "")
_NUMBER = re.compile(r"\d+")


def explicit_of(node: Node) -> bool | None:
    """Return itunes:explicit as Apple has it today; ``yes`` and ``clean`` are its old words."""
    told = node.text("itunes:explicit", "googleplay:explicit").lower()
    if told in ("yes", "no", "clean", "explicit"):
        value = "true" if told in _YES else "false"
        line = node.line_of("itunes:explicit")
        node.faults.mended(line, "explicit", told, f"dnes se píše {value}", f"today it is {value}")
    elif told not in (*_YES, *_NO):
        cs, en = "není to true ani false", "neither true nor false"
        node.faults.mended(node.line_of("itunes:explicit"), "explicit", told, cs, en)
    return None if told not in (*_YES, *_NO) or not told else told in _YES


def people_of(node: Node) -> tuple[FeedPerson, ...]:
    """Return everybody whom podcast:person names."""
    found = []
    for element in node.all("podcast:person"):
        name = mending.one_line(node.cleaned(element))[:128]
        href = node.address(element, "href", "podcast:person") if element.get("href") else ""
        if name:
            role, group = element.get("role", ""), element.get("group", "")
            found.append(FeedPerson(name, role.strip().lower(), group.strip().lower(), href))
    return tuple(dict.fromkeys(found))


def _published(node: Node, title: str) -> dt.datetime | None:
    names = ("pubDate", "published", "dc:date", "issued", "atom:published", "updated")
    name, told = next(((name, text) for name in names if (text := node.text(name))), ("", ""))
    reading = moments.read(told)
    if reading is None:
        cs, en = "chybí datum, doplňte published", "no date, fill in published"
        node.faults.skipped(node.line, "pubDate", f"{told} ({title})".lstrip(), cs, en)
        return None
    # Atom and Dublin Core have dates of ISO 8601; only RSS demands others.
    for what in (m for m in reading.mended if name == "pubDate" or m != moments.NOT_RFC):
        node.faults.mended(node.line_of(name), "pubDate", told, what.cs, what.en)
    return reading.moment


def _positive(node: Node, *names: str) -> int | None:
    """Return a whole number above zero; „Díl 5“ is 5, „S01E02“ and 1.5 are nothing."""
    told = node.text(*names)
    numbers = _NUMBER.findall(told)
    value = int(numbers[0][:9]) if len(numbers) == 1 else 0
    if told and not value:
        cs, en = "není celé číslo větší než nula", "not a whole number above zero"
        node.faults.mended(node.line_of(names[0]), names[0], told, cs, en)
    return value or None


def _marks(node: Node) -> tuple[FeedMark, ...]:
    """Return Podlove's simple chapters."""
    found = []
    for element in (m for chapters in node.all("psc:chapters") for m in chapters):
        start = moments.seconds(element.get("start", "")) if isinstance(element.tag, str) else None
        title = (
            mending.one_line(mending.cleaned(element.get("title", ""))[0]) if element.tag else ""
        )
        if start is not None and title:
            found.append(FeedMark(start, title))
    return tuple(sorted(found, key=lambda mark: mark.start))


def _remotes(node: Node, name: str) -> Iterator[Remote]:
    for element in node.all(name):
        if url := node.address(element, "url", name):
            language = element.get("language", "").partition("-")[0].lower()
            yield Remote(url, element.get("type", "").lower().partition(";")[0], language)


def _soundbites(node: Node) -> Iterator[tuple[float, float, str]]:
    for element in node.all("podcast:soundbite"):
        start = moments.seconds(element.get("startTime", ""))
        length = moments.seconds(element.get("duration", ""))
        if start is not None and length is not None and 15 <= length <= 120:
            yield start, length, mending.one_line(node.cleaned(element))[:128]


def _notes(node: Node) -> tuple[str, str]:
    """Return the show notes as HTML, the longest that the item has, and a short text."""
    names = ("content:encoded", "content", "description", "itunes:summary", "summary")
    texts = dict.fromkeys(names, "")
    for name in names:
        for element in list(node.all(name))[:1]:
            texts[name] = mending.cleaned(markup_of(element))[0].strip()
    # A description cut short, or a summary without its tags, is the same text with less in it.
    notes = max(texts.values(), key=lambda text: (len(plain_text(text)), len(text)))
    return notes, node.text("itunes:subtitle") or plain_text(texts["itunes:summary"])


def image_of(node: Node) -> str:
    """Return the address of the artwork."""
    for name, attribute in (
        ("itunes:image", "href"), ("podcast:image", "href"), ("googleplay:image", "href"),
        ("media:thumbnail", "url"), ("itunes:image", ""),
    ):  # fmt: skip
        for element in node.all(name):
            if url := node.address(element, attribute, "image"):
                return url
    return ""


def license_of(node: Node) -> tuple[str, str]:
    """Return podcast:license as slug and address."""
    for element in node.all("podcast:license"):
        url = node.address(element, "url", "license") if element.get("url") else ""
        return mending.one_line(node.cleaned(element))[:128], url
    return "", ""


def _title(node: Node) -> str:
    title = node.text("title", "itunes:title", "media:title")
    if not title:
        cs, en = "chybí, pojmenováno „Díl bez názvu“", "missing, called „Díl bez názvu“"
        node.faults.mended(node.line, "title", "", cs, en)
    return title or "Díl bez názvu"


def _authors(node: Node) -> Iterable[str]:
    return dict.fromkeys(filter(None, (node.text("itunes:author"), node.text("dc:creator"))))


def _guid(node: Node) -> str:
    """Return the GUID exactly as it stands, without the space around it."""
    told = (text_of(e) for name in ("guid", "id", "atom:id") for e in node.all(name))
    return next((text for text in (re.sub(r"[\t\r\n]+", " ", t).strip() for t in told) if text), "")


def read_item(node: Node) -> FeedItem | None:
    """Return an item, or nothing when it has no recording; its faults are noted."""
    title = _title(node)
    enclosure = enclosure_of(node, title)
    if enclosure is None:
        return None
    variant = node.text("itunes:title")
    kind = node.text("itunes:episodeType").lower()
    notes, summary = _notes(node)
    links = [node.address(e, "href" if e.get("href") else "", "link") for e in node.all("link")
             if e.get("rel", "alternate") == "alternate"]  # fmt: skip
    slug, license_url = license_of(node)
    return FeedItem(
        line=node.line,
        title=title,
        guid=_guid(node),
        enclosure=enclosure,
        published=_published(node, title),
        link=next(filter(None, links), ""),
        notes=notes,
        summary=summary,
        duration=moments.seconds(node.text("itunes:duration")),
        season=_positive(node, "itunes:season", "podcast:season"),
        number=_positive(node, "itunes:episode", "podcast:episode"),
        episode_type=kind if kind in ("trailer", "bonus") else "full",
        explicit=explicit_of(node),
        title_variant=variant if variant != title else "",
        people=people_of(node),
        authors=tuple(_authors(node)),
        marks=_marks(node),
        chapters=next(_remotes(node, "podcast:chapters"), None),
        transcripts=tuple(_remotes(node, "podcast:transcript")),
        soundbites=tuple(_soundbites(node)),
        image=image_of(node),
        place=node.text("podcast:location"),
        license=slug,
        license_url=license_url,
    )
