"""Make the files of an item's folder: record, transcripts, cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.content.library import COVER
from archive.language.slugs import ascii_slug
from archive.recording import placeholders, transcripts
from archive.recording.audio import Recording
from archive.schema import LANGUAGES
from moving_in import captions, covers, cue_marks, episodes
from moving_in.episodes import Extras
from moving_in.existing import Present
from moving_in.faults import Faults, Fetch, Unreachable
from moving_in.feed import Feed, FeedItem, FeedMark, Remote
from moving_in.people import People
from moving_in.planning import Move


def heard_otherwise(item: FeedItem, recording: Recording, faults: Faults) -> None:
    """Note where a recording that has come is not what the feed says; the recording holds."""
    told = item.enclosure.length
    if told and told != recording.size:
        cs, en = f"nahrávka má {recording.size} B", f"the recording has {recording.size} B"
        faults.mended(item.line, "length", f"{told} ({item.title})", cs, en)
    seconds = item.duration
    if seconds and abs(seconds - recording.duration) > max(5.0, 0.02 * recording.duration):
        cs = f"nahrávka má {recording.duration:.0f} s; nevložil hostitel reklamu?"
        en = f"the recording lasts {recording.duration:.0f} s; did the host insert advertisements?"
        faults.mended(item.line, "duration", f"{seconds:.0f} ({item.title})", cs, en)


@dataclass
class Mover:
    """Makes the files of item folders; ``fetch`` is the network, covers are made once."""

    feed: Feed
    present: Present
    people: People
    fetch: Fetch
    faults: Faults
    source: str = ""
    place: str = ""
    _covers: dict[str, bytes] = field(default_factory=dict)

    def artwork(self) -> bytes | None:
        """Return the show's artwork within the rules, if the feed has one that will do."""
        first = next(iter(self.feed.items), None)
        return self._cover(first, self.feed.channel.image) if first else None

    def files(self, move: Move, recording: Recording | None) -> dict[str, bytes]:
        """Return the files of a folder by name, all but the recording.

        What cannot be fetched is noted and left out; the record says what is there.
        """
        item = move.item
        made: dict[str, bytes] = self._transcripts(item)
        own = bool(item.image) and self._cover(item, item.image) is not None
        picture = item.image if own else self.feed.channel.image
        if cover := self._cover(item, picture):
            made[COVER] = cover
        extras = self._extras(move, recording, own)
        if not episodes.chapters_agree(extras):
            cs = "kapitoly v kanálu a v nahrávce se liší, platí nahrávka"
            en = "the feed's chapters differ from the recording's, which hold"
            self.faults.mended(item.line, "chapters", item.title, cs, en)
        text = episodes.record(item, self.feed.channel, extras)
        return {"index.cs.md": text.encode()} | made

    def _extras(self, move: Move, recording: Recording | None, own_cover: bool) -> Extras:
        item, channel = move.item, self.feed.channel
        authors = [author for author in item.authors if author != channel.author]
        named = self.people.credits(item.people, [] if item.people else authors)
        if self.people.dropped:
            names = ", ".join(self.people.dropped)
            cs = "role, kterou archiv nemá (docs/vocabulary/roles.yml), vynecháno"
            en = "a role that the archive does not have (docs/vocabulary/roles.yml), left out"
            self.faults.skipped(item.line, "podcast:person", names, cs, en)
            self.people.dropped.clear()
        return Extras(
            people=named,
            marks=self._marks(item),
            place=self.present.places.get(ascii_slug(item.place), "") or self.place,
            number=move.number,
            number_told=move.number_told,
            source=self.source,
            own_cover=own_cover,
            recording=recording,
        )

    def _get(self, item: FeedItem, name: str, url: str) -> bytes | None:
        try:
            return self.fetch(url)
        except Unreachable as error:
            cs, en = f"nelze stáhnout ({error})", f"cannot be fetched ({error})"
            self.faults.skipped(item.line, name, url, cs, en)
            return None

    def _marks(self, item: FeedItem) -> tuple[FeedMark, ...]:
        """Return the chapters: the file's that the item names, else Podlove's, else the notes'."""
        data = self._get(item, "chapters", item.chapters.url) if item.chapters else None
        if data is not None and item.chapters:
            try:
                return cue_marks.from_json(data)
            except cue_marks.NoChapters as error:
                cs, en = f"nejsou to kapitoly ({error})", f"these are no chapters ({error})"
                self.faults.skipped(item.line, "chapters", item.chapters.url, cs, en)
        return item.marks or cue_marks.from_notes(item.notes, item.duration)

    def _captions(self, item: FeedItem, offers: Iterable[Remote]) -> bytes | None:
        """Return the best transcript of a language that can be had."""
        for offer in sorted(offers, key=lambda offer: captions.rank(offer.type, offer.url)):
            data = self._get(item, "transcript", offer.url)
            try:
                if data is not None:
                    return captions.vtt(data, offer.type, offer.url)
            except captions.NoCaptions as error:
                cs, en = f"přepis nelze použít ({error})", f"the transcript is of no use ({error})"
                self.faults.skipped(item.line, "transcript", offer.url, cs, en)
        return None

    def _transcripts(self, item: FeedItem) -> dict[str, bytes]:
        """Return a transcript for each language, a placeholder where there is none."""
        made = {}
        default = self.feed.channel.language
        for language in LANGUAGES:
            offers = [t for t in item.transcripts if (t.language or default) == language]
            found = self._captions(item, offers)
            text = found if found is not None else placeholders.transcript(language).encode()
            made[transcripts.file_name(language)] = text
        for offer in item.transcripts:
            if (offer.language or default) not in LANGUAGES:
                cs, en = "jazyk, který archiv nemá", "a language that the archive does not have"
                self.faults.skipped(item.line, "transcript", offer.language, cs, en)
        return made

    def _cover(self, item: FeedItem, url: str) -> bytes | None:
        if not url:
            return None
        if url not in self._covers:
            self._covers[url] = b""
            data = self._get(item, "image", url)
            try:
                cover = covers.fitted(data) if data else covers.Cover(b"")
            except covers.NoCover as error:
                cs = f"obálku nelze použít: {error.found}; {error.expected.cs}"
                en = f"no cover can be made: {error.found}; {error.expected.en}"
                self.faults.skipped(item.line, "image", url, cs, en)
                cover = covers.Cover(b"")
            for change in cover.changes:
                self.faults.mended(item.line, "image", url, change.cs, change.en)
            self._covers[url] = cover.png
        return self._covers[url] or None
