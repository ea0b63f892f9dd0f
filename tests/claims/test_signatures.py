"""MinHash signatures, and the near-copies that they find."""

from __future__ import annotations

import dataclasses
import random

import pytest

from reportedly.claims.shingles import shingled
from reportedly.claims.signatures import ALGORITHM, NearCopies, Signature, signed

_WORDS = [f"word{number}" for number in range(400)]
TEXT = " ".join(_WORDS)
CLOSE = " ".join([*_WORDS[:380], "and", "then", "something", "else"])
FAR = " ".join(reversed(_WORDS))


def _signatures() -> dict[str, Signature]:
    """Return the signatures of the three texts."""
    return dict(zip(("text", "close", "far"), signed([shingled(each) for each in (TEXT, CLOSE, FAR)]), strict=True))


def test_near_copies_are_found_and_others_are_not() -> None:
    """Two texts that share most of their shingles meet, and one that shares none meets nobody."""
    made = _signatures()
    assert NearCopies(made).pairs() == [("close", "text")]
    assert made["text"].likeness(made["close"]) == pytest.approx(0.92, abs=0.12)
    assert made["text"].likeness(made["far"]) < 0.1


def test_the_index_is_rebuilt_from_what_is_stored() -> None:
    """Signatures that were written down and read again find the same, in whatever order they come."""
    made = _signatures()
    stored = [(name, dataclasses.astuple(signature)) for name, signature in made.items()]
    for seed in range(5):
        random.Random(seed).shuffle(stored)  # noqa: S311 - chance is seeded, and guards nothing
        index = NearCopies({name: Signature(*values) for name, values in stored})
        assert index.pairs() == [("close", "text")]
        assert index.like(made["text"]) == ["close", "text"]


def test_a_text_without_a_shingle_is_like_nothing() -> None:
    """Two texts that are too short are no near-copies of one another."""
    short = signed([shingled("Ferry adrift"), shingled("Ferry adrift")])
    assert NearCopies({"one": short[0], "other": short[1]}).pairs() == []
    assert short[0].likeness(short[1]) == 0


def test_signatures_of_another_algorithm_are_refused() -> None:
    """What does not compare is not compared: it has to be made anew."""
    (mine,) = signed([shingled(TEXT)])
    other = Signature(f"{ALGORITHM} of old", mine.digest)
    with pytest.raises(ValueError, match="does not compare"):
        NearCopies({"old": other})
    with pytest.raises(ValueError, match="do not compare"):
        mine.likeness(other)
    assert "rensa" in mine.algorithm
