"""The core of the archive: records, checks, feeds and everything that is derived.

It knows nothing of MkDocs (a test holds it to that), so that it outlives any
site generator. Imports run one way: outputs -> library -> records -> model.
"""
