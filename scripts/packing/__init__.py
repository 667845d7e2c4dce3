"""What ``archive bag`` and ``archive restore`` share: the site, built from a bag's content."""
