"""What was made of a content once and is kept, sealed, in ``.cache/``, which may be deleted."""
