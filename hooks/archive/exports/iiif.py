"""``manifest.json`` beside the reading view: a held document for IIIF viewers.

Source: IIIF Presentation API 3.0. Each page is a canvas with its picture and its text; a page
without a picture (see ``documents.sizes``) has its text alone. The pictures are plain files:
a static host has no image service.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from archive.citing import files
from archive.citing.signposting import IIIF_CONTEXT
from archive.content.settings import Site
from archive.documents.facts import Document
from archive.documents.sizes import COVER_JPEG, COVERS, PAGE, PICTURED, pixels
from archive.schema import DEFAULT_LANGUAGE, paths
from archive.telling.archive import Archives
from archive.telling.parts import Fact, HeldDocument, Item

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


def _metadata(editions: Mapping[str, Item]) -> Iterator[Json]:
    """Yield the lines of the record, each in all languages: they come in the same order."""
    # Those that tell a field; what is said of the file, the manifest itself says.
    lines = ([fact for fact in item.facts if fact.name] for item in editions.values())
    by_line: Iterator[tuple[Fact, ...]] = zip(*lines, strict=True)
    for line in by_line:
        several = list(zip(editions, line, strict=True))
        yield {
            "label": {code: [fact.label] for code, fact in several},
            "value": {code: [value.text for value in fact.values] for code, fact in several},
        }


def _provider(archives: Archives, editions: Iterable[str], site: Site) -> Json:
    names = {code: [archives[code].words["site_name"]] for code in editions}
    home = site.absolute("")
    return {"id": home, "type": "Agent", "label": names, "homepage": [_text(home, names)]}


def _manifest(archives: Archives, item: Item, held: HeldDocument) -> Json:
    site, document = archives[item.language].site, held.document
    base, language = site.absolute(held.reading), document.name.language
    editions = {code: archives[code].same(item) for code in item.languages}
    titles = {code: [edition.title] for code, edition in editions.items()}
    csl = files.FORMATS[-1]
    return {
        "@context": IIIF_CONTEXT,
        "id": site.absolute(held.manifest),
        "type": "Manifest",
        "label": titles,
        "summary": {code: [edition.description] for code, edition in editions.items()},
        "metadata": list(_metadata(editions)),
        # IIIF knows the licences by their addresses with http.
        "rights": item.rights.replace("https:", "http:"),
        "requiredStatement": {
            "label": {code: [archives[code].words["column_rights"]] for code in editions},
            "value": {
                code: [value.text for value in edition.values["rights"]]
                for code, edition in editions.items()
            },
        },
        "provider": [_provider(archives, editions, site)],
        "thumbnail": [
            _picture(f"{base}{COVER_JPEG}", "image/jpeg", document.pdf.pages[0], COVERS[-1])
        ],
        "homepage": [
            _text(site.absolute(item.address(code)), {code: titles[code]}) | {"language": [code]}
            for code in editions
        ],
        "rendering": [
            _text(site.absolute(held.href), {"none": ["PDF"]})
            | {"format": "application/pdf", "language": [language]}
        ],
        "seeAlso": [
            {
                "id": site.absolute(paths.citation(item, language, csl.ending)),
                "type": "Dataset",
                "format": csl.type,
            }
        ],
        "items": [_canvas(base, document, n + 1) for n in range(len(document.pdf.pages))],
    }


def _text(address: str, label: dict[str, list[str]]) -> Json:
    return {"id": address, "type": "Text", "label": label, "format": "text/html"}


def write(archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield the manifest of every document that has a reading view, by its path."""
    for item in archives[DEFAULT_LANGUAGE].of("publications"):
        for held in item.current_documents:
            manifest = _manifest(archives, item, held)
            text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
            yield held.manifest, text.encode()
