"""Render all citations once for each build, and give each page its own."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from archive.cache.store import FOLDER
from archive.citing import panel, signposting
from archive.citing.rendering import Renderer
from multilingual import first_build, language_of


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Render every citation; what has not changed since the last build is remembered."""
    if first_build(config):
        renderer = Renderer(Path(config.config_file_path).parent / FOLDER)
        library, site = config.extra["library"], config.extra["site"]
        config.extra["citations"] = panel.render(library, site, renderer)
    return config


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Hand the template the citations of its item or list, and the links for machines."""
    library, site, language = config.extra["library"], config.extra["site"], language_of(config)
    entry = context["entry"] if context["item"] else None
    context["citing"] = panel.view(config.extra["citations"], site, entry, language)
    context["cite_list"] = panel.of_list(context["section"], language) if not entry else []
    context["links"] = signposting.links(library, site, entry, language) if entry else []
    return context
