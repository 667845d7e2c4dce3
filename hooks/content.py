"""Read the content once for each build, and give every page what its template shows."""

import datetime as dt
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from archive import checks, item_page, lists, site, text
from archive.model import DEFAULT_LANGUAGE, KINDS
from archive.problems import ContentError
from multilingual import first_build, language_of

_TEMPLATES = {
    "": "home.html",
    "item": "item.html",
    "episode": "episode.html",
    "podcast": "show.html",
    "history": "history.html",
} | dict.fromkeys(("projects", "publications", "people", "catalogue"), "section.html")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything; the second language's build finds it done."""
    if not first_build(config):
        return config
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    try:
        config.extra["library"] = checks.load(root, today=dt.date.today(), docs=docs)
        strings = site.load_strings(docs, root)
    except ContentError as error:
        raise PluginError(f"\n\n{error}\n") from None
    config.extra["site"] = site.from_settings(config, strings)
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own scripts and styles: no page of ours uses them."""
    docs, templates = Path(config.docs_dir), Path(config.theme.custom_dir or "")
    for file in list(files):
        source = Path(file.abs_src_path or "")
        if source.is_relative_to(templates) or not source.is_relative_to(docs):
            files.remove(file)
    return files


def _place(page: Page) -> tuple[str, str]:
    """Return the section and the item that a page's file belongs to."""
    folder = PurePosixPath(page.file.src_uri).parent.as_posix().removeprefix(".")
    section, _, item = folder.partition("/")
    return (section, item) if section in KINDS else (folder, "")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template; MkDocs asks for it before it builds the context."""
    section, item = _place(page)
    kind = section if not item else "episode" if section == "podcast" else "item"
    page.meta["template"] = _TEMPLATES.get(kind, "page.html")
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Set the text by the rules of the language it is written in."""
    written_in: str = getattr(page.file, "locale", DEFAULT_LANGUAGE)
    return text.typeset_html(html, written_in)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Hand the template plain values."""
    library, settings = config.extra["library"], config.extra["site"]
    language = language_of(config)
    section, item = _place(page)
    entry = library.of(section).get(item) if item else None
    if section == "podcast" and not item:
        entry = library.show
    context["item"] = item_page.view(library, settings, entry, language) if entry else None
    context["list"] = None if item else lists.view(library, settings, section, language)
    context["entry"] = entry or library.pages[section]
    context["section"] = section.partition("/")[0]
    context["lang"], context["t"] = language, settings.strings[language]
    context["prefix"] = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    context["settings"] = settings
    return context
