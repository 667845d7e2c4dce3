"""What was made of a content once and is kept in ``.cache/``, which may be deleted at any time."""
