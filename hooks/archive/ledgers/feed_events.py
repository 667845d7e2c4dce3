"""What the ledger can say: the kinds of event, each one line of JSON."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import Field, NonNegativeInt, PositiveInt, StringConstraints, TypeAdapter

from archive.schema.fields import Edtf, FeedGuid, Identifier, Line, Moment, Strict

# Empty where only the headers of a recording kept elsewhere have been read.
Hash = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
Reason = Literal["personal-data", "rights", "superseded", "error"]


class _Event(Strict):
    """Something that an edition's feed did; the fields stand on the line in this order."""

    event: Any
    edition: Identifier
    guid: FeedGuid


class Channel(_Event):
    """An edition's feed began, under this podcast:guid."""

    event: Literal["channel"] = "channel"
    title: Line


class Published(_Event):
    """An item entered a feed: ``item`` is its folder, ``length`` in bytes.

    ``enclosure`` is a path below the site, so that the site can move, or the whole
    address of a recording kept elsewhere. ``corrections`` counts those in the record.
    """

    event: Literal["published"] = "published"
    item: Identifier
    title: Line
    date: Moment
    enclosure: Line
    length: PositiveInt
    sha256: Hash
    corrections: NonNegativeInt


class Replaced(_Event):
    """Another recording under the same GUID, with the note that explains it."""

    event: Literal["replaced"] = "replaced"
    date: Edtf
    note: Line
    length: PositiveInt
    sha256: Hash
    corrections: PositiveInt


class Retitled(_Event):
    """Another title."""

    event: Literal["retitled"] = "retitled"
    title: Line


class Moved(_Event):
    """Another folder, or another address of the recording."""

    event: Literal["moved"] = "moved"
    item: Identifier
    enclosure: Line


class Withdrawn(_Event):
    """The item left the feed; an explanation stays at its address."""

    event: Literal["withdrawn"] = "withdrawn"
    date: Edtf
    reason: Reason


Change = Replaced | Retitled | Moved | Withdrawn
Event = Channel | Published | Change
_LINE: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="event")])


def line(event: Event) -> str:
    """Return the line that enters an event."""
    return json.dumps(event.model_dump(mode="json"), ensure_ascii=False)


def event(line: str) -> Event:
    """Return the event on a line. Raises pydantic's ValidationError when there is none."""
    return _LINE.validate_json(line)
