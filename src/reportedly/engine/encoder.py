"""Run the model over texts.

One pass of the encoder, one look of the attribution head at each likely cue, and one of the understanding heads at all.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from reportedly.engine.pieces import Pieces, Window, cut, surroundings, windows
from reportedly.engine.session import session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reportedly.engine.bundle import Bundle

HEADS = ("pos", "names", "nominals", "predicate", "factuality")
"""The outputs of `understanding.onnx`, in the order of the fields of `Understood`."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What the model says of one likely cue: the labels of the pieces from `first` on, seen from its `anchor`."""

    anchor: int
    first: int
    labels: NDArray[np.float32]
    """Shape (pieces, 4): the chance that a piece is nothing, source, cue or content."""
    cue: float
    """The chance that the anchor is a cue of any statement, inside another's content too."""
    valid: float
    """The chance that it makes a statement that stands by itself."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """What the model says of each piece of a text; a word is told by its first piece."""

    parts: NDArray[np.float32]
    """Shape (pieces, len(config.parts)): the chance of each part of speech."""
    names: NDArray[np.float32]
    """Shape (pieces, len(config.mentions)): the chance of each label in the layer of names."""
    nominals: NDArray[np.float32]
    """The same in the layer of noun phrases that refer without a name."""
    predicate: NDArray[np.float32]
    """Shape (pieces,): the chance that it is a predicate that says something happens or holds."""
    factuality: NDArray[np.float32]
    """Shape (pieces, len(config.scales)): how much of a fact the predicate is made to be, from -3 to 3."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """A text's pieces, what is said of each, and the candidates found in it in order of their anchors."""

    pieces: Pieces
    candidates: tuple[Candidate, ...]
    understood: Understood


class Engine:
    """A loaded model. A text's result depends on that text alone."""

    def __init__(self, bundle: Bundle) -> None:
        """Open the sessions of a bundle, on one thread each: work is spread over processes, not threads."""
        self.config = bundle.config
        self.digest = bundle.digest
        self._tokenizer = Tokenizer.from_buffer(bundle.files["tokenizer.json"])
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._encoder = session(bundle.files["encoder.onnx"])
        self._attribution = session(bundle.files["attribution.onnx"])
        self._understanding = session(bundle.files["understanding.onnx"])
        self._last: tuple[str, Marked] | None = None

    def mark(self, text: str) -> Marked:
        """Return what the model finds in a text. Any string will do.

        Several stages ask about one text in turn, so the last answer is kept.
        """
        last = self._last
        if last is None or last[0] != text:
            last = self._last = (text, self._mark(text))
        return last[1]

    def _mark(self, text: str) -> Marked:
        """Run the model over a text."""
        pieces = cut(text, self._tokenizer)
        understood = self._blank(len(pieces))
        candidates = [
            candidate
            for window in windows(pieces, self.config.window - 2, self.config.context)
            for candidate in self._read(pieces, window, understood)
        ]
        return Marked(pieces, tuple(sorted(candidates, key=lambda candidate: candidate.anchor)), understood)

    def _blank(self, count: int) -> Understood:
        """Return arrays for so many pieces, to be filled window by window."""
        config = self.config
        shapes = ((len(config.parts),), (len(config.mentions),), (len(config.mentions),), (), (len(config.scales),))
        return Understood(*(np.zeros((count, *shape), dtype=np.float32) for shape in shapes))

    def _read(self, pieces: Pieces, window: Window, understood: Understood) -> Iterator[Candidate]:
        """Read one window: fill in what is said of the pieces that it answers for, and yield its candidates.

        A window goes through the model alone. Nothing is padded, and as the activations are quantised over all that
        goes through together, company would change the result.
        """
        begin, finish = self.config.special
        ids = np.concatenate(([begin], pieces.ids[window.start : window.end], [finish]))
        features = np.zeros((len(ids), pieces.features.shape[1]), dtype=np.int64)
        features[1:-1] = pieces.features[window.start : window.end]
        hidden, cues, near, anchors, middle = self._encoder.run(
            ("hidden", "cues", "near", "anchors", "middle"), {"ids": ids[None], "features": features[None]}
        )
        self._understand({"middle": middle, "hidden": hidden, "features": features[None]}, window, understood)
        stretches: dict[tuple[int, int], list[int]] = {}
        for column in self._peaks(cues[0].max(-1), window):
            anchor = window.start + column - 1
            stretch = surroundings(pieces.breaks, (window.start, window.end), anchor, self.config.most)
            stretches.setdefault(stretch, []).append(column)
        for (start, end), columns in stretches.items():
            low, high = start - window.start + 1, end - window.start + 1
            labels, valid = self._attribution.run(
                None,
                {
                    "near": near[:, low:high],
                    "anchor": anchors[0, columns, None],
                    "distances": np.arange(low, high)[None] - np.asarray(columns)[:, None],
                },
            )
            for place, column in enumerate(columns):
                chance = float(cues[0, column, 1])
                yield Candidate(window.start + column - 1, start, labels[place], chance, float(valid[place]))

    def _understand(self, states: dict[str, NDArray[np.generic]], window: Window, understood: Understood) -> None:
        """Fill in what the heads say of the pieces that a window answers for."""
        own = slice(window.own_start - window.start + 1, window.own_end - window.start + 1)
        for field, found in zip(dataclasses.fields(understood), self._understanding.run(HEADS, states), strict=True):
            getattr(understood, field.name)[window.own_start : window.own_end] = found[0, own]

    def _peaks(self, chances: NDArray[np.float32], window: Window) -> Iterable[int]:
        """Return the columns of the owned pieces that are likelier cues than their neighbours."""
        low, high = window.own_start - window.start + 1, window.own_end - window.start + 1
        for column in np.flatnonzero(chances[low:high] >= self.config.candidate) + low:
            near = chances[max(1, column - 2) : column + 3]
            if chances[column] >= near.max() and chances[column] > chances[max(1, column - 2) : column].max(initial=0):
                yield int(column)
