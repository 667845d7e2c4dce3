"""PDFs made for the tests: small, with Czech letters, and each with the faults asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

# Letters that the standard fonts' own encoding lacks, by the names that PDF has for them.
CZECH = {
    "ě": "ecaron", "š": "scaron", "č": "ccaron", "ř": "rcaron", "ž": "zcaron", "ý": "yacute",
    "á": "aacute", "í": "iacute", "é": "eacute", "ú": "uacute", "ů": "uring", "ť": "tcaron",
    "ď": "dcaron", "ň": "ncaron", "ó": "oacute", "Š": "Scaron", "Č": "Ccaron", "Ž": "Zcaron",
}  # fmt: skip
_CODES = {letter: 161 + number for number, letter in enumerate(CZECH)}
A4 = (595, 842)


def _font() -> Dictionary:
    differences = Array([161, *(Name(f"/{name}") for name in CZECH.values())])
    encoding = Dictionary(
        Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=differences
    )
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=encoding
    )


def _type3(pdf: pikepdf.Pdf) -> Dictionary:
    """Return a font of one letter, a square."""
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        Name=Name.Ctverec,
        FontBBox=Array([0, 0, 750, 750]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(square=pdf.make_stream(b"750 0 0 0 750 750 d1 0 0 750 750 re f")),
        Encoding=Dictionary(Differences=Array([97, Name.square])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([1000]),
        Resources=Dictionary(),
    )


def _shown(line: str) -> bytes:
    """Return a line as a string of a page's content, in hexadecimal."""
    codes = b"".join(
        bytes([_CODES[letter]]) if letter in _CODES else letter.encode("cp1252") for letter in line
    )
    return b"<" + codes.hex().encode() + b">"


def _content(text: str, size: float, height: float) -> bytes:
    parts = [b"BT", f"40 {height - 80} Td".encode()]
    for number, line in enumerate(text.split("\n")):
        points = size if number == 0 else 11
        parts += [f"/F {points} Tf".encode(), _shown(line) + b" Tj", b"0 -40 Td"]
    return b"\n".join([*parts, b"ET"])


def make(  # noqa: PLR0913 - one argument for each thing a PDF tells of itself
    path: Path,
    *pages: str,
    title: str = "",
    language: str = "",
    tagged: bool = False,
    type3: bool = False,
    password: str | None = None,
    size: float = 28,
    paper: tuple[float, float] = A4,
    weight: int = 0,
) -> Path:
    """Write a PDF with a text for each page; an empty text is a page that only shows a square.

    ``size`` is that of a page's first line in points, ``weight`` a number of bytes to carry;
    with a ``password``, even an empty one, it is encrypted.
    """
    pdf = pikepdf.new()
    for text in pages:
        page = pdf.add_blank_page(page_size=paper)
        fonts = Dictionary(F=pdf.make_indirect(_font()))
        if type3:
            fonts.T = pdf.make_indirect(_type3(pdf))
        page.Resources = Dictionary(Font=fonts)
        body = _content(text, size, paper[1]) if text else b"0.2 0.4 0.6 rg 100 100 300 500 re f"
        page.Contents = pdf.make_stream(body)
    _describe(pdf, title, language, tagged)
    if weight:
        pdf.Root.Weight = pdf.make_stream(bytes(i * i % 251 for i in range(weight)))
    options: dict[str, Any] = {"deterministic_id": True}
    if password is not None:
        options = {"encryption": pikepdf.Encryption(owner="owner", user=password)}
    pdf.save(path, compress_streams=not weight, **options)
    return path


def _describe(pdf: pikepdf.Pdf, title: str, language: str, tagged: bool) -> None:
    if title:
        pdf.docinfo["/Title"] = title
    if language:
        pdf.Root.Lang = language
    if tagged:
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))


def report(path: Path, language: str = "cs", pages: int = 3) -> Path:
    """Write the toy archive's report as it should be: tagged, with title and language."""
    title = "Zpráva o jezeře" if language == "cs" else "Report on the lake"
    texts = [f"{title}\nKdo žije u jezera, strana {n}." for n in range(1, pages + 1)]
    return make(path, *texts, title=title, language=language, tagged=True)


def hold(toy: Path, *files: str, versions: str = "", languages: str = "cs, en") -> Path:
    """Put reports into the folder of the toy publication and say so in its record."""
    folder = toy / "docs" / "publications" / "zprava-o-jezere"
    record = folder / "index.cs.md"
    text = record.read_text(encoding="utf-8").replace("holding: link\n", "holding: file\n")
    text = text.replace("languages: [cs]", f"languages: [{languages}]").replace("pages: 79\n", "")
    text = text.replace("confidence:", f"{versions}\nconfidence:" if versions else "confidence:")
    record.write_text(text, encoding="utf-8")
    for number, name in enumerate(files):
        report(folder / name, "en" if ".en." in name else "cs", pages=3 + number)
    return folder
