"""The archive on paper: its records as the plain values that a page of print shows.

``scripts/printed/catalogue.typ`` sets them; nothing here knows what it is set with.
"""

# The record under which the catalogue is deposited, a publication like any other.
CATALOGUE = "publications/archive-catalogue"
