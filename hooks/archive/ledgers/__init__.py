"""Append-only books: what was published, under which address, when, and with which bytes."""
