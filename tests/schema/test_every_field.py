"""Every field and every choice of every kind: filled in, built, and read back by hand.

``every_field/records.yml`` states them, ``every_field/expected.yml`` says what each standard
must say of each. Neither is made from the field table, and nor are the readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from agreement.forms import FORMS, Built, Form
from agreement.standards import READERS
from archive import checks
from archive.content.library import Library
from archive.schema import KINDS, LANGUAGES, Event, Home, Item, Page, Show
from archive.schema.fields import rows
from archive.schema.frontmatter import load_yaml
from archive.telling.archive import tell
from conftest import TODAY, build, made_once, toy_settings
from every_field import FOLDER, make
from graphs import by_name, everything
from schema_terms import faults

Place = tuple[str, ...]
# What no record can state, with the reason.
UNSTATED: dict[Place, str] = {
    ("Show", "confidence", "low"): "an archive has one show, and two archives are read here",
    ("Home", "moved_from"): "the front door cannot have been elsewhere",
}


def _make(target: Path) -> None:
    done = build(make(target))
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of every field, built."""
    return made_once(tmp_path_factory, "every-field", _make)


@pytest.fixture(scope="module")
def content(root: Path) -> Library:
    """That archive as read."""
    return checks.load(root, today=TODAY)


# -- whether everything is filled in -------------------------------------------------------------


def _inside(annotation: Any) -> Iterator[Any]:
    """Yield a type and all that stand inside it."""
    yield annotation
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _inside(part)


def _wanted(model: type[BaseModel]) -> Iterator[Place]:
    """Yield every field of a model, and every choice of those that have choices."""
    for name, info in model.model_fields.items():
        yield (name,)
        for part in _inside(info.annotation):
            if get_origin(part) is Literal:
                yield from ((name, str(choice)) for choice in get_args(part))
            elif part is bool:
                yield from ((name, choice) for choice in ("True", "False"))


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those of which its fields are made, such as a credit."""
    yield model
    for info in model.model_fields.values():
        for part in _inside(info.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _parts(part)


def _stated(record: BaseModel) -> Iterator[tuple[type[BaseModel], Place]]:
    """Yield every field and choice that a record and its parts state."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if value in (None, "", [], {}):
            continue
        yield type(record), (name,)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, BaseModel):
                yield from _stated(one)
            else:
                yield type(record), (name, str(one))


def _records(content: Library) -> Iterator[BaseModel]:
    pages = content.pages.values()
    for entry in [*content.every_and_show(), *content.every_withdrawn(), *pages]:
        yield from (edition.record for edition in entry.editions.values())
    yield from (dated.event for dated in content.events)


# Every kind, and every part of their records once.
MODELS = dict.fromkeys(
    part
    for model in [*(kind.model for kind in KINDS.values()), Show, Page, Home, Event]
    for part in _parts(model)
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_and_choice_is_stated(
    model: type[BaseModel], content: Library, toy_library: Library
) -> None:
    """A field that is new, or a new choice of one, is given to a record in records.yml."""
    records = [*_records(content), *_records(toy_library)]
    found = {place for record in records for of, place in _stated(record) if of is model}
    unstated = {place[1:] for place in UNSTATED if place[0] == model.__name__}

    assert unstated == set(_wanted(model)) - found


# -- whether every standard says it --------------------------------------------------------------

Names = dict[str, Any]
_TEXT = (FOLDER / "expected.yml").read_text(encoding="utf-8")
EXPECTED: dict[str, dict[str, dict[str, Names]]] = load_yaml(_TEXT)[0]  # type: ignore[assignment]
EVERY = EXPECTED.pop("every")
# The record of each model in which every field is stated; what it cannot state, another does.
FULL: dict[str, type[BaseModel]] = {f"{name}/vse": kind.model for name, kind in KINDS.items()}
FULL |= {"podcast": Show, "about": Page, "": Home, "history/2016-07-08": Event}


def _expected(record: str, standard: str) -> dict[str, Names]:
    """Return what a standard must say of the fields of a record."""
    common = EVERY if issubclass(FULL.get(record, Event), Item) else {}
    return {
        name: told[standard]
        for stated in (common, EXPECTED[record])
        for name, told in stated.items()
        if standard in told
    }


def _names(model: type[BaseModel], standard: str) -> dict[str, set[str]]:
    """Return the fields of a model that a standard must tell, each with the names for it there."""
    (full,) = (record for record, one in FULL.items() if one is model)
    kind, _, identifier = full.partition("/")
    more = [
        one for one in EXPECTED if one not in FULL and identifier and one.startswith(f"{kind}/")
    ]
    found: dict[str, set[str]] = {}
    for record in [full, *more]:
        for name, told in _expected(record, standard).items():
            found.setdefault(name, set()).update(told.keys() - {"not", "because"})
    return found


@pytest.mark.parametrize("standard", READERS)
@pytest.mark.parametrize("record", EXPECTED)
def test_a_standard_says_what_it_must(record: str, standard: str, root: Path) -> None:
    """Of every field, under the name that the standard has for it; and what not, nowhere."""
    expected = _expected(record, standard)
    told = READERS[standard](root / "site", record) if expected else {}
    wrong = []
    for field, names in expected.items():
        if "not" in names:
            said = [text for texts in told.values() for text in texts if names["not"] in text]
            wrong += [f"{field}: says {said}, though {names['because']}"] if said else []
            continue
        for name, value in names.items():
            wanted, found = {*(value if isinstance(value, list) else [value])}, told.get(name, [])
            wrong += [] if wanted <= {*found} else [f"{field}: {name} says {found}, not {value}"]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("standard", READERS)
@pytest.mark.parametrize("model", FULL.values(), ids=lambda model: model.__name__)
def test_what_the_table_names_is_expected(model: type[BaseModel], standard: str) -> None:
    """A row that names a standard has an expectation there, and one that names none has none."""
    called = "dc" if standard == "oai" else standard
    named = {
        name
        for name, row in rows(model).items()
        if (row.names.page if standard == "page" else row.names.by(called))
    }

    assert named == _names(model, standard).keys()


def _bare(name: str) -> str:
    """Return a name without where it stands: in a head, of the page, inside another."""
    if name.startswith("DC"):
        element = name.split(".")[1]
        return "source" if element == "references" else element
    return name.rpartition(".")[2]


@pytest.mark.parametrize("standard", [name for name in READERS if name not in ("oai", "page")])
def test_what_the_table_calls_it_is_read(standard: str) -> None:
    """What a row calls its field in a standard is a name under which some record is read."""
    read: dict[int, set[str]] = {}
    for model in FULL.values():
        for name, told in _names(model, standard).items():
            read.setdefault(id(rows(model)[name]), set()).update(map(_bare, told))
    unread = {
        (model.__name__, name, one)
        for model in FULL.values()
        for name, row in rows(model).items()
        for one in filter(None, row.names.by(standard).split(", "))
        if one not in read.get(id(row), set())
    }

    assert set() == unread


# -- whether all forms agree ---------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_forms_agree(form: Form, language: str, root: Path, content: Library) -> None:
    """The independent readers of every form find the records, in each language, field by field."""
    found = form.faults(Built(root / "site", content), language)

    assert not found, "\n".join(found)


def test_only_terms_of_schema_org(content: Library) -> None:
    """Every type and property is schema.org's, and stands where schema.org has it."""
    whole = everything(tell(content, toy_settings(content)))
    known = by_name(whole)

    assert set() == {fault for graph in whole.values() for fault in faults(graph, known)}
