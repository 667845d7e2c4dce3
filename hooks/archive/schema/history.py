"""The dated facts of the timeline."""

from __future__ import annotations

from archive.schema.fields import Edtf, Identifier, ItemReference, Line, Strict, about


class Event(Strict):
    """A dated fact of the timeline."""

    date: Edtf = about("Datum", "Date", example='date: "2001-09"')
    event: dict[str, Line] = about(
        "Událost", "Event", example="event: {cs: Česko vstupuje do EU., en: Czechia joins the EU.}"
    )
    figure: dict[str, Line] = about(
        "Údaj", "Figure", dict, example="figure: {cs: 2 420 lidí, en: 2,420 people}"
    )
    note: dict[str, Line] = about(
        "Poznámka", "Note", dict, example="note: {cs: Prameny se liší., en: The sources differ.}"
    )
    themes: list[Identifier] = about("Témata", "Themes", list, example="themes: [education]")
    items: list[ItemReference] = about("Záznamy", "Items", list, example="items: [projects/avr]")
    people: list[Identifier] = about("Lidé", "People", list, example="people: [lucie-sladkova]")
    anchor: Identifier | None = about(
        "Dřívější kotva", "Earlier anchor", None, example="anchor: e2001"
    )
    sources: list[Line] = about("Prameny", "Sources", example="sources: [https://www.iom.cz/]")
