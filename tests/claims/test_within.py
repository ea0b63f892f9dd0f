"""Which propositions of one story say the same, seen against the story."""

from __future__ import annotations

import itertools

import numpy as np

from reportedly.claims.matching import Relation
from reportedly.claims.outcomes import listed
from reportedly.claims.proposition import Amount
from reportedly.claims.within import FEATURES, matches_within, model
from reportedly.engine.sentences import sentences
from reportedly.values import Feature
from tests.claims.said import BERGEN, OSLO, said


def amount(number: int, counted: str, outcome: str) -> Amount:
    """Return so many of what is counted, with what became of them."""
    return Amount(low=number, high=number, unit=None, counted=counted, outcome=outcome)


FOUR = said("Four bodies had been brought up by noon.", quantities=(amount(4, "body", "dead"),))
SEVEN = said("The death toll stands at seven.", quantities=(amount(7, "toll", "dead"),))
HURT = said("Nine men were hurt in the gallery.", quantities=(amount(9, "man", "hurt"),))
LETTER = said("The company had got a letter about the dam in January.")
SAME_LETTER = said("A letter that warned of the dam reached the company in winter.")
NOT = said("No letter about the dam ever reached the company.", negated=True)
PUPILS = said("Pupils of the school sang on the quay.")
STORY = (FOUR, SEVEN, HURT, LETTER, SAME_LETTER, NOT, PUPILS)


def scores(*story: object) -> dict[frozenset[str], float]:
    """Return the scores of all pairs of a story, by their words."""
    by_id = {each.id: each.text for each in story}  # type: ignore[attr-defined]  # propositions
    texts = [each.text for each in story]  # type: ignore[attr-defined]  # as above
    found = matches_within(story, sentences().vectors(texts, one_story=True))  # type: ignore[arg-type]  # as above
    return {frozenset((by_id[one.first], by_id[one.second])): one.score for one in found}


def test_the_same_in_other_words_matches_better_than_anything_else() -> None:
    """Of all pairs of a story that say nothing of numbers, those that say the same or deny it come first."""
    found = scores(*STORY)
    best = sorted(found, key=lambda pair: -found[pair])[:3]
    assert {LETTER.text, SAME_LETTER.text, NOT.text} >= frozenset.union(*best[:1])
    assert found.get(frozenset((LETTER.text, PUPILS.text)), 0.0) < model().threshold


def test_two_numbers_of_one_outcome_are_of_one_claim() -> None:
    """Four bodies and a toll of seven are values of one claim; those who were hurt are of another."""
    found = scores(*STORY)
    toll = found[frozenset((FOUR.text, SEVEN.text))]
    assert toll > found.get(frozenset((FOUR.text, HURT.text)), 0.0)
    assert toll > found.get(frozenset((SEVEN.text, LETTER.text)), 0.0)


def test_the_order_changes_nothing() -> None:
    """Matches are the same in whatever order the propositions come."""
    texts = [each.text for each in STORY]
    rows = sentences().vectors(texts, one_story=True)
    found = matches_within(STORY, rows)
    for order in itertools.islice(itertools.permutations(range(len(STORY))), 0, 5000, 700):
        assert matches_within([STORY[place] for place in order], rows[list(order)]) == found


def test_who_denies_is_told() -> None:
    """A pair of which one denies is of one claim, with the relation kept."""
    rows = sentences().vectors([each.text for each in STORY], one_story=True)
    found = {frozenset((one.first, one.second)): one for one in matches_within(STORY, rows)}
    assert found[frozenset((LETTER.id, NOT.id))].relation is Relation.DENIES
    assert found[frozenset((LETTER.id, SAME_LETTER.id))].relation is Relation.SAME


def test_reasons_name_the_outcome() -> None:
    """Two that count the dead say so."""
    rows = sentences().vectors([each.text for each in STORY], one_story=True)
    found = {frozenset((one.first, one.second)): one for one in matches_within(STORY, rows)}
    assert "both count who or what is dead" in found[frozenset((FOUR.id, SEVEN.id))].reasons


def test_another_place_rules_it_out() -> None:
    """What is said of another town is another claim, however alike the words."""
    one, other = (said("A fire killed two workers in the warehouse.", places=(each,)) for each in (BERGEN, OSLO))
    assert BERGEN.feature is Feature.CITY
    assert all(score == 0.0 for score in scores(one, other).values())


def test_nothing_is_no_story() -> None:
    """A story that says nothing has no pairs."""
    assert matches_within((), np.zeros((0, 384), dtype=np.float32)) == []


def test_the_packaged_model_has_a_weight_for_each_feature() -> None:
    """Nothing is looked at without a weight, and what speaks against a match has one below zero."""
    weights = model().features
    assert set(weights) == set(FEATURES)
    assert weights["outcome differs"] < 0 < weights["outcome same"]
    assert {"dead", "hurt"} <= {one.name for one in listed()}
