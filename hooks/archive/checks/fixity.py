"""What the archive holds stays what it is: the files against the manifest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.content.library import Library
from archive.keeping import audit_comparison
from archive.keeping.audit_comparison import Comparison
from archive.ledgers.files import FORM, Ended, Line, Manifest, additions
from archive.schema.problems import Problem, Text


def _end(line: Line, day: str, reason: str) -> str:
    return str(Ended(0, day, reason, line.sha256, line.path))


def _on_github(what: Text) -> Text:
    return Text(
        f"{what.cs} (na GitHubu: otevřete {FORM.path} ve své větvi, tužka, Commit changes; "
        "ve svém počítači: .venv/bin/archive ledger files)",
        f"{what.en} (on GitHub: open {FORM.path} in your branch, pencil, Commit changes; "
        "on your computer: .venv/bin/archive ledger files)",
    )


def entering(manifest: Manifest, found: Comparison, day: str) -> Iterator[Problem]:
    """Yield that held files are not entered yet, with the lines to copy."""
    if lines := additions(manifest, found.new.items(), day):
        expected = _on_github(
            Text(
                "tyto řádky na konci seznamu otisků; zkopírujte je, jak jsou. Bez nich by nikdo "
                "nepoznal, že se soubor změnil",
                "these lines at the end of the list of checksums; copy them as they are. Without "
                "them nobody could tell that the file has changed",
            )
        )
        yield Problem(
            FORM.path, 0, "", f"chybí / missing: {len(found.new)}", expected, "\n".join(lines)
        )


def replacing(manifest: Manifest, found: Comparison, day: str) -> Iterator[Problem]:
    """Yield that held files are no longer what was entered, with the ways out."""
    for line, sha256 in found.changed:
        expected = Text(
            "soubor tak, jak byl uložen; vraťte jej. Opravený dokument uložte jako další verzi "
            "vedle původního. Má-li být přesto nahrazen, označte v "
            f"{FORM.path} řádek {line.number} za skončený (důvod superseded nebo error) a přidejte "
            "nový, takto; nebyl-li soubor dosud nikdy zveřejněn, stačí otisk přepsat",
            "the file as it was deposited; bring it back. Deposit a corrected document as a "
            f"further version beside it. If it must be replaced all the same, mark line "
            f"{line.number} of {FORM.path} as ended (reason superseded or error) and add a new "
            "one, like this; of a file that was never published, just correct the checksum",
        )
        new = additions(manifest, [(line.path, sha256)], day)
        example = "\n".join([_end(line, day, "superseded"), *new])
        yield Problem(line.path, 0, "", f"sha256 {sha256[:12]}…", expected, example)


def ending(content: Library, found: Comparison, day: str) -> Iterator[Problem]:
    """Yield that held files are gone, with the line that tells why."""
    for line in found.gone:
        known = audit_comparison.reason(content, line, found)
        back = Text("soubor, který tu byl uložen; vraťte jej. ", "the file; bring it back. ")
        if known:
            back = Text("", "")
        reasons = "personal-data, rights, superseded, error"
        expected = Text(
            f"{back.cs}{'Z' if known else 'Odešel-li právem, z'}aměňte v {FORM.path} řádek "
            f"{line.number} za tento" + ("" if known else f" s pravým důvodem: {reasons}"),
            f"{back.en}{'R' if known else 'If it left for good reason, r'}eplace line "
            f"{line.number} of {FORM.path} by this one" + ("" if known else f", reason: {reasons}"),
        )
        to = found.moved_to(line)
        told = f"chybí / missing (→ {to})" if to else "chybí / missing"
        example = _end(line, day, known or "superseded")
        yield Problem(line.path, 0, "", told, expected, example)


def held_files_stay(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every held file is entered, is there, and is to the bit what was entered."""
    book = content.manifest
    if not book.kept:
        return
    yield from book.problems
    if book.problems:
        return  # what a broken line says is not held against the files
    found, day = audit_comparison.compare(book, content, root), today.isoformat()
    yield from replacing(book, found, day)
    yield from ending(content, found, day)
    yield from entering(book, found, day)
