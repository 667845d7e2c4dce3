"""The whole content of ``docs/``, read once, checked and related in both directions."""
