"""The evaluation of names: what counts as one, and when it is right."""

from __future__ import annotations

from evals.entities import Name, Score, score
from evals.flatten import ANY, NONE, part, put
from evals.labels import Labelled

TEXT = "The Oslo Club met harbour master Ana Ferro's Norwegian aide Bo."
WORDS = [
    (0, 3),
    (4, 8),
    (9, 13),
    (14, 17),
    (18, 25),
    (26, 32),
    (33, 36),
    (37, 42),
    (42, 44),
    (45, 54),
    (55, 59),
    (60, 62),
]
CLUB: Name = (4, 13, "organisation")
FERRO: Name = (33, 42, "person")


def _document() -> Labelled:
    """Return a text with three names, one that may be of either of two kinds, and words that are left open."""
    names = [NONE] * len(WORDS)
    put(names, 1, 3, frozenset({"organisation", "state"}))
    put(names, 6, 8, frozenset({"person"}))
    names[4] = names[5] = ANY
    names[9] = NONE | part(frozenset({"nationality"}), "B")
    put(names, 11, 12, frozenset({"document"}))
    return Labelled("club", "invented", TEXT, WORDS, names=names)


def _scored(*found: Name) -> Score:
    """Score some names on the document."""
    return score([_document()], [found])


def test_a_name_is_right_with_its_words_and_its_kind() -> None:
    """Other words or another kind make it wrong."""
    assert _scored(CLUB, FERRO) == Score(gold=2, found=2, right=2)
    assert _scored((4, 8, "organisation"), (33, 42, "organisation")) == Score(gold=2, found=2, right=0)


def test_articles_and_possessive_endings_do_not_count() -> None:
    """Systems differ in whether they belong to a name; nobody is scored by it."""
    assert _scored((0, 13, "organisation"), (33, 44, "person")).right == 2


def test_any_of_the_kinds_that_the_annotation_allows_is_right() -> None:
    """A state counts as a place."""
    assert _scored((4, 13, "place")).right == 1


def test_what_the_annotation_leaves_open_counts_on_no_side() -> None:
    """Neither as found nor as wrong."""
    assert _scored((18, 32, "organisation"), (45, 54, "nationality")) == Score(gold=2, found=0, right=0)


def test_kinds_without_a_counterpart_are_left_out() -> None:
    """Documents are no names that both systems know."""
    assert _scored((60, 62, "document")) == Score(gold=2, found=0, right=0)


def test_f1_is_the_harmonic_mean() -> None:
    """Where there is nothing to find and nothing was found, all is right."""
    assert Score(gold=4, found=2, right=2).f1 == 2 / 3
    assert Score(gold=0, found=0, right=0).f1 == 1.0
