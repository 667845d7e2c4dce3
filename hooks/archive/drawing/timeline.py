"""What the picture of time shows: a band of bars for each theme, and a mark for each event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from archive.drawing.packing import rows
from archive.drawing.scale import Axis, Extent, Tail, extent
from archive.drawing.svg import text_width
from archive.language import dates
from archive.language.collation import sort_key
from archive.schema import Event
from archive.schema.records import Entry
from archive.telling.parts import Happening, Value
from archive.telling.teller import Teller

# The office opened in 1998; what is older stands before the break of the axis.
OPENED = 1998
WIDTH, LEFT, MARGIN = 1104, 74, 24
LABEL = 12  # height of a label's letters, points
TAIL = 22  # what an unknown end takes, points
SHORTEST = 6
LONGEST_LABEL = 30  # characters, for projects without a short title
APART, LABELS_APART = 11, 12
VAGUE = 62  # a date that leaves more days than this open is known to the year only


@dataclass(frozen=True)
class Bar:
    """A project: pieces of time in points, how it begins and ends, its label, its row."""

    href: str
    title: str
    label: str
    label_x: float
    flush: bool
    pieces: tuple[tuple[float, float], ...]
    before: Tail
    after: Tail
    unsure: bool
    row: int = 0

    @property
    def span(self) -> tuple[float, float]:
        """From where to where the bar reaches, with its ends that are not known."""
        start = self.pieces[0][0] - (TAIL if self.before else 0)
        return start, self.pieces[-1][1] + (TAIL if self.after == "unknown" else 0)

    @property
    def place(self) -> tuple[float, float]:
        """From where to where bar and label reach."""
        wide = text_width(self.label, LABEL)
        left, right = (self.label_x - wide, self.label_x) if self.flush else (
            self.label_x, self.label_x + wide,
        )  # fmt: skip
        return min(left, self.span[0]), max(right, self.span[1])


@dataclass(frozen=True)
class Band:
    """A theme with the years that its bars name; its colour is a number of the palette."""

    id: str
    title: str
    years: str
    tone: int
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Mark:
    """An event on the axis; ``level`` counts upwards where several fall together."""

    href: str
    title: str
    x: float
    level: int
    tone: int
    vague: bool


@dataclass(frozen=True)
class Picture:
    """The whole picture, laid out; ``undated`` projects are told in words."""

    axis: Axis
    early: tuple[int, int] | None
    marks: Sequence[Mark]
    bands: Sequence[Band]
    undated: Sequence[Value]


def short_title(teller: Teller, entry: Entry[Any]) -> str:
    """Return a project's label: its short title, its acronym, or how its title begins."""
    known = teller.library.vocabularies["short-titles"]
    title: str = entry.edition(teller.language).record.title
    if entry.id in known:
        return teller.term("short-titles", entry.id)
    if entry.record.acronym or len(title) <= LONGEST_LABEL:
        return str(entry.record.acronym or title)
    return title[:LONGEST_LABEL].rpartition(" ")[0] + "…"


def _axis(teller: Teller) -> Axis:
    """Return the axis: to the last year that the records name, for a build has no clock."""
    every = [entry.record for entry in teller.library.every()]
    told = [getattr(record, "date", None) for record in every]
    told += [dated.event.date for dated in teller.library.events]
    years = [span for text in told if text and (span := dates.parse(text).years)]
    projects = [p.record.date for p in teller.library.of("projects").values()]
    starts = [dates.parse(text).years for text in projects if text]
    first = min([OPENED, *(years[0] for years in starts if years)])
    last = max([first, *(year for span in years for year in span)])
    return Axis(first, last, LEFT, (WIDTH - LEFT - MARGIN) / (last + 1 - first))


def _pieces(axis: Axis, told: Extent) -> tuple[tuple[float, float], ...]:
    pieces = []
    for start, end in told.pieces:
        left = axis.x(start)
        right = axis.right if told.after == "ongoing" else max(axis.x(end), left + SHORTEST)
        pieces.append((left, right))
    return tuple(pieces)


def _bar(teller: Teller, axis: Axis, entry: Entry[Any]) -> Bar:
    card, told = teller.card(entry), extent(entry.record.date)
    pieces, label = _pieces(axis, told), short_title(teller, entry)
    flush = pieces[0][0] + text_width(label, LABEL) > WIDTH
    # What is read out begins with what is seen (WCAG 2.5.3).
    name = card.title if card.title.startswith(label) else f"{label}: {card.title}"
    end = pieces[-1][1] + (TAIL if told.after == "unknown" else 0)
    return Bar(
        href=card.href,
        title=f"{name} ({card.date})",
        label=label,
        label_x=min(end, WIDTH) if flush else pieces[0][0],
        flush=flush,
        pieces=pieces,
        before=told.before,
        after=told.after,
        unsure=told.unsure,
    )


def _packed(bars: Iterable[Bar]) -> list[Bar]:
    """Give each bar its row: by beginning, then the longer first."""
    ordered = sorted(bars, key=lambda bar: (bar.pieces[0][0], -bar.pieces[-1][1], bar.href))
    numbers = rows((bar.place for bar in ordered), LABELS_APART)
    return [
        Bar(**{**vars(bar), "row": number}) for bar, number in zip(ordered, numbers, strict=True)
    ]


def _told_years(entries: Iterable[Entry[Any]]) -> str:
    """Return the first and the last year that dates name, such as 2003–2018."""
    spans = [dates.parse(entry.record.date).years for entry in entries]
    known = sorted({year for span in spans if span for year in span})
    return "–".join(str(year) for year in dict.fromkeys((known[0], known[-1])))


def _bands(teller: Teller, axis: Axis) -> list[Band]:
    """Return the themes in the vocabulary's order; a project stands in its first theme."""
    themes: dict[str, list[Entry[Any]]]
    themes = {name: [] for name in teller.library.vocabularies["themes"]}
    for entry in teller.library.of("projects").values():
        if entry.record.date:
            themes.setdefault((entry.record.themes or [""])[0], []).append(entry)
    bands = []
    for name, entries in themes.items():
        if entries:
            title = teller.term("themes", name) if name else teller.words["picture_other"]
            bars = _packed(_bar(teller, axis, entry) for entry in entries)
            years = _told_years(entries)
            bands.append(Band(name or "other", title, years, _tone(teller, name), bars))
    return bands


def _tone(teller: Teller, theme: str) -> int:
    """Return a theme's colour: 1 to 8 in the vocabulary's order, 0 for none."""
    order = list(teller.library.vocabularies["themes"])
    return order.index(theme) % 8 + 1 if theme in order else 0


def _middle(axis: Axis, span: dates.Span) -> float:
    first = span.first or span.last or dt.date.max
    last = span.last or first
    return (axis.x(first) + axis.x(last + dt.timedelta(days=1))) / 2


def _marks(teller: Teller, axis: Axis, told: Sequence[tuple[Event, Happening]]) -> list[Mark]:
    spans = [dates.parse(event.date) for event, _ in told]
    early = [span for span in spans if span.years and span.years[1] < axis.first]
    places = []
    for span in spans:
        if span in early:
            step = (LEFT - APART) / len(early)
            places.append((early.index(span) + 0.5) * step)
        else:
            places.append(_middle(axis, span))
    levels = rows(((x, x) for x in places), APART)
    return [
        Mark(
            href=f"#{happening.id}",
            title=f"{happening.date}: {happening.text}",
            x=x,
            level=level,
            tone=_tone(teller, event.themes[0]) if event.themes else 0,
            vague=bool(span.first and span.last and (span.last - span.first).days > VAGUE),
        )
        for (event, happening), span, x, level in zip(told, spans, places, levels, strict=True)
    ]


def _undated(teller: Teller) -> list[Value]:
    """Return the projects whose time is not known, with their themes."""
    told = []
    for entry in teller.library.of("projects").values():
        if not entry.record.date:
            card = teller.card(entry)
            themes = [teller.term("themes", theme) for theme in entry.record.themes]
            told.append(Value(card.title, card.href, ", ".join(themes), card.lang))
    return sorted(told, key=lambda value: sort_key(value.text, teller.language))


def picture(teller: Teller, told: Sequence[tuple[Event, Happening]]) -> Picture:
    """Lay the picture out; ``told`` are the events with their words, in order of time."""
    axis = _axis(teller)
    years = [span for event, _ in told if (span := dates.parse(event.date).years)]
    early = [year for span in years for year in span if span[1] < axis.first]
    return Picture(
        axis,
        (min(early), max(early)) if early else None,
        _marks(teller, axis, told),
        _bands(teller, axis),
        _undated(teller),
    )
