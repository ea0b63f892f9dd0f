"""A wire's report with an official in it, and two papers that carry its words: one credits the agency, one does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import SpeakerKind
from tests.claims.papers import Quote, paper

if TYPE_CHECKING:
    from reportedly.values import Reading

LEADING = "the pumps of the Halcyon had failed in two inspections this year"
"""What the official says."""
_BODY = f"""LESSA (Meridional) - A car ferry with 214 people on board drifted for nine hours off the island of Lessa on
Tuesday after a fire in its engine room cut all power, and was towed into the northern harbour shortly before dawn.

An official said {LEADING}. Four members of the crew were treated for smoke, and two passengers for a chill, in the only
hospital of the island, which had called in its whole night shift when the first alarm came in the evening.
"""


def wire() -> Reading:
    """Return the agency's own report."""
    return _report("Meridional", 6, f"Ferry drifts off Lessa\n\n{_BODY}")


def credited() -> Reading:
    """Return a paper that leaves the dateline with the agency's name."""
    return _report("Evening Post", 8, f"Night of fear at sea\n\n{_BODY}")


def uncredited() -> Reading:
    """Return a paper that takes it out."""
    return _report("Harbour Notes", 9, f"Ferry home at dawn\n\n{_BODY}".replace("LESSA (Meridional) - ", ""))


def _report(publisher: str, hour: int, text: str) -> Reading:
    """Return a report that quotes the official."""
    quote = Quote(who="An official", cue="said", content=LEADING, kind=SpeakerKind.UNNAMED_PERSON)
    return paper(publisher, f"2024-10-09T{hour:02}:00Z", text, quote)
