"""Write what is derived from the whole archive: feeds, small pictures, embeds, documents."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from archive import build
from archive.pages import document_pictures, reading_view
from archive.podcast import embed
from archive.schema.problems import ContentError
from multilingual import first_build
from rendering import renderer


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out MkDocs' own sitemap, which knows nothing of languages and holds the clock."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def _written(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Yield every output by its path; pages of documents come one at a time."""
    library, site, archives = (config.extra[name] for name in ("library", "site", "archives"))
    render = renderer(*map(Path, config.theme.dirs))
    yield from build.derive(library, site).items()
    yield from embed.write(archives, render).items()
    yield from reading_view.write(archives, render)
    yield from document_pictures.write(archives, library.docs.parent)


def on_post_build(config: MkDocsConfig) -> None:
    """Write each output whole, once, when the first language's pages stand."""
    if not first_build(config):
        return
    try:
        for path, content in _written(config):
            target = Path(config.site_dir) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except ContentError as error:
        raise PluginError(f"\n\n{error}\n") from None
