"""Write everything that is derived from the whole archive: feeds and the sitemap."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from archive import feed, sitemap
from archive.model import LANGUAGES
from archive.problems import ContentError
from multilingual import first_build


def on_post_build(config: MkDocsConfig) -> None:
    """Write each output whole, once, when the first language's pages stand."""
    if not first_build(config):
        return
    library, settings, target = config.extra["library"], config.extra["site"], Path(config.site_dir)
    try:
        outputs = {
            feed.path(language): feed.write(library, settings, language) for language in LANGUAGES
        }
    except ContentError as error:
        raise PluginError(f"\n\n{error}\n") from None
    outputs["sitemap.xml"] = sitemap.write(library, settings)
    for path, content in outputs.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
