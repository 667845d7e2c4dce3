"""What a podcast app or another site takes: feeds, chapters, transcripts, the player to embed."""
