"""No edit that the check lets through costs a subscriber anything: the podcast as a game.

Hypothesis edits records at will. What ``make check`` refuses is not published; what it
lets through is, the ledger is written, and apps of several makes refresh, some of them
seldom. None of them may ever announce an episode that its owner knows, take one for
another, or lose one that leaves no tombstone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from archive.schema import LANGUAGES
from archive.schema.fields import Correction, Withdrawal
from paper_apps import AntennaPod, App, ByDate, GPodder
from paper_office import Office
from paper_podcast import START, changed, episode, guid, moved, sound

# Few of each, so that they collide.
folders = st.sampled_from(["a", "b", "c", "d"])
titles = st.sampled_from(["Nad hrncem", "Nad hrncem ", "U jezera", "Druhý břeh"])
files = st.sampled_from(["a.mp3", "b.mp3"])
hours = st.sampled_from([0, 1, 20, 24, 26, 24 * 30])
addresses = st.sampled_from([None, "https://else.test/a.mp3", "https://else.test/b.mp3"])
shifts = st.sampled_from([-24 * 400, -24, -1, 1, 24, 24 * 400])
which = st.integers(min_value=0, max_value=11)
languages = st.sampled_from(LANGUAGES)
FAR = [dt.timezone(dt.timedelta(hours=hours)) for hours in (-11, 14)]


class Podcast(RuleBasedStateMachine, Office):
    """The records as they are published, the ledger, and who has subscribed."""

    def __init__(self) -> None:
        super().__init__()
        Office.__init__(self)
        # Those in the first list refresh at every change, those in the second now and then.
        self.eager: list[tuple[str, App]] = []
        self.seldom: list[tuple[str, App]] = []
        for language in LANGUAGES:
            makes = [AntennaPod(FAR[0]), AntennaPod(FAR[1]), GPodder(), ByDate()]
            self.eager += [(language, app) for app in makes]
            self.seldom += [(language, AntennaPod(FAR[0])), (language, GPodder())]

    @initialize(pairs=st.lists(st.tuples(folders, titles, hours), min_size=2, max_size=3))
    def begin(self, pairs: list[tuple[str, str, int]]) -> None:
        """Some episodes are there from the start."""
        for folder, title, late in pairs:
            self.add_anything(folder, title, late, standin=False, file="a.mp3")

    # -- what is always allowed ----------------------------------------------------------

    @rule()
    def add(self) -> None:
        """A new episode, newer than all others, is let through."""
        number = self.fresh()
        folder, date = f"n{number}", START + dt.timedelta(days=60 * number)
        new = episode(number, folder, published=date)
        assert self.propose([*self.entries, new], self.sounds | {folder: sound(number)})

    @precondition(Office.out)
    @rule(index=which)
    def replace_recording(self, index: int) -> None:
        """Another recording with a note is let through."""
        at = self.out()[index % len(self.out())]
        entry, number = self.entries[at], self.fresh()
        note = Correction(date="2026-12-01", note=f"Oprava {number}.")
        corrected = changed(entry, corrections=[*entry.record.corrections, note])
        made = sound(number, self.sounds[entry.id].name)
        assert self.put(at, corrected, made)

    @precondition(Office.out)
    @rule(index=which, language=languages)
    def retitle(self, index: int, language: str) -> None:
        """A title that nothing has had is let through."""
        at = self.out()[index % len(self.out())]
        assert self.put(at, changed(self.entries[at], language, title=f"Název {self.fresh()}"))

    @precondition(Office.out)
    @rule(index=which)
    def rename(self, index: int) -> None:
        """Another folder is let through when the old one is named."""
        at = self.out()[index % len(self.out())]
        entry = self.entries[at]
        named = changed(entry, moved_from=[*entry.record.moved_from, entry.id])
        assert self.put(at, moved(named, f"n{self.fresh()}"))

    @precondition(Office.out)
    @rule(index=which)
    def withdraw(self, index: int) -> None:
        """An episode can be withdrawn at any time."""
        gone = Withdrawal(date="2026-12-01", reason="rights")
        assert self.edit(self.out()[index % len(self.out())], withdrawn=gone)

    @precondition(Office.out)
    @rule(index=which)
    def describe(self, index: int) -> None:
        """Show notes can be corrected at any time."""
        told = f"Opravený popis číslo {self.fresh()} vymyšleného dílu od jezera."
        assert self.edit(self.out()[index % len(self.out())], description=told)

    # -- what may be anything ------------------------------------------------------------

    @rule(folder=folders, title=titles, hours=hours, standin=st.booleans(), file=files)
    def add_anything(self, folder: str, title: str, hours: int, standin: bool, file: str) -> None:
        """A new episode that takes after others."""
        number = self.fresh()
        date = START + dt.timedelta(hours=hours)
        kind = "stand-in" if standin else "original"
        new = episode(number, folder, title=title, published=date, recording=kind)
        self.propose([*self.entries, new], self.sounds | {folder: sound(number, file)})

    @precondition(lambda self: self.entries)
    @rule(index=which, folder=folders, named=st.booleans(), file=files)
    def move_anywhere(self, index: int, folder: str, named: bool, file: str) -> None:
        """A folder gets another name, and perhaps says so."""
        entry = self.pick(index)
        old = [entry.id] if named and folder != entry.id else []
        names = [name for name in entry.record.moved_from if name != folder]
        shifted = moved(changed(entry, moved_from=names + old), folder)
        silent = self.known(entry) and folder != entry.id and not named
        assert not (self.put(index, shifted, replace(self.sounds[entry.id], name=file)) and silent)

    @precondition(lambda self: self.entries)
    @rule(index=which, language=languages, title=titles)
    def title_anything(self, index: int, language: str, title: str) -> None:
        """A title that another may have, or have had."""
        self.put(index, changed(self.pick(index), language, title=title))

    @precondition(lambda self: self.entries)
    @rule(index=which, hours=shifts)
    def date_anything(self, index: int, hours: int) -> None:
        """Another date."""
        entry = self.pick(index)
        kept = self.known(entry) and not entry.record.withdrawn
        date = entry.record.published + dt.timedelta(hours=hours)
        assert not (self.edit(index, published=date) and kept)

    @precondition(lambda self: self.entries)
    @rule(index=which, language=languages, number=which)
    def identify_anything(self, index: int, language: str, number: int) -> None:
        """Another GUID: of another episode, of the other edition, or a new one."""
        entry, other = self.pick(index), guid(number % (self.made + 1) or self.fresh(), language)
        edition = entry.editions.get(language)
        harmful = edition and edition.record.guid != other and self.known(entry, language)
        assert not (self.put(index, changed(entry, language, guid=other)) and harmful)

    @precondition(lambda self: len(self.entries) > 1)
    @rule(one=which, other=which, language=languages)
    def swap_guids(self, one: int, other: int, language: str) -> None:
        """Two records are mixed up."""
        entries = list(self.entries)
        a, b = one % len(entries), other % len(entries)
        guids = [entries[at].edition(language).record.guid for at in (a, b)]
        entries[a] = changed(entries[a], language, guid=guids[1])
        entries[b] = changed(entries[b], language, guid=guids[0])
        self.propose(entries, self.sounds)

    @precondition(lambda self: self.entries)
    @rule(index=which, number=which, noted=st.booleans(), address=addresses)
    def record_anything(self, index: int, number: int, noted: bool, address: str | None) -> None:
        """Another recording, perhaps another's, perhaps with a note, perhaps elsewhere."""
        entry = self.pick(index)
        note = Correction(date="2026-12-02", note="Oprava.")
        notes = [*entry.record.corrections, *([note] if noted else [])]
        made = sound(number % (self.made + 1) or self.fresh(), self.sounds[entry.id].name)
        silent = made != self.sounds[entry.id] and not (noted or self.noted(entry))
        harmful = silent and self.known(entry) and not entry.record.withdrawn
        edited = changed(entry, corrections=notes, audio=address)
        assert not (self.put(index, edited, made) and harmful)

    @precondition(lambda self: self.entries)
    @rule(index=which, standin=st.booleans())
    def bring_back(self, index: int, standin: bool) -> None:
        """What was withdrawn comes back; an original becomes a stand-in, or the other way."""
        kind = "stand-in" if standin else "original"
        entry = self.pick(index)
        harmful = self.known(entry) and bool(entry.record.withdrawn or standin)
        assert not (self.edit(index, withdrawn=None, recording=kind) and harmful)

    @precondition(lambda self: self.entries)
    @rule(index=which)
    def delete(self, index: int) -> None:
        """A folder is thrown away."""
        at = index % len(self.entries)
        out = self.known(self.entries[at])
        left = [*self.entries[:at], *self.entries[at + 1 :]]
        assert not (self.propose(left, self.sounds) and out)

    @precondition(lambda self: self.entries)
    @rule(index=which, back=st.booleans())
    def translate_or_not(self, index: int, back: bool) -> None:
        """The English file is thrown away, or comes when the Czech one has long been out."""
        entry = self.pick(index)
        editions = {"cs": entry.editions["cs"]}
        if back:
            number = self.fresh()
            english = replace(entry.editions["cs"], language="en", path="en")
            record = english.record.model_copy(update={"guid": guid(number, "en")})
            editions["en"] = entry.editions.get("en", replace(english, record=record))
        self.put(index, replace(entry, editions=editions))

    # -- who listens -----------------------------------------------------------------------

    @rule(language=languages, late=st.sampled_from([AntennaPod, GPodder, ByDate]))
    def subscribe(self, language: str, late: type[App]) -> None:
        """Somebody comes later."""
        self.seldom.append((language, late()))

    @rule(mask=st.integers(min_value=1, max_value=2**8 - 1))
    def refresh(self, mask: int) -> None:
        """Some refresh; what is announced is new to them, and nothing is taken for another."""
        for at, (language, app) in enumerate(self.seldom):
            if mask >> at % 8 & 1:
                self.listen(language, app)

    def went_out(self) -> None:
        """At every publication, the eager ones refresh."""
        for language, app in self.eager:
            self.listen(language, app)

    def listen(self, language: str, app: App) -> None:
        """One app refreshes."""
        items = self.feed(language)
        announced = {item.truth for item in app.refresh(items)}
        assert set() == announced & app.remembered
        has = {item.guid: item.truth for item in app.items}
        assert [item.truth for item in items] == [has.get(item.guid) for item in items]
        app.remembered |= set(has.values())

    @invariant()
    def nobody_loses_an_episode(self) -> None:
        """What somebody has heard is in the feed, or its tombstone tells why not."""
        told = {e.editions["cs"].body for e in self.entries if e.record.withdrawn}
        for language, app in self.eager + self.seldom:
            offered = {item.truth for item in self.feed(language)}
            assert set() == app.remembered - offered - told

    @invariant()
    def no_address_dies(self) -> None:
        """Every address at which an episode came out leads to it still."""
        leads = {e.id: e.editions["cs"].body for e in self.entries}
        for entry in self.entries:
            leads |= dict.fromkeys(entry.record.moved_from, entry.editions["cs"].body)
        assert self.addresses == {name: leads.get(name) for name in self.addresses}


TestPodcast = Podcast.TestCase
TestPodcast.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
