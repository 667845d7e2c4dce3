"""The catalogue as a reader meets it: choices, counts, the address, the keyboard, no scripts."""

from __future__ import annotations

import gzip
import itertools
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from archive.content import facets, settings
from archive.content.library import Library
from archive.content.settings import Site
from archive.language import dates
from archive.language.collation import sort_key
from archive.language.typography import plain
from archive.pages import catalogue
from archive.pages.catalogue import PAGE
from archive.telling.archive import tell
from conftest import ROOT, Visit, until
from measuring.catalogue import grown

# Choices of every kind and how they combine; the years overlap, unknown ones are left out.
# So many values of a facet are unfolded at once.
MANY = 100
CHOICES = [
    "theme=integration",
    "theme=education&theme=integration",
    "kind=publications&theme=ukraine-response&type=dtm-report",
    "country=GE&from=2003&to=2010",
    "language=en&language=fr&holding=link",
    "person=lucie-sladkova",
    "from=2012",
    "to=2001&sort=oldest",
    "kind=projects&sort=newest",
]


def years(entry: Any) -> tuple[int, int] | None:
    """Return the first and the last year that are known of a record."""
    return dates.parse(entry.record.date).years if entry.record.date else None


def fits(entry: Any, query: str, *, leaving_out: str = "") -> bool:
    """Tell whether a record fits a query, as the records alone say."""
    asked = parse_qs(query)
    values = facets.of(entry)
    span = years(entry)
    low, high = int(asked.get("from", ["0"])[0]), int(asked.get("to", ["9999"])[0])
    if (low or high < 9999) and not (span and span[1] >= low and span[0] <= high):
        return False
    named = [name for name in facets.NAMES if name in asked and name != leaving_out]
    return all(set(asked[name]) & set(values[name]) for name in named)


def counts_beside(page: Any) -> dict[str, dict[str, int]]:
    """Return the numbers beside the values of each facet, as the page shows them."""
    told = page.evaluate("""[...document.querySelectorAll("[data-facet] input[type=checkbox]")].map(
        (i) => [i.name, i.value, i.closest("label").querySelector(".count").textContent])""")
    found: dict[str, dict[str, int]] = {}
    for name, value, count in told:
        found.setdefault(name, {})[value] = int(re.sub(r"\D", "", count))
    return found


def recounted(library: Library, query: str, name: str) -> Counter[str]:
    """Count the values of a facet among what fits all other limits."""
    entries = [e for e in library.every() if fits(e, query, leaving_out=name)]
    return Counter(value for entry in entries for value in facets.of(entry)[name])


def number(page: Any) -> int:
    """Return the number of records that the heading tells."""
    return int(re.sub(r"\D", "", page.inner_text("[data-count]")))


def pages_of(page: Any) -> list[str]:
    """Return the addresses of all pages of the list."""
    numbers = page.locator("[data-pager] a:not([rel])")
    return list(numbers.evaluate_all("(all) => all.map((a) => a.href)"))


def ready(page: Any) -> None:
    """Wait until the choices of the address are shown."""
    page.wait_for_selector(".chips:not([hidden])", state="attached")


def check_counts(page: Any, library: Library, query: str) -> None:
    """Compare what the page tells of a query with the records."""
    assert sum(fits(entry, query) for entry in library.every()) == number(page)
    for name, told in counts_beside(page).items():
        expected = recounted(library, query, name)
        assert {value: expected[value] for value in told} == told, (query, name)


@pytest.mark.parametrize("query", CHOICES)
def test_counts_are_those_of_the_records(visit: Visit, real_library: Library, query: str) -> None:
    """For a choice, the number of records and beside every value is what the records give."""
    page = visit(f"catalogue/?{query}")
    ready(page)

    check_counts(page, real_library, query)


@pytest.mark.night
def test_ten_thousand_records(visit: Visit, real_library: Library, served: str) -> None:
    """The same page counts 10,000 records rightly, and lays out a few of them at a time."""
    large = grown(real_library)
    strings = settings.load_strings(real_library.docs, ROOT)
    site = Site(served, "", "", "", standins=True, strings=strings)
    written = catalogue.write(tell(large, site))
    page = visit("catalogue/")
    answer = {"content_type": "application/json"}
    page.route(
        re.compile(r"/catalogue/\w+\.json$"),
        lambda route: route.fulfill(body=written[urlsplit(route.request.url).path[9:]], **answer),
    )
    for query in CHOICES[:3]:
        page.goto(f"{served}catalogue/?{query}")
        ready(page)
        check_counts(page, large, query)
        assert page.locator(".shelf li:visible").count() == min(PAGE, number(page))
    page.goto(f"{served}catalogue/?q=navraty")
    ready(page)
    assert PAGE < number(page) < 10_000


def test_rows_are_the_same_with_and_without_scripts(visit: Visit) -> None:
    """What the script lists reads exactly as what the build lists."""
    for path in ("catalogue/", "en/catalogue/"):
        page = visit(path)
        said = (
            "(l) => [...l.children].map((li) => li.textContent.trim() + li.querySelector('a').href)"
        )
        plain, built = visit(path, java_script_enabled=False), []
        for address in pages_of(plain):
            plain.goto(address)
            built += plain.locator("[data-shelf]").evaluate(said)
        page.select_option("select[name=sort]", "oldest")
        until(page, "!document.querySelectorAll('[data-shelf]')[1].hidden")
        while page.is_visible(".shelf + .button"):
            page.click(".shelf + .button")
        shown = page.locator("[data-shelf] >> nth=1").evaluate(said)
        assert sorted(built) == sorted(shown)


def test_order_by_time(visit: Visit, real_library: Library) -> None:
    """Newest and oldest first; what has no year comes last in both."""
    spans = {e.address("cs"): years(e) for e in real_library.every()}
    for order, sign in (("newest", -1), ("oldest", 1)):
        page = visit(f"catalogue/?kind=publications&sort={order}")
        ready(page)
        links = page.locator(".shelf li:visible a").evaluate_all(
            "(all) => all.map((a) => a.pathname)"
        )
        shown = [spans[link.removeprefix("/archive/")] for link in links]
        known = [span[0] * sign for span in shown if span]
        assert sorted(known) == known
        assert all(shown[: len(known)])


def test_a_choice_is_kept_in_the_address(visit: Visit, served: str) -> None:
    """Each choice is a step that the back button undoes, and the address holds identifiers."""
    page = visit("catalogue/")
    whole = page.inner_text("[data-count]")
    page.check("input[value=education]")
    page.wait_for_url("**/catalogue/?theme=education")
    page.check("input[value=integration]")
    page.wait_for_url("**/catalogue/?theme=education&theme=integration")
    page.go_back()
    until(page, "!document.querySelector('input[value=integration]').checked")
    assert page.is_checked("input[value=education]")
    page.go_back()
    until(page, "document.querySelector('.chips').hidden")

    assert served + "catalogue/" == page.url
    assert whole == page.inner_text("[data-count]")


def test_the_other_language_keeps_the_choice(visit: Visit, real_library: Library) -> None:
    """The switch of language leads to the same choice, with the same number of records."""
    query = "kind=projects&theme=counter-trafficking&from=1999"
    page = visit(f"catalogue/?{query}")
    ready(page)
    expected = number(page)
    page.click("[data-language-switch]")
    page.wait_for_url("**/en/catalogue/**")
    ready(page)

    assert expected == number(page) == sum(fits(e, query) for e in real_library.every())
    assert query == urlsplit(page.url).query
    assert ["Kind: projects", "Theme: Counter-trafficking", "from 1999"] == (
        page.locator(".chip:not(.chip--all)").all_inner_texts()
    )


def test_unknown_values_of_an_address_are_passed_over(visit: Visit) -> None:
    """An address with a value that is not there any more shows what the others leave."""
    page = visit("catalogue/?theme=nothing&theme=education&from=soon&sort=colour")
    ready(page)

    assert ["Téma: Školy migračních studií a vzdělávání"] == [
        text.replace("\u00a0", " ") for text in page.locator(".chip").all_inner_texts()[:-1]
    ]


def test_chips_are_removed_one_by_one(visit: Visit) -> None:
    """A chip takes its limit away; the focus goes to the next, at last to the number."""
    page = visit("catalogue/?theme=education&theme=integration")
    ready(page)
    chips = page.locator(".chip:not(.chip--all)")
    chips.first.press("Enter")
    until(page, "document.querySelectorAll('.chip:not(.chip--all)').length === 1")
    assert "chip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.chips').hidden")

    assert "results" == page.evaluate("document.activeElement.id")
    assert page.url.endswith("/catalogue/")


def test_nothing_fits_and_the_ways_out(visit: Visit, real_library: Library) -> None:
    """Where nothing is left, each limit says how many there are without it, and gives way."""
    values = [facets.of(e) for e in real_library.every()]
    theme, country = next(
        (theme, country)
        for theme in sorted({t for told in values for t in told["theme"]})
        for country in sorted({c for told in values for c in told["country"]})
        if not any(theme in told["theme"] and country in told["country"] for told in values)
    )
    page = visit(f"catalogue/?theme={theme}&country={country}")
    ready(page)
    without = page.locator(".nothing li button")
    numbers = [int(re.search(r"(\d+)\D*$", text)[1]) for text in without.all_inner_texts()]  # type: ignore[index]
    expected = [
        sum(fits(e, query) for e in real_library.every())
        for query in (f"country={country}", f"theme={theme}")
    ]
    assert (0, expected) == (number(page), numbers)
    without.first.click()
    page.wait_for_url(f"**/?country={country}")

    assert expected[0] == number(page)
    assert not page.is_visible(".nothing")


def test_words_are_found_without_marks(visit: Visit) -> None:
    """Words are found in titles, summaries and names, in any order, without diacritics."""
    page = visit("catalogue/?q=migracnich%20SKOLA")
    ready(page)

    titles = page.locator(".shelf li:visible h3").all_inner_texts()

    assert len(titles) == number(page)
    assert sum("škola migračních" in plain(title.lower()) for title in titles) >= 10


def test_counts_are_announced(visit: Visit) -> None:
    """A screen reader is told the new number, once, politely."""
    page = visit("en/catalogue/")
    page.check("input[value=education]")
    page.wait_for_selector("[role=status]:not(:empty)", state="attached")

    assert page.inner_text("[data-count]") == page.text_content("[role=status]")
    assert 1 == page.locator("[role=status]").count()


def test_by_keyboard_alone(visit: Visit) -> None:
    """On a phone the panel opens, a value is chosen and the records are reached by keys."""
    page = visit("catalogue/", "phone")
    page.focus(".facets > summary")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/?kind=projects")
    page.focus(".facets__done")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert "chip" == page.evaluate("document.activeElement.className")
    assert not page.is_visible(".facets__form")


def test_more_rows_are_shown_where_they_are_asked_for(visit: Visit, real_library: Library) -> None:
    """A few records stand at first; the button adds as many and leads to the first of them."""
    whole = len(real_library.of("projects"))
    page = visit("catalogue/?kind=projects")
    ready(page)
    assert PAGE == page.locator(".shelf li:visible").count()
    page.click(".shelf + .button")
    assert 2 * PAGE == page.locator(".shelf li:visible").count()
    at = "[...document.querySelectorAll('.shelf:not([hidden]) a')].indexOf(document.activeElement)"
    assert PAGE == page.evaluate(at)
    for _ in range(2 * PAGE, whole, PAGE):
        page.click(".shelf + .button")

    assert whole == page.locator(".shelf li:visible").count()
    assert not page.is_visible(".shelf + .button")


def test_the_whole_list_goes_on_in_place(visit: Visit, real_library: Library) -> None:
    """With scripts the list is not parted into pages: a button adds what comes next."""
    page = visit("catalogue/")
    assert not page.is_visible("[data-pager]")
    page.click(".shelf + .button:visible, .shelf ~ .button:visible")
    page.wait_for_selector(".shelf:not([hidden]) li >> nth=30")
    titles = page.locator(".shelf:not([hidden]) h3 a").all_text_contents()

    assert 2 * PAGE == len(titles)
    assert titles == sorted(titles, key=lambda title: sort_key(title, "cs"))
    assert titles[PAGE] == page.evaluate("document.activeElement.textContent")


def test_a_long_facet_can_be_searched(visit: Visit, real_library: Library) -> None:
    """A hundred people are unfolded by the alphabet, and all are found by a part of the name."""
    page = visit("catalogue/")
    page.click("[data-facet=person] > summary")
    page.click("[data-facet=person] .facet__all")
    page.wait_for_selector("[data-facet=person] input[type=search]")
    people = {p for e in real_library.every() for p in facets.of(e)["person"]}
    assert min(len(people), MANY) == page.locator("[data-facet=person] li").count()
    page.keyboard.type("sladk")
    page.check("input[value=lucie-sladkova]")
    page.wait_for_url("**/?person=lucie-sladkova")

    check_counts(page, real_library, "person=lucie-sladkova")


def test_without_scripts_facets_are_links(visit: Visit, real_site: Path) -> None:
    """Without scripts the list is whole in its pages; every value leads to a page that is there."""
    page = visit("catalogue/", java_script_enabled=False)
    everything = number(page)
    links = page.locator("[data-facet] a").evaluate_all(
        "(all) => all.map((a) => a.getAttribute('href'))"
    )

    assert len(links) > 60
    for link in links:
        assert (real_site / "catalogue" / link).resolve().is_dir(), link
    assert not page.is_visible("input[type=search]")
    rows = 0
    for address in pages_of(page):
        page.goto(address)
        rows += page.locator(".shelf li").count()
    assert everything == rows


def test_a_section_leads_into_the_catalogue(visit: Visit) -> None:
    """The search of a section is the catalogue's, within the section."""
    page = visit("en/projects/")
    page.fill(".find input[type=search]", "roma")
    page.press(".find input[type=search]", "Enter")
    page.wait_for_url("**/en/catalogue/?kind=projects&q=roma")
    ready(page)

    assert 0 < number(page) < 10


def test_a_failed_index_is_told(visit: Visit, served: str, browser: Any) -> None:
    """Where the index cannot be had, the reader is told, and the list stays whole."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/facets.json", lambda route: route.abort())
    page.goto(f"{served}catalogue/?theme=education")
    page.wait_for_selector(".said--shown")
    visible = page.locator(".shelf li:visible").count()
    context.close()

    assert visible == PAGE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [
    "catalogue/", "en/catalogue/?theme=integration&from=2004",
    "catalogue/?theme=integration&country=UA", "themes/", "en/themes/education/", "years/2004/",
    "places/cz/", "catalogue/type/report/",
])  # fmt: skip
def test_accessibility(visit: Visit, path: str, scheme: str) -> None:
    """The engine axe finds nothing, in either scheme, with everything unfolded, at 320 pixels."""
    page = visit(path, (320, 800), color_scheme=scheme, bypass_csp=True)
    if "?" in path:
        ready(page)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    found = Axe().run(page).response["violations"]

    assert [] == [(v["id"], v["nodes"][0]["html"]) for v in found]
    assert 320 >= page.evaluate("document.documentElement.scrollWidth")


def test_weight(real_site: Path) -> None:
    """The scripts of the catalogue take little, and its page does not grow with the archive."""
    scripts = real_site / "assets" / "javascripts"
    sizes = [
        len(gzip.compress((scripts / f"{n}.js").read_bytes())) for n in ("facets", "catalogue")
    ]

    assert sum(sizes) < 6_500
    assert len(gzip.compress((real_site / "catalogue" / "index.html").read_bytes())) < 40_000


def test_every_page_of_a_list_is_linked(real_site: Path, real_library: Library) -> None:
    """Themes and countries of a record lead to their pages."""
    text = (real_site / "projects" / "access" / "index.html").read_text(encoding="utf-8")
    record = real_library.of("projects")["access"].record
    wanted = itertools.chain(
        (f"themes/{theme}/" for theme in record.themes),
        (f"places/{code.lower()}/" for code in record.countries),
    )
    assert all(f'href="../../{link}"' in text for link in wanted)
