"""What is known of a document, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from archive.documents.naming import Name
from archive.documents.page_text import is_empty
from archive.schema.problems import Text

WHOLE = Text(
    "celé PDF, které jde otevřít; nahrajte ho znovu, nebo je znovu uložte v programu, kde vzniklo",
    "a whole PDF that can be opened; upload it again, or save it anew where it was made",
)


class UnreadableDocument(Exception):
    """A PDF that cannot be published: what was found, what is expected."""

    def __init__(self, found: str, expected: Text = WHOLE) -> None:
        super().__init__(found)
        self.found, self.expected = found, expected


@dataclass(frozen=True)
class Pdf:
    """What a PDF is: sizes of pages in points, the text of each page as cleaned lines.

    ``largest`` is the largest text of the first page and its size in points; ``type3`` the
    names of Type 3 fonts; ``faults`` what qpdf had to mend to read it.
    """

    pages: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]
    title: str
    language: str
    tagged: bool
    encrypted: bool
    type3: tuple[str, ...]
    largest: tuple[str, float]
    faults: tuple[str, ...]

    @property
    def silent(self) -> list[int]:
        """The numbers of the pages without text: scans, pictures, blank pages."""
        return [n for n, text in enumerate(self.texts, 1) if is_empty(text)]

    @property
    def scanned(self) -> bool:
        """Whether it is pictures of pages alone: more than half of them say nothing."""
        return 2 * len(self.silent) > len(self.pages)


class PdfTold(TypedDict):
    """What JSON makes of a PDF."""

    pages: list[tuple[float, float]]
    texts: list[str]
    title: str
    language: str
    tagged: bool
    encrypted: bool
    type3: list[str]
    largest: tuple[str, float]
    faults: list[str]


def from_json(told: PdfTold) -> Pdf:
    """Return a PDF from what JSON has made of it."""
    text, size = told["largest"]
    return Pdf(
        pages=tuple((width, height) for width, height in told["pages"]),
        texts=tuple(told["texts"]),
        title=told["title"],
        language=told["language"],
        tagged=told["tagged"],
        encrypted=told["encrypted"],
        type3=tuple(told["type3"]),
        largest=(text, size),
        faults=tuple(told["faults"]),
    )


@dataclass(frozen=True)
class Document:
    """A held document: its name, its bytes in number and SHA-256, and what it is."""

    name: Name
    size: int
    sha256: str
    pdf: Pdf
