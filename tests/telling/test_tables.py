"""Tables in texts: a region of their own that scrolls, and that has a name."""

from __future__ import annotations

import pytest

from archive.pages import item, table_regions
from archive.schema import LANGUAGES
from archive.telling.archive import Archives

TABLE = "<table><tr><td>1</td></tr></table>"
NAME = "Tabulka: {heading}"


def test_a_table_is_named_by_the_heading_above_it() -> None:
    """The region says which table it is and takes the focus; the heading's tags are left out."""
    told = table_regions.in_regions(
        f'<h2 id="a">Kdo <em>&amp;</em> kdy</h2>\n{TABLE}', NAME, "Zpráva"
    )

    region = '<div class="scroll" role="region" tabindex="0" aria-label="Tabulka: Kdo &amp; kdy">'
    assert f'<h2 id="a">Kdo <em>&amp;</em> kdy</h2>\n{region}{TABLE}</div>' == told


def test_a_table_without_a_heading_is_named_by_the_page() -> None:
    """Where no heading stands above, the title of the page does."""
    assert 'aria-label="Tabulka: Zpráva"' in table_regions.in_regions(TABLE, NAME, "Zpráva")


def test_two_tables_have_two_names() -> None:
    """Tables below one heading are counted, so that a list of regions tells them apart."""
    told = table_regions.in_regions(f"<h2>Čísla</h2>{TABLE}{TABLE}", NAME, "")

    assert 'aria-label="Tabulka: Čísla"' in told
    assert 'aria-label="Tabulka: Čísla (2)"' in told


def test_a_text_without_a_table_stays() -> None:
    """Nothing else is touched."""
    assert "<h2>A</h2><p>b</p>" == table_regions.in_regions("<h2>A</h2><p>b</p>", NAME, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_groups_of_a_page_share_a_name(real_archives: Archives, language: str) -> None:
    """What comes of two projects is told apart by the project, in headings and in landmarks."""
    for reference, told in real_archives[language].items.items():
        titles = [group.title for group in item.view(real_archives, told).groups]
        assert len(set(titles)) == len(titles), reference
