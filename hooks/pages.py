"""Give every page its template and the plain values that the template shows."""

from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from archive.content import title_languages
from archive.language.typography import typeset_html, unindented
from archive.pages import context as page_context
from archive.pages import table_regions
from archive.schema import DEFAULT_LANGUAGE
from multilingual import archives_of, language_of


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own scripts and styles: no page of ours uses them."""
    docs, templates = Path(config.docs_dir), Path(config.theme.custom_dir or "")
    for file in list(files):
        source = Path(file.abs_src_path or "")
        if source.is_relative_to(templates) or not source.is_relative_to(docs):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape whatever a template shows, unless it says that it is HTML."""
    env.autoescape = True
    return env


def _folder(page: Page) -> str:
    """Return the folder of a page's file below ``docs``; the home page's is empty."""
    return PurePosixPath(page.file.src_uri).parent.as_posix().removeprefix(".")


def _locale(page: Page) -> str:
    """Return the language of a page's file, which static-i18n notes there."""
    return str(getattr(page.file, "locale", DEFAULT_LANGUAGE))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template, which MkDocs asks for before the context; link marks to notes."""
    archives, folder = archives_of(config), _folder(page)
    written_in = _locale(page)
    page.meta["template"] = page_context.template(folder, archives[written_in])
    shown = archives[written_in].at(folder)
    return shown.text if shown else ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark the titles that are in another language; let wide tables scroll by themselves."""
    written_in = _locale(page)
    archive = archives_of(config)[written_in]
    marked = title_languages.mark_italics(html, archive.title_languages, written_in)
    return table_regions.in_regions(marked, archive.words["table"], page.title or "")


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the template its values."""
    return context | page_context.values(archives_of(config), _folder(page), language_of(config))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Set the text of the finished page; leave out the indentation, which no browser shows."""
    return unindented(typeset_html(output))
