"""The site for a disk: what a browser refuses to do below ``file://``, done beforehand.

Opened from a disk a folder shows its files, not its page; a script may not be a module and
may not fetch (both need an origin). So ``addresses`` names each ``index.html``, ``modules``
makes classic scripts of the modules, and ``copies`` puts beside each file that a script
fetches a script that hands it over. The pages stay whole without any script.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path

from archive.keeping.offline import addresses, copies, modules

SCRIPTS = "assets/javascripts/"
# The script that every page loads first; it answers for the network.
FIRST = f"{SCRIPTS}offline.js"


def page(path: str, html: str, sources: Mapping[str, str]) -> str:
    """Return a page as it works from a disk; ``path`` is its own, below the site."""
    back = posixpath.relpath(".", posixpath.dirname(path) or ".")
    prefix = "" if back == "." else f"{back}/"
    html = modules.replace_tags(addresses.complete(html), sources)
    head = f'<script src="{prefix}{FIRST}" data-root="{prefix or "./"}"></script>\n</head>'
    return html.replace("</head>", head, 1) if "<script " in html else html


def convert(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a built site as they are put on a disk, by path."""
    sources = {
        name.removeprefix(SCRIPTS): data.decode()
        for name, data in files.items()
        if name.startswith(SCRIPTS)
    }
    # The answer of a server for what is missing: a disk has no server.
    written = {name: data for name, data in files.items() if name != "404.html"}
    for name, data in list(written.items()):
        if name.endswith(".html"):
            written[name] = page(name, data.decode(), sources).encode()
        elif name.startswith(SCRIPTS) and modules.is_module(sources[name.removeprefix(SCRIPTS)]):
            file = name.removeprefix(SCRIPTS)
            written[name] = modules.classic(file, sources[file]).encode()
    first = Path(__file__).with_name("offline.js").read_bytes()
    return written | copies.write(files) | {FIRST: first}
