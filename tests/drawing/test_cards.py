"""The pictures of shared links: light, legible, well broken, and always the same."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from archive.content.library import Library
from archive.describing import cards as card_outputs
from archive.drawing import cards
from archive.drawing.cards import Card
from archive.language.line_breaking import break_lines
from archive.language.typography import NBSP, typeset
from archive.schema import LANGUAGES
from archive.telling.archive import Archives

SHORT = Card("Zpráva o jezeře", "zpráva · 2006", "Archiv IOM Česká republika")


@pytest.fixture(scope="module")
def drawn(real_archives: Archives, real_library: Library) -> dict[str, bytes]:
    """The cards of the real archive."""
    return dict(card_outputs.write_all(real_archives, real_library.docs.parent))


def every_card(archives: Archives) -> list[Card]:
    """Return what each card says, in each language that its item has."""
    return [
        card_outputs.card(archives[code], item)
        for code in LANGUAGES
        for item in card_outputs.carded(archives[code])
        if code in item.languages
    ]


def test_every_item_has_a_card_in_each_language(
    real_library: Library, drawn: dict[str, bytes]
) -> None:
    """Each page of an item has its card beside it."""
    items = [*real_library.every(), real_library.show]
    wanted = {
        f"{entry.address(code)}card.png" for entry in items if entry for code in entry.editions
    }

    assert wanted == set(drawn)


def test_every_card_is_light_and_large(drawn: dict[str, bytes]) -> None:
    """Each is a PNG of 1200 × 630 pixels below 60 kB."""
    sizes = {Image.open(io.BytesIO(picture)).size for picture in drawn.values()}

    assert {(1200, 630)} == sizes
    assert max(map(len, drawn.values())) < 60_000


def test_paper_and_ink_are_ours(drawn: dict[str, bytes]) -> None:
    """The few colours keep those of the site exact."""
    picture = Image.open(io.BytesIO(drawn["projects/inti-2004/card.png"])).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(100) or []}

    assert {cards.PAPER, cards.INK, cards.SKY} <= colours


def test_every_title_is_whole(real_archives: Archives) -> None:
    """The longest real title fits at the smallest size; none is cut short."""
    for shown in every_card(real_archives):
        width = cards._RIGHT_OF_COVER if shown.cover else cards._RIGHT
        _, lines = cards._fit(shown.title, width - cards._LEFT, 365)
        assert shown.title == " ".join(lines)


def test_no_sign_is_missing_in_the_fonts(real_archives: Archives) -> None:
    """Our cuts of Literata have every sign that a card shows."""
    shown = every_card(real_archives)
    signs = {one for card in shown for one in card.title + card.eyebrow + card.site}
    for path in (cards.TITLE_FONT, cards.TEXT_FONT):
        font = ImageFont.truetype(str(path), 40)
        missing = bytes(font.getmask("\U0010fffd"))
        seen = [one for one in sorted(signs) if not one.isspace()]
        assert [] == [one for one in seen if bytes(font.getmask(one)) == missing]


@pytest.mark.parametrize("size", [38, 58, 84])
def test_no_line_ends_with_a_preposition(size: int) -> None:
    """A one-letter word stays with the next, as Czech typography asks."""
    title = "Výměna informací o přijímání, ochraně a péči o nezletilé v zemích i s rodinami"
    lines = break_lines(typeset(title, "cs"), size, 900) or []

    assert len(lines) > 1
    assert [] == [line for line in lines if len(line.replace(NBSP, " ").split(" ")[-1]) == 1]


def test_lines_are_even() -> None:
    """No word is left alone on the last line when it could have company."""
    lines = break_lines("Letní škola migračních studií 2019", 84, 1056)

    assert ["Letní škola", "migračních studií 2019"] == lines


def test_word_wider_than_the_line_makes_the_letters_smaller() -> None:
    """A title is never set wider than its place."""
    word = "Nejnezdevětadevadesáteronásobitelnějšími"

    assert break_lines(word, 84, 450) is None
    size, lines = cards._fit(word, 1056, 365)
    assert (size < 84, [word]) == (True, lines)


def test_endless_title_is_cut_with_an_ellipsis() -> None:
    """What fits at no size ends in an ellipsis, within the card."""
    _, lines = cards._fit("slovo " * 200 + "konec", 1056, 365)

    assert lines[-1].endswith("slovo…")
    assert len(lines) < 10


def test_same_words_same_bytes() -> None:
    """A card drawn twice is the same to the byte."""
    assert cards.draw(SHORT) == cards.draw(SHORT)


def test_cover_stands_beside_an_episodes_title(real_library: Library) -> None:
    """The card of an episode shows its cover on the right, whole."""
    cover = real_library.of("podcast")["klatovy"].folder / "cover.png"
    picture = Image.open(io.BytesIO(cards.draw(SHORT._replace(cover=cover)))).convert("RGB")

    with Image.open(cover) as whole:
        wanted = whole.convert("RGB").getpixel((40, 1500))
    found = picture.getpixel((585, 590))
    assert isinstance(wanted, tuple)
    assert isinstance(found, tuple)
    assert all(abs(a - b) < 12 for a, b in zip(wanted, found, strict=True))


def test_photograph_on_a_cover_is_light_enough(tmp_path: Path) -> None:
    """Even a cover of noise makes a card below 60 kB, or as near as sixteen colours go."""
    Image.effect_noise((1400, 1400), 60).convert("RGB").save(tmp_path / "cover.png")
    made = cards.draw(SHORT._replace(cover=tmp_path / "cover.png"))

    assert len(made) < 4 * cards.HEAVIEST
    assert (1200, 630) == Image.open(io.BytesIO(made)).size


def test_cache_never_changes_a_result(toy_library: Library, toy_archives: Archives) -> None:
    """With the cache, without it, and with a damaged one the cards are the same."""
    root = toy_library.docs.parent
    folder = root / ".cache" / "cards"
    first = dict(card_outputs.write_all(toy_archives, root))
    again = dict(card_outputs.write_all(toy_archives, root))
    for file in sorted(folder.iterdir())[:4]:
        file.write_bytes(file.read_bytes()[:-9])
    damaged = dict(card_outputs.write_all(toy_archives, root))
    for file in folder.iterdir():
        file.unlink()

    assert first == again == damaged == dict(card_outputs.write_all(toy_archives, root))


def test_cache_forgets_what_is_no_longer_shown(
    toy_library: Library, toy_archives: Archives
) -> None:
    """A card of another content does not stay for ever."""
    root = toy_library.docs.parent
    folder = root / ".cache" / "cards"
    dict(card_outputs.write_all(toy_archives, root))
    (folder / ("0" * 64)).write_bytes(b"old")
    written = dict(card_outputs.write_all(toy_archives, root))

    assert len(written) == len(list(folder.iterdir()))


def test_card_is_drawn_fast(real_archives: Archives) -> None:
    """A card takes at most 30 ms of the processor on average."""
    czech = real_archives["cs"]
    shown = [card_outputs.card(czech, item) for item in list(card_outputs.carded(czech))[::6]]
    start = time.process_time()
    for one in shown:
        cards.draw(one)

    assert (time.process_time() - start) / len(shown) < 0.03


def test_text_says_what_the_card_shows(real_archives: Archives) -> None:
    """Who does not see the picture is told its words, and what is on the cover."""
    items = real_archives["en"].items
    report, episode = items["publications/who-is-the-next-victim-2003"], items["podcast/klatovy"]

    assert card_outputs.text(report).startswith("study · 2003: Who is the Next Victim?")
    assert "Over a pot of friendship. People stand around" in card_outputs.text(episode)
