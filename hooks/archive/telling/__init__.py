"""Each item told once in each language, in values that every output draws from."""
