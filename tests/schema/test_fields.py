"""The field table: one row a field, with its name in every standard or the reason for none."""

from __future__ import annotations

from dataclasses import fields

import pytest
from pydantic import BaseModel

from archive.content.settings import Site
from archive.kinds.episodes import SHOW
from archive.schema import KINDS, Event, Home, Page, Show
from archive.schema.fields import Names, Row, rows
from archive.schema.kinds import Kind, Whole
from archive.telling.archive import Archives
from archive.telling.facts import order
from archive.telling.values import TELLERS

MODELS: list[type[BaseModel]] = [*(k.model for k in KINDS.values()), Show, Page, Home, Event]
ROWS = [(model, name, row) for model in MODELS for name, row in rows(model).items()]
STANDARDS = [field.name for field in fields(Names) if field.name not in ("without", "page")]


def named(one: tuple[type[BaseModel], str, Row]) -> str:
    """Return what a row is called in a report."""
    return f"{one[0].__name__}.{one[1]}"


@pytest.mark.parametrize("one", ROWS, ids=named)
def test_every_row_is_whole(one: tuple[type[BaseModel], str, Row]) -> None:
    """A field has labels, an example that begins with its name, and a teller for its values."""
    _, name, row = one

    assert row.label["cs"]
    assert row.label["en"]
    assert row.example.startswith(f"{name}:")
    assert row.value.partition(":")[0] in TELLERS


@pytest.mark.parametrize("one", ROWS, ids=named)
def test_every_standard_is_named_or_the_reason_told(
    one: tuple[type[BaseModel], str, Row],
) -> None:
    """Where a standard has no name for a field, the row says why."""
    names = one[2].names
    missing = [standard for standard in STANDARDS if not getattr(names, standard)]

    assert not missing or len(names.without) > 10, missing


def test_no_teller_is_idle() -> None:
    """Each type of value is that of some field."""
    assert set(TELLERS) == {row.value.partition(":")[0] for _, _, row in ROWS}


@pytest.mark.parametrize("kind", [*KINDS.values(), SHOW], ids=lambda kind: kind.name)
def test_a_page_shows_what_the_table_says(kind: Kind | Whole) -> None:
    """The lines of a page are fields whose row says so, each once."""
    shown = order(kind)

    assert all(rows(kind.model)[name].names.page for name in shown)
    assert len(shown) == len(set(shown))


def test_values_keep_what_the_record_states(toy_archives: Archives, toy_site: Site) -> None:
    """A value holds the raw value beside its words."""
    work = toy_archives["cs"].items["publications/zprava-o-jezere"]

    assert [value.raw for value in work.values["themes"]] == work.record.themes
    assert [value.raw for value in work.values["languages"]] == work.record.languages
