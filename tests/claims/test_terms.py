"""The terms of texts and of reports."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.table import RARE, Table, packaged_table
from reportedly.claims.terms import FIELDS, LEAD, terms, terms_of, vector
from reportedly.claims.vectors import likenesses
from reportedly.reading import default_pipeline
from reportedly.values import Reading, Report

if TYPE_CHECKING:
    from reportedly.claims.terms import Terms

TEXT = "Ana Ferro said on Sunday that 41 boats had left Sorrenby. The office of Sorrenby counted them on 12 May 2021."


@pytest.fixture(scope="module")
def read() -> Terms:
    """Return the terms of a report that was read."""
    return terms_of(default_pipeline().read(Report(text=TEXT)))


def alike(one: Terms, other: Terms, field: str) -> float:
    """Return how like two reports are in a field."""
    return float(likenesses(getattr(one, field), [getattr(other, field)])[0])


@pytest.mark.parametrize(
    ("forms", "term"),
    [
        ("Ferries ferry FERRY’S ferries'", "ferry"),
        ("reported reporting reports report", "report"),
        ("glass", "glass"),
        ("his", "his"),
        ("red", "red"),
        ("1,200 1200", "1200"),
    ],
)
def test_forms_of_a_word_are_one_term(forms: str, term: str) -> None:
    """Plurals, possessives, pasts and participles are the term of their word, and short words stay whole."""
    assert set(terms(forms)) == set(term.split())


def test_a_rare_term_weighs_more() -> None:
    """The rarer a term in the news the more it weighs, and one that was never seen weighs most."""
    table = packaged_table()
    assert table.weight("the") < table.weight("minister") < table.weight("harbor") < table.weight("qwyzzel")


def test_the_table_is_small_and_holds_no_rare_term() -> None:
    """The packaged table is well under a megabyte, and its terms are too common to tell of one story."""
    table = packaged_table()
    assert len(table.written()) < 200_000
    assert min(table.counts.values()) >= RARE


def test_a_table_is_read_as_it_was_written() -> None:
    """What is written is read again, without the terms that are too rare."""
    table = Table(9, {"fog": 4, "ferry": RARE, "qwyzzel": RARE - 1})
    assert Table.read(table.written()) == Table(9, {"fog": 4, "ferry": RARE})


def test_fields_hold_what_stands_in_the_report(read: Terms) -> None:
    """Names, people, numbers and dates are found; a number that belongs to a date is none."""
    assert read.people == vector(collections.Counter(["ana", "ferro"]))
    assert likenesses(read.names, [vector({"sorrenby": 2})])[0] > 0
    assert read.numbers == vector({"41": 1})
    other = terms_of(default_pipeline().read(Report(text="The fog lifted on Sunday. Nobody sailed until 12 May 2021.")))
    assert alike(read, other, "dates") == pytest.approx(1, abs=1e-3)
    assert alike(read, other, "people") == 0


def test_a_title_is_the_lead() -> None:
    """A title counts as the first words of a report, once, even where the text begins with it."""
    text = "Fog over Sorrenby. Ferries stay in port."
    apart = terms_of(Reading(Report(text="Ferries stay in port.", title="Fog over Sorrenby.")))
    assert apart.lead == terms_of(Reading(Report(text=text, title="Fog over Sorrenby."))).lead
    assert apart.lead == terms_of(Reading(Report(text=text))).lead
    far = terms_of(Reading(Report(text=text + " " * LEAD + "A lighthouse burnt.")))
    assert far.lead == apart.lead
    assert far.words != apart.words


@given(st.text())
def test_any_text_has_terms(text: str) -> None:
    """No text raises, and a text is as like itself as can be."""
    found = terms_of(Reading(Report(text=text)))
    assert all(0 <= alike(found, found, field) < 1 + 1e-3 for field in FIELDS)
    assert list(terms(text)) == [term for term in terms(text) if term == term.casefold()]
