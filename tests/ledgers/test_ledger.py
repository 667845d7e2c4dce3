"""The ledger: what came out is known for ever, and no edit that harms a listener gets by."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.checks import published
from archive.content.library import Library
from archive.keeping.subscribers import Present, additions
from archive.ledgers import feed_events, feeds
from archive.schema.fields import Correction, Withdrawal
from archive.schema.problems import errors, report
from archive.schema.records import Entry
from conftest import ROOT
from paper_podcast import START, changed, episode, guid, library, moved, sound

GOLDEN = Path(__file__).parent
LATER, GONE = dt.timedelta(days=30), Withdrawal(date="2026-12-01", reason="rights")
NOTE = Correction(date="2026-12-01", note="Opravený střih.")

# -- in memory: two episodes that have come out --------------------------------------------

ONE = episode(1, "jedna")
TWO = episode(2, "dve", published=START + LATER)
SOUNDS = {"jedna": sound(1), "dve": sound(2)}


def after(text: str, content: Library) -> str:
    """Return a ledger into which what it lacks has been entered."""
    missing = additions(feeds.parse(text), Present(content))
    return text + "".join(f"{feed_events.line(event)}\n" for event in missing)


BOOK = after(feeds.FORM.head, library([ONE, TWO], SOUNDS))


def compare(content: Library, text: str = BOOK) -> list[str]:
    """Return what the check has against a library, in Czech, shortly."""
    found = published.compare(feeds.parse(text), content)
    return [f"{p.severity} {p.path} [{p.field}] {p.expected.cs}" for p in found]


def events(content: Library, text: str = BOOK) -> list[str]:
    """Return the kinds of event that the ledger lacks."""
    return [event.event for event in additions(feeds.parse(text), Present(content))]


def with_one(entry: object, recording: object = SOUNDS["jedna"], name: str = "jedna") -> Library:
    """Return the library with another first episode."""
    return library([entry, TWO], SOUNDS | {name: recording})  # type: ignore[list-item, dict-item]


RENAMED = moved(changed(ONE, moved_from=["jedna"]), "prvni")
ALLOWED = {
    "nothing": (with_one(ONE), []),
    "a description": (with_one(changed(ONE, description="Jiný popis. " * 5)), []),
    "a title": (with_one(changed(ONE, "en", title="One")), ["retitled"]),
    "a recording": (with_one(changed(ONE, corrections=[NOTE]), sound(3)), ["replaced"] * 2),
    "a folder": (with_one(RENAMED, sound(1, "b.mp3"), "prvni"), ["moved"] * 2),
    "another house": (with_one(changed(ONE, audio="https://else.test/a.mp3")), ["moved"] * 2),
    "withdrawal": (with_one(changed(ONE, withdrawn=GONE)), ["withdrawn"] * 2),
    "a new episode": (
        library([ONE, TWO, episode(3, "tri", published=START + 2 * LATER)],
                SOUNDS | {"tri": sound(3)}),
        ["published"] * 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", ALLOWED)
def test_allowed(edit: str) -> None:
    """What harms nobody is let through, and the ledger learns of it once."""
    content, expected = ALLOWED[edit]
    later = after(BOOK, content)

    assert expected == events(content)
    assert [] == errors(published.compare(feeds.parse(BOOK), content))
    assert ([], []) == (events(content, later), compare(content, later))


FORBIDDEN = {
    "the channel's GUID": library([ONE, TWO], SOUNDS),
    "a deleted folder": library([TWO], SOUNDS),
    "a deleted translation": with_one(
        Entry("podcast", "jedna", ONE.folder, {"cs": ONE.editions["cs"]})
    ),
    "another GUID": with_one(changed(ONE, "en", guid=guid(9, "en"))),
    "the GUIDs of the editions exchanged": with_one(
        changed(changed(ONE, "cs", guid=guid(1, "en")), "en", guid=guid(1, "cs"))
    ),
    "a folder renamed in silence": with_one(moved(ONE, "prvni"), sound(1), "prvni"),
    "a file renamed": with_one(ONE, sound(1, "b.mp3")),
    "a recording replaced in silence": with_one(ONE, sound(3)),
    "withdrawn and brought back": with_one(ONE),
    "an original that becomes a stand-in": with_one(changed(ONE, recording="stand-in")),
    "a later date": with_one(changed(ONE, published=START + dt.timedelta(seconds=1))),
    "an earlier date": with_one(changed(ONE, published=START - dt.timedelta(seconds=1))),
    "the title of another, the same day": library(
        [ONE, TWO, episode(3, "tri", title=" Díl 2", published=TWO.record.published)],
        SOUNDS | {"tri": sound(3)},
    ),
    "the address of another": library(
        [changed(one, audio="https://else.test/a.mp3") for one in (ONE, TWO)], SOUNDS
    ),
}


WITHDRAWN = after(BOOK, with_one(changed(ONE, withdrawn=GONE)))


@pytest.fixture(scope="module")
def messages() -> str:
    """Every refusal as staff read it."""
    told = []
    for edit, content in FORBIDDEN.items():
        text = BOOK.replace(guid(10**6), guid(10**6 + 1)) if "channel" in edit else BOOK
        text = WITHDRAWN if "brought back" in edit else text
        problems = published.compare(feeds.parse(text), content)
        told.append(f"== {edit}\n\n{report(errors(problems))}")
    return "\n\n".join(told) + "\n"


def test_refusals_read_well(messages: str) -> None:
    """Each forbidden edit is caught, and told as it was reviewed: harm, remedy, example."""
    assert (GOLDEN / "golden.txt").read_text(encoding="utf-8") == messages


def test_each_edit_is_caught(messages: str) -> None:
    """No forbidden edit passes, whatever the golden file says."""
    heads = [part.split("\n")[2] for part in ("\n" + messages).split("\n== ")[1:]]

    assert len(FORBIDDEN) == len(heads)
    assert all(not head.startswith("K opravě: 0") and "K opravě" in head for head in heads)


def test_withdrawn_stays_withdrawn() -> None:
    """An episode that was withdrawn does not come back under its GUID, nor vanish wholly."""
    assert [] == compare(with_one(changed(ONE, withdrawn=GONE)), WITHDRAWN)
    assert "by se vynořil jako nový" in compare(with_one(ONE), WITHDRAWN)[0]
    assert "složka dílu „Díl 1“" in compare(library([TWO], SOUNDS), WITHDRAWN)[0]


def test_withdrawn_keeps_its_old_addresses() -> None:
    """The folder of a withdrawn episode can be renamed, and its old address leads on."""
    silent = with_one(changed(moved(ONE, "b"), withdrawn=GONE))

    assert ["moved"] * 2 == events(with_one(changed(RENAMED, withdrawn=GONE)), WITHDRAWN)
    assert "bez něj odkazy" in compare(silent, WITHDRAWN)[0]


@pytest.mark.parametrize(
    ("title", "apart", "told"),
    [
        ("Díl 2", dt.timedelta(hours=24), True),
        ("Díl 2", dt.timedelta(hours=25), False),
        ("Díl 3", dt.timedelta(0), False),
    ],
)
def test_titles(title: str, apart: dt.timedelta, told: bool) -> None:
    """A title may come again, but not on what is the same day anywhere in the world."""
    new = episode(3, "tri", title=title, published=TWO.record.published + apart)
    content = library([ONE, TWO, new], SOUNDS | {"tri": sound(3)})

    assert told == any("AntennaPod je vezme za jeden" in told for told in compare(content))


def test_former_titles_count() -> None:
    """An app that refreshes seldom knows an episode by the title it had, quotes regarded."""
    text = BOOK.replace('"title": "Díl 2"', '"title": "„Díl 3“"')
    new = episode(3, "tri", title='"Díl 3"', published=TWO.record.published)
    content = library([ONE, TWO, new], SOUNDS | {"tri": sound(3)})

    assert 2 == sum("AntennaPod je vezme za jeden" in told for told in compare(content, text))


def test_older_release_is_advised_against() -> None:
    """Apps do not announce what is older than what they have; a late translation must be."""
    new = episode(3, "tri", published=START + dt.timedelta(days=3))
    found = compare(library([ONE, TWO, new], SOUNDS | {"tri": sound(3)}))
    czech_only = "".join(line for line in BOOK.splitlines(True) if '"en"' not in line)

    assert ["advice docs/podcast/tri/index.cs.md [published]"] * 2 == [
        told.rpartition(" datum po")[0] for told in found[:2]
    ]
    assert [f"advice {published.LEDGER} []"] == [
        told.partition(" tyto")[0] for told in compare(library([ONE, TWO], SOUNDS), czech_only)
    ]


def test_missing_lines_can_be_copied() -> None:
    """Who has no terminal finds in the advice the very lines that the ledger lacks."""
    content = library([ONE, TWO], SOUNDS)
    (advice,) = published.compare(feeds.parse(feeds.FORM.head), content)

    assert ("advice", BOOK) == (advice.severity, feeds.FORM.head + advice.example + "\n")


def test_no_ledger_no_advice() -> None:
    """An archive that keeps no ledger is left alone."""
    assert [] == published.compare(feeds.Ledger(), library([ONE, TWO], SOUNDS))


# -- the file ------------------------------------------------------------------------------

SECOND = BOOK.splitlines()[4]
FIRST_CHANGE = feed_events.line(feed_events.Retitled(edition="cs", guid=guid(1), title="Jinak"))


def channel(number: int) -> str:
    """Return a line that begins the Czech channel under another GUID."""
    return feed_events.line(feed_events.Channel(edition="cs", guid=guid(number), title="Hlasy"))


BROKEN = {
    "no JSON": "{not json",
    "an unknown event": '{"event": "eaten", "edition": "cs"}',
    "a wrong value": SECOND.replace('"jedna"', '"Jedna!"'),
    "a GUID published again": SECOND.replace("Díl 1", "Díl 9"),
    "a change of nothing": FIRST_CHANGE.replace(guid(1), guid(7)),
    "a change in the other edition": FIRST_CHANGE.replace('"cs"', '"en"'),
    "a second channel": channel(8),
    "a mark of a merge": "<<<<<<< HEAD",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_lines(fault: str) -> None:
    """A line that was changed, cut, moved or left over from a merge is told with its number."""
    (problem,) = feeds.parse(f"{BOOK}{BROKEN[fault]}\n{FIRST_CHANGE}\n").problems

    assert (feeds.FORM.path, 9) == (problem.path, problem.line)
    assert ("značky <<<<<<<" if "merge" in fault else "jak byl zapsán") in problem.expected.cs


def test_broken_lines_stop_the_build() -> None:
    """What cannot be read cannot be watched over."""
    assert ["error ledgers/feeds.jsonl []"] == [
        told.partition(" řádek")[0] for told in compare(with_one(ONE), BOOK + "{\n")
    ]


def test_lost_lines() -> None:
    """Lines that were deleted are found, and nothing else."""
    shorter = BOOK.replace(SECOND + "\n", "")

    assert ([SECOND], []) == (feeds.FORM.lost(BOOK, shorter), feeds.FORM.lost(shorter, BOOK))


def test_merge_of_two_branches() -> None:
    """Lines that two branches both entered count once, in whatever place they end up."""
    assert feeds.parse(BOOK).accounts == feeds.parse(BOOK + BOOK).accounts
    assert [] == feeds.parse(BOOK + BOOK).problems


def test_signs_that_look_like_the_end_of_a_line() -> None:
    """A title may hold any sign: it comes back as it was."""
    title = 'Díl\u2028první\u0085 „a“ \\ "b" 🎧'
    text = after(feeds.FORM.head, with_one(changed(ONE, title=title)))
    book = feeds.parse(text)

    assert ([], title) == (book.problems, book.accounts[guid(1)].title)


def test_lines_are_plain_to_read() -> None:
    """A line says in words of the field what came out."""
    assert (
        '{"event": "published", "edition": "cs", "guid": "00000001-0000-4000-8000-000000000001", '
        '"item": "jedna", "title": "Díl 1", "date": "2026-01-01T10:00:00Z", '
        '"enclosure": "podcast/jedna/a.mp3", "length": 1001, '
        f'"sha256": "{SOUNDS["jedna"].sha256}", "corrections": 0}}'
    ) == SECOND


def test_real_ledger_is_empty() -> None:
    """Nothing original is deposited yet, so nothing has come out."""
    assert feeds.FORM.head == (ROOT / feeds.FORM.path).read_text(encoding="utf-8")
