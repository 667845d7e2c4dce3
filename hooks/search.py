"""Write the search index when every page of every language stands."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from archive.search import outputs
from multilingual import first_build


# static-i18n builds the other languages at -100, staging swaps the site in at -200.
@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Index the built pages: what cannot be read on them cannot be found."""
    if not first_build(config):
        return
    built = Path(config.site_dir)
    for path, content in outputs.derive(built, config.extra["archives"]).items():
        target = built / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
