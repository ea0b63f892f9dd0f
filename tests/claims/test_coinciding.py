"""Which origins of a claim are one, which may be, and where those lead that do not say how they know."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.coinciding import Coincidences, Weights, model
from reportedly.claims.edge import EdgeKind
from reportedly.claims.sides import LEADS, SAME, Side, called, may_be
from reportedly.values import SpeakerKind
from tests.claims.beside import edge, report, side, who
from tests.claims.parts import RULES, SURELY, weighing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportedly.claims.coinciding import Coinciding, Model

OFFICIAL, BODY, DOCUMENT = SpeakerKind.UNNAMED_PERSON, SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT
POST, DISPATCH, ECHO, NOTES, COURIER, GAZETTE = ENTRIES = [
    report(name)
    for name in ("Evening Post", "Island Dispatch", "Morning Echo", "Harbour Notes", "Coast Courier", "Osk Gazette")
]
FERRO = side(POST, who("Ana Ferro"), says="the old bridge stays shut until spring")
MAYOR = side(DISPATCH, who("The mayor", OFFICIAL, report="r2"), says="the old bridge stays shut until May")
NURSE = side(ECHO, who("A nurse", OFFICIAL, report="r3"), says="nobody crosses the old bridge before spring")
DAHL = side(NOTES, who("Ole Dahl"), says="the old bridge may stay shut until the flood")
SILENT = side(COURIER, says="the old bridge stays shut until spring comes")
MUTE = side(GAZETTE, says="crossing the bridge is forbidden before spring")
ALL = (FERRO, MAYOR, NURSE, DAHL, SILENT, MUTE)
"""Origins of whom no two say it as much alike as another two: of equally likely ones the first in time would count."""
BY_WORDS = {"said alike": SURELY}
"""A weight by which who says it in half as many of the same words is one."""


def nobody(_one: Side, _other: Side) -> bool:
    """Keep nobody apart."""
    return False


def settled(sides: Sequence[Side], weights: Model = RULES, apart: Callable[[Side, Side], bool] = nobody) -> Coinciding:
    """Return what becomes of some origins, after a look at whether each of them is where it belongs."""
    made = Coincidences({entry.id: entry for entry in ENTRIES}, (), apart, weights).of(sides)
    known = [place for place, each in enumerate(sides) if each.leader is not None]
    assert sorted(place for group in made.groups for place in group) == known
    assert set(made.joined) == {place for group in made.groups for place in group[1:]}
    assert all(one < other < len(made.groups) for one, other, _ in made.one)
    assert all(sides[place].leader is None and group < len(made.groups) for place, (group, _) in made.led.items())
    return made


def grouped(sides: Sequence[Side], weights: Model = RULES, apart: Callable[[Side, Side], bool] = nobody) -> set[str]:
    """Return who is one, each group in one string."""
    return {
        " + ".join(sorted(called(sides[place]) for place in group)) for group in settled(sides, weights, apart).groups
    }


def test_a_chance_is_that_of_a_logistic_regression() -> None:
    """It is a half where all weighs up to nothing, and rises with what speaks for it."""
    weights = Weights({"one": 2.0, "other": -1.0}, 0.5, 0.5)
    assert weights.chance({"one": 0.0, "other": 0.5}) == pytest.approx(0.5)
    assert weights.chance({"one": 1.0, "other": 0.0}) == pytest.approx(1 / (1 + math.exp(-2.5)))
    assert weights.chance({"one": 0.0, "other": 1.0}) == pytest.approx(1 / (1 + math.exp(0.5)))


def test_the_reasons_are_what_speaks_most_for_it() -> None:
    """The heaviest first, three at most, and only what tells; where nothing does, it is all in all."""
    given_weights = {"value same": 1.0, "same report": 3.0, "said alike": 2.0, "role same": 0.9, "names alike": -4.0}
    weights = Weights(given_weights, 0.0, 0.5)
    assert weights.reasons(dict.fromkeys(given_weights, 1.0)) == (
        "one report quotes both and they say it in much the same words and they give the same number"
    )
    assert weights.reasons({"same report": 0.0, "said alike": 0.5}) == "they say it in much the same words"
    assert weights.reasons({"said alike": 0.1, "names alike": 1.0}) == "all in all"
    assert weights.reasons({}) == "all in all"


def test_the_packaged_model_has_a_weight_for_each_feature() -> None:
    """Its weights are for all that is looked at and for nothing else, and its chances are enough between 0 and 1."""
    packaged = model()
    assert set(packaged.same.features) == set(packaged.may.features) == set(SAME)
    assert set(packaged.leads.features) == set(LEADS)
    for weights in (packaged.same, packaged.may, packaged.leads):
        assert 0 < weights.threshold < 1
        assert all(math.isfinite(each) for each in (*weights.features.values(), weights.bias))
        assert 0 < weights.chance(dict.fromkeys(weights.features, 1.0)) < 1


def test_without_a_model_the_packaged_one_tells() -> None:
    """It decides as the packaged weights do when they are given."""
    entries = {entry.id: entry for entry in ENTRIES}
    assert Coincidences(entries, (), nobody).of(ALL) == settled(ALL, model())


def test_who_is_alike_is_one() -> None:
    """Those are joined who are likely enough to be one, with the reason; nobody is where nothing speaks for it."""
    assert grouped(ALL) == {"Ana Ferro", "The mayor", "A nurse", "Ole Dahl"}
    made = settled(ALL, weighing(same=BY_WORDS))
    assert made.groups == ((0, 1), (2,), (3,))
    assert made.joined == {1: "they say it in much the same words"}


def test_of_nobody_comes_nothing() -> None:
    """Without origins there is no group, and silent reports have nowhere to lead."""
    surely = weighing(same=BY_WORDS, may=BY_WORDS, leads={"said alike": 2 * SURELY})
    for sides in ((), (SILENT,), (SILENT, MUTE)):
        made = settled(sides, surely)
        assert (made.groups, made.joined, made.one, made.led) == ((), {}, (), {})


def test_two_full_names_are_never_one() -> None:
    """However sure the weights are; a surname, a role or a body may be anybody's."""
    everybody = weighing(
        same={"said alike": SURELY, "names differ": 2 * SURELY}, may={"said alike": SURELY, "names differ": 2 * SURELY}
    )
    for one, other in ((FERRO, DAHL), (DAHL, FERRO)):
        made = settled((one, other), everybody)
        assert (made.groups, made.one) == (((0,), (1,)), ())
    assert settled((FERRO, side(NOTES, who("Dahl"))), everybody).groups == ((0, 1),)


def test_who_was_decided_to_be_two_is_neither_one_nor_may_be() -> None:
    """Nor is anybody who is one with either."""
    everybody = weighing(same={"said alike": SURELY}, may={"said alike": 3 * SURELY})
    again = side(ECHO, who("The mayor", OFFICIAL, report="r4"), says="the old bridge stays shut until May")

    def decided(one: Side, other: Side) -> bool:
        return {one, other} == {FERRO, MAYOR}

    assert settled((FERRO, MAYOR, again), everybody).groups == ((0, 1, 2),)
    made = settled((FERRO, MAYOR, again), everybody, decided)
    assert (made.groups, made.one) == (((0,), (1, 2)), ())
    assert grouped((MAYOR, FERRO), everybody, decided) == {"Ana Ferro", "The mayor"}
    assert settled((FERRO, MAYOR), weighing(may=BY_WORDS)).one != ()
    assert settled((FERRO, MAYOR), weighing(may=BY_WORDS), decided).one == ()


def test_groups_are_one_on_average() -> None:
    """One pair that is alike does not make one of a third who is like only one of the two."""
    first = side(POST, who("A nurse", OFFICIAL, report="r1"), says="four boats sank")
    middle = side(DISPATCH, who("A porter", OFFICIAL, report="r2"), says="four boats sank there")
    third = side(ECHO, who("A cook", OFFICIAL, report="r3"), says="boats there")
    weights = weighing(same={"said alike": 1.25 * SURELY})
    assert settled((middle, third), weights).groups == ((0, 1),)
    assert settled((first, middle, third), weights).groups == ((0, 1), (2,))


def test_those_who_are_not_one_may_be() -> None:
    """By the rules with the reason of the rules, else with what the weights say; groups may be one by any of theirs."""
    one, other = (
        side(entry, who(words, OFFICIAL, report=entry.id), says=says)
        for entry, words, says in (
            (POST, "An official", "boats sank"),
            (DISPATCH, "A port official", "herring was dear"),
        )
    )
    assert settled((one, other)).one == ((0, 1, may_be(one, other)),)
    made = settled((FERRO, MAYOR, NURSE), weighing(may=BY_WORDS))
    assert made.one == ((0, 1, "'Ana Ferro' and 'The mayor' may be one: they say it in much the same words"),)
    third = side(ECHO, who("A port official", OFFICIAL, report=ECHO.id), says="boats sank")
    made = settled((other, one, third), weighing(same=BY_WORDS))
    assert made.groups == ((0,), (1, 2))
    assert [pair[:2] for pair in made.one] == [(0, 1)]
    assert settled((FERRO, NURSE), weighing(may=BY_WORDS)).one == ()


def test_a_silent_report_leads_to_the_likeliest() -> None:
    """To the group of whoever is likeliest to be its source, if likely enough, with the reason; else nowhere."""
    by_words = weighing(leads=BY_WORDS)
    assert settled(ALL).led == {}
    assert settled(ALL, by_words).led == {4: (0, "they say it in much the same words")}
    assert settled((SILENT, NURSE, MUTE, FERRO), by_words).led == {0: (1, "they say it in much the same words")}
    groups = weighing(same=BY_WORDS, leads=BY_WORDS)
    assert settled((NURSE, MAYOR, FERRO, SILENT), groups).groups == ((0,), (1, 2))
    assert settled((NURSE, MAYOR, FERRO, SILENT), groups).led == {3: (1, "they say it in much the same words")}
    assert settled((NURSE, DAHL, SILENT), by_words).led == {}


def test_of_equally_likely_origins_the_first_is_led_to() -> None:
    """And how many there are counts those who are one once."""
    alone = weighing(same=BY_WORDS, leads={"only one": 2 * SURELY})
    assert settled((FERRO, MAYOR, MUTE), alone).led == {2: (0, "nobody else is known to know it")}
    assert settled((FERRO, NURSE, MUTE), alone).led == {}
    assert settled((NURSE, FERRO, MUTE), weighing(leads={"how many": 2 * SURELY})).led == {2: (0, "all in all")}


def test_how_reports_came_by_one_another_counts() -> None:
    """The edges of the story are those by which origins are one and silent reports lead somewhere."""
    entries = {entry.id: entry for entry in ENTRIES}
    weights = weighing(same={"same document": SURELY}, leads={"beside": SURELY})
    edges = [edge(POST, ECHO, EdgeKind.SAME_DOCUMENT), edge(COURIER, NOTES, EdgeKind.SAME_WIRE)]
    made = Coincidences(entries, edges, nobody, weights).of(ALL)
    assert made.groups == ((0, 2), (1,), (3,))
    assert made.joined == {2: "their reports rest on one document"}
    assert made.led == {4: (2, "their reports stand side by side")}


@given(
    st.permutations(ALL),
    st.sets(st.sampled_from(list(itertools.combinations(ALL[:4], 2))), max_size=2),
    *[st.floats(0.0, 2.0) for _ in range(3)],
)
def test_no_order_changes_who_is_one(
    order: list[Side], apart: set[tuple[Side, Side]], same: float, may: float, leads: float
) -> None:
    """Who is one, who may be and where silent reports lead is the same in whatever order the origins are given."""
    weights = weighing(
        same={"said alike": same * SURELY}, may={"said alike": may * SURELY}, leads={"said alike": leads * SURELY}
    )

    def decided(one: Side, other: Side) -> bool:
        return (one, other) in apart or (other, one) in apart

    def seen(sides: Sequence[Side]) -> tuple[object, ...]:
        made = settled(sides, weights, decided)
        groups = [frozenset(sides[place] for place in group) for group in made.groups]
        return (
            set(groups),
            {frozenset((groups[one], groups[other])) for one, other, _ in made.one},
            {sides[place]: (groups[group], reason) for place, (group, reason) in made.led.items()},
        )

    assert seen(order) == seen(ALL)
