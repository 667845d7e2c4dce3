"""What the archive makes of its content: one list of outputs, each the owner of its paths.

The pages of records and lists are MkDocs' to write; when those of all languages stand, the
outputs are written in the order of the list, one file at a time, so that they need no more
memory than one output does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archive import exports, kinds
from archive.cache.store import Store
from archive.citing import files, signposting
from archive.content import moves
from archive.content.library import COVER, Library
from archive.content.settings import Site
from archive.describing import cards
from archive.exports import atom
from archive.keeping import kept_anchors, sitemap
from archive.keeping.claims import Claim, Door, Places, always
from archive.ledgers import addresses, audits
from archive.ledgers import files as manifest
from archive.pages import catalogue, document_pictures, reading_view, redirects, stylesheets
from archive.podcast import chapters, embed, json_feed, rss, subscription, transcript_page
from archive.podcast.embed import Render
from archive.recording import artwork
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES, Show, paths
from archive.schema.kinds import register
from archive.schema.problems import Text
from archive.search import outputs as search
from archive.telling import checksum_list
from archive.telling.archive import Archives
from archive.telling.teller import SMALL_ARTWORK

register(*kinds.ALL)

Files = Iterable[tuple[str, bytes]]
# What an output is made of. What needs the built pages comes after all that are.
Input = Literal[
    "records", "words", "settings", "recordings", "pictures", "documents", "ledgers",
    "stylesheets", "templates", "pages",
]  # fmt: skip


@dataclass(frozen=True)
class Sources:
    """What the writers draw from; ``folder`` holds the site as far as it has been built."""

    root: Path
    library: Library
    archives: Archives
    site: Site
    render: Render
    folder: Path


@dataclass(frozen=True)
class Output(Claim):
    """Something that the archive writes, what writes it, and what it is made of."""

    write: Callable[[Sources], Files] = lambda sources: ()
    inputs: tuple[Input, ...] = ()


def _feeds(sources: Sources) -> Files:
    for code in rss.languages(sources.archives):
        archive = sources.archives[code]
        yield from rss.write_pages(archive).items()
        yield paths.json_feed(code), json_feed.write(archive)


def _archive_feeds(sources: Sources) -> Files:
    for archive in sources.archives.values():
        yield from atom.write_pages(archive).items()


def beside_recordings(archives: Archives) -> Files:
    """Yield the chapters and transcripts that the feeds name, for each language."""
    for code, archive in archives.items():
        for item in archive.episodes():
            if item.sound and item.sound.chapters and not item.lang:
                yield paths.chapters(item.id, code), chapters.write(archive, item)
            if item.sound and code in item.sound.transcripts:
                yield paths.transcript_page(item.id, code), transcript_page.write(archive, item)


def _covers(sources: Sources) -> Files:
    archive, kept = sources.archives[DEFAULT_LANGUAGE], Store.of(sources.root, "artwork")
    if show := archive.show:
        own = show.folder / show.record_of(Show).artwork
        yield from artwork.copies(own, SMALL_ARTWORK, kept).items()
    for item in archive.episodes():
        small = paths.small_cover(item.id)
        yield from artwork.copies(item.folder / COVER, small, kept).items()
    kept.forget_others()


def _stylesheets(sources: Sources) -> Files:
    return stylesheets.sheets(sources.library.docs).items()


def _checksums(sources: Sources) -> Files:
    library = sources.library
    if library.manifest.kept:
        yield manifest.PUBLISHED, checksum_list.listing(library.manifest)
    yield audits.PUBLISHED, audits.listing(library.audits)


def _moved(library: Library) -> Iterator[str]:
    """Yield the places of what has moved: all of an item's folder, the files beside a page."""
    for entry, old in moves.moved(library):
        for code in LANGUAGES:
            yield paths.page(old, code) + ("**" if entry.id else "*")


def _leading(sources: Sources) -> Files:
    yield from redirects.write(sources.archives).items()
    yield from redirects.keep_files(sources.folder, sources.archives)


def _kept(sources: Sources) -> Files:
    known = addresses.read(sources.root)
    return kept_anchors.keep(known, sources.folder, sources.archives)


def _output(
    cs: str, en: str, places: Places, inputs: tuple[Input, ...], write: Callable[[Sources], Files]
) -> Output:
    return Output(Text(cs, en), places, write=write, inputs=inputs)


_ITEMS: tuple[Input, ...] = ("records", "words", "settings")
_ENDINGS = [form.ending for form in files.FORMATS]
_LISTS = always(
    *(f"{{language}}{section}/*/index.html" for section in ("themes", "places", "years")),
    *(f"{{language}}catalogue/{further}index.html" for further in ("*/", "*/*/", "*/*/*/")),
    *(f"{{language}}{section}/*/*/index.html" for section in ("themes", "places", "years")),
)

OUTPUTS: tuple[Output, ...] = (
    _output(
        "kanál novinek archivu", "the archive’s feed of news",
        always("{language}archive.xml", "{language}archive-*.xml"), _ITEMS, _archive_feeds,
    ),
    _output(
        "kanál podcastu", "the podcast’s feed",
        always(*(f"{{language}}podcast/feed{end}" for end in (".xml", "-*.xml", ".json"))),
        (*_ITEMS, "recordings"), _feeds,
    ),
    _output(
        "QR kód kanálu", "the QR code of the feed", always("{language}podcast/feed-code.svg"),
        ("records", "settings"), lambda s: subscription.codes(s.archives).items(),
    ),
    _output(
        "mapu webu", "the map of the site", always("sitemap.xml"),
        ("records", "settings", "ledgers"),
        lambda s: [("sitemap.xml", sitemap.write(s.library, s.site))],
    ),
    _output(
        "kartu záznamu", "the card of a record",
        always("{language}podcast/card.png", "{language}{kind}/*/card.png"),
        ("records", "words", "pictures"), lambda s: cards.write_all(s.archives, s.root),
    ),
    _output(
        "rejstřík katalogu", "the index of the catalogue",
        always("{language}catalogue/facets.json", "{language}catalogue/words.json"),
        ("records", "words"), lambda s: catalogue.write(s.archives).items(),
    ),
    _output(
        "soubory s citacemi", "the files of citations",
        always(
            *(
                f"{{language}}{place}.{ending}"
                for ending in _ENDINGS
                for place in (
                    "catalogue", "podcast/cite", "{kind}/*/cite",
                    *(f"{name}/{name}" for name in files.lists()),
                )
            )
        ),
        _ITEMS, lambda s: files.write(s.archives),
    ),
    _output(
        "odkazy pro stroje", "the links for machines",
        always("{language}podcast/linkset.json", "{language}{kind}/*/linkset.json"),
        (*_ITEMS, "documents"), lambda s: signposting.write(s.archives),
    ),
    _output(
        "data archivu", "the archive’s data",
        always(
            paths.CATALOGUE_JSON, paths.CATALOGUE_SCHEMA, paths.DATA_PACKAGE, paths.OAI,
            "{language}catalogue.csv", "{language}timeline.csv", "robots.txt", "llms.txt",
            "{language}publications/*/*/manifest.json",
        ),
        (*_ITEMS, "documents", "ledgers"), lambda s: exports.write(s.archives),
    ),
    _output(
        "styly stránek", "the stylesheets of the pages", always(*stylesheets.PATHS),
        ("stylesheets",), _stylesheets,
    ),
    _output(
        "otisky souborů a záznam kontrol", "the checksums of files and the record of audits",
        always(manifest.PUBLISHED, audits.PUBLISHED), ("ledgers",), _checksums,
    ),
    _output(
        "kapitoly a přepis dílu", "the chapters and the transcript of an episode",
        always("{language}podcast/*/chapters.json", "{language}podcast/*/transcript.html"),
        (*_ITEMS, "recordings"), lambda s: beside_recordings(s.archives),
    ),
    _output(
        "malé obrázky podcastu", "the podcast’s small pictures",
        always("podcast/artwork-small*", "podcast/*/cover-small*"),
        ("records", "pictures"), _covers,
    ),
    _output(
        "přehrávač pro jiné weby", "the player for other sites",
        always("{language}podcast/*/embed/index.html", "{language}podcast/*/oembed.json"),
        (*_ITEMS, "recordings", "templates"), lambda s: embed.write(s.archives, s.render),
    ),
    _output(
        "čtecí stránku dokumentu", "the reading view of a document",
        always("{language}publications/*/*/index.html"),
        (*_ITEMS, "documents", "templates"),
        lambda s: reading_view.write(s.archives, s.render),
    ),
    _output(
        "obrázky stran dokumentu", "the pictures of a document’s pages",
        always(*(f"{{language}}publications/*/*/{name}" for name in document_pictures.PATTERNS)),
        ("documents",), lambda s: document_pictures.write(s.archives, s.root),
    ),
    _output(
        "stránku, která vede z dřívější adresy", "the page that leads on from an earlier address",
        _moved, (*_ITEMS, "pages"), _leading,
    ),
    Output(
        Text("seznam záznamů", "a list of records"), _LISTS, pages=True, write=_kept,
        inputs=("records", "words", "ledgers", "pages"),
    ),
    _output(
        "rejstřík hledání", "the index of the search", always(f"{search.FOLDER}/**"),
        ("records", "words", "pages"), lambda s: search.derive(s.folder, s.archives),
    ),
    # MkDocs writes it from our template.
    Output(
        Text("stránku chyby 404", "the page of error 404"), always("404.html"),
        inputs=("words", "templates"),
    ),
)  # fmt: skip


def write(sources: Sources) -> None:
    """Write every output into the site, in which the pages of all languages stand.

    Raises ContentError when a path has two owners or an app would refuse a feed, OSError
    when a file cannot be written.
    """
    door = Door(sources.folder, OUTPUTS, sources.library, sources.root)
    for output in OUTPUTS:
        for path, content in output.write(sources):
            door.write(output, path, content)
