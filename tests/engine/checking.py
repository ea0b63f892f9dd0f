"""What holds of the pieces of any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.engine.pieces import FEATURES

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from reportedly.engine import Pieces


def check(text: str, pieces: Pieces, tokenizer: Tokenizer) -> None:
    """Check what holds of the pieces of any text."""
    count = len(pieces)
    assert len(pieces.ids) == len(pieces.starts) == len(pieces.ends) == len(pieces.inner) == count
    assert pieces.features.shape == (count, len(FEATURES))
    assert all(array.dtype == np.int64 for array in (pieces.ids, pieces.starts, pieces.ends, pieces.features))
    if not count:
        return
    assert (pieces.starts < pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert (np.diff(pieces.ends) >= 0).all()
    assert pieces.starts[0] >= 0
    assert pieces.ends[-1] <= len(text)
    assert pieces.ids.min() >= 0
    assert pieces.ids.max() < tokenizer.get_vocab_size()
    assert pieces.features.min() >= 0
    assert (pieces.features.max(0) < [len(names) for names in FEATURES]).all()
