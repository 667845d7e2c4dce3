"""``llms.txt``: what is here, for language models and the people who work with them.

Source: llmstxt.org (a heading, a summary in a quotation, sections of links). In English; the
Czech page of each item is the English address without ``en/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.citing.files import cited_items
from archive.content.settings import Site
from archive.telling.archive import Archives, Page
from archive.telling.parts import Item

_LANGUAGE = "en"
_DATA = (
    ("catalogue.json", "every record in Czech and English, with full texts"),
    ("catalogue.schema.json", "what the fields of catalogue.json mean"),
    ("en/catalogue.csv", "the same as a table"),
    ("datapackage.json", "a Frictionless description of the data files"),
    ("en/catalogue.bib", "every citation in BibTeX; also .ris and .csl.json"),
    ("oai.xml", "an OAI-PMH static repository in Dublin Core"),
    ("sitemap.xml", "every page in both languages"),
)
_PAGES = ("about", "about/citing", "about/certainty", "about/rights", "about/data")


def _line(title: str, address: str, said: str) -> str:
    return f"- [{title}]({address}): {said}"


def _links(site: Site, shown: Iterable[Item | Page]) -> Iterator[str]:
    for one in shown:
        yield _line(one.title, site.absolute(one.address(_LANGUAGE)), one.description)


def write(archives: Archives) -> bytes:
    """Return the file."""
    archive = archives[_LANGUAGE]
    site, words = archive.site, archive.words
    pages = [archive.pages[path] for path in _PAGES if path in archive.pages]
    sections = [
        (words["footer_about"], list(_links(site, pages))),
        (words["data_title"], [_line(path, site.absolute(path), said) for path, said in _DATA]),
        *(
            (words[f"nav_{kind.name}"], list(_links(site, cited_items(archive, kind.name))))
            for kind in archive.kinds
            if kind.is_work
        ),
    ]
    parts = [f"# {words['site_name']}", f"> {words['site_description']} {words['llms_terms']}"]
    parts += [f"## {title}\n\n" + "\n".join(lines) for title, lines in sections if lines]
    return ("\n\n".join(parts) + "\n").encode()
