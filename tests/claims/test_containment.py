"""The inverted index over shingles."""

from __future__ import annotations

from reportedly.claims.containment import Containment
from reportedly.claims.shingles import shingled

_ONE = "the pumps of the ferry had been found wanting in two inspections this year"
_OTHER = "it was said that the pumps of the ferry had been found wanting by somebody"


def test_exactly_the_shingles_in_common_are_counted() -> None:
    """A pair is listed with how many shingles it shares, once, and a pair with fewer is not."""
    shingles = [shingled(text).shingles() for text in (_ONE, "nothing of the kind " * 4, _OTHER)]
    index = Containment(shingles)
    assert index.shared(1) == {(0, 2): 2}
    assert index.shared(3) == {}
    assert index.reports(shingles[0][:3]) == [2, 2, 1]


def test_no_reports_share_nothing() -> None:
    """An index without reports, or with empty ones, answers."""
    assert Containment([]).shared(1) == {}
    assert Containment([shingled("").shingles()] * 2).shared(1) == {}
