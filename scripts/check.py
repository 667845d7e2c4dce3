"""Tell everything that is wrong with the content, in Czech and English."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from archive import build, checks
from archive.checks import spelling
from archive.content import library, settings
from archive.podcast import rss
from archive.schema.problems import ContentError, Problem, errors, github_annotations, report
from archive.telling.archive import tell
from command import root_option


def feed_limits(content: library.Library, root: Path) -> list[Problem]:
    """Return what a feed would refuse; it can be written only from content without errors."""
    try:
        strings = settings.load_strings(content.docs, root)
    except ContentError as error:
        return error.problems
    preview = settings.Site("https://preview.invalid/", "", "", "", standins=True, strings=strings)
    return [p for archive in tell(content, preview).values() for p in rss.limits(archive)]


@click.command()
@click.option("--github", is_flag=True, help="also mark the lines on GitHub")
@root_option
def command(github: bool, root: Path) -> int:
    """Říct, co je v obsahu špatně / Tell everything that is wrong with the content.

    Check content and spelling. Returns 1 when something must be mended.
    """
    content = library.read(root)
    problems = checks.check(content, root, dt.date.today(), build.OUTPUTS)
    problems += spelling.check(content, root)
    if not errors(problems):
        problems += feed_limits(content, root)
    print(report(problems))
    if github and problems:
        print(github_annotations(problems))
    return 1 if errors(problems) else 0
