"""Citations of an episode and of a moment in it, in the style of each language."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from archive.citing.episode_styles import Work, apa, iso690
from archive.pages import episode
from archive.telling.archive import Archives

ORIGINAL = Work(
    hosts=(("Rahimi", "Fatima"),),
    title="Nad hrncem přátelství",
    translation="Over a pot of friendship",
    show="Aby nebe nespadlo",
    show_translation="To keep the sky from falling",
    publisher="IOM",
    date="/2023-02",
    released=dt.date(2026, 11, 21),
    number=1,
    standin=False,
    address="https://a.test/klatovy/",
)
STANDIN = dataclasses.replace(ORIGINAL, hosts=(), standin=True)


def dated(date: str | None) -> Work:
    """Return the episode with another date."""
    return dataclasses.replace(ORIGINAL, date=date)


def hosted(*hosts: tuple[str, str]) -> Work:
    """Return the episode with other hosts."""
    return dataclasses.replace(ORIGINAL, hosts=hosts)


def test_czech() -> None:
    """ČSN ISO 690: host, title, kind of source, series, publisher, date, address, day seen."""
    expected = (
        "RAHIMI, Fatima. Nad hrncem přátelství. Online, podcast. In: Aby nebe nespadlo. "
        "IOM, [nejpozději 2023]. Dostupné z: https://a.test/klatovy/. [cit. {cited}]."
    )

    assert expected == iso690(ORIGINAL).reference


def test_czech_moment() -> None:
    """The time is a place in the source; the address leads to it."""
    moment = iso690(ORIGINAL).moment

    assert "[nejpozději 2023], čas {time}. " in moment
    assert "Dostupné z: https://a.test/klatovy/#t={time}. [cit. {cited}]." in moment


def test_english() -> None:
    """APA 7: host, date, title with its translation, number, kind, series, publisher, address."""
    expected = (
        "Rahimi, F. (Host). (ca. 2023). Nad hrncem přátelství [Over a pot of friendship] (No. 1) "
        "[Audio podcast episode]. In Aby nebe nespadlo [To keep the sky from falling]. "
        "IOM. https://a.test/klatovy/"
    )

    assert expected == apa(ORIGINAL).reference


def test_english_moment() -> None:
    """APA gives the time in the text; the reference leads to it."""
    text, reference = apa(ORIGINAL).moment.split("\n")

    assert "(Rahimi, ca. 2023, {time})" == text
    assert apa(ORIGINAL).reference + "#t={time}" == reference


@pytest.mark.parametrize(
    ("date", "czech", "english"),
    [
        (None, ", [b. r.].", "(n.d.)"),
        ("2023", ", 2023.", "(2023)"),
        ("2023-02", ", 2023.", "(2023, February)"),
        ("2023-02-24", ", 2023.", "(2023, February 24)"),
        ("2022/2023", ", 2022–2023.", "(2022–2023)"),
        ("2023?", ", [2023?].", "(ca. 2023)"),
        ("2023/..", ", [2023–].", "(ca. 2023)"),
        ("/2023-02", ", [nejpozději 2023].", "(ca. 2023)"),
    ],
)
def test_dates(date: str | None, czech: str, english: str) -> None:
    """What is not known for sure is not claimed."""
    assert czech in iso690(dated(date)).reference
    assert english in apa(dated(date)).reference


@pytest.mark.parametrize(
    ("hosts", "czech", "english", "text"),
    [
        ([], "Nad hrncem", "Nad hrncem", "(“Nad hrncem přátelství,” "),
        ([("A", "Jan"), ("B", "Eva")], "A, Jan; B, Eva. ", "A, J., & B, E. (Hosts)", "(A & B, "),
        (
            [("A", "Jan"), ("B", "Eva"), ("C", "Anna Marie")],
            "A, Jan; B, Eva; C, Anna Marie. ",
            "A, J., B, E., & C, A. M. (Hosts)",
            "(A et al., ",
        ),
    ],
)
def test_hosts(hosts: list[tuple[str, str]], czech: str, english: str, text: str) -> None:
    """None, two or more hosts are joined as each style has it."""
    work = hosted(*hosts)

    assert iso690(work).reference.startswith(czech)
    assert apa(work).reference.startswith(english)
    assert apa(work).moment.startswith(text)


def test_a_standin_is_never_cited_as_the_original() -> None:
    """What a machine reads has no host, says what it is, and is as old as itself."""
    czech, english = iso690(STANDIN).reference, apa(STANDIN).reference

    assert czech.startswith("Nad hrncem přátelství: zástupná nahrávka. Online, podcast. ")
    assert ", 2026. " in czech
    assert "[Audio podcast episode; stand-in recording]. (2026, November 21)." in english


def test_an_unconfirmed_number_is_left_out(real_archives: Archives) -> None:
    """The order of an episode is cited only where it is known."""
    archive = real_archives["en"]
    cited = {item.id: episode.citation(archive, item).reference for item in archive.episodes()}

    assert {"klatovy"} == {identifier for identifier, text in cited.items() if "(No. " in text}


def test_host_and_publisher_come_from_the_records(toy_archives: Archives) -> None:
    """The host's name is turned round, the publisher told without its earlier name."""
    archive = toy_archives["cs"]
    cited = episode.citation(archive, archive.items["podcast/prvni"]).reference

    assert cited.startswith("CHALUPA, Petr. Lidé & voda. Online, podcast. In: Hlasy od jezera. ")
    assert "https://archive.test/toy/podcast/prvni/" in cited
