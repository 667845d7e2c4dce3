"""Build beside the site and swap at the end: a failed build leaves the last good one."""

import logging
import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from archive.keeping import site_folder
from multilingual import first_build

# Seconds for which a build waits for another one of the same site.
WAIT = 30
_WAITING = (
    f"Web právě sestavuje někdo jiný; čekám na něj nejvýše {WAIT} s. / "
    f"Another build of this site is at work; waiting for it, at most {WAIT} s."
)
_BUSY = (
    "Web stále sestavuje někdo jiný; nic se nezměnilo, zkuste to, až skončí. / "
    "Another build of this site is still at work; nothing was changed, try again when it has ended."
)
# MkDocs does not say which build has failed. A process builds one site at a time.
_at_work: list[site_folder.Staging] = []


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
        try:
            staging = site_folder.hold(
                Path(config.site_dir), wait=WAIT, tell=lambda: print(_WAITING, file=sys.stderr)
            )
        except site_folder.Busy:
            raise PluginError(f"\n\n{_BUSY}\n") from None
        except OSError as error:
            raise PluginError(f"\n\n{error}\n") from error
        _at_work.append(staging)
        config.site_dir = str(staging.folder)
    return config


def _warned() -> bool:
    """Tell whether a strict build is about to fail; MkDocs counts in a log handler."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


# static-i18n builds the other languages at -100: this must come after them.
@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in the place of the old one."""
    if first_build(config) and not _warned():
        try:
            _at_work.pop().publish()
        except OSError as error:
            raise PluginError(f"\n\n{error}\n") from error


def on_build_error(error: Exception) -> None:
    """Let go of the last good site, which has not been touched, for the next build."""
    while _at_work:
        _at_work.pop().abandon()
