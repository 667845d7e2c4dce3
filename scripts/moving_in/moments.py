"""Read the dates that feeds carry, in all the ways in which hosts write them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from archive.schema.problems import Text

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Without marks, long enough to be told apart: „červen“ and „červenec“ are settled by hand.
_CZECH = ("led", "uno", "bre", "dub", "kve", "cervn", "cervc", "srp", "zar", "rij", "lis", "pro")
_MONTHS = {name: n for names in (_ENGLISH, _CZECH) for n, name in enumerate(names, 1)}
_MONTHS |= {"cerven": 6, "cervenec": 7, "cer": 6, "cvn": 6, "cvc": 7}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CZECH_DAYS = ("po", "ut", "st", "ct", "pa", "so", "ne")
# Hours from UTC; RFC 2822 knows the American ones, Czech programs write their own.
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "SEC": 1, "MET": 1}
_ZONES |= {"CEST": 2, "SELC": 2, "MEST": 2, "EET": 2, "EEST": 3, "EST": -5, "EDT": -4}
_ZONES |= {"CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}

_TIME = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\b\.?)?")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?=\D|$)")
_SPOKEN = re.compile(r"\b(\d{1,2})[.\s-]+([a-z]{3,})\.?[\s,-]+(\d{4}|\d{2})\b")
_AMERICAN = re.compile(r"\b([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_CTIME = re.compile(r"\b([a-z]{3})\s+(\d{1,2})\s+[\d:]+\s+(?:[a-z]+\s+)?(\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\b")
_OFFSET = re.compile(r"(?<=[\d\s])(?:gmt|utc)?([+-])(\d{2}):?(\d{2})\b")
_ZONE = re.compile(r"\b([a-z]{1,4})\)?\s*(?:\d{4})?\s*$")

NOT_RFC = Text("datum převedeno na tvar RFC 2822", "the date was made an RFC 2822 one")
_NO_ZONE = Text("bez časového pásma, bere se UTC", "without a time zone, taken as UTC")
_WEEKDAY = Text("chybný den v týdnu, platí datum", "wrong day of the week, the date holds")


class Reading(NamedTuple):
    """A moment with its zone, and what had to be mended to read it."""

    moment: dt.datetime
    mended: tuple[Text, ...] = ()


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()
    return " ".join(folded.lower().split())


def _month(word: str) -> int:
    """Return the number of a month's name, English or Czech in any case, or 0."""
    if word in _MONTHS:
        return _MONTHS[word]
    for length in (5, 3):
        if (number := _MONTHS.get(word[:length])) is not None:
            return 7 if number == 6 and word.startswith(("cervenc", "cervc")) else number
    return 0


def _day(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day, whichever way round they are written."""
    if match := _ISO.search(text):
        return int(match[1]), int(match[2]), int(match[3])
    if (match := _SPOKEN.search(text)) and (month := _month(match[2])):
        year = int(match[3])
        return year + (0 if year > 99 else 2000 if year < 70 else 1900), month, int(match[1])
    for pattern in (_CTIME, _AMERICAN):
        if (match := pattern.search(text)) and (month := _month(match[1])):
            return int(match[3]), month, int(match[2])
    if match := _NUMBERS.search(text):
        return int(match[3]), int(match[2]), int(match[1])
    return None


def _time(text: str) -> tuple[int, int, int]:
    match = _TIME.search(text)
    if not match:
        return 0, 0, 0
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower().startswith("p") else 0)
    return hour, int(match[2]), min(int(match[3] or 0), 59)


def _zone(text: str) -> dt.timezone | None:
    """Return the zone that is written after the time, or nothing."""
    time = _TIME.search(text)
    rest = text[time.end() :] if time else ""
    if match := _OFFSET.search(f" {rest}"):
        minutes = int(match[2]) * 60 + int(match[3])
        if minutes >= 24 * 60:
            return None
        return dt.timezone(dt.timedelta(minutes=-minutes if match[1] == "-" else minutes))
    match = _ZONE.search(rest)
    hours = _ZONES.get(match[1].upper()) if match else None
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours))


def _weekday(text: str) -> int | None:
    word = re.match(r"[a-z]+", text)
    if not word:
        return None
    for names, length in ((_DAYS, 3), (_CZECH_DAYS, 2)):
        if word[0][:length] in names and (length == 3 or not _month(word[0])):
            return names.index(word[0][:length])
    return None


def _as_written(text: str) -> bool:
    """Tell whether a date is written as RFC 2822 demands."""
    shape = r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? "
    return bool(re.fullmatch(shape + r"(?:[+-]\d{4}|[A-Z]{1,4})", text.strip()))


def read(text: str) -> Reading | None:
    """Return the moment that a feed's date means, or nothing.

    Without a zone it is taken as UTC, as podcast apps do.
    """
    plain = _bare(text[:200])
    day = _day(plain)
    if day is None:
        return None
    zone = _zone(plain)
    try:
        moment = dt.datetime(*day, *_time(plain), tzinfo=zone or dt.UTC)
        moment.astimezone(dt.UTC)  # year 1 has no earlier day
    except (ValueError, OverflowError):
        return None
    mended = [] if _as_written(text) else [NOT_RFC]
    if zone is None:
        mended.append(_NO_ZONE)
    weekday = _weekday(plain)
    if weekday is not None and weekday != moment.weekday():
        mended.append(_WEEKDAY)
    return Reading(moment, tuple(mended))


def seconds(text: str) -> float | None:
    """Return a length of time in seconds: ``1:02:03``, ``62:03``, ``3723``, ``3723.5``."""
    parts = text.strip().replace(",", ".").split(":")
    if not 1 <= len(parts) <= 3 or not all(re.fullmatch(r"\d+(?:\.\d+)?", p) for p in parts):
        return None
    if any(len(part) > 9 for part in parts):
        return None
    total = 0.0
    for part in parts:
        total = total * 60 + float(part)
    return total
