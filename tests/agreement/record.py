"""What a record says, told without the help of what writes the site: the side that is right."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from mutagen import File

from archive.content.library import Library
from archive.schema import Credit
from archive.schema.records import Entry

ROLES = {"people": "contributor", "creators": "author", "partners": "partner"}
ROLES |= {"funders": "funder", "publishers": "publisher", "production": "production"}
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_FORMER = re.compile(r"\s*\((?:dříve|dnes|formerly|today) [^)]*\)")


@dataclass(frozen=True)
class Held:
    """A file of the archive as it lies in the item's folder."""

    path: Path

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.path.stat().st_size

    @property
    def sha256(self) -> str:
        """Its checksum."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    @property
    def seconds(self) -> int:
        """The length of a recording, to the second."""
        return round(File(self.path).info.length)


class Elsewhere(NamedTuple):
    """A recording that lies elsewhere, as it was locked."""

    size: int
    sha256: str
    seconds: int


@dataclass(frozen=True)
class Said:
    """An item in a language; ``site`` is the address of the site."""

    library: Library
    entry: Entry[Any]
    language: str
    site: str

    @property
    def record(self) -> Any:
        """The record in the language."""
        return self.entry.editions[self.language].record

    @property
    def folder(self) -> str:
        """The path of the item's page."""
        prefix = "" if self.language == "cs" else f"{self.language}/"
        return f"{prefix}{self.entry.reference.rstrip('/')}/"

    @property
    def url(self) -> str:
        """The address of the item's page."""
        return self.site + self.folder

    def in_language(self, language: str) -> Said:
        """Return the same item in another language."""
        return replace(self, language=language)

    def page(self, reference: str) -> str:
        """Return the address of another item's page."""
        return f"{self.url.removesuffix(self.entry.reference.rstrip('/') + '/')}{reference}/"

    # -- words -----------------------------------------------------------------------------

    def label(self, vocabulary: str, identifier: str, language: str = "") -> str:
        """Return a term's label."""
        return self.library.vocabularies[vocabulary][identifier].label(language or self.language)

    def labels(self, vocabulary: str, field: str) -> list[str]:
        """Return the labels of the terms that a field names."""
        return [self.label(vocabulary, one) for one in getattr(self.record, field, [])]

    def organisation(self, identifier: str, language: str = "") -> str:
        """Return an organisation by the name that stands on a work: no former one beside it."""
        brackets = _BRACKETS if identifier.startswith("iom") else _FORMER
        return brackets.sub("", self.label("organisations", identifier, language))

    def full(self, credit: Credit) -> str:
        """Return the name of who is credited, as the archive knows it."""
        if credit.person:
            name: str = self.library.of("people")[credit.person].record.title
            return name
        return self.organisation(str(credit.organisation))

    def ordered(self, credit: Credit, language: str = "") -> str:
        """Return the name that stands on the work, as catalogues order it: „Nováková, Jana“."""
        if not credit.person:
            return self.organisation(str(credit.organisation), language)
        person = self.library.of("people")[credit.person].record
        name, given = credit.printed or person.title, person.title.removesuffix(person.surname)
        if name.endswith(f" {person.surname}"):
            return f"{person.surname}, {name.removesuffix(f' {person.surname}')}"
        family = name.removeprefix(given)
        return f"{family}, {given.strip()}" if given and family != name else name

    def shown(self, credit: Credit) -> str:
        """Return who is credited as tables tell it, with the programme and „et al.“."""
        label = self.label("organisations", credit.organisation) if credit.organisation else ""
        name = label or credit.printed or self.full(credit)
        programme = self.label("programmes", credit.programme) if credit.programme else ""
        others = {"cs": " a další", "en": " and others"}[self.language] if credit.others else ""
        return name + others + (f" – {programme}" if programme else "")

    # -- credits ---------------------------------------------------------------------------

    def credits(self) -> Iterator[tuple[str, Credit]]:
        """Yield every credit with its role."""
        for field, role in ROLES.items():
            for credit in getattr(self.record, field, []):
                yield credit.role or role, credit

    def with_role(self, *roles: str) -> list[Credit]:
        """Return who has one of some roles."""
        return [credit for role, credit in self.credits() if role in roles]

    # -- titles ----------------------------------------------------------------------------

    def spoken(self) -> list[str]:
        """Return the languages of the work, as far as they are known."""
        languages = getattr(self.record, "languages", [getattr(self.record, "language", "")])
        return [code for code in languages if code]

    def titles(self) -> dict[str, str]:
        """Return the titles that the work has itself, by language."""
        records = {code: edition.record for code, edition in self.entry.editions.items()}
        own = {
            code: record.title
            for code, record in records.items()
            if not (record.title_translated or record.title_descriptive)
        }
        return {code: title for code, title in own.items() if code in self.spoken()} or own

    def is_own(self) -> bool:
        """Tell whether the page bears the title of the work, in a known language of the work."""
        return self.language in self.titles() and self.language in self.record.languages

    def cited(self) -> tuple[str, str]:
        """Return the title as citations have it, and its language.

        What the archive made of a title stands in square brackets (ISO 690, APA 7).
        """
        own, here = self.titles(), self.record.title
        if not own:
            return f"[{here}]", (self.spoken() or [self.language])[0]
        language = self.language if self.language in own else next(iter(own))
        title = own[language]
        return (title if title == here else f"{title} [{here}]"), language

    # -- files -----------------------------------------------------------------------------

    def documents(self) -> dict[str, Held]:
        """Return the newest held document of each language."""
        found: dict[str, tuple[int, Path]] = {}
        for path in self.entry.folder.glob("*.pdf"):
            match = re.fullmatch(r".+?\.(\w\w)(?:\.v(\d+))?\.pdf", path.name)
            assert match is not None
            version = int(match[2] or 1)
            found[match[1]] = max(found.get(match[1], (0, path)), (version, path))
        return {code: Held(path) for code, (_, path) in sorted(found.items())}

    def document_url(self, language: str) -> str:
        """Return the address of the document in a language: in the folder of that page."""
        name = self.documents()[language].path.name.replace(f".{language}.", ".")
        return f"{self.in_language(language).url}{name}"

    def recording(self) -> Held | Elsewhere:
        """Return the recording of an episode."""
        if self.record.audio:
            lock = (self.entry.folder / "audio.lock.yml").read_text(encoding="utf-8")
            told = yaml.safe_load(lock)
            return Elsewhere(told["size"], told["sha256"], round(told["duration"]))
        return Held(self.entry.folder / f"{self.entry.id}.mp3")

    def recording_url(self) -> str:
        """Return the address of the recording, which is the same in every language."""
        return self.record.audio or f"{self.site}{self.entry.reference}/{self.entry.id}.mp3"


# -- dates -----------------------------------------------------------------------------------


def plain(edtf: str | None) -> list[str]:
    """Return the dates of an EDTF date without their marks of doubt; "" for an open end."""
    parts = re.split("[/,]", (edtf or "").strip("{}[]"))
    return ["" if part in ("", "..") else part.rstrip("?~%") for part in parts]


def years_of(edtf: str | None) -> list[int]:
    """Return the year of each date that is told."""
    return [int(part[:4]) for part in plain(edtf) if part]


def first_year(edtf: str | None) -> str:
    """Return the first year that a date names, or nothing."""
    found = years_of(edtf)
    return str(found[0]) if found else ""
