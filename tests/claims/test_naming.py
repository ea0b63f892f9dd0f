"""How a report names the publishers of a story."""

from __future__ import annotations

import pytest

from reportedly.claims.naming import Manner, Namings
from reportedly.claims.pages import Page
from tests.claims.papers import entered, paper

PUBLISHERS = ["Osk Evening Post", "Kabompo FM", "Harbour Office"]


@pytest.mark.parametrize(
    ("text", "publisher", "manner"),
    [
        ("It stands in the Osk Evening Post.", "Osk Evening Post", Manner.FULL),
        ("It stands in the Evening Post.", "Osk Evening Post", Manner.SHORT),
        ("The OEP has it.", "Osk Evening Post", Manner.INITIALS),
        ("Kabompo has it.", "Kabompo FM", Manner.WORD),
        ("A local radio station has it.", "Kabompo FM", Manner.KIND),
        ("The office has it.", "Harbour Office", Manner.OFFICE),
        ("The company has it.", "Harbour Office", Manner.FIRM),
    ],
)
def test_a_publisher_goes_by_many_names(text: str, publisher: str, manner: Manner) -> None:
    """In full, in short, by initials, by a word, by what it is."""
    (entry,) = entered(paper("Dispatch", "2025-03-01", text))
    found = {(each.publisher, each.manner) for each in Namings(PUBLISHERS, {"Harbour Office"}).of(Page(entry))}
    assert (publisher, manner) in found


def test_nobody_names_itself() -> None:
    """A report that has its own publisher's name names nobody by it."""
    (entry,) = entered(paper("Kabompo FM", "2025-03-01", "Kabompo FM has it."))
    assert Namings(PUBLISHERS, set()).of(Page(entry)) == []
