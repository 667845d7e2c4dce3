"""Put the whole archive into a bag: its content, the site built from it, its metadata.

The bag is a folder by BagIt (RFC 8493): whoever has it can verify it, and build the site
from it alone. The site is built from the content that is packed, under the settings of the
environment, which are packed too. The same content on the same day gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sys
import tomllib
from pathlib import Path
from typing import TypedDict

import click

from archive.keeping import bag
from archive.schema import LANGUAGES
from command import root_option
from packing import building

CONTENT = (
    "docs", "hooks", "scripts", "requirements", "tests", ".github", ".gitignore",
    "ledgers", "mkdocs.yml", "pyproject.toml", "Makefile", "README.md", "manual",
    "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
)  # fmt: skip
_NOT_PACKED = shutil.ignore_patterns("__pycache__", "node_modules", "*.egg-info", ".DS_Store")
# The exports that tell of the archive as a whole, for who wants no more than the records.
METADATA = (
    "catalogue.json", "catalogue.schema.json", "catalogue.csv", "timeline.csv",
    "datapackage.json", "catalogue.bib", "catalogue.ris", "catalogue.csl.json", "oai.xml",
    "sitemap.xml", "manifest-sha256.txt", "audits.jsonl",
)  # fmt: skip
_README = """\
Archiv IOM Česká republika: celý archiv v balíčku BagIt (RFC 8493).

content/       zdroje: texty, nahrávky, dokumenty, program, který z nich sestaví web
site/          web, jak byl z těchto zdrojů sestaven; stačí ho vystavit na webový server
metadata/      katalog v souborech pro tabulky, citační programy a knihovny
settings.env   nastavení, se kterým byl web sestaven

Ověření (ve složce nad touto):  sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt
Nové sestavení: zkopírujte content/ jinam, nastavte proměnné ze settings.env, make site
Zkouška, že vyjde tentýž web:   v kopii content/ spusťte .venv/bin/archive restore cesta

The archive of IOM Czechia: the whole of it in a BagIt package (RFC 8493).

content/       the sources: texts, recordings, documents, the program that builds the site
site/          the site as it was built from these sources; any web server can serve it
metadata/      the catalogue in files for spreadsheets, reference managers and libraries
settings.env   the settings under which the site was built

To verify (in the folder above):  sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt
To build anew: copy content/ elsewhere, set the variables in settings.env, make site
To test that it is the same site: in the copy of content/, .venv/bin/archive restore path
"""


def copy_content(root: Path, target: Path) -> None:
    """Copy what a build needs, and what tells of it."""
    for name in CONTENT:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=_NOT_PACKED)
        elif source.exists():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / name)


def copy_metadata(site: Path, target: Path) -> None:
    """Copy the exports, those of each language into a folder of their own."""
    for place in ("", *(f"{code}/" for code in LANGUAGES)):
        for name in METADATA:
            if (site / place / name).is_file():
                (target / place).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site / place / name, target / place / name)


class _Catalogue(TypedDict):
    title: dict[str, str]
    url: dict[str, str]
    items: list[object]
    events: list[object]


def info(data: Path, told: dict[str, str], day: str) -> dict[str, str]:
    """Return what bag-info.txt says, all of it taken from what is packed."""
    catalogue: _Catalogue = json.loads(
        (data / "metadata" / "catalogue.json").read_text(encoding="utf-8")
    )
    package = data / "content" / "pyproject.toml"
    version = (
        tomllib.loads(package.read_text(encoding="utf-8"))["project"]["version"]
        if package.exists()
        else "?"
    )
    items, events = len(catalogue["items"]), len(catalogue["events"])
    described = f"{catalogue['title']['en']}: {items} items, {events} dated events"
    contact = {"Contact-Email": told["OWNER_EMAIL"]} if "OWNER_EMAIL" in told else {}
    return {
        "Source-Organization": told.get("OWNER_NAME", "IOM Česká republika"),
        **contact,
        "External-Description": described,
        "External-Identifier": catalogue["url"]["cs"],
        "Bagging-Date": day,
        "Bag-Software-Agent": f"scripts/bag.py {version}",
    }


def pack(root: Path, target: Path, day: str) -> str:
    """Make the bag at ``target``, whole or not at all; return what went wrong, if anything."""
    new, told = target.with_name(target.name + ".new"), building.settings(os.environ)
    shutil.rmtree(new, ignore_errors=True)
    data = new / "data"
    copy_content(root, data / "content")
    if fault := building.build(data / "content", data / "site", told):
        shutil.rmtree(new)
        return fault
    copy_metadata(data / "site", data / "metadata")
    (data / "settings.env").write_text(building.dump(told), encoding="utf-8")
    (data / "README.txt").write_text(_README, encoding="utf-8")
    bag.seal(new, info(data, told, day))
    shutil.rmtree(target, ignore_errors=True)
    new.rename(target)
    return ""


@click.command()
@root_option
@click.option(
    "--output", type=click.Path(path_type=Path), help="the bag's folder; bag/ unless told"
)
@click.option("--date", default=lambda: dt.date.today().isoformat(), help="today unless told")
def command(root: Path, output: Path | None, date: str) -> int:
    """Zabalit celý archiv do balíčku BagIt / Put the whole archive into a BagIt bag.

    Make a bag and say where it is. Returns 1 when the content is faulty.
    """
    target: Path = (output or root / "bag").absolute()
    if target.exists() and not (target / "bagit.txt").is_file():
        print(f"{target}: není balíček, nic se nepřepíše / no bag, nothing is overwritten")
        return 1
    if fault := pack(root.absolute(), target, date):
        print(fault, file=sys.stderr)
        return 1
    print((target / "bag-info.txt").read_text(encoding="utf-8"), end="")
    print(target)
    return 0
