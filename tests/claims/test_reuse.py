"""The passages that two reports share."""

from __future__ import annotations

import itertools

import hypothesis
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.reuse import FEWEST, Reuse, shared
from reportedly.claims.wording import wording
from reportedly.values import Reading, Report
from tests.claims.stories import CREDITED, INDEX_ONE, INDEX_TWO, LATER, ONLY_QUOTES, UNCREDITED, WIRE, reading

_SENTENCES = st.lists(
    st.sampled_from([*WIRE.replace("\n", " ").split(". "), "And then?", "«Nobody», she said, “came", "(Photo by A B)"]),
    max_size=6,
).map(". ".join)
_TEXTS = st.one_of(_SENTENCES, st.text(), st.lists(st.sampled_from("a b c".split()), max_size=40).map(" ".join))


def _shared(first: str, second: str) -> Reuse:
    """Return what two texts share."""
    return shared(wording(Reading(Report(text=first))), wording(Reading(Report(text=second))))


@given(_TEXTS, _TEXTS)
@hypothesis.settings(suppress_health_check=[hypothesis.HealthCheck.too_slow])
def test_passages_stand_in_both_texts_and_are_the_same_from_both_sides(first: str, second: str) -> None:
    """Each passage is words of either text, none is in two, and the other way round is the mirror image."""
    found = _shared(first, second)
    assert _shared(second, first) == found.mirrored
    for one, other in found.spans():
        assert one.text == first[one.spans[0].start : one.spans[0].end]
        assert other.text == second[other.spans[0].start : other.spans[0].end]
    for side in ([each.first for each in found.passages], [each.second for each in found.passages]):
        ordered = sorted(side)
        assert not any(before.overlaps(after) for before, after in itertools.pairwise(ordered))
    assert all(each.words >= FEWEST and each.own + each.quoted <= each.words for each in found.passages)
    assert found.own <= found.words
    assert 0 <= found.first_share <= 1
    assert 0 <= found.second_share <= 1


def test_a_whole_copy_is_one_share_of_one() -> None:
    """A copy with another headline has all of the story's own words."""
    found = _shared(WIRE, CREDITED)
    assert found.first_share > 0.95
    assert found.second_share > 0.95


def test_small_edits_do_not_break_a_passage() -> None:
    """A few words that were put in or replaced leave one passage, which takes them in."""
    runs = (
        "said that the pumps of the ferry had",
        "been found wanting in two inspections in one year",
        "and that nobody had thought of closing the line",
    )
    plain = f"He {' '.join(runs)}, it seems."
    changed = f"She {runs[0]} more than once {runs[1]} {runs[2].replace('closing', 'CLOSING')}."
    (passage,) = _shared(plain, changed).passages
    assert plain[passage.first.start : passage.first.end] == " ".join(runs)
    assert "more than once" in changed[passage.second.start : passage.second.end]
    assert passage.words == sum(len(run.split()) for run in runs)


def test_passages_that_changed_places_are_found() -> None:
    """A copy may have the paragraphs in another order."""
    parts = WIRE.split("\n\n")
    turned = "\n\n".join([parts[0], *reversed(parts[1:])])
    assert _shared(WIRE, turned).first_share > 0.95


def test_words_in_quotation_marks_are_nobodys_own() -> None:
    """Two reports that only quote the same speech share words, but none of their own telling."""
    found = _shared(WIRE, ONLY_QUOTES)
    quoted = sum(each.quoted for each in found.passages)
    assert quoted > 35
    assert found.own < 20
    assert _shared(WIRE, UNCREDITED).own > 80


def test_a_caption_is_nobodys_own() -> None:
    """Two pages that only show the same picture share no words of their own."""
    found = _shared(INDEX_ONE, INDEX_TWO)
    assert found.words > 30
    assert found.own == 0


def test_how_common_a_passage_is_in_the_group_is_told() -> None:
    """A passage says how many reports carry it, where a group is given, and two where none is."""
    from reportedly.claims.containment import Containment

    wordings = [wording(reading(text)) for text in (WIRE, CREDITED, UNCREDITED, LATER)]
    frequency = Containment([each.words.shingles() for each in wordings]).reports
    alone = shared(wordings[0], wordings[3])
    among = shared(wordings[0], wordings[3], frequency)
    assert {each.reports for each in alone.passages} == {2}
    assert max(among.passages, key=lambda each: each.own).reports == 4
