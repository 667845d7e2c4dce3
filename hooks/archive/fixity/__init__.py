"""Fixity: what the archive holds stays what it was, to the bit, and anyone can verify it."""
