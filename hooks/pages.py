"""Give every page its template and the plain values that the template shows."""

from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from archive.content import title_languages
from archive.language.typography import typeset_html, unindented
from archive.pages import context as page_context
from archive.pages import table_regions
from archive.schema import DEFAULT_LANGUAGE
from multilingual import language_of


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


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template, which MkDocs asks for before the context; link marks to notes."""
    archives, folder = config.extra["archives"], _folder(page)
    written_in: str = getattr(page.file, "locale", DEFAULT_LANGUAGE)
    page.meta["template"] = page_context.template(folder, archives[written_in])
    return str(archives[written_in].at(folder).text)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark the titles that are in another language; let wide tables scroll by themselves."""
    written_in: str = getattr(page.file, "locale", DEFAULT_LANGUAGE)
    archive = config.extra["archives"][written_in]
    marked = title_languages.mark_italics(html, archive.title_languages, written_in)
    return table_regions.in_regions(marked, archive.words["table"], page.title or "")


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Hand the template its values."""
    return context | page_context.values(
        config.extra["archives"], _folder(page), language_of(config)
    )


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Set the text of the finished page; leave out the indentation, which no browser shows."""
    return unindented(typeset_html(output))
