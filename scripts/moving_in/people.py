"""The people whom a feed names: who is known already, who gets a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.content import front_matter_writing
from archive.language.slugs import ascii_slug
from archive.schema.podcast_roles import PARTS
from moving_in.feed import FeedPerson

# The taxonomy's roles in ours, where several of its roles are one of ours.
_ROLES = {part.role.lower(): role for role, part in reversed(PARTS.items())}
_ROLES |= {"co-host": "host", "guest host": "host", "guest": "guest", "panelist": "guest"}
_ROLES |= {"narrator": "performer", "announcer": "performer", "reporter": "host"}
_ROLES |= {"executive producer": "production", "associate producer": "production"}
_ROLES |= {"sound designer": "sound", "editor": "sound", "audio editor": "sound"}
_ROLES |= {"composer": "sound", "graphic designer": "illustrator", "writer": "author"}
_GROUPS = {"cast": "guest", "writing": "author", "audio production": "sound", "misc.": "consultant"}
_GROUPS |= {"audio post-production": "sound", "visuals": "illustrator", "administration": ""}
_GROUPS |= {"creative direction": "production", "video production": "", "community": ""}

_TITLES = re.compile(
    r"(?<!\w)(?:bc|mgr|ing|mudr|judr|phdr|rndr|paeddr|thdr|doc|prof|dr|ph\. ?d|csc|drsc|mba|dis)"
    r"\.?(?=[\s,]|$)[\s,]*",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[,;/&|+•]\s*|\s+(?:a|and|et|und|s|with|feat\.?|ft\.?)\s+")
_WORD = re.compile(r"^[^\W\d_][^\W\d_’'.-]*(?:[’'.-][^\W\d_]+)*\.?$")
# Words that no person's name holds, in the languages of feeds that come here.
_ORGANISATION = re.compile(
    r"\b(?:iom|podcasts?|rádio|radio|rozhlas|televize|český|česká|czech|studio|media|média|redakce|"
    r"institut\w*|organiza\w*|nadac\w*|spolek|univerzit\w*|university|s\.? ?r\.? ?o|o\.? ?p\.? ?s|"
    r"z\.? ?s|inc|ltd|llc|team|tým|network|group|úřad|knihovna|muzeum|"
    r"centrum|center|centre|show)\b",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """Return a person's name without academic titles."""
    return " ".join(_TITLES.sub(" ", name).strip(" ,").split())


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's name: two to four words, no organisation's."""
    words = bare(text).split()
    if not 2 <= len(words) <= 4 or _ORGANISATION.search(text):
        return False
    capital = words[0][0].isupper() and words[-1][0].isupper()  # „von“ and „de“ may be inside
    return capital and all(_WORD.match(word) for word in words)


def split(text: str) -> list[str]:
    """Return the persons whom an author field names; of organisations none."""
    return [bare(part) for part in _PARTED.split(text) if is_name(part)]


def role_of(person: FeedPerson) -> str:
    """Return our role for one of the taxonomy, or nothing; without a role it means the host."""
    if not person.role and person.group in ("", "cast"):
        return "host"
    return _ROLES.get(person.role) or _GROUPS.get(person.group or "cast", "")


@dataclass
class People:
    """The persons of the archive: ``known`` by name, and those who are new with this feed."""

    known: dict[str, str]
    roles: Mapping[str, str]
    show: str
    source: str
    new: dict[str, tuple[str, str]] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)  # whose role the archive does not have

    def id_of(self, name: str, role: str) -> str:
        """Return a person's id; somebody new gets one, from the name."""
        key = ascii_slug(bare(name))
        if key and key not in self.known:
            self.known[key] = key
            self.new[key] = (bare(name), role)
        return self.known.get(key, "")

    def credits(self, named: Iterable[FeedPerson], authors: Iterable[str]) -> list[dict[str, str]]:
        """Return credits for those whom a feed names; an author who is also named, once."""
        told = [(person.name, role_of(person)) for person in named]
        told += [(name, "author") for author in authors for name in split(author)]
        found: dict[tuple[str, str], dict[str, str]] = {}
        for name, role in told:
            if role not in self.roles:
                self.dropped.append(name)
                continue
            person = self.id_of(name, role)
            again = role == "author" and any(known == person for known, _ in found)
            if person and not again:
                found[person, role] = {"person": person, "role": role}
        return list(found.values())

    def record(self, identifier: str) -> str:
        """Return the record of somebody new: what the feed says, and no more."""
        name, role = self.new[identifier]
        label = self.roles.get(role, role)
        values: dict[str, Any] = {
            "title": name,
            "surname": name.split()[-1],
            "description": f"Jméno uvádí kanál RSS podcastu „{self.show[:300]}“; role: {label}.",
            "confidence": "medium",
            "sources": [self.source] if self.source else [],
        }
        return front_matter_writing.record(values)
