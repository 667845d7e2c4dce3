"""Why a withdrawn item left, in words: nothing else of it can be told."""

from __future__ import annotations

from archive.schema import DEFAULT_LANGUAGE
from archive.schema.fields import Withdrawal
from archive.telling.parts import Departure, Value
from archive.telling.teller import Teller


def _note(teller: Teller, gone: Withdrawal) -> Value | None:
    for language in (teller.language, DEFAULT_LANGUAGE, *gone.note):
        if text := gone.note.get(language):
            return Value(text, lang="" if language == teller.language else language)
    return None


def told(teller: Teller, gone: Withdrawal) -> Departure:
    """Return why and when an item left, and what took its place."""
    replacement = teller.library.find(gone.replaced_by or "")
    return Departure(
        date=teller.when(gone.date),
        reason=teller.words[f"withdrawn_{gone.reason}"],
        note=_note(teller, gone),
        replacement=teller.card(replacement) if replacement else None,
    )
