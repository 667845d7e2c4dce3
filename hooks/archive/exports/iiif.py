"""``manifest.json`` beside the reading view: a held document for IIIF viewers.

Source: IIIF Presentation API 3.0. Each page is a canvas with its picture and its text; a page
without a picture (see ``documents.sizes``) has its text alone. The pictures are plain files:
a static host has no image service.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archive.citing import files
from archive.citing.signposting import IIIF_CONTEXT
from archive.content import documents
from archive.content.library import Library
from archive.content.rights import rights_of
from archive.content.settings import Site
from archive.documents import naming
from archive.documents.facts import Document
from archive.documents.sizes import COVER_JPEG, COVERS, PAGE, PICTURED, pixels
from archive.language.typography import plain
from archive.schema import paths
from archive.schema.records import Entry
from archive.telling import facts
from archive.telling.parts import Fact
from archive.telling.teller import Teller

Json = dict[str, Any]


def _picture(address: str, kind: str, size: tuple[float, float], width: int) -> Json:
    across, high = pixels(size, width)
    return {"id": address, "type": "Image", "format": kind, "width": across, "height": high}


def _canvas(base: str, document: Document, number: int) -> Json:
    """Return a page: its picture painted on it, its text beside it."""
    size, text = document.pdf.pages[number - 1], document.pdf.texts[number - 1]
    name, language = f"{base}canvas/{number}", document.name.language
    across, high = pixels(size, PAGE)
    canvas: Json = {
        "id": name,
        "type": "Canvas",
        "label": {"none": [str(number)]},
        "width": across,
        "height": high,
    }

    def page(kind: str, motivation: str, body: Json) -> list[Json]:
        annotation = {"id": f"{name}/{kind}/1", "type": "Annotation", "motivation": motivation}
        items = [annotation | {"body": body, "target": name}]
        return [{"id": f"{name}/{kind}", "type": "AnnotationPage", "items": items}]

    if number <= PICTURED:
        picture = _picture(f"{base}{number}.webp", "image/webp", size, PAGE)
        canvas["items"] = page("picture", "painting", picture)
    if text.strip():
        told: Json = {"type": "TextualBody", "value": text, "format": "text/plain"}
        canvas["annotations"] = page("text", "supplementing", told | {"language": [language]})
    return canvas


def _metadata(told: Iterable[tuple[str, list[Fact]]]) -> Iterator[Json]:
    """Yield the lines of the record, each in all languages: they come in the same order."""
    codes, lines = zip(*told, strict=True)
    for line in zip(*lines, strict=True):
        several = list(zip(codes, line, strict=True))
        yield {
            "label": {code: [plain(fact.label)] for code, fact in several},
            "value": {code: [plain(v.text) for v in fact.values] for code, fact in several},
        }


def _manifest(library: Library, site: Site, entry: Entry[Any], document: Document) -> Json:
    base = site.absolute(naming.reading(entry, document.name))
    language, record = document.name.language, entry.record
    tellers = {code: Teller(library, site, code) for code in entry.editions}
    titles = {code: [edition.record.title] for code, edition in entry.editions.items()}
    lines = [(code, list(facts.facts(t, entry, "publications"))) for code, t in tellers.items()]
    rights = {code: t.term("rights", record.rights) for code, t in tellers.items()}
    names = {code: site.strings[code]["site_name"] for code in tellers}
    csl = files.FORMATS[-1]
    return {
        "@context": IIIF_CONTEXT,
        "id": site.absolute(naming.manifest(entry, document.name)),
        "type": "Manifest",
        "label": titles,
        "summary": {code: [e.record.description] for code, e in entry.editions.items()},
        "metadata": list(_metadata(lines)),
        # IIIF knows the licences by their addresses with http.
        "rights": rights_of(library, record).replace("https:", "http:"),
        "requiredStatement": {
            "label": {code: [site.strings[code]["column_rights"]] for code in tellers},
            "value": {code: [plain(text)] for code, text in rights.items()},
        },
        "provider": [
            {
                "id": site.absolute(""),
                "type": "Agent",
                "label": {code: [name] for code, name in names.items()},
                "homepage": [_text(site.absolute(""), {c: [n] for c, n in names.items()})],
            }
        ],
        "thumbnail": [
            _picture(f"{base}{COVER_JPEG}", "image/jpeg", document.pdf.pages[0], COVERS[-1])
        ],
        "homepage": [
            _text(site.absolute(entry.address(code)), {code: titles[code]}) | {"language": [code]}
            for code in tellers
        ],
        "rendering": [
            _text(site.absolute(naming.address(entry, document.name)), {"none": ["PDF"]})
            | {"format": "application/pdf", "language": [language]}
        ],
        "seeAlso": [
            {
                "id": site.absolute(paths.citation(entry, language, csl.ending)),
                "type": "Dataset",
                "format": csl.type,
            }
        ],
        "items": [_canvas(base, document, n + 1) for n in range(len(document.pdf.pages))],
    }


def _text(address: str, label: dict[str, list[str]]) -> Json:
    return {"id": address, "type": "Text", "label": label, "format": "text/html"}


def write(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the manifest of every document that has a reading view, by its path."""
    for entry, document in documents.holders(library):
        manifest = _manifest(library, site, entry, document)
        content = (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
        yield naming.manifest(entry, document.name), content
