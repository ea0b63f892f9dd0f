"""The forms of verbs."""

from __future__ import annotations

import pytest

from reportedly.reading.inflection import Shape, forms, shape


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("take back", {"take back", "takes back", "took back", "taken back", "taking back"}),
        ("beg", {"beg", "begs", "begged", "begging"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
    ],
)
def test_the_forms_of_a_verb(verb: str, expected: set[str]) -> None:
    """Regular, irregular and doubling verbs have all their forms; of several words the first changes."""
    assert set(forms(verb)) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("deny", Shape.PRESENT),
        ("denies", Shape.PRESENT),
        ("need", Shape.PRESENT),
        ("bring", Shape.PRESENT),
        ("took", Shape.PAST),
        ("were", Shape.PAST),
        ("taken", Shape.PARTICIPLE),
        ("been", Shape.PARTICIPLE),
        ("denied", Shape.EITHER),
        ("told", Shape.EITHER),
        ("learnt", Shape.EITHER),
        ("denying", Shape.GERUND),
    ],
)
def test_what_a_form_can_be(form: str, expected: Shape) -> None:
    """The letters of a form tell its tense, as far as they can."""
    assert shape(form) is expected
