"""What a PDF says of itself. The only importer of pikepdf.

pikepdf (qpdf) reads the structure: title, language, tags, encryption, fonts, damage; what
a page says and looks like is pdfium's (``drawing``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from archive.documents.drawing import draw_text
from archive.documents.facts import Pdf, UnreadableDocument
from archive.schema.problems import Text

# ISO 32000: the end of the file is marked; Acrobat looks for the mark in the last 1024 bytes.
_END, _TAIL = b"%%EOF", 1024
OPEN = Text(
    "PDF, které jde otevřít bez hesla; uložte je bez zabezpečení",
    "a PDF that opens without a password; save it without protection",
)


def _title(pdf: pikepdf.Pdf) -> str:
    """Return the title: that of XMP, which PDF 2.0 wants, or else the older one."""
    try:
        # Not as a context, which would write it back.
        told = str(pdf.open_metadata().get("dc:title") or "")
    except Exception:  # noqa: BLE001 - broken XML; the other place may still tell
        told = ""
    try:
        return " ".join((told or str(pdf.docinfo.get("/Title", ""))).split())
    except Exception:  # noqa: BLE001
        return ""


def _tagged(root: pikepdf.Object) -> bool:
    """Tell whether it says that it is tagged, and has tags."""
    marks = root.get("/MarkInfo")
    marked = isinstance(marks, pikepdf.Dictionary) and bool(marks.get("/Marked", False))
    return marked and isinstance(root.get("/StructTreeRoot"), pikepdf.Dictionary)


def _fonts(resources: object, seen: set[tuple[int, int]]) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield the fonts of a page or of a form on it; each form once."""
    if not isinstance(resources, pikepdf.Dictionary):
        return
    fonts = resources.get("/Font")
    yield from fonts.items() if isinstance(fonts, pikepdf.Dictionary) else ()
    forms = resources.get("/XObject")
    for _, form in forms.items() if isinstance(forms, pikepdf.Dictionary) else ():
        if form.objgen not in seen and isinstance(form, pikepdf.Stream):
            seen.add(form.objgen)
            yield from _fonts(form.get("/Resources"), seen)


def _type3(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the names of the Type 3 fonts, of which Scholar cannot read the letters."""
    seen: set[tuple[int, int]] = set()
    found = set()
    for page in pdf.pages:
        for name, font in _fonts(page.obj.get("/Resources"), seen):
            if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type3":
                found.add(str(font.get("/Name", name)).lstrip("/"))
    return tuple(sorted(found))


def _faults(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return what qpdf complains of, every stream of the file decoded."""
    told = [*pdf.check_pdf_syntax(), *(str(warning) for warning in pdf.get_warnings())]
    return tuple(dict.fromkeys(line.rpartition(": ")[2].strip() for line in told))


def _structure(path: Path) -> dict[str, Any]:
    with pikepdf.open(path, suppress_warnings=True) as pdf:
        root = pdf.Root
        language = root.get("/Lang", "")
        return {
            "title": _title(pdf),
            "language": str(language).strip() if isinstance(language, pikepdf.String) else "",
            "tagged": _tagged(root),
            "encrypted": pdf.is_encrypted,
            "type3": _type3(pdf),
            "faults": _faults(pdf),
        }


def read(path: Path) -> Pdf:
    """Read a PDF. Raises UnreadableDocument when it cannot be published."""
    with path.open("rb") as file:
        if not file.read(_TAIL).lstrip().startswith(b"%PDF-"):
            raise UnreadableDocument("není to PDF / no PDF")
        file.seek(max(path.stat().st_size - _TAIL, 0))
        if _END not in file.read():
            raise UnreadableDocument("useknuté, chybí konec / cut short, its end is missing")
    try:
        told = _structure(path)
    except pikepdf.PasswordError:
        raise UnreadableDocument("chráněné heslem / protected by a password", OPEN) from None
    except Exception as error:  # a damaged file can raise nearly anything
        raise UnreadableDocument("poškozené / damaged") from error
    try:
        drawn = draw_text(path)
    except Exception as error:
        raise UnreadableDocument("stránky nejdou zobrazit / its pages cannot be shown") from error
    if not drawn.pages:
        raise UnreadableDocument("bez stránek / without pages")
    return Pdf(pages=drawn.pages, texts=drawn.texts, largest=drawn.largest, **told)
