"""Keeping: every address leads somewhere, every file stays what it was, to the bit.

**What must last:** the pages in both languages, feeds, exports, citations, transcripts and
documents; the players that other sites frame; of anchors those that somebody gives to
somebody else: headings of texts, entries of the timeline, groups of lists, the sections of a
record.

**What need not:** whatever only our own pages and feeds name, anew at each build, and nobody
cites: drawn pictures (cards, covers, pages of documents as images), styles and scripts, the
search index, ``linkset.json`` and ``oembed.json``, further pages of long lists and feeds, what
belongs to a stand-in recording, anchors for scripts.

``ledgers/addresses.txt`` holds no page twice: a line names what its block, headed by the date of
entry, adds. ``/*/*/`` stands for any record: ``/*/*/cite.bib`` is beside each, and the section
``/*/*/ #record-cite`` wherever there is something to show in it.
"""
