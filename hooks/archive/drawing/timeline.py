"""What the picture of time shows: a band of bars for each theme, and a mark for each event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.drawing.packing import rows
from archive.drawing.scale import Axis, Extent, Tail, extent
from archive.drawing.svg import text_width
from archive.language.collation import sort_key
from archive.telling.archive import Archive
from archive.telling.parts import Date, Item, Value

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


def short_title(item: Item) -> str:
    """Return a project's label: its short title, its acronym, or how its title begins."""
    if item.short_title:
        return item.short_title
    if item.card.acronym or len(item.title) <= LONGEST_LABEL:
        return item.card.acronym or item.title
    return item.title[:LONGEST_LABEL].rpartition(" ")[0] + "…"


def _years(dated: Iterable[Date | None]) -> list[int]:
    """Return the first and the last years that are known of dates."""
    return [year for date in dated if date and date.years for year in date.years]


def _axis(archive: Archive) -> Axis:
    """Return the axis: to the last year that the records name, for a build has no clock."""
    told = [item.date for item in archive.items.values()]
    years = _years([*told, *(happening.when for happening in archive.events)])
    first = min([OPENED, *_years(item.date for item in archive.of("projects"))])
    last = max([first, *years])
    return Axis(first, last, LEFT, (WIDTH - LEFT - MARGIN) / (last + 1 - first))


def _pieces(axis: Axis, told: Extent) -> tuple[tuple[float, float], ...]:
    pieces = []
    for start, end in told.pieces:
        left = axis.x(start)
        right = axis.right if told.after == "ongoing" else max(axis.x(end), left + SHORTEST)
        pieces.append((left, right))
    return tuple(pieces)


def _bar(axis: Axis, item: Item, date: Date) -> Bar:
    told, card = extent(date.edtf), item.card
    pieces, label = _pieces(axis, told), short_title(item)
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


def _bands(archive: Archive, axis: Axis) -> list[Band]:
    """Return the themes in the vocabulary's order; a project stands in its first theme."""
    known = archive.terms["themes"]
    themes: dict[str, list[tuple[Item, Date]]] = {name: [] for name in known}
    for item in archive.of("projects"):
        if item.date:
            first = item.themes[0].id if item.themes else ""
            themes.setdefault(first, []).append((item, item.date))
    bands = []
    for name, projects in themes.items():
        if projects:
            title = known[name].label if name else archive.words["picture_other"]
            bars = _packed(_bar(axis, item, date) for item, date in projects)
            named = sorted(_years(date for _, date in projects))
            years = "–".join(str(year) for year in dict.fromkeys((named[0], named[-1])))
            bands.append(Band(name or "other", title, years, _tone(archive, name), bars))
    return bands


def _tone(archive: Archive, theme: str) -> int:
    """Return a theme's colour: 1 to 8 in the vocabulary's order, 0 for none."""
    order = list(archive.terms["themes"])
    return order.index(theme) % 8 + 1 if theme in order else 0


def _middle(axis: Axis, when: Date) -> float:
    first = when.first or when.last or dt.date.max
    last = when.last or first
    return (axis.x(first) + axis.x(last + dt.timedelta(days=1))) / 2


def _is_early(axis: Axis, when: Date) -> bool:
    """Tell whether an event stands before the break of the axis."""
    return bool(when.years and when.years[1] < axis.first)


def _marks(archive: Archive, axis: Axis) -> list[Mark]:
    spans = [happening.when for happening in archive.events]
    early = [when for when in spans if _is_early(axis, when)]
    places = []
    for when in spans:
        if when in early:
            step = (LEFT - APART) / len(early)
            places.append((early.index(when) + 0.5) * step)
        else:
            places.append(_middle(axis, when))
    levels = rows(((x, x) for x in places), APART)
    return [
        Mark(
            href=f"#{happening.id}",
            title=f"{happening.date}: {happening.text}",
            x=x,
            level=level,
            tone=_tone(archive, happening.raw.themes[0]) if happening.raw.themes else 0,
            vague=bool(when.first and when.last and (when.last - when.first).days > VAGUE),
        )
        for happening, when, x, level in zip(archive.events, spans, places, levels, strict=True)
    ]


def _undated(archive: Archive) -> list[Value]:
    """Return the projects whose time is not known, with their themes."""
    told = [
        Value(item.title, item.card.href, ", ".join(t.label for t in item.themes), item.lang)
        for item in archive.of("projects")
        if not item.date
    ]
    return sorted(told, key=lambda value: sort_key(value.text, archive.language))


def picture(archive: Archive) -> Picture:
    """Lay the picture of time out."""
    axis = _axis(archive)
    spans = (happening.when for happening in archive.events)
    early = _years(when for when in spans if _is_early(axis, when))
    return Picture(
        axis,
        (min(early), max(early)) if early else None,
        _marks(archive, axis),
        _bands(archive, axis),
        _undated(archive),
    )
