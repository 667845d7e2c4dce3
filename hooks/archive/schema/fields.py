"""The kinds of value that a field can hold, and how a field is described."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import EllipsisType
from typing import Annotated, Any, Literal, TypeVar, cast

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from archive.language import dates
from archive.schema.languages import DEFAULT_LANGUAGE

T = TypeVar("T")


@dataclass(frozen=True)
class Names:
    """What the standards call a field; the empty name means that a standard does not tell it.

    ``without`` is the reason for every empty name; a field that all standards know needs none.
    ``dc`` Dublin Core (DCMI Metadata Terms), ``schema_org`` a property of schema.org, ``csl`` a
    variable of CSL 1.0.2, ``bibtex`` a field of BibLaTeX 3.20, ``ris`` a tag of RIS,
    ``highwire`` a ``citation_*`` of Google Scholar, ``csv`` a column of the tables, ``facet`` a
    facet of the catalogue; ``page`` tells whether it is a line of the record on its page.
    """

    without: str = ""
    dc: str = ""
    schema_org: str = ""
    csl: str = ""
    bibtex: str = ""
    ris: str = ""
    highwire: str = ""
    csv: str = ""
    facet: str = ""
    page: bool = False

    def by(self, standard: str) -> str:
        """Return what a standard calls the field."""
        return str(getattr(self, standard))


@dataclass(frozen=True)
class Row:
    """A row of the field table: all that is known of a field, in one place.

    ``value`` is the type of its values, by which they are told (``telling.values``); behind a
    colon it names the vocabulary. OAI takes the name of Dublin Core.
    """

    label: Mapping[str, str]
    help: Mapping[str, str]
    example: str
    value: str
    names: Names
    translated: bool


def about(  # noqa: PLR0913 - one argument for each thing a field tells of itself
    cs: str,
    en: str,
    default: T | Callable[[], T] | EllipsisType = ...,
    *,
    example: str,
    value: str,
    names: Names,
    translated: bool = False,
    help_cs: str = "",
    help_en: str = "",
) -> T:
    """Declare a field: its row in the table.

    ``translated`` fields may stand in the files of further languages; all others are
    inherited from the Czech file. What it returns has the type of the field, for the checker.
    """
    labels, helps = {"cs": cs, "en": en}, {"cs": help_cs, "en": help_en}
    extra: dict[str, Any] = {"label": labels, "translated": translated, "help": helps}
    extra |= {"dc": names.dc, "schema_org": names.schema_org}
    kind = {"default_factory": default} if callable(default) else {"default": default}
    info: FieldInfo = Field(**kind, title=en, examples=[example], json_schema_extra=extra)
    info.metadata.append(Row(labels, helps, example, value, names, translated))
    # As pydantic's own ``Field``: of the type that the field has, whatever stands there.
    return cast(T, info)


def row(model: type[BaseModel], name: str) -> Row:
    """Return the row of a field. Raises StopIteration for a field that is not in the table."""
    return next(part for part in model.model_fields[name].metadata if isinstance(part, Row))


# The tables that have been asked for: every writer asks for each item.
_TABLES: dict[type[BaseModel], Mapping[str, Row]] = {}


def rows(model: type[BaseModel]) -> Mapping[str, Row]:
    """Return the table of a kind of record: its rows by the names of the fields, in order."""
    if model not in _TABLES:
        _TABLES[model] = {name: row(model, name) for name in model.model_fields}
    return _TABLES[model]


def further(
    model: type[BaseModel], standard: str, composed: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the fields that a standard names, with their names, but those composed otherwise."""
    for name, one in rows(model).items():
        if name not in composed and (called := one.names.by(standard)):
            yield name, called


def stated(record: BaseModel, name: str) -> object:
    """Return what a record states in a field; nothing where its kind has no such field."""
    return getattr(record, name, None)


def _edtf(value: str) -> str:
    try:
        dates.parse(value)
    except ValueError as error:
        raise PydanticCustomError("edtf", "not an EDTF date") from error
    return value


def _isbn(value: str) -> str:
    digits = value.replace("-", "").replace(" ", "").upper()
    if len(digits) == 10:
        numbers = [10 if d == "X" else int(d) for d in digits if d.isdigit() or d == "X"]
        good = len(numbers) == 10 and sum(n * (10 - i) for i, n in enumerate(numbers)) % 11 == 0
    else:
        good = len(digits) == 13 and digits.isdigit()
        good = good and sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    if not good:
        raise PydanticCustomError("isbn", "not an ISBN")
    return value


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n\x00-\x1f]+$")
]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=40, max_length=600)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Isbn = Annotated[str, AfterValidator(_isbn)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# The DOI Handbook, 2.2: a prefix that names who gave it, a slash, whatever they chose.
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Guid = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
]

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# Nearly a UUID: a slip of the hand, which must not pass for another host's GUID.
_NEARLY_UUID = re.compile(r"[0-9a-fA-F-]{26,46}")


def _foreign_guid(value: str) -> str:
    """Take a UUID, or whatever another host gave an episode: its letters are its identity."""
    slip = value.count("-") >= 3 and _NEARLY_UUID.fullmatch(value) and not _UUID.fullmatch(value)
    control = any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in value)
    if slip or control or value != value.strip() or value.startswith("SEM-VLO"):
        raise PydanticCustomError("guid", "not a GUID")
    return value


FeedGuid = Annotated[
    str, StringConstraints(min_length=1, max_length=255), AfterValidator(_foreign_guid)
]


def _language(value: str) -> str:
    try:
        Locale.parse(value)
    except (UnknownLocaleError, ValueError) as error:
        raise PydanticCustomError("language", "not a language code") from error
    return value


def _written(value: object) -> object:
    """Refuse a bare number, which pydantic would take for seconds since 1970."""
    if not isinstance(value, str):
        raise PydanticCustomError("datetime_type", "not a date and time")
    return value


Language = Annotated[str, AfterValidator(_language)]
Moment = Annotated[dt.datetime, BeforeValidator(_written)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s/]+[^\s]*$")]
ItemReference = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9-]+$")]
Confidence = Literal["high", "medium", "low"]


class Strict(BaseModel):
    """A record that refuses fields it does not know and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Credit(Strict):
    """A person's or an organisation's part in an item."""

    person: Identifier | None = None
    organisation: Identifier | None = None
    role: Identifier | None = None
    printed: Line | None = Field(None, alias="as")
    programme: Identifier | None = None
    note: Line | None = None
    others: bool = False


def _organisation(value: object) -> object:
    """Let a bare id stand for a credit without role or programme."""
    return {"organisation": value} if isinstance(value, str) else value


OrganisationCredit = Annotated[Credit, BeforeValidator(_organisation)]


class Community(Strict):
    """The group of people that an episode visits."""

    name: Line


Seconds = Annotated[float, Field(ge=0)]


SeasonName = Annotated[Line, StringConstraints(max_length=128)]


class Funding(Strict):
    """Where listeners may give money (``podcast:funding``)."""

    url: Address
    text: Annotated[str, StringConstraints(min_length=1, max_length=128)]


class Txt(Strict):
    """Free text for machines (``podcast:txt``), such as a proof of ownership."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=4000)]
    purpose: Annotated[str, StringConstraints(min_length=1, max_length=128)] | None = None


class Trailer(Strict):
    """A trailer of the show (``podcast:trailer``)."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=128)]
    url: Address
    published: Moment
    length: int | None = None
    type: Line | None = None
    season: int | None = None


class Publisher(Strict):
    """The publisher's own feed (``podcast:publisher``)."""

    guid: Guid
    url: Address | None = None


class Mark(Strict):
    """A chapter: ``start`` in seconds from the beginning."""

    start: Seconds
    title: Line


class Soundbite(Strict):
    """A part worth hearing by itself (``podcast:soundbite``), 15 to 120 seconds long."""

    start: Seconds
    duration: Annotated[float, Field(ge=15, le=120)]
    title: Annotated[str, StringConstraints(max_length=128)] | None = None


class Correction(Strict):
    """What was changed in a published recording, and when."""

    date: Edtf
    note: Line


class Version(Strict):
    """Why there is a later version of a document; ``reason`` is by language."""

    file: Line
    date: Edtf
    reason: dict[str, Line]


def _in_czech(value: object) -> object:
    """Let a bare text stand for the Czech one."""
    return {DEFAULT_LANGUAGE: value} if isinstance(value, str) else value


class Withdrawal(Strict):
    """Why something is no longer here; its address stays.

    ``note`` is by language. Where personal data are the reason, the title goes too,
    unless ``keep_title`` says that nobody is in it.
    """

    date: Edtf
    reason: Literal["personal-data", "rights", "superseded", "error"]
    note: Annotated[dict[str, Line], BeforeValidator(_in_czech)] = Field(default_factory=dict)
    replaced_by: ItemReference | None = None
    keep_title: bool = False

    @property
    def title_stays(self) -> bool:
        """Tell whether the title may still be shown."""
        return self.keep_title or self.reason != "personal-data"
