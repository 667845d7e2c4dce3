"""Which word stands where: the index of one language, before it is written."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archive.search import words
from archive.search.documents import Document

# Between two parts of a text: no word, so that words are counted part by part.
PART = "\n"


@dataclass
class Laid:
    """A document laid out as one run of words, which are counted from nought.

    ``titled`` words are its title, then up to ``named`` its other names; the places begin at
    the words in ``starts``.
    """

    document: Document
    text: str
    forms: list[str]
    titled: int
    named: int
    starts: list[int]

    def offsets(self) -> list[int]:
        """Return where each word begins in the text."""
        return [found.start() for found in words.WORD.finditer(self.text)]


def lay(document: Document) -> Laid:
    """Lay the parts of a document one after the other."""
    years = sorted(set(document.years or ()))
    parts = [document.title, PART.join([*document.names, *map(str, years)])]
    forms: list[str] = []
    ends = []
    for part in parts:
        forms += words.WORD.findall(part)
        ends.append(len(forms))
    starts = []
    for place in document.places:
        starts.append(len(forms))
        part = f"{place.heading}{PART}{place.text}" if place.heading else place.text
        parts.append(part)
        forms += words.WORD.findall(part)
    return Laid(document, PART.join(parts), forms, ends[0], ends[1], starts)


# A place is the number of a document and, in the lower bits, that of a word in it: millions of
# them lie in plain arrays.
WORDS = 32


def _no_places() -> array[int]:
    return array("Q")


@dataclass
class Form:
    """A word as it is written, and where: each place is ``document << WORDS | word``."""

    form: str
    places: array[int] = field(default_factory=_no_places)

    @property
    def documents(self) -> int:
        """Return how many documents have it."""
        return len({place >> WORDS for place in self.places})


@dataclass
class Index:
    """The words of one language."""

    language: str
    laid: list[Laid] = field(default_factory=list)
    forms: dict[str, Form] = field(default_factory=dict)
    # Whole names and numbers of books, filed under a key of their own.
    named: dict[str, Form] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Note every word of a document."""
        first, laid, forms = len(self.laid) << WORDS, lay(document), self.forms
        self.laid.append(laid)
        for place, written in enumerate(laid.forms, first):
            form = written.lower()
            if form not in forms:
                forms[form] = Form(form)
            forms[form].places.append(place)
        for key, word in _whole(laid):
            self.named.setdefault(key, Form(key)).places.append(first + word)

    def keys(self) -> dict[str, list[Form]]:
        """Return the forms by what they have in common, in the order of the keys."""
        found: dict[str, list[Form]] = {}
        for form in self.forms.values():
            if key := words.key(form.form, self.language):
                found.setdefault(key, []).append(form)
        for key, form in self.named.items():
            found.setdefault(key, []).append(form)
        return dict(sorted(found.items()))


def _whole(laid: Laid) -> Iterator[tuple[str, int]]:
    """Yield the keys of a document's whole names, and of the ISBNs in it, with their places."""
    for name in dict.fromkeys([laid.document.title, *laid.document.names]):
        if key := words.name_key(name):
            yield key, 0
    offsets: list[int] = []
    for start, core in words.isbns(laid.text):
        offsets = offsets or laid.offsets()
        yield core, bisect_left(offsets, start)


def build(language: str, documents: Iterable[Document]) -> Index:
    """Return the index of a language."""
    index = Index(language)
    for document in documents:
        index.add(document)
    return index


__all__ = ["WORDS", "Form", "Index", "Laid", "build", "lay"]
