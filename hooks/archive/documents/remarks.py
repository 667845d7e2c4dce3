"""What would make a document better: for readers with a screen reader, and for Google Scholar.

Sources: PDF/UA (ISO 14289) and WCAG 2.2 for tags, title and language; Scholar's "Inclusion
guidelines for webmasters" for size, text, fonts and the title on the first page. None of it
stops a build: an old document is what it is, and its text stands on the site as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archive.documents.facts import Document
from archive.language.slugs import ascii_slug
from archive.schema.problems import Text

# Scholar reads files of at most 5 MB each, and looks for a title of at least 24 pt.
LARGEST = 5_000_000
TITLE = 24


class Remark(NamedTuple):
    """What was found and what would be better."""

    found: str
    expected: Text


def _words(text: str) -> set[str]:
    return {word for word in ascii_slug(text).split("-") if len(word) > 2}


def _access(document: Document) -> Iterator[Remark]:
    """Yield what hinders readers who do not see the page."""
    pdf = document.pdf
    if not pdf.tagged:
        yield Remark(
            "PDF bez značek / not tagged",
            Text(
                "PDF se značkami (nadpisy, odstavce, popisy obrázků), bez nichž je čtečka "
                "obrazovky čte těžko. Word a LibreOffice: při uložení zvolte „PDF se značkami“, "
                "„PDF/UA“",
                "a tagged PDF (headings, paragraphs, texts for pictures); without tags a screen "
                "reader has a hard time. Word and LibreOffice: choose “Tagged PDF”, “PDF/UA”",
            ),
        )
    if not pdf.language:
        yield Remark(
            "PDF neříká, jakým je jazykem / it does not tell its language",
            Text(
                "jazyk ve vlastnostech dokumentu, aby jej čtečka četla správným hlasem",
                "the language among the document’s properties, for the right voice",
            ),
        )


def _identity(document: Document, titles: list[str]) -> Iterator[Remark]:
    """Yield where the file says another thing than the record."""
    pdf, code = document.pdf, document.name.language
    if not pdf.title:
        yield Remark(
            "PDF bez názvu / no title",
            Text(
                "název díla ve vlastnostech dokumentu; prohlížeč jinak ukazuje jméno souboru",
                "the work’s title among the document’s properties; else a browser shows the file’s",
            ),
        )
    elif not any(_words(pdf.title) & _words(title) for title in titles):
        yield Remark(
            pdf.title[:100],
            Text(
                f"název díla ve vlastnostech dokumentu: {titles[0]}",
                f"the work’s title among the document’s properties: {titles[0]}",
            ),
        )
    if pdf.language and pdf.language[:2].lower() != code:
        yield Remark(
            f"jazyk PDF / language: {pdf.language}",
            Text(
                f"jazyk {code}, který je ve jméně souboru; jinak jedno z obou není pravda",
                f"the language {code} of the file’s name; else one of the two is not true",
            ),
        )


def _text(document: Document) -> Iterator[Remark]:
    """Yield what keeps the text from being searched, read aloud or copied."""
    pdf = document.pdf
    if pdf.scanned:
        count = f"{len(pdf.silent)}/{len(pdf.pages)}"
        yield Remark(
            f"sken: stran bez textu / scan: pages without text {count}",
            Text(
                "PDF s textem; skenu ho doplní rozpoznání písma (OCR), např. program ocrmypdf",
                "a PDF with text; recognition (OCR) adds it to a scan, e.g. ocrmypdf",
            ),
        )
    if pdf.type3:
        yield Remark(
            f"Type 3: {', '.join(pdf.type3[:5])}",
            Text(
                "písma TrueType nebo OpenType; z písem Type 3 nejde spolehlivě číst text",
                "TrueType or OpenType fonts; text in Type 3 fonts cannot be read reliably",
            ),
        )
    if pdf.encrypted:
        yield Remark(
            "zabezpečené PDF / protected",
            Text(
                "PDF bez zabezpečení; to brání čtečkám a nic nechrání",
                "a PDF without protection, which hinders screen readers and protects nothing",
            ),
        )
    if pdf.faults:
        yield Remark(
            f"{pdf.faults[0][:100]} ({len(pdf.faults)}×)",
            Text(
                "PDF bez vnitřních chyb; otevřete ho a uložte znovu, nebo nahrajte původní soubor",
                "a PDF without faults inside; open and save it anew, or upload the original",
            ),
        )


def _scholar(document: Document, titles: list[str]) -> Iterator[Remark]:
    """Yield what keeps Google Scholar from taking a work in."""
    if document.size > LARGEST:
        yield Remark(
            f"{document.size / 1e6:.1f} MB",
            Text(
                "nejvýše 5 MB: větší soubory Google Scholar nečte. Zmenšete obrázky",
                "at most 5 MB: Google Scholar does not read larger files. Make pictures smaller",
            ),
        )
    largest, points = document.pdf.largest
    wanted = max((_words(title) for title in titles), key=len)
    there = any(2 * len(_words(title) & _words(largest)) >= len(_words(title)) for title in titles)
    if wanted and points and not there:
        yield Remark(
            f"{points:g} b. / pt: {largest[:80]}",
            Text(
                f"název díla jako největší text první strany, nejméně {TITLE} bodů; z něj ho "
                "Google Scholar čte",
                f"the work’s title as the largest text of page 1, at least {TITLE} points; "
                "Google Scholar reads it there",
            ),
        )


def remarks(document: Document, titles: list[str], *, scholarly: bool) -> Iterator[Remark]:
    """Yield advice on a document; ``titles`` are those under which the record knows the work."""
    yield from _access(document)
    yield from _identity(document, titles)
    yield from _text(document)
    if scholarly:
        yield from _scholar(document, titles)
