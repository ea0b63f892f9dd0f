"""Near-copies in many reports: MinHash signatures, which are kept, and the candidates that they give.

MinHash (Broder 1997) by rensa. A signature keeps the version of its algorithm, since signatures of different versions
do not compare; the index is made anew from the signatures and never kept.
"""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

import numpy as np
from rensa import RMinHash

from reportedly.claims.shingles import SIZE, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportedly.claims.shingles import Shingled

PERMUTATIONS = 128
"""Numbers of a signature: the estimate of a share is off by about 1 / sqrt(128), nine points, one time in three."""
SEED = 1
BAND = 4
"""Numbers that must agree for two signatures to meet: 32 bands of 4 meet in 12% of pairs that share a fifth of their
shingles, in 80% of those that share 0.45 (1 - (1 - s^4)^32)."""
_BYTES = 4
ALGORITHM = f"rensa RMinHash {RMinHash.ALGORITHM_VERSION}, shingles {VERSION} of {SIZE}, seed {SEED}"
"""What made a signature."""


@dataclasses.dataclass(frozen=True, slots=True)
class Signature:
    """The MinHash of a text's shingles: `PERMUTATIONS` numbers of 32 bits, little-endian, kept with their `algorithm`.

    A text that is shorter than a shingle has none, and is like nothing.
    """

    algorithm: str
    digest: bytes = dataclasses.field(repr=False)

    def likeness(self, other: Signature) -> float:
        """Return the estimated share of shingles in common (Jaccard), 0 to 1; ValueError for another algorithm's."""
        if self.algorithm != other.algorithm:
            msg = f"signatures of different algorithms do not compare: {self.algorithm!r}, {other.algorithm!r}"
            raise ValueError(msg)
        if not self.digest or not other.digest:
            return 0.0
        return float(np.mean(np.frombuffer(self.digest, "<u4") == np.frombuffer(other.digest, "<u4")))


def signed(texts: Sequence[Shingled]) -> list[Signature]:
    """Return the signature of each text."""
    shingles = [np.unique(text.shingles()).tolist() for text in texts]
    rows = RMinHash.digest_matrix_from_token_hash_sets(shingles, PERMUTATIONS, SEED).to_rows() if texts else []
    return [
        Signature(ALGORITHM, np.array(row, dtype="<u4").tobytes() if some else b"")
        for row, some in zip(rows, shingles, strict=True)
    ]


class NearCopies:
    """Finds reports that may be near-copies of one another, by locality-sensitive hashing of their signatures.

    It takes reports in any order and at any time, and finds the same for all of them.
    """

    def __init__(self, signatures: Mapping[str, Signature] | None = None) -> None:
        """Take signatures by the ids of their reports."""
        self._signatures: dict[str, Signature] = {}
        self._bands: dict[tuple[int, bytes], list[str]] = collections.defaultdict(list)
        for report, signature in (signatures or {}).items():
            self.add(report, signature)

    def add(self, report: str, signature: Signature) -> None:
        """Take one more; ValueError for another algorithm's signature, which has to be made anew from the text."""
        if signature.algorithm != ALGORITHM:
            msg = f"a signature by {signature.algorithm!r} does not compare with those by {ALGORITHM!r}"
            raise ValueError(msg)
        if report in self._signatures:
            return
        self._signatures[report] = signature
        for band in self._keys(signature):
            self._bands[band].append(report)

    def like(self, signature: Signature) -> list[str]:
        """Return the reports that may be near-copies of a text, in the order of their ids."""
        return sorted({report for band in self._keys(signature) for report in self._bands.get(band, ())})

    def pairs(self, least: float = 0.0) -> list[tuple[str, str]]:
        """Return the pairs of reports that may be near-copies, whose estimated likeness is at least so much."""
        found = {
            (one, other)
            for reports in self._bands.values()
            for place, first in enumerate(reports)
            for second in reports[place + 1 :]
            for one, other in [sorted((first, second))]
        }
        return sorted(
            (one, other) for one, other in found if self._signatures[one].likeness(self._signatures[other]) >= least
        )

    @staticmethod
    def _keys(signature: Signature) -> Iterable[tuple[int, bytes]]:
        """Return the bands of a signature."""
        width = BAND * _BYTES
        return [(start, signature.digest[start : start + width]) for start in range(0, len(signature.digest), width)]
