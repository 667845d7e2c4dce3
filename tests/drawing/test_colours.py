"""The stylesheet keeps its own rules: measured contrast, and no size or colour but a token's."""

from __future__ import annotations

import re

import pytest

import colours
from colours import SCHEMES, contrast, tokens
from conftest import ROOT

GROUNDS = ("paper", "surface", "sunk", "wash")
# What is read at length, on every ground: WCAG 2.2, 1.4.6 (AAA).
READ = [(ink, ground) for ink in ("ink", "soft", "link", "link-hover") for ground in GROUNDS]
# Labels and what one presses: 1.4.3 (AA).
LABELS = [
    *(("accent", ground) for ground in GROUNDS),
    *(("button-ink", ground) for ground in ("button", "button-hover", "button-press")),
    ("paper", "ink"),
    ("link", "line"),
    ("ink", "line"),
    *((f"tone-{n}", ground) for n in range(9) for ground in ("paper", "surface")),
]
# Signs, edges of fields, the ring around what has the focus: 1.4.11 (AA).
SIGNS = [
    *(("focus", ground) for ground in GROUNDS),
    *(("soft", ground) for ground in GROUNDS),
    ("accent", "track"),
    ("button", "paper"),
    ("button", "sunk"),
]
PAIRS = [*((7.0, *p) for p in READ), *((4.5, *p) for p in LABELS), *((3.0, *p) for p in SIGNS)]
SIZE = re.compile(r"(?<![-\w])font(?:-size)?: ([^;}]+)")
ROOM = re.compile(r"(?<![-\w])((?:margin|padding|gap|row-gap|column-gap)(?:-\w+)*): ([^;}]+)")
REM = re.compile(r"(?<![\w.])-?\d*\.?\d+rem")


def rules() -> list[str]:
    """Return the lines of every stylesheet below its tokens."""
    lines: list[str] = []
    for css in colours.sheets().values():
        bare = re.sub(r"(:root|\[data-scheme=\"dark\"\])[^{}]*\{[^}]*\}", "", css)
        bare = re.sub(r"@font-face \{[^}]*\}", "", bare)
        lines += bare.splitlines()
    return lines


def test_the_measure_is_right() -> None:
    """Black on white is 21:1; the grey that is famous for just passing is 4.54:1 (WebAIM)."""
    assert 21 == contrast("#000000", "#ffffff")
    assert 4.54 == round(contrast("#767676", "#ffffff"), 2)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_everything_can_be_read(scheme: str) -> None:
    """Whatever is read has 7:1, labels 4.5:1, signs 3:1, on every ground they stand on."""
    colour = tokens(scheme)
    weak = [
        f"{one} on {other}: {contrast(colour[one], colour[other]):.2f} < {least}"
        for least, one, other in PAIRS
        if contrast(colour[one], colour[other]) < least
    ]

    assert [] == weak


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_colour_is_measured(scheme: str) -> None:
    """A rule colours text with a token that is measured above, or leaves it as it is."""
    measured = {one for least, one, _ in PAIRS if least >= 4.5} | {"on-4", "tone"}
    used = set(re.findall(r"(?<![-\w])color: var\(--([\w-]+)\)", "\n".join(rules())))

    assert set() == used - measured
    assert used - {"tone"} <= set(tokens(scheme))


def test_a_marked_word_can_be_read() -> None:
    """What is selected, or found in a transcript, is dark on amber in both schemes."""
    inks = [re.findall(r"var\(--amber\); color: (#\w+)", line) for line in rules()]

    for ink in {ink for found in inks for ink in found}:
        assert min(contrast(ink, tokens(scheme)["amber"]) for scheme in SCHEMES) >= 7


def test_no_colour_stands_outside_the_tokens() -> None:
    """Beside tokens there are paper's black and white, and the ink on amber."""
    used = {c for line in rules() for c in re.findall(r"#[0-9a-f]{3,8}\b", line)}

    assert {"#000", "#fff", "#14233a"} >= used


def test_type_has_nine_sizes() -> None:
    """Every size of text is a step of the scale, or follows the text around it."""
    off = [f"{m[0]}" for line in rules() for m in SIZE.finditer(line) if REM.search(m[1])]

    assert [] == off


def test_space_has_eight_steps() -> None:
    """Every margin, padding and gap is a step of the scale, or follows the text's size."""
    off = [f"{m[0]}" for line in rules() for m in ROOM.finditer(line) if REM.search(m[2])]

    assert [] == off


def test_the_browser_is_told_the_paper() -> None:
    """The colour of a phone's own bar is the page's, in both schemes."""
    base = (ROOT / "docs" / "overrides" / "base.html").read_text(encoding="utf-8")
    told = re.findall(r'name="theme-color" content="(#\w+)" media="\(.*: (\w+)\)"', base)

    assert {(tokens(scheme)["paper"], scheme) for scheme in SCHEMES} == set(told)


def test_nothing_moves_for_who_wants_no_motion() -> None:
    """Transitions, animations and smooth scrolling stand inside the query for motion."""
    for css in colours.sheets().values():
        still = re.sub(
            r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^}]*\})*\s*\}", "", css
        )
        assert [] == re.findall(r"(?<![-\w])(?:transition|animation|scroll-behavior)[\w-]*:", still)
