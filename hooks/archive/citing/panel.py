"""What the panel „Citovat / Cite“ of a page shows, and all citations of the archive at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.citing import csl, files
from archive.citing.cited import Cited
from archive.citing.rendering import Renderer
from archive.citing.styles import STYLES, Style, in_order
from archive.content import title_languages
from archive.content.settings import Site, Strings
from archive.schema import DEFAULT_LANGUAGE, KINDS, paths
from archive.telling.archive import Archives
from archive.telling.parts import Item

# By item, language of the page, what is cited (the work, or our record of it), and style.
Citations = Mapping[tuple[str, str, str, str], str]
WORK, RECORD = "work", "record"


@dataclass(frozen=True)
class Quotation:
    """A citation on a page: HTML in the language of its style; ``id`` is its anchor."""

    id: str
    label: str
    language: str
    html: str


@dataclass(frozen=True)
class Download:
    """A file of citations to keep, or a link to one."""

    label: str
    href: str
    type: str


@dataclass(frozen=True)
class Panel:
    """The panel: the work in every style, our record of it where that is another thing."""

    work: list[Quotation]
    record: list[Quotation]
    downloads: list[Download]


def _cited(archives: Archives, item: Item, style: Style) -> Iterator[tuple[str, Cited]]:
    yield WORK, csl.work(archives, item, style.language)
    if item.kind == "publications":
        yield RECORD, csl.record(archives, item)


def render(archives: Archives, renderer: Renderer) -> Citations:
    """Return every citation of the archive; each style is rendered in one go."""
    told: dict[tuple[str, str, str, str], str] = {}
    for style in STYLES:
        keys, works = [], []
        for item in files.cited_items(archives[DEFAULT_LANGUAGE], *KINDS):
            for page, archive in archives.items():
                for subject, work in _cited(archives, archive.same(item), style):
                    keys.append((item.reference, page, subject, style.id))
                    works.append(work)
        told |= dict(zip(keys, renderer.render(style, works), strict=True))
    renderer.save()
    return told


def _with_places(html: str, words: Strings) -> str:
    """Return a citation whose reader's date is a gap, filled in by a script or by hand."""
    for place, word in (("day", words["cite_date"]), ("date", "Month D, YYYY")):
        html = html.replace(f"{{{place}}}", f'<span data-seen="{place}">{word}</span>')
    return html


def _quotations(citations: Citations, site: Site, item: Item, subject: str) -> Iterator[Quotation]:
    names = {words["site_name"]: code for code, words in site.strings.items()}
    titles = {**names, **item.title_languages}
    for style in in_order(item.language):
        html = citations.get((item.reference, item.language, subject, style.id))
        if html:
            marked = title_languages.mark(html, titles, style.language)
            told = _with_places(marked, site.strings[style.language])
            yield Quotation(f"cite-{subject}-{style.id}", style.label, style.language, told)


def _downloads(item: Item) -> list[Download]:
    return [
        Download(form.label, paths.citation(item, item.written, form.ending), form.type)
        for form in files.FORMATS
    ]


def view(citations: Citations, site: Site, item: Item | None) -> Panel | None:
    """Return the panel of an item's page; none for a page about nothing to be cited."""
    if item is None:
        return None
    work = list(_quotations(citations, site, item, WORK))
    record = list(_quotations(citations, site, item, RECORD))
    return Panel(work, record, _downloads(item)) if work else None


def of_list(section: str, page: str) -> list[Download]:
    """Return the files with the citations of a whole list; none for a list without them."""
    if section not in (*files.lists(), "catalogue"):
        return []
    name = "" if section == "catalogue" else section
    return [
        Download(form.label, paths.citations(name, page, form.ending), form.type)
        for form in files.FORMATS
    ]
