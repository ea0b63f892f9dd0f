"""What the reports of a story call people."""

from __future__ import annotations

import pytest

from reportedly.claims.titles import Titles
from tests.claims.papers import entered, paper


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Health Minister Ana Ferro said so.", "minister"),
        ("Nobody answered the minister, Ana Ferro.", "minister"),
        ("Ana Ferro, the health minister, said so.", "the health minister"),
        ("Ana Ferro, who is a teacher, said so.", "a teacher"),
        ("Ana Ferro, on the other hand, said no.", ""),
        ("He asked the minister. Ana Ferro said no.", ""),
        ("Ministers Ana Ferro and Ole Dahl said so.", ""),
        ("Minister Ana Ferrokjell said so.", ""),
    ],
)
def test_a_role_stands_before_or_behind_a_name(text: str, role: str) -> None:
    """It is one person's, in the same sentence, and ends with a noun for people; else there is none."""
    found = Titles(entered(paper("Evening Post", None, text))).of("Ana Ferro")
    assert found.split()[-1:] == role.split()[-1:]


def test_any_report_may_tell_it() -> None:
    """A name without a role in one report has that of another; a name that stands nowhere has none."""
    titles = Titles(
        entered(paper("Evening Post", None, "Ana Ferro came."), paper("Dispatch", None, "Mayor Ana Ferro."))
    )
    assert titles.of("Ana Ferro") == "mayor"
    assert titles.of("Ole Dahl") == ""
