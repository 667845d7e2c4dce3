"""Episodes of the podcast, and the podcast as a whole, whose page is their front."""

from __future__ import annotations

from archive.schema import Episode, Show
from archive.schema.kinds import Kind, Whole

SHOW = Whole(
    "show",
    Show,
    word="show",
    anchor="series",
    facts=(
        *("people", "production", "publishers", "projects", "themes", "countries", "language"),
        *("date", "platforms", "category"),
    ),
)
EPISODES = Kind(
    "podcast",
    Episode,
    word="episode",
    anchor="episode",
    facts=(
        *("number", "season", "place", "community", "people", "projects", "themes", "language"),
        *("recording", "date", "published"),
    ),
    # The place tells the country.
    left_out=("countries",),
    front="number",
    front_template="show.html",
    template="episode.html",
    menu=1,
    of_project="episodes",
    of_person=1,
    schema_org="PodcastEpisode",
    whole=SHOW,
)
