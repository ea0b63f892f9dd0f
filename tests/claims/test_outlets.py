"""Which publisher of a story somebody means by a name."""

from __future__ import annotations

import pytest

from reportedly.claims.outlets import Outlets
from tests.claims.papers import entered, paper

PAPERS = ("Lessa Evening Post", "Island Dispatch", "Cordillera News Service", "Harbour News", "Ward & Board", None)


def outlets(*publishers: str | None) -> Outlets:
    """Return the outlets of a report of each publisher."""
    return Outlets(entered(*(paper(each, None, f"A report of {each}.") for each in publishers or PAPERS)))


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("Lessa Evening Post", "Lessa Evening Post"),
        ("the Lessa Evening Post", "Lessa Evening Post"),
        ("the Evening Post", "Lessa Evening Post"),
        ("the Post’s", "Lessa Evening Post"),
        ("Lessa", None),
        ("Lessa Evening", "Lessa Evening Post"),
        ("CNS", "Cordillera News Service"),
        ("cns", None),
        ("Harbour", "Harbour News"),
        ("Cordillera", "Cordillera News Service"),
        ("the Observer", None),
        ("", None),
    ],
)
def test_a_publisher_goes_by_several_names(name: str, publisher: str | None) -> None:
    """In full, by initials in capitals, by how it ends, or without a word such as "News"; not by its place alone."""
    assert outlets().publisher(name) == publisher


def test_one_word_of_several_may_be_too_little() -> None:
    """Where the whole name is asked for, a word that also means another thing is no outlet."""
    assert outlets().publisher("board") == "Ward & Board"
    assert outlets().publisher("board", whole=True) is None
    assert outlets().publisher("Evening Post", whole=True) == "Lessa Evening Post"


def test_a_report_that_names_its_own_publisher_speaks_of_itself() -> None:
    """The Dispatch is no other outlet in the Dispatch."""
    (entry,) = entered(paper("Island Dispatch", None, "Told to the Dispatch."))
    assert Outlets([entry]).publisher("the Island Dispatch", of=entry) is None


def test_a_name_that_two_may_have_is_neithers() -> None:
    """Of two Posts "the Post" is none; one that is called so and no more is it."""
    assert outlets("Morning Post", "Evening Post").publisher("the Post") is None
    assert outlets("Morning Post", "Post").publisher("the Post") == "Post"
    assert outlets("Daily Dispatch", "Dispatch").publisher("Dispatch") == "Dispatch"


def test_the_reports_of_a_publisher() -> None:
    """They are in the order given; of nobody there are none."""
    entries = entered(paper("Dispatch", None, "One."), paper("Echo", None, "Two."), paper("Dispatch", None, "Three."))
    found = Outlets(entries)
    assert list(found.reports("Dispatch")) == [entries[0], entries[2]]
    assert list(found.reports("Observer")) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("As the Island Dispatch reported, it is shut.", [("Island Dispatch", "the Island Dispatch")]),
        ("Minister Ferro and the Evening Post spoke.", [("Lessa Evening Post", "the Evening Post")]),
        ("It is in a Dispatch report.", [("Island Dispatch", "Dispatch")]),
        ("It stood in Dispatch’s account.", [("Island Dispatch", "Dispatch")]),
        ("Dispatch riders came.", []),
        (
            "Ferro spoke to CNS and to the Harbour News.",
            [("Cordillera News Service", "CNS"), ("Harbour News", "the Harbour News")],
        ),
        ("Ward met the board.", []),
    ],
)
def test_what_a_stretch_of_text_names(text: str, named: list[tuple[str, str]]) -> None:
    """Names are found with their words; a short one only behind an article or before a word such as "report"."""
    (entry,) = entered(paper("Morning Echo", None, text))
    found = list(outlets().named(entry, 0, len(text)))
    assert [(publisher, words.text) for publisher, words in found] == named
    assert all(words.within == text for _, words in found)
