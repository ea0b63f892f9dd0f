"""A reading by hand in which little is plain, for the tests of everything that shows one."""

from __future__ import annotations

import dataclasses

from reportedly.values import (
    Answer,
    Certainty,
    EvidenceKind,
    Headline,
    Passage,
    Reading,
    SpeakerKind,
    Stance,
    Voice,
)
from tests.building import RULED, found, hop, reading, speaker, understood

TEXT = (
    "A senior official told the Evening Post that mines may have closed the strait, citing satellite images. "
    "Ana Ferro, spokeswoman of the ministry, could not confirm it. She declined to comment on anything else at all."
)


def strait() -> Reading:
    """Return a reading in which little is plain."""
    post = speaker(TEXT, "Evening Post", SpeakerKind.PUBLICATION)
    official = speaker(TEXT, "senior official", SpeakerKind.UNNAMED_PERSON)
    ferro = speaker(TEXT, "Ana Ferro", role="spokeswoman", affiliation="ministry")
    made = reading(
        TEXT,
        [
            ("A senior official", "told", "mines may have closed the strait"),
            ("Ana Ferro, spokeswoman of the ministry", "could not confirm", ("it", 3)),
            ("She", "declined to comment on anything else", None),
        ],
        title="Mines close strait",
    )
    made = understood(
        made,
        0,
        speaker=official,
        chain=(
            hop(TEXT, "The Strait Observer"),
            hop(TEXT, post, "Evening Post"),
            hop(TEXT, official, "A senior official", "told"),
        ),
        stance=found(TEXT, Stance.ASSERTS),
        certainty=found(TEXT, Certainty.POSSIBLE, "may"),
        evidence=(found(TEXT, EvidenceKind.IMAGERY, "satellite images"),),
    )
    first = made.statements[0]
    answers = Answer(statement=first.id, words=first.content, narrower=False, made_by=RULED)
    made = understood(made, 1, speaker=ferro, stance=found(TEXT, Stance.CANNOT_CONFIRM), answers=answers)
    made = understood(made, 2, speaker=ferro, stance=found(TEXT, Stance.DECLINES_COMMENT))
    headline = Headline(
        words=Passage.of("Mines close strait", [(0, 18)]),
        certainty=Certainty.STATED,
        statement=first.id,
        body=first.content,
        body_certainty=Certainty.POSSIBLE,
        stronger=True,
        made_by=RULED,
    )
    voice = Voice(attributed=0.9, bare=0.1)
    return dataclasses.replace(made, headline=headline, voice=voice, wires=(found(TEXT, "Norrpress"),))
