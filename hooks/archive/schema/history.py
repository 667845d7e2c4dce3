"""The dated facts of the timeline."""

from __future__ import annotations

from archive.schema.fields import Edtf, Identifier, ItemReference, Line, Names, Strict, about


class Event(Strict):
    """A dated fact of the timeline."""

    date: Edtf = about(
        "Datum",
        "Date",
        example='date: "2001-09"',
        value="date",
        names=Names("a fact of the timeline, told there and in its table", csv="date"),
    )
    event: dict[str, Line] = about(
        "Událost",
        "Event",
        example="event: {cs: Česko vstupuje do EU., en: Czechia joins the EU.}",
        value="notes",
        names=Names("a fact of the timeline, told there and in its table", csv="event"),
    )
    figure: dict[str, Line] = about(
        "Údaj",
        "Figure",
        dict,
        example="figure: {cs: 2 420 lidí, en: 2,420 people}",
        value="notes",
        names=Names("a fact of the timeline, told there and in its table", csv="figure"),
    )
    note: dict[str, Line] = about(
        "Poznámka",
        "Note",
        dict,
        example="note: {cs: Prameny se liší., en: The sources differ.}",
        value="notes",
        names=Names("a fact of the timeline, told there and in its table", csv="note"),
    )
    themes: list[Identifier] = about(
        "Témata",
        "Themes",
        list,
        example="themes: [education]",
        value="terms:themes",
        names=Names("a fact of the timeline, told there and in its table", csv="themes"),
    )
    items: list[ItemReference] = about(
        "Záznamy",
        "Items",
        list,
        example="items: [projects/avr]",
        value="items",
        names=Names("a fact of the timeline, told there and in its table", csv="items"),
    )
    people: list[Identifier] = about(
        "Lidé",
        "People",
        list,
        example="people: [lucie-sladkova]",
        value="people",
        names=Names("a fact of the timeline, told there and in its table", csv="people"),
    )
    anchor: Identifier | None = about(
        "Dřívější kotva",
        "Earlier anchor",
        None,
        example="anchor: e2001",
        value="text",
        names=Names("a fact of the timeline, told there and in its table"),
    )
    sources: list[Line] = about(
        "Prameny",
        "Sources",
        example="sources: [https://www.iom.cz/]",
        value="sources",
        names=Names("a fact of the timeline, told there and in its table", csv="sources"),
    )
