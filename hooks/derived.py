"""Write what is derived from the whole archive: feeds, small pictures, embeds, the sitemap."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from archive import embed, outputs
from archive.problems import ContentError
from multilingual import first_build
from rendering import renderer


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out MkDocs' own sitemap, which knows nothing of languages and holds the clock."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write each output whole, once, when the first language's pages stand."""
    if not first_build(config):
        return
    library, site = config.extra["library"], config.extra["site"]
    try:
        written = outputs.derive(library, site)
    except ContentError as error:
        raise PluginError(f"\n\n{error}\n") from None
    written |= embed.write(library, site, renderer(Path(config.theme.custom_dir or "")))
    for path, content in written.items():
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
