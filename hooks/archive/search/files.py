"""The files of an index: small ones, of which a query asks for the few it needs.

Each is a script that hands over a value, ``archiveSearch(name, value)``: scripts can be read
from a disk (``file://``), where a page may fetch nothing, and under a Content-Security-Policy
that allows the site's own scripts alone.

- ``<language>.js``, the base: how many documents there are, the length of their zones, their
  standing, their facets, the rules of the language, the first key of each shard.
- ``p<n>``, a shard: ``[key, form, places, form, places, …]`` of the keys from one to another in
  order; places are runs of document (from the last), how often, words (from the last).
- ``w<n>``, words for mending a slip: keys with their commonest form, those of one bucket.
- ``d<n>``, a document: what a result shows of it, its places, and the first of its text;
  ``d<n>-<m>`` the further blocks of its text.

All but the base lie in a folder named after what they hold, so that old and new never mix.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.search import endings
from archive.search.documents import Document
from archive.search.postings import WORDS, Form, Index, Laid

FOLDER = "assets/search"
# Characters of a shard, keys of a bucket, words of a block: each some 10 kB or less gzipped.
_SHARD, _BUCKET, _BLOCK = 12_000, 1_500, 1_000
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_WORD = (1 << WORDS) - 1
_NO_YEAR, _YEARS_FROM = 0, 1899


@dataclass(frozen=True)
class Facet:
    """Something that results can be narrowed by: its name, its label, its values with labels."""

    name: str
    label: str
    values: Sequence[tuple[str, str]]


def _packed(number: int) -> str:
    letters = []
    while number >= 32:
        letters.append(_DIGITS[32 | number & 31])
        number >>= 5
    return "".join([*letters, _DIGITS[number]])


# Nearly all numbers are small: they are looked up.
_SMALL = [_packed(number) for number in range(1 << 15)]


def packed(numbers: Iterable[int]) -> str:
    """Write whole numbers as letters, five bits in each, the lowest first."""
    return "".join([_SMALL[n] if n < 1 << 15 else _packed(n) for n in numbers])


def _places(form: Form) -> str:
    """Write where a form stands: a step to a document, how often, a step to each word."""
    letters: list[str] = []
    document = 0
    for number, places in itertools.groupby(form.places, key=WORDS.__rrshift__):
        words = [place & _WORD for place in places]
        steps = map(operator.sub, words, [0, *words])
        letters.append(packed([number - document, len(words), *steps]))
        document = number
    return "".join(letters)


def _entry(key: str, forms: Sequence[Form]) -> list[str]:
    """Return a key with its forms and their places, the commonest form first."""
    entry = [key]
    for form in sorted(forms, key=lambda form: (-len(form.places), form.form)):
        entry += [form.form, _places(form)]
    return entry


def _shards(entries: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    shard: list[list[str]] = []
    size = 0
    for entry in entries:
        length = sum(map(len, entry))
        if shard and size + length > _SHARD:
            yield shard
            shard, size = [], 0
        shard.append(entry)
        size += length
    yield shard


def bucket(letters: str, end: bool, count: int) -> int:
    """Return the bucket of keys that begin, or end, with two letters."""
    return (ord(letters[0]) * 31 + ord(letters[1]) + (17 if end else 0)) % count


def _buckets(keys: Mapping[str, Sequence[Form]]) -> list[list[str]]:
    """Return the keys in which a slip may be mended, the commonest first.

    One slip leaves the beginning or the end of a word whole: each key is filed by both.
    """
    often = {
        key: sum(form.documents for form in forms)
        for key, forms in keys.items()
        if len(key) >= endings.SHORTEST and key.isalpha()
    }
    count = len(often) * 2 // _BUCKET + 1
    buckets: list[list[str]] = [[] for _ in range(count)]
    for key in sorted(often, key=lambda key: (-often[key], key)):
        form = min(keys[key], key=lambda form: (-len(form.places), form.form)).form
        told = key if form == key else f"{key} {form}"
        for place in sorted({bucket(key[:2], False, count), bucket(key[-2:], True, count)}):
            buckets[place].append(told)
    return buckets


def _document(laid: Laid) -> dict[str, Any]:
    """Return what a result shows of a document."""
    told = laid.document
    places = [
        [start, place.anchor, place.heading, *([1] if place.minor else [])]
        for start, place in zip(laid.starts, told.places, strict=True)
    ]
    shown = {"u": told.address, "t": told.title, "l": told.label, "d": told.date}
    foreign = {"g": told.language} if told.language else {}
    return shown | foreign | {"n": len(laid.forms), "p": places}


def _blocks(laid: Laid) -> list[str]:
    inner = laid.offsets()[_BLOCK::_BLOCK] if len(laid.forms) > _BLOCK else []
    cuts = [0, *inner, len(laid.text)]
    return [laid.text[a:b] for a, b in itertools.pairwise(cuts)]


def _facets(facets: Sequence[Facet], documents: Sequence[Document]) -> list[dict[str, Any]]:
    """Return each facet with the values of every document, as bits."""
    told = []
    for facet in facets:
        bits = {value: 1 << place for place, (value, _) in enumerate(facet.values)}
        of = packed(sum(bits.get(v, 0) for v in _values(facet.name, d)) for d in documents)
        told.append({"name": facet.name, "label": facet.label, "values": facet.values, "of": of})
    return told


def _values(name: str, document: Document) -> set[str]:
    return set({"kind": [document.kind], "theme": document.themes}.get(name, document.languages))


def _years(documents: Sequence[Document]) -> str:
    """Return the first year of each document and how many more; nought where unknown."""
    run = []
    for document in documents:
        first, last = document.years or (_NO_YEAR, _NO_YEAR)
        run += [max(first - _YEARS_FROM, 0) if first else 0, last - first]
    return packed(run)


def _base(index: Index, shards: Sequence[list[list[str]]], buckets: int) -> dict[str, Any]:
    rules = endings.of(index.language)
    zones = [(i.titled, i.named - i.titled, len(i.forms) >> 4) for i in index.laid]
    return {
        "language": index.language,
        "rules": {"endings": rules.endings, "stop": rules.stop, "letters": endings.LETTERS},
        "documents": len(index.laid),
        "zones": packed(number for zone in zones for number in zone),
        "standing": packed(i.document.standing for i in index.laid),
        "years": _years([laid.document for laid in index.laid]),
        "shards": [shard[0][0] for shard in shards if shard],
        "buckets": buckets,
        "block": _BLOCK,
    }


def _script(name: str, value: object) -> bytes:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # These two end a line in older JavaScript, though not in JSON.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'archiveSearch("{name}",{told});\n'.encode()


def write(index: Index, facets: Sequence[Facet]) -> dict[str, bytes]:
    """Return the files of an index by their path below the site."""
    keys = index.keys()
    shards = list(_shards(_entry(key, forms) for key, forms in keys.items()))
    buckets = _buckets(keys)
    values: dict[str, object] = {f"p{n}": shard for n, shard in enumerate(shards)}
    values |= {f"w{n}": bucket for n, bucket in enumerate(buckets)}
    for number, laid in enumerate(index.laid):
        first, *others = _blocks(laid)
        values[f"d{number}"] = _document(laid) | {"x": first}
        values |= {f"d{number}-{n}": block for n, block in enumerate(others, 1)}
    base = _base(index, shards, len(buckets))
    base["facets"] = _facets(facets, [laid.document for laid in index.laid])
    digest = hashlib.sha256(_script("", [base, values])).hexdigest()[:12]
    folder = base["folder"] = f"{index.language}-{digest}"
    written = {f"{FOLDER}/{index.language}.js": _script(index.language, base)}
    return written | {
        f"{FOLDER}/{folder}/{name}.js": _script(f"{folder}/{name}", value)
        for name, value in values.items()
    }


__all__ = ["FOLDER", "Facet", "bucket", "packed", "write"]
