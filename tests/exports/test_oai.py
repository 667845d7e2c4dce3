"""The OAI-PMH static repository: valid by its specification, equal to the records."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from archive.exports import oai
from archive.schema import KINDS, Show
from archive.schema.fields import rows
from archive.telling.archive import Archives

HERE = Path(__file__).parent
DC = "{http://purl.org/dc/elements/1.1/}"
OAI = "{http://www.openarchives.org/OAI/2.0/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def repository(real_archives: Archives) -> Any:
    """The OAI repository as a gateway reads it."""
    return etree.fromstring(oai.write(real_archives))


def test_repository_is_valid(repository: Any) -> None:
    """The repository is what the specification asks of a static one."""
    grammar = etree.RelaxNG(etree.parse(str(HERE / "static-repository.rng")))
    grammar.validate(repository)

    assert [] == [str(error) for error in grammar.error_log]


def test_datestamps(repository: Any) -> None:
    """No datestamp is before the earliest or after today, and no identifier stands twice."""
    stamps = [e.text for e in repository.iter(f"{OAI}datestamp")]
    identifiers = [e.text for e in repository.iter(f"{OAI}identifier")]

    assert repository.findtext(f".//{OAI}earliestDatestamp") <= min(stamps)
    assert max(stamps) <= dt.date.today().isoformat()
    assert len(identifiers) == len(set(identifiers))


def test_elements_are_dublin_core() -> None:
    """Every element that the model names is one of the fifteen, or refines one of them."""
    for model in (*(kind.model for kind in KINDS.values()), Show):
        for row in rows(model).values():
            assert not row.names.dc or oai.simple(row.names.dc) in oai.ELEMENTS
