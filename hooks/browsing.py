"""Tell the archive, and add the pages that follow from it, such as one for each theme."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from archive.schema import DEFAULT_LANGUAGE
from archive.telling.archive import tell
from multilingual import archive_of, first_build, language_of


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell the archive in each language, once for each build."""
    if first_build(config):
        archives = tell(config.extra["library"], config.extra["site"])
        config.extra |= {"archives": archives, "policy": archives[DEFAULT_LANGUAGE].policy}
    return config


# static-i18n makes every file anew from its path below docs, at -100: ours have none.
@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each page that staff did not write an empty file, in the language being built."""
    language = language_of(config)
    archive = archive_of(config)
    for folder, page in archive.listings.items():
        if folder in archive.pages:
            continue
        file = File.generated(config, f"{folder}/index.md", content="")
        file.dest_uri = f"{page.address(language)}index.html"
        # What static-i18n notes of a file, and MkDocs does not know.
        vars(file).update(
            locale=language, locale_alternate_of=language, alternates={language: file},
            localization=None, norm_src_uri=file.src_uri,
        )  # fmt: skip
        files.append(file)
    return files
