"""Which propositions say the same."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from reportedly.claims.features import FEATURES
from reportedly.claims.matching import Match, Relation, matches, model, threshold
from reportedly.claims.proposition import Amount
from reportedly.engine.sentences import vectors
from reportedly.values import Feature
from tests.claims.said import BERGEN, NORWAY, OSLO, VESTLAND, said, where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.proposition import Proposition, Where

FIRE = "Two workers died in a fire at a paint warehouse in Bergen."
BLAZE = "A blaze in a Bergen store for paint killed two labourers."


def matched(one: Proposition, other: Proposition) -> Match:
    """Return the match of two propositions."""
    (found,) = matches([one, other], vectors([one.text, other.text]))
    return found


def joined(match: Match) -> bool:
    """Say whether two propositions alone would be one claim."""
    return match.score >= threshold(vectors=True)


def test_other_words_for_one_thing_match() -> None:
    """What says the same in other words is one claim, and the reasons say why."""
    match = matched(said(FIRE, places=(BERGEN,)), said(BLAZE, places=(BERGEN,)))
    assert joined(match)
    assert match.relation is Relation.SAME
    assert "same place: Bergen" in match.reasons


def test_something_else_does_not_match() -> None:
    """What says something else of the same place is no claim with it."""
    assert not joined(matched(said(FIRE, places=(BERGEN,)), said("The mayor of Bergen opened a school.")))


@pytest.mark.parametrize("place", [NORWAY, VESTLAND])
def test_a_place_around_does_not_part(place: Where) -> None:
    """The country and the division of a place speak for a match."""
    match = matched(said(FIRE, places=(BERGEN,)), said(BLAZE, places=(place,)))
    assert joined(match)
    assert any(reason.startswith("places that fit: ") and place.name in reason for reason in match.reasons)


def test_another_place_parts() -> None:
    """The same words of another place are another claim, and the reasons say so first."""
    match = matched(said(FIRE, places=(BERGEN,)), said(FIRE.replace("Bergen", "Oslo"), places=(OSLO,)))
    assert not joined(match)
    assert match.reasons[0].startswith("another place: ")


def test_another_day_parts_and_the_next_does_not() -> None:
    """A week between two days is another claim; a day may be the same night."""
    first = said(FIRE, times=("2023-03-04",))
    later, next_day = (said(BLAZE, times=(day,)) for day in ("2023-03-11", "2023-03-05"))
    assert not joined(matched(first, later))
    assert any(reason.startswith("another day: ") for reason in matched(first, later).reasons)
    assert joined(matched(first, next_day))


def test_other_numbers_do_not_part() -> None:
    """A claim holds differing amounts side by side, and they cost it nothing."""
    two, four = (Amount(low=number, high=number, unit=None, counted="workers") for number in (2.0, 4.0))
    bare = matched(said(FIRE), said(BLAZE))
    match = matched(said(FIRE, quantities=(two,)), said(BLAZE, quantities=(four,)))
    assert match.score == bare.score
    assert any(reason.startswith("amounts side by side: ") for reason in match.reasons)


def test_a_denial_is_of_the_claim() -> None:
    """Who denies a claim speaks of it: the relation is kept, the score is the same."""
    match = matched(said(FIRE), said(BLAZE, negated=True))
    assert match.relation is Relation.DENIES
    assert match.score == matched(said(FIRE), said(BLAZE)).score
    assert "one says that it is so, the other that it is not" in match.reasons


def test_words_of_one_place_are_no_pair() -> None:
    """A content inside another's content is not compared with it."""
    outer, inner = said(FIRE, report="r1"), said(FIRE, report="r1", id="p2")
    assert matches([outer, inner], vectors([FIRE, FIRE])) == []


def test_too_few_words_say_nothing() -> None:
    """Two contents of two words are no pair, however alike they are."""
    made = [said("his account", report="r1"), said("his account", report="r2")]
    assert matches(made, vectors([each.text for each in made])) == []


def test_without_vectors_words_tell() -> None:
    """Without vectors, propositions that share rare words are compared by their words."""
    (match,) = matches([said(FIRE), said(FIRE.replace("Two", "Three"))], None)
    assert match.score >= threshold(vectors=False)


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_compare_gives_nothing(count: int) -> None:
    """Of one proposition, or none, there is no pair."""
    made = [said(FIRE)][:count]
    assert matches(made, vectors([each.text for each in made])) == []
    assert matches(made, None) == []


def test_neither_order_nor_company_changes_a_score() -> None:
    """A pair's match is the same in whatever order the propositions come, and beside whatever others."""
    made: Sequence[Proposition] = [
        said(text, places=(place,))
        for text, place in itertools.product(
            (FIRE, BLAZE, "The owner denied that the doors were locked."), (BERGEN, OSLO)
        )
    ]
    made = [said(f"{each.text} {number}", places=each.places) for number, each in enumerate(made)]
    whole = matches(made, vectors([each.text for each in made]))
    shuffled = [made[number] for number in (3, 0, 5, 1, 4, 2)]
    assert matches(shuffled, vectors([each.text for each in shuffled])) == whole
    few = matches(made[:3], vectors([each.text for each in made[:3]]))
    assert set(few) <= set(whole)


def test_the_packaged_model_knows_its_features() -> None:
    """Both sets of weights name the features in their order, and nothing that should not part two does."""
    for weights in (model().with_vectors, model().without_vectors):
        assert tuple(weights.features) == FEATURES
        against = {"names differ", "country differs"}
        assert all((weight <= 0) if name in against else (weight >= 0) for name, weight in weights.features.items())
        assert 0 < weights.across < weights.within < 1
    assert model().without_vectors.features["alike"] == 0


def test_other_names_part() -> None:
    """The same words about somebody else are another claim, and the reasons say so."""
    one, other = "Police arrested Jonna Reik over the fire.", "Police arrested Jonas Holt over the fire."
    match = matched(said(one, names=("jonna reik",)), said(other, names=("jonas holt",)))
    assert not joined(match)
    assert "other names" in match.reasons


def test_countries_are_compared_softly() -> None:
    """Another country lowers the score and is told, but rules nothing out: countries act."""
    denmark = where("Denmark", 56.0, 10.0, feature=Feature.COUNTRY, country="DK", extent_km=200.0)
    same = matched(said(FIRE, places=(NORWAY,)), said(BLAZE, places=(NORWAY,)))
    other = matched(said(FIRE, places=(NORWAY,)), said(BLAZE, places=(denmark,)))
    assert 0 < other.score < same.score
    assert other.reasons[0].startswith("another country: ")
