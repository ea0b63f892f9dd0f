"""Of all from which a report may have its words, the nearest: those that leave none of them unexplained.

Where one wire story stands in forty papers, every paper shares it with every other. Each leads to the one that it is
most like, and to others only for what that one does not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray


def nearest(
    shares: Mapping[str, NDArray[np.bool_]], order: Mapping[str, tuple[bool, str, str, str]], fewest: int
) -> list[str]:
    """Return the sources that explain the words of a report, the one that explains most first (a greedy set cover).

    `shares` marks, for each source, those words of the report that it has as well. Of two that explain as many the one
    that comes first in `order` is taken, and nobody is for fewer than `fewest` words that no other has explained.
    """
    chosen: list[str] = []
    todo = dict(shares)
    explained: NDArray[np.bool_] | None = None
    while todo:
        gains = {
            source: int(np.count_nonzero(share if explained is None else share & ~explained))
            for source, share in todo.items()
        }
        best = min(todo, key=lambda source: (-gains[source], order[source]))
        if chosen and gains[best] < fewest:
            break
        chosen.append(best)
        share = todo.pop(best)
        explained = share if explained is None else explained | share
    return chosen
