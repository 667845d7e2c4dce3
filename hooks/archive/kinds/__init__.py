"""The kinds of record, a module each; ``build`` hands them in, and nobody else imports them."""

from archive.kinds.episodes import EPISODES
from archive.kinds.people import PEOPLE
from archive.kinds.projects import PROJECTS
from archive.kinds.publications import PUBLICATIONS

# In the order in which the kinds stand wherever they stand together.
ALL = (PROJECTS, PUBLICATIONS, EPISODES, PEOPLE)
