"""Score whether the reports of a dossier are found to tell one story, and those of its look-alike event another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from evals.share import Scored, Share

if TYPE_CHECKING:
    from evals.retold import Retold
    from evals.share import Row

_MAIN = "main"


def same_story(made: Retold) -> Scored:
    """Return the pairs of reports of the main event that are in one story, and of both events that are.

    `one story` are the first, of all pairs of reports of the main event; `two stories in one` the second, of all pairs
    of a report of the main event and one of the look-alike event.
    """
    events, names = made.dossier.truth.events, made.names
    story_of = {names[entry.id]: story.id for story in made.stories for entry in story.entries}
    pairs = list(itertools.combinations(sorted(story_of), 2))
    main = [pair for pair in pairs if all(events.get(each) == _MAIN for each in pair)]
    both = [pair for pair in pairs if sum(events.get(each) == _MAIN for each in pair) == 1]
    together, mixed = (
        Share(sum(story_of[one] == story_of[other] for one, other in chosen), len(chosen)) for chosen in (main, both)
    )
    stories = [sorted(names[entry.id] for entry in story.entries) for story in made.stories]
    row: Row = {"dossier": made.dossier.name, "what": "stories", "got": stories, "events": dict(events)}
    right = together.hits == together.of and not mixed.hits
    return Scored({"one story": together, "two stories in one": mixed}, () if right else (row,))
