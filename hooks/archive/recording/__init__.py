"""Recordings: what a sound, its chapters, transcripts and artwork say, and whether it is whole."""
