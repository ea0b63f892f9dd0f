"""The forms of verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.inflection import Shape, forms, shape


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("say", {"say", "says", "said", "saying"}),
        ("convey", {"convey", "conveys", "conveyed", "conveying"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("be", {"be", "is", "am", "are", "was", "were", "been", "being"}),
        ("have", {"have", "has", "had", "having"}),
        ("take back", {"take back", "takes back", "took back", "taken back", "taking back"}),
        ("beg", {"beg", "begs", "begged", "begging"}),
        ("demur", {"demur", "demurs", "demurred", "demurring"}),
        ("begin", {"begin", "begins", "began", "begun", "beginning"}),
        ("forbid", {"forbid", "forbids", "forbade", "forbidden", "forbidding"}),
        ("shut", {"shut", "shuts", "shutting"}),
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
        ("are", Shape.PRESENT),
        ("took", Shape.PAST),
        ("were", Shape.PAST),
        ("taken", Shape.PARTICIPLE),
        ("been", Shape.PARTICIPLE),
        ("denied", Shape.EITHER),
        ("begged", Shape.EITHER),
        ("told", Shape.EITHER),
        ("learnt", Shape.EITHER),
        ("denying", Shape.GERUND),
        ("", Shape.PRESENT),
    ],
)
def test_what_a_form_can_be(form: str, expected: Shape) -> None:
    """The letters of a form tell its tense, as far as they can."""
    assert shape(form) is expected


@given(st.text(st.sampled_from("abeginstuxyz"), min_size=2, max_size=8), st.sampled_from(["", " off", " no one's"]))
def test_a_verb_is_its_own_first_form(verb: str, rest: str) -> None:
    """Whatever the letters, the verb itself comes first, no form comes twice, and the rest stays behind each."""
    found = forms(verb + rest)
    assert found[0] == verb + rest
    assert len(set(found)) == len(found)
    assert all(form.endswith(rest) for form in found)
    assert shape(found[-1].removesuffix(rest)) in Shape
