"""Our roles in the words of the Podcast Taxonomy, which ``podcast:person`` uses.

Source: ``taxonomy-en.json`` of the podcast namespace (commit c0ff5ca). A test compares
every pair with a copy of its list. Roles that are no part of making a podcast, such as
the contact for the press, have no pair; who has only such a role is not in the feed.
"""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A role of the taxonomy and the group it belongs to, in the taxonomy's letters."""

    role: str
    group: str


PARTS = {
    "host": Part("Host", "Cast"),
    "moderator": Part("Host", "Cast"),
    "guest": Part("Guest", "Cast"),
    "speaker": Part("Guest", "Cast"),
    "interviewee": Part("Guest", "Cast"),
    "performer": Part("Voice Actor", "Cast"),
    "concept": Part("Creative Director", "Creative Direction"),
    "production": Part("Producer", "Creative Direction"),
    "sound": Part("Audio Engineer", "Audio Production"),
    "photographer": Part("Cover Art Designer", "Visuals"),
    "illustrator": Part("Cover Art Designer", "Visuals"),
    "author": Part("Author", "Writing"),
    "editor": Part("Editor", "Writing"),
    "researcher": Part("Researcher", "Writing"),
    "translator": Part("Translator", "Writing"),
    "consultant": Part("Consultant", "Misc."),
    "coordinator": Part("Production Coordinator", "Administration"),
}
