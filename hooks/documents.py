"""Publish the held documents in the folder of their language's page, under their address."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from archive.documents.naming import published_path


# static-i18n, at -100, makes the files of a language; it does not know report.cs.v2.pdf.
@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each document its place on the site; links in Markdown find it there too."""
    for file in files:
        if path := published_path(file.src_uri):
            file.dest_uri = file.url = path
            file.abs_dest_path = str(Path(config.site_dir) / path)
    return files
