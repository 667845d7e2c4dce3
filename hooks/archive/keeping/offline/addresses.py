"""Addresses on a disk: each names the file, since a folder opens as a list of its files."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(?:a|area|form|link)\s[^>]*>")
_ATTRIBUTE = re.compile(r'(\s(?:href|action)=")([^"]*)(")')
# What leads somewhere else, or stays on the page.
_LEFT = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$")
# A font is preloaded with CORS, which a disk has not; it is loaded all the same.
_PRELOAD = re.compile(r' *<link rel="preload"[^>]*\scrossorigin[^>]*>\n')


def file(address: str) -> str:
    """Return a relative address with the name of the page that its folder stands for."""
    if _LEFT.match(address):
        return address
    path, rest = re.match(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or not re.search(r"(?:^|/)(?:\.{1,2})?$", path):
        return address
    return f"{path}{'' if path.endswith('/') else '/'}index.html{rest}"


def _completed(tag: re.Match[str]) -> str:
    return _ATTRIBUTE.sub(lambda found: f"{found[1]}{file(found[2])}{found[3]}", tag[0])


def complete(html: str) -> str:
    """Return a page whose links and forms lead to files."""
    return _TAG.sub(_completed, _PRELOAD.sub("", html))
