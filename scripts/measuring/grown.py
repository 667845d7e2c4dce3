"""The search of a much larger archive, made of the real one, to measure and to test with."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

from archive.content import settings
from archive.content.library import Library
from archive.content.settings import Site
from archive.search import documents, facets, files, postings
from archive.search.pages import Place
from archive.telling.archive import tell

RECORDS = 4000
WORDS = 600
LANGUAGE = "cs"


def _made(real: list[documents.Document]) -> list[documents.Document]:
    """Make records out of runs of real words; one word in thirty is new, as in real growth."""
    chance = random.Random(1)
    pool = [word for d in real for place in d.places for word in place.text.split()]
    stems = sorted({word.lower() for word in pool if word.isalpha() and len(word) > 4})
    made = []
    for n in range(RECORDS):
        text: list[str] = []
        while len(text) < WORDS:
            at = chance.randrange(len(pool) - 40)
            text += pool[at : at + chance.randrange(8, 40)]
        for at in range(n % 30, WORDS, 30):
            text[at] = chance.choice(stems)[:5] + chance.choice(stems)[-5:]
        places = [
            Place(f"p{k}" if k else "", "", " ".join(text[k : k + 150]))
            for k in range(0, WORDS, 150)
        ]
        like = real[n % len(real)]
        made.append(
            dataclasses.replace(
                like, address=f"{like.kind}/z-{n}/", title=f"{like.title} {n}", places=places
            )
        )
    return made


def write(site: Path, library: Library, target: Path) -> None:
    """Write the Czech search of 4,000 records of 600 words each into a folder."""
    words = settings.load_strings(library.docs, library.docs.parent)
    told = Site("", "", "", "", True, words)
    archives = tell(library, told)
    every = documents.read(site, archives)
    real = [d for code, d in every if code == LANGUAGE and d.standing == documents.RECORD]
    index = postings.build(LANGUAGE, _made(real))
    laid = [one.document for one in index.laid]
    for path, content in files.write(index, facets.of(archives, LANGUAGE, laid)).items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
