"""Reports of invented papers, with who is quoted in them and through whom; and vectors of texts by their words."""

from __future__ import annotations

import dataclasses
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from reportedly.claims.alike import Alike
from reportedly.claims.entry import Entry
from reportedly.claims.outlets import Outlets
from reportedly.claims.people import People
from reportedly.claims.terms import FIELDS
from reportedly.ledger.identities import folded
from reportedly.values import Channel, Moment, Polarity, SpeakerKind, Stance
from tests.building import found, hop, reading, speaker
from tests.claims.parts import with_voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from reportedly.claims.terms import Terms
    from reportedly.values import Hop, Reading, Speaker
    from tests.building import Words

WIDTH = 512
"""How long vectors by words are: few words of a test fall on one place."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody is quoted with: all words as they stand in the text, and only once.

    `via` names the outlets that it comes through, the first one cited first; `about` has the words for the speaker's
    role, affiliation or anonymity, and a country.
    """

    who: Words
    content: Words
    cue: Words
    kind: SpeakerKind = SpeakerKind.PERSON
    name: Words | None = None
    via: tuple[Words, ...] = ()
    stance: Stance = Stance.ASSERTS
    channel: Channel | None = None
    polarity: Polarity = Polarity.POSITIVE
    about: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def paper(
    publisher: str | None,
    published: str | None,
    text: str,
    *quotes: Quote,
    own: Sequence[str] = (),
    title: str | None = None,
) -> Reading:
    """Return a report of a publisher, which says some sentences in its own voice; a title stands outside the text."""
    made = reading(
        text,
        [(quote.who, quote.cue, quote.content) for quote in quotes],
        title=title,
        publisher=publisher,
        published=Moment(published) if published else None,
        url=f"https://{folded(publisher or 'nobody').replace(' ', '-')}.example/{published}",
    )
    statements = [
        dataclasses.replace(
            statement,
            speaker=_speaker(text, quote),
            chain=tuple(_chain(text, publisher, quote)),
            stance=found(text, quote.stance, quote.cue),
            polarity=found(text, quote.polarity),
        )
        for statement, quote in zip(made.statements, quotes, strict=True)
    ]
    return with_voice(dataclasses.replace(made, statements=tuple(statements)), *own)


def _speaker(text: str, quote: Quote) -> Speaker:
    """Return who is quoted."""
    return speaker(text, quote.name or quote.who, quote.kind, **quote.about)


def _chain(text: str, publisher: str | None, quote: Quote) -> list[Hop]:
    """Return the chain from the publisher over the outlets to who is quoted."""
    outlets = [hop(text, speaker(text, outlet, SpeakerKind.PUBLICATION), outlet) for outlet in quote.via]
    channel = found(text, quote.channel) if quote.channel is not None else None
    last = hop(text, _speaker(text, quote), quote.who, quote.cue, channel=channel)
    return [hop(text, publisher or "nobody"), *outlets, last]


def entered(*readings: Reading) -> list[Entry]:
    """Return readings as claims take them."""
    return [Entry.of(each) for each in readings]


def surrounded(*readings: Reading, **leaders: str) -> tuple[list[Entry], People, Outlets]:
    """Return reports with who speaks in them, and with their outlets."""
    entries = entered(*readings)
    return entries, People(entries, leaders), Outlets(entries)


def by_words(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return vectors by which texts are the closer the more words they share; the same in every process."""
    rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in set(folded(text).split()):
            row[zlib.crc32(word.encode()) % WIDTH] = 1.0
    lengths: NDArray[np.float32] = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1.0)
    return rows / lengths


class WordModel:
    """Stands for the packaged model of sentence vectors; `asked` are the texts that it was given, call by call."""

    def __init__(self, digest: str = "by words") -> None:
        """Begin without a call."""
        self.digest = digest
        self.asked: list[list[str]] = []

    def vectors(self, texts: Sequence[str], *, one_story: bool = False) -> NDArray[np.float32]:  # noqa: ARG002 - words mean the same everywhere
        """Return vectors by words."""
        self.asked.append(list(texts))
        return by_words(texts)


class WordAlike:
    """Stands for the model of stories, by words; `compared` says with how many others, call by call."""

    trained_on = "nothing"

    def __init__(self, weight: float = 30.0) -> None:
        """Begin without a call."""
        self._weight = weight
        self.compared: list[int] = []

    def odds(self, one: Terms, others: Sequence[Terms]) -> NDArray[np.float64]:
        """Return odds that rise with the share of words in common."""
        self.compared.append(len(others))
        return Alike(self.trained_on, -3.0, dict.fromkeys(FIELDS, 0.0) | {"words": self._weight}).odds(one, others)
