"""Keep every address: files stay where they were, and a build that loses one fails."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from archive.keeping import address_comparison, kept_anchors
from archive.ledgers import addresses
from archive.pages import redirects
from archive.schema.problems import report
from multilingual import first_build


# After the other languages, which static-i18n builds at -100, and before the site is swapped in.
@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Compare the whole site with the ledger of addresses, once all of it stands."""
    if not first_build(config):
        return
    library, folder = config.extra["library"], Path(config.site_dir)
    known = addresses.read(Path(config.config_file_path).parent)
    redirects.keep_files(folder, config.extra["archives"])
    kept_anchors.keep(known, folder, config.extra["archives"])
    if lost := address_comparison.compare(known, folder, library):
        raise PluginError(f"\n\n{report(lost)}\n")
