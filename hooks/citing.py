"""Render all citations once for each build, and give each page its own."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from archive.cache.store import FOLDER
from archive.citing import panel, signposting
from archive.citing.rendering import Renderer
from multilingual import archive_of, archives_of, first_build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Render every citation; what has not changed since the last build is remembered."""
    if first_build(config):
        renderer = Renderer(Path(config.config_file_path).parent / FOLDER)
        config.extra["citations"] = panel.render(archives_of(config), renderer)
    return config


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the template the citations of its item or list, and the links for machines."""
    archive = archive_of(config)
    item = archive.find(context["entry"].reference) if context["item"] else None
    context["citing"] = panel.view(config.extra["citations"], archive.site, item)
    context["cite_list"] = panel.of_list(context["section"], archive.language) if not item else []
    context["links"] = signposting.links(archive, item) if item else []
    return context
