"""The queries that judge the search are many, honest and split by chance."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import search_queries
from search_queries import LANGUAGES, is_held_out, load, mark, path_of

KEYS = {"query", "expect", "kind", "held_out"}
# "uprchlikum" alone has four equally right answers; no other query has so many.
MOST_PAGES = 4
USUAL_PAGES = 3


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.fixture
def queries(language: str) -> list[dict[str, Any]]:
    """The queries of a language."""
    return load(language)


def test_every_expected_page_is_on_the_site(queries: list[dict[str, Any]], real_site: Path) -> None:
    """No query waits for a page that does not exist."""
    expected = {page for entry in queries for page in entry["expect"]}
    missing = {page for page in expected if not (real_site / page / "index.html").is_file()}
    assert missing == set()


def test_a_query_expects_pages_of_its_language(
    queries: list[dict[str, Any]], language: str
) -> None:
    """An English query leads to English pages, a Czech one to Czech pages, by clean paths."""
    pages = [page for entry in queries for page in entry["expect"]]
    astray = [page for page in pages if page.startswith("en/") != (language == "en")]
    unclean = [page for page in pages if not page.endswith("/") or page.endswith("/embed/")]
    assert (astray, unclean) == ([], [])


def test_no_query_stands_twice(queries: list[dict[str, Any]]) -> None:
    """Each query counts once, however its letters are cased."""
    counts = Counter(entry["query"].casefold() for entry in queries)
    assert [query for query, count in counts.items() if count > 1] == []


def test_answers_are_few(queries: list[dict[str, Any]]) -> None:
    """A query that anything would satisfy proves nothing."""
    sizes = [len(entry["expect"]) for entry in queries]
    wide = [size for size in sizes if size > USUAL_PAGES]
    assert min(sizes) == 1
    assert max(sizes) <= MOST_PAGES
    assert len(wide) <= 1


def test_every_query_says_what_it_is(queries: list[dict[str, Any]]) -> None:
    """A query has a text, pages, a kind and nothing that nobody reads."""
    strange = [entry for entry in queries if not {"query", "expect", "kind"} <= set(entry) <= KEYS]
    untidy = [entry for entry in queries if entry["query"] != entry["query"].strip()]
    assert (strange, untidy) == ([], [])


def test_the_held_out_third_is_what_the_hash_says(queries: list[dict[str, Any]]) -> None:
    """Nobody chose which queries are kept for the end."""
    marked = [entry["query"] for entry in queries if entry.get("held_out", False)]
    assert marked == [entry["query"] for entry in queries if is_held_out(entry["query"])]


def test_the_files_are_as_the_marking_leaves_them(language: str) -> None:
    """Marking anew changes nothing: no mark was put in or taken out by hand."""
    text = path_of(language).read_text(encoding="utf-8")
    assert mark(text) == text


def test_marking_follows_the_text_of_the_query() -> None:
    """A wrong mark is corrected in both directions, and comments stay."""
    known = {int(is_held_out(word)): word for word in "abcdefgh"}
    text = f"# Note\n- {{query: {known[1]}, expect: [x/], kind: k}}\n"
    text += f"- {{query: {known[0]}, expect: [x/], kind: k, held_out: true}}\n"
    lines = mark(text).splitlines()
    assert lines[0] == "# Note"
    assert [line.endswith("held_out: true}") for line in lines[1:]] == [True, False]


def test_there_are_enough_queries() -> None:
    """At least 130 Czech and 80 English queries, and about a third of all held out."""
    entries = {language: load(language) for language in LANGUAGES}
    every = [entry for language in LANGUAGES for entry in entries[language]]
    share = sum(is_held_out(entry["query"]) for entry in every) / len(every)
    assert len(entries["cs"]) >= 130
    assert len(entries["en"]) >= 80
    assert 0.25 < share < 0.42


def test_the_files_stand_where_the_search_is_judged() -> None:
    """Both languages have their file, and there is no third one that nothing reads."""
    found = sorted(file.name for file in search_queries.FOLDER.glob("queries.*.yml"))
    assert found == [path_of(language).name for language in LANGUAGES]
