"""Read the channel of a feed: what it says of the show."""

from __future__ import annotations

from typing import Any

from moving_in import mending
from moving_in.elements import Node, address, name_of
from moving_in.feed import FeedChannel
from moving_in.items import explicit_of, image_of, license_of, people_of
from moving_in.notes import plain_text

# What programs write for Czech instead of ISO 639-1.
_LANGUAGES = {"cz": "cs", "czech": "cs", "cze": "cs", "ces": "cs", "česky": "cs", "čeština": "cs"}
_MORE = ("next", "prev-archive", "previous")


def _language(node: Node) -> str:
    told = node.text("language", "dc:language") or node.element.get(
        "{http://www.w3.org/XML/1998/namespace}lang", ""
    )
    code = told.replace("_", "-").partition("-")[0].lower()
    if code in _LANGUAGES:
        cs, en = "čeština je „cs“", "Czech is “cs”"
        node.faults.mended(node.line_of("language"), "language", told, cs, en)
    elif not told:
        cs, en = "chybí, bere se čeština", "missing, taken as Czech"
        node.faults.mended(node.line, "language", "", cs, en)
    return _LANGUAGES.get(code, code or "cs")


def _links(node: Node, relation: str) -> list[str]:
    """Return the addresses of Atom links of a kind, in RSS or in Atom itself."""
    elements = [*node.all("atom:link"), *node.all("link"), *node.all("atom10:link")]
    found = (
        node.address(element, "href", f"link {relation}")
        for element in elements
        if element.get("rel", "alternate") == relation and element.get("href")
    )
    return [link for link in found if link]


def _web_page(node: Node) -> str:
    for element in node.all("link"):
        if element.get("href") is None and (url := node.address(element, "", "link")):
            return url
    return next(iter(_links(node, "alternate")), "")


def _categories(node: Node) -> tuple[str, str]:
    """Return Apple's category and subcategory, the first only, as Apple does."""
    for element in node.all("itunes:category"):
        within = [child for child in element if name_of(child) == "itunes:category"]
        names = [element.get("text", ""), within[0].get("text", "") if within else ""]
        return mending.one_line(names[0]), mending.one_line(names[1])
    return "", ""


def _owner(node: Node) -> str:
    for element in node.all("itunes:owner"):
        return Node(element, node.faults, node.base).text("itunes:name")
    return ""


def _pairs(node: Node, name: str, attribute: str) -> tuple[tuple[str, str], ...]:
    """Return attribute and text of every element of a name."""
    found: list[tuple[str, str]] = []
    for element in node.all(name):
        text = mending.one_line(node.cleaned(element))
        value = element.get(attribute, "").strip()
        if attribute == "url":
            value = node.address(element, "url", name)
        found.append((value, text))
    return tuple(dict.fromkeys(found))


def _image(node: Node) -> str:
    """Return the artwork; old RSS has an ``image`` with a ``url`` inside."""
    if url := image_of(node):
        return url
    for element in [*node.all("image"), *node.all("logo"), *node.all("atom:logo")]:
        inside: list[Any] = [child for child in element if name_of(child).lower() == "url"]
        if url := node.address((inside or [element])[0], "", "image"):
            return url
    return ""


def read_channel(node: Node) -> FeedChannel:
    """Return the show as the feed tells it; its faults are noted."""
    link = _web_page(node)
    own = next(iter(_links(node, "self")), "") or node.base
    category, subcategory = _categories(node)
    slug, license_url = license_of(node)
    description = node.raw("description") or node.raw("itunes:summary") or node.raw("subtitle")
    new = [address(node.text("itunes:new-feed-url"), node.base, lambda cs, en: None)]
    return FeedChannel(
        title=node.text("title", "itunes:title") or "Podcast bez názvu",
        address=own,
        link=link,
        subtitle=node.text("itunes:subtitle", "subtitle"),
        description=plain_text(description),
        language=_language(node),
        author=node.text("itunes:author", "googleplay:author"),
        owner=_owner(node),
        category=category,
        subcategory=subcategory,
        explicit=bool(explicit_of(node)),
        serial=node.text("itunes:type").lower() == "serial",
        complete=node.text("itunes:complete").lower() == "yes",
        image=_image(node),
        guid=node.text("podcast:guid").lower(),
        copyright=node.text("copyright", "rights"),
        license=slug,
        license_url=license_url,
        generator=node.text("generator"),
        new_address=new[0],
        locked=node.text("podcast:locked").lower(),
        people=people_of(node),
        funding=tuple(pair for pair in _pairs(node, "podcast:funding", "url") if pair[0]),
        txt=tuple(pair for pair in _pairs(node, "podcast:txt", "purpose") if pair[1]),
        pages=tuple(dict.fromkeys(url for kind in _MORE for url in _links(node, kind))),
    )
