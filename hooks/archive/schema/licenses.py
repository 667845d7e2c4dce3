"""Licences of the recordings, as ``podcast:license`` names them.

Source: the podcast namespace's ``licenses.json`` (commit c0ff5ca). It lists five licences;
any other, CC0 and CC BY-SA among them, needs the address of its text.
"""

from __future__ import annotations

ADDRESSES = {
    "ARR": "https://en.wikipedia.org/wiki/All_rights_reserved",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/deed.en",
    "CC-BY-NC-ND-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en",
    "POD-V4V-1.0": (
        "https://github.com/Podcastindex-org/podcast-namespace"
        "/blob/main/docs/examples/license/v4v-4.0.md"
    ),
}


def address(name: str, stated: str | None) -> str:
    """Return the address of a licence's text: the one stated, or the one of the list."""
    return stated or ADDRESSES.get(name, "")
