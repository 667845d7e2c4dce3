"""Add the pages that follow from the records, such as one for each theme and country."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from archive.pages import browse
from archive.telling.archive import tell
from multilingual import first_build, language_of


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Find out which pages there are and tell the archive in each language, once for each build."""
    if first_build(config):
        library = config.extra["library"]
        library.derived = browse.derive(library, config.extra["site"])
        config.extra["archives"] = tell(library, config.extra["site"])
    return config


# static-i18n makes every file anew from its path below docs, at -100: ours have none.
@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each page that staff did not write an empty file, in the language being built."""
    language = language_of(config)
    library = config.extra["library"]
    for folder, page in library.derived.items():
        if folder in library.pages:
            continue
        # What static-i18n notes of a file is unknown to MkDocs' types.
        file: Any = File.generated(config, f"{folder}/index.md", content="")
        file.dest_uri = f"{page.address(language)}index.html"
        file.locale = file.locale_alternate_of = language
        file.alternates, file.localization = {language: file}, None
        file.norm_src_uri = file.src_uri
        files.append(file)
    return files
