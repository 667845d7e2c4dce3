"""The services that ``podcast:block`` can name.

Source: ``serviceslugs.txt`` of the podcast namespace (commit c0ff5ca).
"""

from __future__ import annotations

# Our word for every service at once; the tag then has no id.
ALL = "all"

_NAMES = """
acast amazon anchor apple audible audioboom backtracks bitcoin blubrry buzzsprout captivate
castos castopod facebook fireside fyyd google gpodder hypercatcher kasts libsyn mastodon megafono
megaphone omnystudio overcast paypal pinecast podbean podcastaddict podcastguru podcastindex
podcasts podchaser podcloud podfriend podiant podigee podnews podomatic podserve podverse redcircle
relay resonaterecordings rss shoutengine simplecast slack soundcloud spotify spreaker tiktok
transistor twitter whooshkaa youtube zencast
"""
SLUGS = frozenset(_NAMES.split())
