"""The pipeline of the packaged model, opened once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.intake.batches import Reads

_KEPT = 2
"""Models that stay open, each some 70 MB: the usual one, and one with another least confidence beside it."""


def packaged_pipeline(min_confidence: float | None = None) -> Reads:
    """Return the pipeline of the packaged model: the same one for the same `min_confidence`, while it is in use.

    It keeps no state between reports, and several threads may read with it.

    Raises:
        UsageError: `min_confidence` is not from 0 to 1.
        BundleError: The model is damaged.
    """
    if min_confidence is not None and not 0 <= min_confidence <= 1:  # written so that NaN is refused
        msg = f"min_confidence: {min_confidence} is not a number from 0 to 1"
        raise UsageError(msg)
    return _opened(min_confidence)


@functools.lru_cache(maxsize=_KEPT)
def _opened(min_confidence: float | None) -> Reads:
    """Open the model."""
    from reportedly.reading import default_pipeline  # noqa: PLC0415 - loads the model's runtime

    return default_pipeline(min_confidence)
