"""Tell everything that is wrong with the content, in Czech and English.

Example: python scripts/check.py --github
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from archive import build, checks
from archive.checks import spelling
from archive.content import library, settings
from archive.podcast import rss
from archive.schema.problems import ContentError, Problem, errors, github_annotations, report
from archive.telling.archive import tell

ROOT = Path(__file__).parent.parent


def feed_limits(content: library.Library, root: Path) -> list[Problem]:
    """Return what a feed would refuse; it can be written only from content without errors."""
    try:
        strings = settings.load_strings(content.docs, root)
    except ContentError as error:
        return error.problems
    preview = settings.Site("https://preview.invalid/", "", "", "", standins=True, strings=strings)
    return [p for archive in tell(content, preview).values() for p in rss.limits(archive)]


def main(arguments: list[str] | None = None) -> int:
    """Check content and spelling. Returns 1 when something must be mended."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--github", action="store_true", help="also mark the lines on GitHub")
    parser.add_argument("--root", type=Path, default=ROOT, help="the archive's folder")
    options = parser.parse_args(arguments)
    content = library.read(options.root)
    problems = checks.check(content, options.root, dt.date.today(), build.OUTPUTS)
    problems += spelling.check(content, options.root)
    if not errors(problems):
        problems += feed_limits(content, options.root)
    print(report(problems))
    if options.github and problems:
        print(github_annotations(problems))
    return 1 if errors(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
