"""The podcast and its episodes as CSL-JSON (type ``broadcast``, as CSL and Zotero have it)."""

from __future__ import annotations

from archive.citing import issued, names
from archive.citing.cited import Cited, Csl, filled, shared
from archive.citing.titles import of_work
from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import Episode, Show
from archive.schema.records import Entry

# How a citation calls what it cites, in the language of the citation.
MEDIUM = {
    "episode": {"cs": "podcast", "en": "Audio podcast episode"},
    "stand-in": {"cs": "podcast", "en": "Audio podcast episode; stand-in recording"},
    "podcast": {"cs": "podcast", "en": "Audio podcast"},
}


def _hosts(library: Library, record: Episode | Show) -> list[names.Name]:
    """Return the hosts: the episode's own, or else the show's."""
    found = names.with_role(library, record.people, "host", "cs", default="")
    if not found and library.show and record is not library.show.record:
        return _hosts(library, library.show.record)
    return found


def _issuer(library: Library, site: Site) -> str:
    """Return who publishes the podcast, by its Czech name: the podcast is Czech."""
    credits_given = library.show.record.publishers if library.show else []
    found = [credit.organisation for credit in credits_given if credit.organisation]
    return names.organisation(library, found[0], "cs") if found else site.owner_name


def episode(library: Library, site: Site, entry: Entry[Episode], page: str, words: str) -> Cited:
    """Return an episode. A stand-in recording is ours: read by a machine, on a known day."""
    record, title = entry.record, of_work(entry, page)
    standin = record.recording == "stand-in"
    date = record.published.date().isoformat() if standin else record.date
    values: Csl = {
        "id": entry.reference,
        "type": "broadcast",
        "title": title.cited,
        "container-title": library.show.record.title if library.show else "",
        "number": str(record.number) if record.number_confirmed else None,
        "host": [] if standin else _hosts(library, record),
        "issued": issued.csl(date, czech=words == "cs"),
        "publisher": site.strings[page]["site_name"] if standin else _issuer(library, site),
        "medium": MEDIUM["stand-in" if standin else "episode"][words],
        "URL": site.absolute(entry.address(entry.edition(page).language)),
    }
    values |= shared(library, site, entry, title, page)
    return Cited(entry.reference, filled(values), title, date, changing=True)


def show(library: Library, site: Site, entry: Entry[Show], page: str, words: str) -> Cited:
    """Return the podcast as a whole."""
    record, title = entry.record, of_work(entry, page)
    values: Csl = {
        "id": entry.kind,
        "type": "broadcast",
        "title": title.cited,
        "host": _hosts(library, record),
        "issued": issued.csl(record.date, czech=words == "cs"),
        "publisher": _issuer(library, site),
        "medium": MEDIUM["podcast"][words],
        "URL": site.absolute(entry.address(entry.edition(page).language)),
    }
    values |= shared(library, site, entry, title, page)
    return Cited(entry.kind, filled(values), title, record.date, changing=True)
