"""The podcast and its episodes as CSL-JSON (type ``broadcast``, as CSL and Zotero have it)."""

from __future__ import annotations

from archive.citing import issued, names
from archive.citing.cited import Cited, Csl, filled, shared
from archive.citing.titles import of_work
from archive.schema import DEFAULT_LANGUAGE, Episode
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

# How a citation calls what it cites, in the language of the citation.
MEDIUM = {
    "episode": {"cs": "podcast", "en": "Audio podcast episode"},
    "stand-in": {"cs": "podcast", "en": "Audio podcast episode; stand-in recording"},
    "podcast": {"cs": "podcast", "en": "Audio podcast"},
}


def _hosts(archive: Archive, item: Item) -> list[names.Name]:
    """Return the hosts: the episode's own, or else the show's."""
    own = names.with_role(item.agents.get("people", ()), "host", DEFAULT_LANGUAGE)
    if own or item.is_show or not archive.show:
        return own
    return _hosts(archive, archive.show)


def _issuer(archive: Archive) -> str:
    """Return who publishes the podcast, by its Czech name: the podcast is Czech."""
    publishers = archive.show.agents.get("publishers", ()) if archive.show else ()
    named = [agent.imprints[DEFAULT_LANGUAGE] for agent in publishers if agent.organisation]
    return named[0] if named else archive.site.owner_name


def episode(archives: Archives, item: Item, words: str) -> Cited:
    """Return an episode. A stand-in recording is ours: read by a machine, on a known day."""
    record, title, archive = item.record_of(Episode), of_work(item), archives[item.language]
    standin = record.recording == "stand-in"
    date = record.published.date().isoformat() if standin else record.date
    show = archives[DEFAULT_LANGUAGE].show
    values: Csl = {
        "id": item.reference,
        "type": "broadcast",
        "title": title.cited,
        "container-title": show.title if show else "",
        "number": str(record.number) if record.number_confirmed else None,
        "host": [] if standin else _hosts(archive, item),
        "issued": issued.csl(date, czech=words == "cs"),
        "publisher": archive.words["site_name"] if standin else _issuer(archive),
        "medium": MEDIUM["stand-in" if standin else "episode"][words],
        "URL": archive.site.absolute(item.page),
    }
    values |= shared(archive, item, title)
    return Cited(item.reference, filled(values), title, date, changing=True)


def show(archives: Archives, item: Item, words: str) -> Cited:
    """Return the podcast as a whole."""
    record, title, archive = item.record, of_work(item), archives[item.language]
    values: Csl = {
        "id": item.kind,
        "type": "broadcast",
        "title": title.cited,
        "host": _hosts(archive, item),
        "issued": issued.csl(record.date, czech=words == "cs"),
        "publisher": _issuer(archive),
        "medium": MEDIUM["podcast"][words],
        "URL": archive.site.absolute(item.page),
    }
    values |= shared(archive, item, title)
    return Cited(item.kind, filled(values), title, record.date, changing=True)
