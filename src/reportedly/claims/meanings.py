"""The vectors of what reports say: made by the packaged model, once, and kept in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims.propositions import propositions
from reportedly.engine.bundle import packaged_sentences
from reportedly.engine.sentences import Sentences
from reportedly.values import stable_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.claims.entry import Entry
    from reportedly.ledger import Ledger

_STORED = np.dtype("<f2")
"""Half precision: what two vectors have in common changes by less than a thousandth."""


class Meanings:
    """The vectors of texts. Those of a ledger's reports are looked up there; what is new is made and kept."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        """Work with a ledger, or without one."""
        self._workings = ledger.workings() if ledger is not None else None
        self._known: dict[str, NDArray[np.float32]] = {}
        self._model: Sentences | None = None

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts, shape (texts, width), each of length one."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            for text, row in zip(new, self._made(new), strict=True):
                self._known[text] = row
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([self._known[text] for text in texts])

    def learn(self, entry: Entry) -> None:
        """Have the vectors of a report ready; LedgerError where they are new and the ledger cannot be written."""
        texts = [each.text for each in propositions(entry.reading)]
        if self._workings is None or not texts:
            return
        made_by = stable_id("v", self._opened().digest, *texts)
        packed = self._workings.vectors(entry.id, made_by)
        if packed is None:
            packed = self._made(texts).astype(_STORED).tobytes()
            self._workings.keep_vectors(entry.id, made_by, packed)
        rows = np.frombuffer(packed, _STORED).reshape(len(texts), -1).astype(np.float32)
        self._known.update(zip(texts, rows, strict=True))

    def forget(self) -> None:
        """Forget what was made, so that memory stays bounded from story to story."""
        self._known.clear()

    def _made(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return vectors as they come back from a ledger, so that it makes no difference whether they do."""
        return self._opened().vectors(texts, one_story=True).astype(_STORED).astype(np.float32)

    def _opened(self) -> Sentences:
        """Return the model, opened when it is first needed."""
        if self._model is None:
            self._model = Sentences(packaged_sentences())
        return self._model
