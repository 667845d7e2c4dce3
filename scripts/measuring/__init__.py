"""What ``scripts/bench.py`` measures besides the build."""
