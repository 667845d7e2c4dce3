"""Scripts that hand over the files which pages fetch, since nothing is fetched from a disk."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# The index of the catalogue in each language, the citations of the whole, and the pages of
# episodes, from which the transcript in another language is taken.
FETCHED = re.compile(
    r"(?:[a-z]{2}/)?"
    r"(?:catalogue/[\w-]+\.json|catalogue\.(?:bib|ris|csl\.json)|podcast/[\w-]+/index\.html)"
)


def write(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the scripts by path: beside each file, under its name with ``.js`` at the end."""
    return {
        f"{name}.js": f"offline({json.dumps(name)}, {json.dumps(data.decode())});\n".encode()
        for name, data in files.items()
        if FETCHED.fullmatch(name)
    }
