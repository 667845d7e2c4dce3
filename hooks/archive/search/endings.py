"""How the forms of a word are brought together, as data that Python and the browser both read.

Rules are words of the form ``ending``, ``ending>replacement``, each with ``:n`` where the rest
must be longer than three letters. They work on letters without marks, because readers leave
marks out. The longest ending that fits is taken, again and again until none fits, so that a
word and its cases meet: problém, problémy and problému all become „probl“, which nobody sees.

For Czech the rules follow L. Dolamic and J. Savoy: Indexing and stemming approaches for the
Czech language (Information Processing and Management 45, 2009), the light stemmer, put on
letters without marks: case endings, possessives, the vowel that comes and goes (cizinec,
cizinci), softened consonants (uprchlík, uprchlíci; Praha, Praze); and verbs meet their nouns
(obchodovat, obchodování).

In English the last line brings American and British spellings together: center and centre,
labor and labour, program and programme, organization and organisation.
"""

from __future__ import annotations

from dataclasses import dataclass

# Letters that Unicode does not take apart into a letter and a mark.
LETTERS = {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}

SHORTEST = 3


@dataclass(frozen=True)
class Rules:
    """The endings of a language, and the words that tell nothing about a page."""

    endings: str = ""
    stop: str = ""


RULES = {
    "cs": Rules(
        endings="a e i o u y ou am em im um ym ach ech ich ych ami emi imi ymi mi "
        "eho iho emu imu ov:4 ova ove ovi ovo ovu ovy ovou ovych ovym ovymi "
        "at>an:5 it>en:5 uje>ovan:6 uji>ovan:6 "
        "nsti>nsk:4 msti>msk:4 vsti>vsk:4 rsti>rsk:4 cti>ck:4 "
        "ec>c:4 ek>k:4 eb>b:4 en>n:4 acn>ac:4 c>k z>h g>h ch>s",
        stop="a aby ale ani az bez by byl byla byli bylo byly byt co do i ja jak jako je jeho "
        "jejich jeji jen jsou k kde kdy ke kdo ktera ktere ktery kteri ma me mezi na nad nebo o od "
        "po pod podle pro proc pri s se si ta tak take ten to tom u v ve z za ze",
    ),
    "en": Rules(
        endings="s ss>ss us>us is>is sses>ss ies>i es>e y>i e ing ed ly ion:4 ions:4 "
        "enter>entr or>our:5 amm>am:4 iz>is:4 izat>isat:4",
        stop="a about an and are as at be been between but by did do does for from had has have "
        "how if in into is it its not of on or s t that the their there these they this to was "
        "were what when where which who why will with",
    ),
}  # fmt: skip
NONE = Rules()


def of(language: str) -> Rules:
    """Return the rules of a language; one without rules is searched by the words as they are."""
    return RULES.get(language, NONE)


__all__ = ["LETTERS", "RULES", "SHORTEST", "Rules", "of"]
