"""Both languages, really: no word of the other one anywhere, and each in its own manner."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree
from py3langid import langid

from archive.content import documents as held
from archive.content.credits import credits_of
from archive.content.library import Library
from archive.content.settings import load_strings
from archive.describing import cards
from archive.language.typography import plain
from archive.schema import COMPLETE_LANGUAGES
from archive.telling.archive import Archives
from conftest import ROOT
from passages import Passage, passages

OTHER = {"cs": "en", "en": "cs"}
# A passage is judged by its sentences, not by a name or two; the margin is a logarithm.
WORDS, MARGIN = 4, 12.0
ADDRESS = re.compile(r"\S*(?:\w\.(?:cz|org|int|com|net|info|eu|html?|si|ris)\b|://|\w/\w)\S*")
WORD = re.compile(r"[^\W\d_]+")
# Words that serve one language and are no words of the other.
SERVE = {
    "cs": frozenset(
        ("se", "si", "na", "ve", "ze", "pro", "při", "nad", "jako", "nebo", "že", "který", "která",
         "které", "jsou", "byl", "byla", "bylo", "také", "této", "kde", "od", "za", "roku", "není",
         "jejich", "podle", "mezi", "aby", "už", "ale")
    ),
    "en": frozenset(
        ("the", "of", "and", "for", "with", "from", "which", "was", "were", "this", "their", "its",
         "has", "have", "been", "that", "are")
    ),
}  # fmt: skip
# Words of both languages, which the interface has for different things.
SHARED = ("partner",)
# Names that bear words of their language; and plain texts of records that quote what is said
# in the other one, in a field that cannot mark it.
NAMES = (
    "Aby nebe nespadlo", "IOM Czechia has published DTM report for the second quarter of 2023",
    "University of Sussex", "Extraordinary stories of human unity", "To Keep the Sky From Falling",
    "Remarkable Stories of Human Unity", "Remarkable stories of human unity",
    "At home in the Czech Republic", "Home in the Czech Republic",
    "Mission with Regional Functions for Central and South-Eastern Europe",
)  # fmt: skip


@pytest.fixture(scope="module")
def told(real_site: Path, real_library: Library) -> dict[Passage, str]:
    """Every passage of the site with the first page it stands on.

    One text is in both languages at once: the title of the answer to a missing address.
    """
    # The text of a document is its own: whatever languages the PDF has.
    documents = {address for found in held.addresses(real_library) for address in found.values()}
    found: dict[Passage, str] = {}
    for path in sorted(real_site.rglob("*.html")):
        address = path.relative_to(real_site).as_posix().removesuffix("index.html")
        for passage in passages(path):
            if (address, passage.where) == ("404.html", "title"):
                continue
            if address not in documents or not passage.where.startswith("p."):
                found.setdefault(passage, address)
    return found


@pytest.fixture(scope="module")
def names(real_library: Library) -> frozenset[str]:
    """Every word of the names of people, places and organisations."""
    labels = [e.edition(c).record.title for e in real_library.of("people").values() for c in OTHER]
    labels += [
        str(name) for e in real_library.of("people").values() for name in e.record.title_variants
    ]
    labels += [
        c.printed for e in real_library.every() for _, c in credits_of(e.record) if c.printed
    ]
    for vocabulary in ("places", "organisations", "programmes"):
        for term in real_library.vocabularies[vocabulary].values():
            labels += term.labels.values()
    return frozenset(word for label in labels for word in WORD.findall(label))


def bare(text: str, names: frozenset[str]) -> list[str]:
    """Return the words of a passage without addresses and names."""
    text = re.sub("|".join(NAMES), " ", plain(text), flags=re.IGNORECASE)
    return [word for word in WORD.findall(ADDRESS.sub(" ", text)) if word not in names]


def test_every_passage_has_a_language_of_the_archive(told: dict[Passage, str]) -> None:
    """There is no text of which a screen reader is not told how to say it."""
    unknown = {(p.language, p.text) for p in told if not re.fullmatch("[a-z]{2}", p.language)}

    assert set() == unknown


def test_no_sentence_is_in_the_other_language(
    told: dict[Passage, str], names: frozenset[str]
) -> None:
    """What the model of py3langid takes for Czech is marked as Czech, and so with English."""
    langid.set_languages([*OTHER])
    wrong = {}
    for passage, page in told.items():
        words = bare(passage.text, names)
        if passage.language in OTHER and len(words) >= WORDS:
            (first, most), (_, less) = langid.rank(" ".join(words))
            if first != passage.language and most - less > MARGIN:
                wrong[passage] = page

    assert {} == wrong


@pytest.mark.parametrize("language", OTHER)
def test_no_phrase_is_in_the_other_language(
    told: dict[Passage, str], names: frozenset[str], language: str
) -> None:
    """A phrase within a sentence is marked too: its small words give it away."""
    foreign = SERVE[OTHER[language]]
    wrong = {
        passage: page
        for passage, page in told.items()
        if passage.language == language
        and foreign & {word.lower() for word in bare(passage.text, names)}
    }

    assert {} == wrong


def patterns(strings: Mapping[str, str], others: Mapping[str, str]) -> Iterator[str]:
    """Yield what finds a word of the interface, whatever stands in its gaps."""
    for key, text in strings.items():
        pieces = [plain(piece) for piece in re.split(r"\{\w+\}|<[^>]+>", text)]
        longest = max(WORD.findall(" ".join(pieces)), key=len, default="")
        if len(longest) > 1 and text != others.get(key) and text not in others.values():
            yield r"\S+".join(map(re.escape, pieces))


@pytest.mark.parametrize("language", OTHER)
def test_no_interface_word_is_in_the_other_language(
    told: dict[Passage, str], language: str
) -> None:
    """No label, button or message of one language stands on a page of the other."""
    strings = load_strings(ROOT / "docs", ROOT)
    pattern = re.compile("|".join(patterns(strings[OTHER[language]], strings[language])))
    wrong = {
        passage: page
        for passage, page in told.items()
        if passage.language == language
        and plain(passage.text).lower() not in SHARED
        and pattern.fullmatch(plain(passage.text))
    }

    assert {} == wrong


def test_headings_match_in_order(real_library: Library) -> None:
    """A translation has the headings of the Czech text, so that a section has its counterpart."""
    for entry in [*real_library.every(), *real_library.pages.values(), real_library.show]:
        assert entry
        levels = {
            code: re.findall(r"^#+(?= )", edition.body, re.MULTILINE)
            for code, edition in entry.editions.items()
        }
        assert levels["cs"] == levels["en"], entry.reference


# -- what is no page -----------------------------------------------------------------------------


def feeds(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the language that each feed claims, and what it says."""
    folder = site / ("" if language == "cs" else language)
    rss = etree.parse(str(folder / "podcast/feed.xml"))
    yield str(rss.findtext("channel/language")), " ".join(rss.xpath("//title/text()"))
    yield str(rss.findtext("channel/language")), " ".join(rss.xpath("//description/text()"))
    atom = etree.parse(str(folder / "archive.xml"))
    spaces = {"a": "http://www.w3.org/2005/Atom"}
    said = atom.xpath("//a:title/text() | //a:summary/text()", namespaces=spaces)
    yield str(atom.xpath("/*/@xml:lang")[0]), " ".join(said)
    listed = json.loads((folder / "podcast/feed.json").read_text())
    yield (
        listed["language"],
        " ".join([listed["description"], *(i["title"] for i in listed["items"])]),
    )


@pytest.mark.parametrize("language", OTHER)
def test_feeds_speak_the_language_they_claim(real_site: Path, language: str) -> None:
    """The channel's language is that of its titles and summaries."""
    langid.set_languages([*OTHER])
    for claimed, said in feeds(real_site, language):
        text = re.sub(r"<[^>]+>", " ", said)

        assert (language, language) == (claimed, langid.classify(text)[0])


@pytest.mark.parametrize("language", COMPLETE_LANGUAGES)
def test_cards_speak_the_language_of_their_page(
    real_archives: Archives, names: frozenset[str], language: str
) -> None:
    """Nothing that is drawn on a card, or told of it, is in the other language."""
    archive, foreign = real_archives[language], SERVE[OTHER[language]]
    for item in cards.carded(archive):
        shown = cards.card(archive, item)
        said = f"{shown.title} {shown.eyebrow} {shown.site} {cards.text(item)}"

        assert not foreign & {word.lower() for word in bare(said, names)}, item.reference


@pytest.mark.parametrize("language", COMPLETE_LANGUAGES)
def test_documents_of_ours_name_their_language(real_library: Library, language: str) -> None:
    """The printed catalogue says in which language a screen reader has to read it."""
    import pikepdf

    folder = real_library.of("publications")["archive-catalogue"].folder
    with pikepdf.open(max(folder.glob(f"*.{language}*.pdf"))) as pdf:
        assert str(pdf.Root.Lang).startswith(language)
