"""Write what the archive makes of its content, and compare the site with its ledger."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from archive import build
from archive.content.library import Library
from archive.keeping import address_comparison
from archive.ledgers import addresses
from archive.schema.problems import ContentError
from multilingual import archives_of, first_build
from rendering import renderer


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out MkDocs' own sitemap, which knows nothing of languages and holds the clock."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


# After the other languages, which static-i18n builds at -100, and before the site is swapped in.
@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write each output once, when the pages of all languages stand; keep every address."""
    if not first_build(config):
        return
    root, folder = Path(config.config_file_path).parent, Path(config.site_dir)
    library: Library = config.extra["library"]
    render = renderer(*map(Path, config.theme.dirs))
    try:
        build.write(
            build.Sources(root, library, archives_of(config), config.extra["site"], render, folder)
        )
        if lost := address_comparison.compare(addresses.read(root), folder, library):
            raise ContentError(lost)
    except (ContentError, OSError) as error:
        raise PluginError(f"\n\n{error}\n") from error
