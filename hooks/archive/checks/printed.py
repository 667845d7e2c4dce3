"""The printed catalogue: a new edition is worth making about once a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive.checks.walk import at
from archive.content.library import Library
from archive.exports.printed import CATALOGUE
from archive.language import dates
from archive.schema.problems import Problem, Text

# Days. Records change every week; who is told so at every commit stops reading.
GOOD_FOR = 366


def catalogue_is_recent(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Advice, from a year after the day whose state the printed catalogue shows.

    Not sooner and not by comparison with the records: an edition says of which day it is,
    and is not wrong because a record was corrected since.
    """
    entry = content.find(CATALOGUE)
    date = entry.record.date if entry else None
    shown = dates.parse(date).last if date else None
    if entry and date and shown and (today - shown).days > GOOD_FOR:
        path, line = at(entry, "date")
        cs, en = "nové vydání katalogu jednou za rok", "a new edition of the catalogue once a year"
        example = f".venv/bin/archive catalogue --date {today}"
        expected = Text(cs, en)
        yield Problem(path, line, "date", date, expected, example, severity="advice")
