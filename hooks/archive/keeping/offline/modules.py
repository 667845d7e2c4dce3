"""Modules made classic scripts: a browser loads no module from a disk.

Each becomes a function of its own that takes what it imports from the table ``archive`` and
puts there what it exports, once for each page, as modules are. A bundler would copy a shared
module into each bundle, and the player must be one. Only the forms that the house's own
scripts use are read; anything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(r'^import (\{[^}]+\}) from "\./(?P<file>[\w-]+\.js)";$', re.MULTILINE)
_DYNAMIC = re.compile(r'\bimport\("\./(?P<file>[\w-]+\.js)"\)')
_LIST = re.compile(r"^export (\{[^}]+\});$", re.MULTILINE)
_NAMED = re.compile(r"^export ((?:async )?function\*?|class|const|let) (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b|\bimport[.(]", re.MULTILINE)
_NEAR = re.compile(r' data-module="([^"]+)"')
_TAG = re.compile(r'( *)<script type="module" src="([^"]*/)?([\w-]+\.js)"></script>\n?')


def is_module(source: str) -> bool:
    """Tell whether a script imports or exports anything."""
    return bool(re.search(r"^(?:import|export)\b", source, re.MULTILINE))


def needed(name: str, sources: Mapping[str, str]) -> Iterator[str]:
    """Yield a module after all that it imports, each once, those it may ask for later too."""
    seen: list[str] = []

    def visit(file: str) -> None:
        for imports in (_IMPORT, _DYNAMIC):
            for found in imports.finditer(sources[file]):
                visit(found["file"])
        if file not in seen:
            seen.append(file)

    visit(name)
    yield from seen


def classic(name: str, source: str) -> str:
    """Return a module as a classic script.

    Raises ValueError when it imports or exports in a form that is not known.
    """
    names = ", ".join(found[1][1:-1].strip() for found in _LIST.finditer(source))
    named = [found[2] for found in _NAMED.finditer(source)]
    exported = ", ".join(filter(None, [names, *named]))
    body = _IMPORT.sub(r'const \1 = globalThis.archive["\2"];', source)
    body = _DYNAMIC.sub(r'Promise.resolve(globalThis.archive["\1"])', body)
    body = _NAMED.sub(r"\1 \2", _LIST.sub("", body))
    if left := _LEFT.search(body):
        line = body.count("\n", 0, left.start()) + 1
        raise ValueError(f"{name}:{line}: {body.splitlines()[line - 1].strip()}")
    return (
        "(globalThis.archive ??= {});\n(() => {\n"
        f'{body}\nglobalThis.archive["{name}"] = {{ {exported} }};\n}})();\n'
    )


def replace_tags(html: str, sources: Mapping[str, str]) -> str:
    """Return a page that loads its modules as classic scripts, in the order of their need.

    What a page would load when its reader comes near is loaded at once.
    """
    loaded: set[str] = set()
    near = list(dict.fromkeys(found[1] for found in _NEAR.finditer(html)))
    if near:
        tags = "".join(f'<script type="module" src="{src}"></script>\n' for src in near)
        html = _NEAR.sub("", html).replace("</body>", f"{tags}</body>", 1)

    def classics(found: re.Match[str]) -> str:
        indent, folder, name = found[1], found[2] or "", found[3]
        files = [file for file in needed(name, sources) if file not in loaded]
        loaded.update(files)
        return "".join(f'{indent}<script defer src="{folder}{file}"></script>\n' for file in files)

    return _TAG.sub(classics, html)
