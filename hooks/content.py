"""Read and check the content, once for each build."""

import datetime as dt
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from archive import build, checks
from archive.content import settings
from archive.schema.problems import ContentError
from multilingual import first_build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Hand the content to the other hooks; the second language's build finds it done."""
    if not first_build(config):
        return config
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    try:
        config.extra["library"] = checks.load(
            root, today=dt.date.today(), docs=docs, outputs=build.OUTPUTS
        )
        strings = settings.load_strings(docs, root)
    except ContentError as error:
        raise PluginError(f"\n\n{error}\n") from None
    config.extra["site"] = settings.from_settings(config, strings)
    return config
