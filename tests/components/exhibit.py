"""A hook of the exhibition alone: gives the page of components records to show, in both schemes."""

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from archive.citing import panel
from archive.pages import context as page_context
from multilingual import language_of

FOLDER = "about/components"
# The records whose pieces are shown, by the names that the template has for them.
SHOWN = {
    "episode": "podcast/druhy",
    "project": "projects/jezero",
    "held": "publications/zprava-o-jezere",
    "unheld": "publications/mapa-jezera",
    "catalogue": "catalogue",
}
SPECIMENS = re.compile(
    r'<div class="specimens" data-scheme="light">.*</div><!-- specimens -->', re.DOTALL
)
NAMES = re.compile(r'\b(id|for|href|aria-labelledby|aria-describedby)="(#?)([^"/:?.]+)"')


def _here(page: Page) -> bool:
    return page.file.src_uri.startswith(f"{FOLDER}/")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """Choose the template of the components."""
    if _here(page):
        page.meta["template"] = "components.html"
    return markdown


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Hand the template what the pages of the shown records are given."""
    if not _here(page):
        return context
    archives, language = config.extra["archives"], language_of(config)
    shown = {n: page_context.values(archives, f, language) for n, f in SHOWN.items()}
    for values in shown.values():
        item = values["entry"] if values["item"] else None
        values["citing"] = panel.view(config.extra["citations"], config.extra["site"], item)
    return context | {"shown": shown}


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Show everything once more in the dark scheme, under names of its own."""
    found = SPECIMENS.search(output) if _here(page) else None
    if not found:
        return output
    dark = found[0].replace('data-scheme="light"', 'data-scheme="dark"', 1)
    named = NAMES.sub(r'\1="\2\3-dark"', dark)
    return output[: found.end()] + named + output[found.end() :]
