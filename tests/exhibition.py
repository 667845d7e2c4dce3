"""The exhibition: the toy archive with one page of every kind, and a page of all components.

It is built of the site's own templates and styles but of no word of its content, so that
whoever edits the content never changes it. Its fonts come with it.

Example: python tests/exhibition.py --output build/components
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

import mkdocs

from conftest import HERE, ROOT, build, make_toy
from paper_pdf import hold

COMPONENTS = "about/components/"
OUTPUT = ROOT / "build" / "components"
# A sans that MkDocs brings: the system's own differs from machine to machine.
FONTS = Path(mkdocs.__file__).parent / "themes" / "readthedocs" / "css" / "fonts"
WEIGHTS = {"normal": "100 500", "bold": "600 900"}
FACES = "".join(
    f"@font-face {{ font-family: Exhibit; font-weight: {weight}; "
    f'src: url("../fonts/lato-{name}.woff2"); }}\n'
    for name, weight in WEIGHTS.items()
)


def _fonts(assets: Path) -> None:
    """Give the stylesheets a sans and a mono that are the same everywhere."""
    for name in WEIGHTS:
        shutil.copy(FONTS / f"lato-{name}.woff2", assets / "fonts")
    components = assets / "stylesheets" / "components"
    tokens, fonts = components / "tokens.css", components / "fonts.css"
    css, changed = re.subn(
        r"(--sans|--mono): [^;]+;", r"\1: Exhibit;", tokens.read_text(encoding="utf-8")
    )
    assert changed == 2, "tokens.css: --sans, --mono"
    # With the tokens, so that the embedded player has them too.
    tokens.write_text(FACES + css, encoding="utf-8")
    # A picture waits for the fonts, as no reader has to.
    css, changed = re.subn(
        "font-display: optional", "font-display: block", fonts.read_text(encoding="utf-8")
    )
    assert changed, "fonts.css: font-display"
    fonts.write_text(css, encoding="utf-8")


def make(root: Path) -> Path:
    """Lay the exhibition out in a folder, ready to be built; return the folder."""
    make_toy(root)
    shutil.copytree(HERE / "components" / "docs", root / "docs", dirs_exist_ok=True)
    hold(root, "zprava.cs.pdf", "report.en.pdf")
    assets = root / "docs" / "assets"
    shutil.copy(HERE / "components" / "components.css", assets / "stylesheets")
    shutil.copy(HERE / "components" / "components.html", root / "docs" / "overrides")
    shutil.copy(HERE / "components" / "exhibit.py", root / "hooks")
    _fonts(assets)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    last = "  - hooks/outputs.py\n"
    assert last in text, "mkdocs.yml: hooks"
    settings.write_text(text.replace(last, f"{last}  - hooks/exhibit.py\n"), encoding="utf-8")
    return root


def built(root: Path) -> Path:
    """Build the exhibition in a folder; return its site. Raises AssertionError at any word said."""
    done = build(make(root), environment={"SITE_URL": "https://archive.test/toy/"})
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root / "site"


def main(arguments: list[str] | None = None) -> int:
    """Build the exhibition and tell where the page of components is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=OUTPUT)
    output = parser.parse_args(arguments).output
    with tempfile.TemporaryDirectory() as temporary:
        site = built(Path(temporary) / "exhibition")
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(site, output)
    print(f"{output / COMPONENTS / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
