"""The player for other sites, its oEmbed document, and the panel that offers the feed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image

from archive import checks
from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import embed, subscription
from archive.podcast.subscription import Subscription
from archive.schema import LANGUAGES, paths
from archive.telling.archive import tell
from conftest import TODAY, toy_settings
from rendering import renderer


def written(library: Library, site: Site) -> dict[str, bytes]:
    """Return what is written for other sites."""
    return dict(embed.write(tell(library, site), renderer(library.docs / "overrides")))


def page(library: Library, site: Site, path: str) -> Any:
    """Return an embeddable page, parsed."""
    return html.fromstring(written(library, site)[path + "index.html"])


def edit(toy: Path, old: str, new: str) -> Library:
    """Change the record of the first toy episode and read the archive."""
    record = toy / "docs" / "podcast" / "prvni" / "index.cs.md"
    text = record.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    record.write_text(text.replace(old, new), encoding="utf-8")
    return checks.load(toy, today=TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page(toy_library: Library, toy_site: Site, language: str) -> None:
    """The page speaks its language, is not to be indexed, and names the episode's page."""
    tree = page(toy_library, toy_site, paths.embed("druhy", language))
    address = f"https://archive.test/toy/{'' if language == 'cs' else 'en/'}podcast/druhy/"

    assert language == tree.get("lang")
    assert ["noindex"] == tree.xpath("//meta[@name='robots']/@content")
    assert [address] == tree.xpath("//link[@rel='canonical']/@href")


@pytest.mark.parametrize(
    ("language", "site", "sound"),
    [
        ("cs", "../../../", "../prvni.mp3"),
        ("en", "../../../../", "../../../../podcast/prvni/prvni.mp3"),
    ],
)
def test_addresses_are_relative(
    toy_library: Library, toy_site: Site, language: str, site: str, sound: str
) -> None:
    """Whatever the page loads lies beside it, under any address of the site."""
    tree = page(toy_library, toy_site, paths.embed("prvni", language))

    assert [f"{site}assets/stylesheets/embed.css"] == tree.xpath("//link[@rel='stylesheet']/@href")
    assert [sound] == tree.xpath("//audio/@src")
    assert ["../"] == tree.xpath("//h1/a/@href")


def test_no_inline_styles_and_scripts(toy_library: Library, toy_site: Site) -> None:
    """A Content-Security-Policy may forbid everything that stands in the page itself."""
    for path, content in written(toy_library, toy_site).items():
        if path.endswith(".html"):
            tree = html.fromstring(content)

            assert [] == tree.xpath("//style | //@style | //script[not(@src)]")


def test_names_are_escaped(toy_library: Library, toy_site: Site) -> None:
    """A title with & breaks neither the page nor the code."""
    content = written(toy_library, toy_site)["podcast/prvni/embed/index.html"].decode()

    archive = tell(toy_library, toy_site)["cs"]

    assert "Lidé &amp;" in content
    assert 'title="Lidé &amp; voda – Hlasy od jezera"' in embed.code(
        archive, archive.items["podcast/prvni"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_oembed(toy_library: Library, toy_site: Site, language: str) -> None:
    """The document has what oEmbed 1.0 asks of a rich answer, with a picture of the right size."""
    document = json.loads(written(toy_library, toy_site)[paths.oembed("prvni", language)])
    frame = html.fromstring(document["html"])

    assert ("1.0", "rich") == (document["version"], document["type"])
    assert (str(document["width"]), str(document["height"])) == (
        frame.get("width"),
        frame.get("height"),
    )
    prefix = "" if language == "cs" else "en/"
    assert f"https://archive.test/toy/{prefix}podcast/prvni/embed/" == frame.get("src")
    assert f"https://archive.test/toy/{prefix}podcast/" == document["author_url"]


def test_thumbnail_is_as_large_as_told(real_site: Path) -> None:
    """The picture of an oEmbed document has the size that the document gives."""
    document = json.loads((real_site / "podcast/klatovy/oembed.json").read_text(encoding="utf-8"))
    path = document["thumbnail_url"].removeprefix("https://example.org/archive/")
    with Image.open(real_site / path) as picture:
        size = picture.size

    assert (document["thumbnail_width"], document["thumbnail_height"]) == size


def test_a_moved_episode_still_plays(toy: Path) -> None:
    """A player put on another site before the folder was renamed goes on playing."""
    library = edit(toy, "recording: original\n", "recording: original\nmoved_from: [prvni-stare]\n")
    tree = page(library, toy_settings(library), "podcast/prvni-stare/embed/")

    assert ["../../prvni/prvni.mp3"] == tree.xpath("//audio/@src")


def test_a_withdrawn_episode_says_so(toy: Path) -> None:
    """A player put on another site is not left as a hole."""
    gone = 'recording: original\nwithdrawn: {date: "2026-11-01", reason: rights}\n'
    for name in ("prvni.mp3", "cover.png", "transcript.cs.vtt", "transcript.en.vtt"):
        (toy / "docs" / "podcast" / "prvni" / name).unlink()
    library = edit(toy, "recording: original\n", gone)
    out = written(library, toy_settings(library))
    tree = html.fromstring(out["podcast/prvni/embed/index.html"])

    assert [] == tree.xpath("//audio | //img | //script")
    assert "Tento díl byl stažen." in tree.text_content()
    assert "podcast/prvni/oembed.json" not in out


def test_same_bytes(toy_library: Library, toy_site: Site) -> None:
    """Written twice, the pages are the same."""
    assert written(toy_library, toy_site) == written(toy_library, toy_site)


# -- subscribing ---------------------------------------------------------------------------------


@pytest.fixture
def at_home(toy: Path) -> Path:
    """A toy archive whose feed has not moved elsewhere."""
    for language in LANGUAGES:
        show = toy / "docs" / "podcast" / f"index.{language}.md"
        text = show.read_text(encoding="utf-8")
        show.write_text(re.sub(r"new_address:.*\n", "", text), encoding="utf-8")
    return toy


def panel(root: Path, language: str) -> Subscription:
    """Return how to subscribe to the show of an archive."""
    library = checks.load(root, today=TODAY)
    return subscription.view(tell(library, toy_settings(library)), language)


@pytest.mark.parametrize(("language", "prefix"), [("cs", ""), ("en", "en/")])
def test_feed_of_the_language(at_home: Path, language: str, prefix: str) -> None:
    """Each edition offers its own feed, in words and in the QR code."""
    view, library = panel(at_home, language), checks.load(at_home, today=TODAY)
    codes = subscription.codes(tell(library, toy_settings(library)))

    assert f"https://archive.test/toy/{prefix}podcast/feed.xml" == view.address
    assert f"{prefix}podcast/feed.xml" == view.href
    assert subscription.qr_code(view.address) == codes[view.code]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_that_has_moved(toy_library: Library, toy_site: Site, language: str) -> None:
    """Where the show lives elsewhere, that is the address offered."""
    assert toy_library.show is not None
    moved = toy_library.show.edition(language).record.new_address
    view = subscription.view(tell(toy_library, toy_site), language)

    assert (moved, moved) == (view.address, view.href)


def test_qr_code_has_its_quiet_zone() -> None:
    """Dark on white with four modules around (ISO/IEC 18004), without a style of its own."""
    code = html.fromstring(subscription.qr_code("https://archive.test/podcast/feed.xml"))
    white, dark = code.xpath("//*[local-name()='path']")

    assert ("#fff", "#14233a") == (white.get("fill"), dark.get("stroke"))
    assert dark.get("d").startswith("M4 4.5")
    assert "style" not in code.attrib


def test_apps(at_home: Path) -> None:
    """Apps stand in the record's order; {feed} in an address is the feed's own."""
    show = at_home / "docs" / "podcast" / "index.cs.md"
    apps = (
        "apps:\n  apple: https://podcasts.apple.com/cz/podcast/id1\n"
        "  antennapod: https://antennapod.org/deeplink/subscribe/?url={feed}\n"
    )
    text = re.sub(r"apps:.*\n( .*\n)*", "", show.read_text(encoding="utf-8"))
    show.write_text(text.replace("language: cs\n", f"language: cs\n{apps}"), encoding="utf-8")
    found = panel(at_home, "en").apps

    assert ["Apple Podcasts", "AntennaPod"] == [app.text for app in found]
    feed = "https%3A%2F%2Farchive.test%2Ftoy%2Fen%2Fpodcast%2Ffeed.xml"
    assert found[1].href.endswith(f"?url={feed}")
