"""What is said of an address that would vanish: who would notice, and how to do it properly."""

from __future__ import annotations

from archive.schema.problems import Problem, Text

MOVE = "moved_from: [drivejsi-nazev]"
WITHDRAW = 'withdrawn: {date: "2026-12-01", reason: rights}'
EITHER = f"{MOVE}\n{WITHDRAW}"


def lost_page(address: str) -> Problem:
    """Return the problem of a page that is not there any more."""
    expected = Text(
        "stránka na této adrese: kdo na ni odkázal nebo ji citoval, našel by „Stránka tu není“ "
        "(404). Přejmenovali jste složku? Starý název patří do moved_from. Má záznam zmizet? "
        "Složku nechte a přidejte withdrawn",
        "a page at this address: whoever linked to it or cited it would find an error (404). "
        "Renamed the folder? The old name belongs in moved_from. Is the record to go? Leave the "
        "folder and add withdrawn",
    )
    return Problem(address, 0, "", "", expected, EITHER)


def lost_file(address: str) -> Problem:
    """Return the problem of a file that is not there any more."""
    expected = Text(
        "soubor na této adrese: GitHub Pages neumí soubor přesměrovat, takže by odkazy na něj "
        "skončily chybou 404. Vraťte ho pod stejným jménem; opravu vydejte jako novou verzi vedle "
        "něj; má-li zmizet, stáhněte celý záznam polem withdrawn",
        "a file at this address: GitHub Pages cannot redirect a file, so links to it would end in "
        "an error (404). Bring it back under the same name; publish a correction as a new version "
        "beside it; if it is to go, take the whole record down with withdrawn",
    )
    return Problem(address, 0, "", "", expected, WITHDRAW)


def lost_anchor(
    address: str, anchor: str, path: str = "", line: int = 0, example: str = ""
) -> Problem:
    """Return the problem of an anchor that a page has no more; ``path`` where it is mended."""
    expected = Text(
        f"místo #{anchor} na stránce {address}: kdo na ně odkázal, skončil by na jejím začátku. "
        "Změnil se nadpis? Připište za něj starou kotvu ve složených závorkách. Oddíl zmizel? "
        "Dejte kotvu tam, kde je teď totéž",
        f"the place #{anchor} on the page {address}: whoever linked to it would end at the top. "
        "Has the heading changed? Write the old anchor after it in braces. Is the section gone? "
        "Put the anchor where the same is told now",
    )
    shown = example or f'## Nový nadpis {{#{anchor}}}\n<span id="{anchor}"></span>'
    return Problem(path or address, line, "", f"#{anchor}" if path else "", expected, shown)


def lost_section(anchor: str) -> Problem:
    """Return the problem of a section that no record has any more under its anchor."""
    expected = Text(
        f"oddíl #{anchor} aspoň na jedné stránce: záznamy ho mívaly a odkazuje se na něj. Šablona "
        "nesmí jeho kotvu přejmenovat",
        f"the section #{anchor} on some page: records had it, and links lead to it. A template "
        "must not rename its anchor",
    )
    return Problem(f"/*/*/#{anchor}", 0, "", "", expected, f'<h2 id="{anchor}">')
