"""The kinds of record, a module each; ``build`` hands them in, and nobody else imports them."""

from archive.kinds.episodes import EPISODES
from archive.kinds.news import NEWS
from archive.kinds.people import PEOPLE
from archive.kinds.projects import PROJECTS
from archive.kinds.publications import PUBLICATIONS
from archive.kinds.stories import STORIES
from archive.kinds.strategy import STRATEGY

# In the order in which the kinds stand wherever they stand together.
ALL = (PROJECTS, PUBLICATIONS, EPISODES, PEOPLE, NEWS, STORIES, STRATEGY)
