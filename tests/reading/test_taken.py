"""Which places of a report its statements have taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.taken import Taken
from tests.building import reading
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading

TEXT = "Ferro said the pier was closed, and so did Berg."
STATEMENTS = reading(TEXT, [("Ferro", "said", ["the pier", "closed"])]).statements


def test_each_part_is_taken_for_itself() -> None:
    """A place is taken by the part that shares words with it; what merely touches it does not."""
    taken = Taken(STATEMENTS)
    said = TEXT.index("said")
    assert taken.cue(said + 2, said + 3)
    assert not taken.cue(0, said)
    assert not taken.content(said, said + 4)
    assert taken.any(0, 1)
    assert not taken.any(TEXT.index("Berg"), len(TEXT))


def test_between_the_pieces_nothing_is_taken() -> None:
    """A content in pieces leaves free what stands between them."""
    was = TEXT.index("was")
    assert not Taken(STATEMENTS).content(was, was + 3)
    assert Taken(STATEMENTS).content(was, was + 5)


def test_without_statements_nothing_is_taken() -> None:
    """No statements take no place."""
    assert not Taken([]).any(0, 100)


@given(made=readings(), data=st.data())
def test_a_place_is_taken_where_a_part_shares_words_with_it(made: Reading, data: st.DataObject) -> None:
    """The bisection finds what looking at every span finds."""
    statements = made.statements
    taken = Taken(statements)
    start, length = data.draw(st.integers(0, 60)), data.draw(st.integers(1, 20))

    def shares(name: str) -> bool:
        """Say whether a part of any statement shares words with the place."""
        spans = [span for one in statements for span in getattr(one, name).spans]
        return any(span.start < start + length and start < span.end for span in spans)

    assert taken.cue(start, start + length) == shares("cue")
    assert taken.content(start, start + length) == shares("content")
    assert taken.any(start, start + length) == any(map(shares, ("source", "cue", "content")))
