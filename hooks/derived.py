"""Write what is derived from the whole archive: feeds, small pictures, the sitemap."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from archive import outputs
from archive.problems import ContentError
from multilingual import first_build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out MkDocs' own sitemap, which knows nothing of languages and holds the clock."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write each output whole, once, when the first language's pages stand."""
    if not first_build(config):
        return
    try:
        written = outputs.derive(config.extra["library"], config.extra["site"])
    except ContentError as error:
        raise PluginError(f"\n\n{error}\n") from None
    for path, content in written.items():
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
