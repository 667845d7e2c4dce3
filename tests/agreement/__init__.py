"""What the records say, and what programs that are not ours read of the built site."""
