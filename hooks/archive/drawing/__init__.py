"""Pictures drawn at build: the timeline and the maps, as SVG inside the pages."""
