"""An invented story in six reports: a bridge is shut, on a mayor's word, and somebody denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.assembling import assemble
from reportedly.values import Polarity, SpeakerKind, Stance
from tests.claims.papers import Quote, by_words, entered, paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.claim import Claim, Story
    from reportedly.claims.decisions import Decisions
    from reportedly.values import Passage, Reading

SHUT = "the old bridge at Lessa would stay shut until the spring"
CRACKS = "divers had found cracks in 14 of its piers"
MAYOR = paper(
    "Evening Post",
    "2025-03-01T08:00Z",
    f"Old bridge at Lessa to stay shut\n\nMayor Ana Ferro said {SHUT}, and that {CRACKS}.",
    Quote(who="Mayor Ana Ferro", name="Ana Ferro", cue="said", content=SHUT, about={"role": "Mayor"}),
    Quote(who="Mayor Ana Ferro", name="Ana Ferro", cue="said", content=CRACKS, about={"role": "Mayor"}),
)
"""The first report, in which everything begins."""
OFFICE = paper(
    "Island Dispatch",
    "2025-03-01T10:00Z",
    f"The mayor told us that {SHUT}. Carters from Lessa would go by the ferry.",
    Quote(who="The mayor", cue="told", content=SHUT, kind=SpeakerKind.UNNAMED_PERSON),
)
"""The same on the word of the mayor, who is not named."""
BARE = paper(
    "Harbour Notes",
    "2025-03-01T12:00Z",
    "The old bridge at Lessa would stay shut until the spring. Herring was cheap.",
    own=["The old bridge at Lessa would stay shut until the spring."],
)
"""The same, and not a word on how it is known."""
RETOLD = paper(
    "Morning Echo",
    "2025-03-02T06:00Z",
    f"The Evening Post reported {SHUT}.",
    Quote(who="The Evening Post", cue="reported", content=SHUT, kind=SpeakerKind.PUBLICATION),
)
"""The same from the first report."""
OFFICIAL = paper(
    "Osk Gazette",
    "2025-03-02T09:00Z",
    f"An official in the harbour office said {CRACKS} at Lessa. The old bridge was closed on Friday.",
    Quote(who="An official", cue="said", content=CRACKS, kind=SpeakerKind.UNNAMED_PERSON),
)
"""The cracks again, on the word of an official."""
DENIED = paper(
    "Coast Courier",
    "2025-03-03T09:00Z",
    f"Ole Dahl denied that {SHUT}.",
    Quote(who="Ole Dahl", cue="denied", content=SHUT, stance=Stance.DENIES, polarity=Polarity.POSITIVE),
)
"""A denial two days later."""
TALE = (MAYOR, OFFICE, BARE, RETOLD, OFFICIAL, DENIED)
"""All of them in the order of time."""


def made(readings: Sequence[Reading] = TALE, decisions: Decisions | None = None) -> Story:
    """Return the story of some reports."""
    return assemble(entered(*readings), by_words, decisions=decisions)


def about(story: Story, words: str) -> Claim:
    """Return the claim whose clearest wording has some words; ValueError unless there is one."""
    (found,) = [claim for claim in story.claims if words in claim.clearest.proposition.text]
    return found


def opened(story: Story) -> Iterator[tuple[str, Passage]]:
    """Yield all passages in a story, each with the id of the report that it must stand in."""
    for edge in story.edges:
        yield from ((edge.report, passage) for passage in edge.passages)
        yield from ((edge.source, passage) for passage in edge.originals)
    for claim in story.claims:
        where = {member.proposition.id: member.proposition.report for member in claim.members}
        yield from ((member.proposition.report, member.proposition.words) for member in claim.members)
        yield from ((response.report, response.words) for response in claim.responses)
        yield from ((value.report, value.words) for value in claim.values)
        for drift in claim.drifts:
            yield from ((where[drift.from_], drift.before), (where[drift.to], drift.after))
