"""Build beside the site and swap at the end: a failed build leaves the last good one."""

import logging
import shutil
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from multilingual import first_build

_SUFFIX = ".new"


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Let a build speak only when something is wrong; its counters hear everything."""
    if command == "build":
        for handler in logging.getLogger("mkdocs").handlers:
            if handler.level == logging.NOTSET and type(handler) is logging.StreamHandler:
                handler.setLevel(logging.WARNING)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Send the build to a folder of its own, next to the last good site."""
    if first_build(config):
        config.extra["finished_site"] = config.site_dir
        config.site_dir += _SUFFIX
        shutil.rmtree(config.site_dir, ignore_errors=True)
    return config


def _warned() -> bool:
    """Tell whether a strict build is about to fail; MkDocs counts in a log handler."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


# static-i18n builds the other languages at -100: this must come after them.
@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in the place of the old one."""
    if not first_build(config) or _warned():
        return
    new, site = Path(config.site_dir), Path(config.extra["finished_site"])
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def on_build_error(error: Exception) -> None:
    """Nothing to undo: the last good site has not been touched."""
