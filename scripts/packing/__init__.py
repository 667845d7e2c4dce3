"""What `make bag` and `make restore-drill` share: the site, built from a bag's content."""
