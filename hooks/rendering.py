"""Pages that the archive renders itself, from its own templates. No hook: hooks import it."""

import posixpath
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from archive.language.typography import typeset_html
from archive.podcast.embed import Render


# With the context, so that Jinja does not work an address out once for all pages.
@pass_context
def _relative(context: Context, target: str) -> str:
    """Return an address below the site as seen from ``here``; foreign ones as they are."""
    if "://" in target:
        return target
    return posixpath.relpath(target, str(context["here"])) + ("/" if target.endswith("/") else "")


def renderer(*templates: Path) -> Render:
    """Return what fills a template with values; ``here`` is the page's address.

    ``templates`` are the folders in which it is looked for: ours, then the theme's.
    """
    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.filters["url"] = _relative

    def render(name: str, values: Mapping[str, object]) -> str:
        return typeset_html(environment.get_template(name).render(values))

    return render
