"""The citation of an episode and of a moment in it, as plain text in the style of the language.

ČSN ISO 690:2022 on Czech pages (online podcast within a series; a place in it as a time),
APA 7th edition, section 10.12, on English ones (the time goes into the citation in the text).
What only the reader's device knows stands in braces: ``{cited}``, ``{time}``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from babel.dates import format_date

from archive.language import dates

CITED, TIME = "{cited}", "{time}"


@dataclass(frozen=True)
class Work:
    """An episode as a citation needs it.

    ``hosts`` are (surname, given name). ``title`` and ``show`` are in the language of the
    recording; ``translation`` and ``show_translation`` in the page's, where it is another.
    ``date`` is EDTF; a ``standin`` has its day of release instead and no host, since a
    machine reads it.
    """

    hosts: tuple[tuple[str, str], ...]
    title: str
    translation: str
    show: str
    show_translation: str
    publisher: str
    date: str | None
    released: dt.date
    number: int | None
    standin: bool
    address: str


@dataclass(frozen=True)
class Citation:
    """What a reader copies: the entry of a list of references, and one for a moment.

    ``language`` is that in which the style speaks.
    """

    reference: str
    moment: str
    language: str = "cs"


def _joined(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _czech_date(work: Work) -> str:
    """Return the year; square brackets hold what the work itself does not say (ISO 690)."""
    if work.standin:
        return str(work.released.year)
    if not work.date:
        return "[b. r.]"
    span = dates.parse(work.date)
    if span.first is None and span.last:
        return f"[nejpozději {span.last.year}]"
    if span.last is None and span.first:
        return f"[{span.first.year}–]"
    assert span.years is not None
    first, last = span.years
    told = str(first) if first == last else f"{first}–{last}"
    return f"[{told}?]" if re.search(r"[?~%]", work.date) else told


def iso690(work: Work) -> Citation:
    """Return the citations by ČSN ISO 690:2022."""
    names = [f"{surname.upper()}, {given}" for surname, given in work.hosts]
    author = "; ".join(names) + ". " if names else ""
    title = f"{work.title}: zástupná nahrávka" if work.standin else work.title
    issued = f"{author}{title}. Online, podcast. In: {work.show}. {work.publisher}"
    issued += f", {_czech_date(work)}"
    seen = f"[cit. {CITED}]."
    return Citation(
        f"{issued}. Dostupné z: {work.address}. {seen}",
        f"{issued}, čas {TIME}. Dostupné z: {work.address}#t={TIME}. {seen}",
    )


def _apa_date(work: Work) -> tuple[str, str]:
    """Return the date of the reference, and the year for the citation in the text."""
    if work.standin:
        day = format_date(work.released, "y, MMMM d", locale="en")
        return day, str(work.released.year)
    if not work.date:
        return "n.d.", "n.d."
    span = dates.parse(work.date)
    assert span.years is not None
    first, last = span.years
    if span.first is None or span.last is None or re.search(r"[?~%]", work.date):
        return f"ca. {first}", f"ca. {first}"
    if first != last:
        return f"{first}–{last}", f"{first}–{last}"
    patterns = {4: "y", 7: "y, MMMM", 10: "y, MMMM d"}
    return format_date(span.first, patterns.get(len(work.date), "y"), locale="en"), str(first)


def _initials(given: str) -> str:
    return " ".join(f"{name[0]}." for name in re.split(r"[\s-]+", given) if name)


def _bracketed(title: str, translation: str) -> str:
    return f"{title} [{translation}]" if translation and translation != title else title


def apa(work: Work) -> Citation:
    """Return the citations by APA 7; of a moment, first the one that goes into the text."""
    date, year = _apa_date(work)
    title = _bracketed(work.title, work.translation)
    title += f" (No. {work.number})" if work.number else ""
    kind = "Audio podcast episode; stand-in recording" if work.standin else "Audio podcast episode"
    within = f"In {_bracketed(work.show, work.show_translation)}. {work.publisher}."
    if work.hosts:
        names = [f"{surname}, {_initials(given)}" for surname, given in work.hosts]
        role = "Host" if len(names) == 1 else "Hosts"
        head = f"{_joined(names, ', & ')} ({role}). ({date}). {title} [{kind}]."
        surnames = [surname for surname, _ in work.hosts]
        short = _joined(surnames, " & ") if len(surnames) < 3 else f"{surnames[0]} et al."
        text = f"({short}, {year}, {TIME})"
    else:
        head = f"{title} [{kind}]. ({date})."
        text = f"(“{work.title},” {year}, {TIME})"
    reference = f"{head} {within} {work.address}"
    return Citation(reference, f"{text}\n{reference}#t={TIME}", "en")


def cite(work: Work, language: str) -> Citation:
    """Return the citations in the style that readers of the language use."""
    return iso690(work) if language == "cs" else apa(work)
