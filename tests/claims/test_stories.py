"""Same story: which reports tell of one event."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.alike import Alike, packaged_alike
from reportedly.claims.stories import SAME, Filed, Stories, within_window
from reportedly.claims.terms import FIELDS, Terms, terms_of, vector
from reportedly.claims.vectors import Vector
from reportedly.errors import ReportError
from reportedly.formats import load
from reportedly.reading import default_pipeline
from reportedly.values import Moment

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    Grouped = list[tuple[str, ...]]

WORDS = "anchor basin cargo dredger estuary ferry gale".split()
MODEL = Alike("nothing", -8.0, dict.fromkeys(FIELDS, 0.0) | {"words": 16.5})
"""Even chances for reports that share half of their words; copies are at the highest level of strength."""
MOMENTS = st.sampled_from(
    [None, "2021", "2021-03", "2021-03-01", "2021-03-07T10:00", "2021-03-08T09:00Z", "2021-04-02"]
)
TALES = st.tuples(st.sets(st.sampled_from(WORDS), max_size=5), MOMENTS)


def filed(name: str, words: set[str], moment: str | None = None) -> Filed:
    """Return a report of some words."""
    nothing = {field: Vector() for field in FIELDS} | {"words": vector(dict.fromkeys(words, 1))}
    return Filed(name, Terms(**nothing), Moment(moment) if moment else None)


def grouped(reports: list[Filed], most: int = 600, same: float = SAME) -> Grouped:
    """Return the stories of reports."""
    stories = Stories(MODEL, same=same, most=most)
    for report in reports:
        stories.add(report)
    return stories.stories()


@given(st.lists(TALES, max_size=14), st.sampled_from([2, 3, 600]), st.randoms(use_true_random=False))
def test_no_order_of_adding_changes_the_stories(
    tales: list[tuple[set[str], str | None]], most: int, chance: Random
) -> None:
    """Added in any order, and asked in between or not, the same reports are the same stories."""
    reports = [filed(f"r{number:02}", *tale) for number, tale in enumerate(tales)]
    expected = grouped(reports, most)
    assert sorted(itertools.chain(*expected)) == [report.id for report in reports]
    chance.shuffle(reports)
    stories = Stories(MODEL, most=most)
    for report in reports:
        stories.add(report)
        assert report.id in stories.story_of(report.id)
    assert stories.stories() == expected


@given(st.lists(TALES, min_size=1, max_size=10), st.sampled_from([3, 600]))
def test_what_may_have_changed_is_told(tales: list[tuple[set[str], str | None]], most: int) -> None:
    """Adding a report names every report whose story is another one afterwards, and itself."""
    stories, before = Stories(MODEL, most=most), dict[str, tuple[str, ...]]()
    for number, tale in enumerate(tales):
        told = stories.add(filed(f"r{number}", *tale))
        after = {report: story for story in stories.stories() for report in story}
        assert {report for report, story in after.items() if before.get(report) != story} <= set(told)
        assert after == {report: stories.story_of(report) for report in after}
        before = after
    assert len(stories) == len(tales)


def test_reports_of_one_event_are_one_story() -> None:
    """Who shares most words tells one story, and who shares a word only does not."""
    reports = [filed("a", set("anchor basin cargo".split())), filed("b", set("anchor basin cargo dredger".split()))]
    assert grouped([*reports, filed("c", {"anchor", "gale"}), filed("d", set())]) == [("a", "b"), ("c",), ("d",)]


def test_the_same_words_of_another_month_are_another_story() -> None:
    """Reports outside the window are not joined, one without a time joins any, one of a month those of its days."""
    words = {"anchor", "basin", "cargo"}
    assert grouped([filed("a", words, "2021-03-01"), filed("b", words, "2021-03-20")]) == [("a",), ("b",)]
    assert grouped([filed("a", words, "2021-03-01"), filed("b", words)]) == [("a", "b")]
    assert within_window(Moment("2021-03"), Moment("2021-03-30"))
    assert within_window(Moment("2021-03-01"), Moment("2021-03-08"))
    assert not within_window(Moment("2021-03-01"), Moment("2021-03-09T12:00Z"))


def test_too_many_links_are_cut_by_strength() -> None:
    """Where more reports hang together than can be clustered, only the stronger links count; copies stay together."""
    pairs = [filed("a1", set(WORDS[:4])), filed("a2", set(WORDS[:4])), filed("b1", set(WORDS[2:6]))]
    pairs.append(filed("b2", set(WORDS[2:6])))
    assert grouped(pairs, same=0.4) == [("a1", "a2", "b1", "b2")]
    assert grouped(pairs, same=0.4, most=3) == [("a1", "a2"), ("b1", "b2")]
    assert grouped(pairs, same=0.4, most=1) == [("a1", "a2"), ("b1", "b2")]


def test_a_report_is_added_once() -> None:
    """The same report again changes nothing; another under its id is refused."""
    stories = Stories(MODEL)
    assert stories.add(filed("a", {"anchor", "basin"})) == ("a",)
    assert stories.add(filed("a", {"anchor", "basin"})) == ()
    with pytest.raises(ValueError, match="another report"):
        stories.add(filed("a", {"gale"}))
    with pytest.raises(KeyError):
        stories.story_of("b")


def test_the_packaged_model_says_why() -> None:
    """Its reasons are a number a field, and with the bias they are the odds."""
    one, other = filed("a", {"anchor", "basin"}).terms, filed("b", {"anchor", "gale"}).terms
    model = packaged_alike()
    reasons = model.reasons(one, other)
    assert list(reasons) == list(FIELDS)
    assert model.bias + sum(reasons.values()) == pytest.approx(float(model.odds(one, [other])[0]))
    assert min(model.weights.values()) >= 0


def test_the_examples_are_their_events(root: Path) -> None:
    """No story mixes the events of the sample reports, and all eight on the engineers are one."""
    stories = Stories()
    paths = sorted(path for path in (root / "examples").glob("*/*") if path.is_file())
    loaded = [(path, one) for path in paths for one in load(path.read_bytes(), where=path.name, path=str(path))]
    event = {one.report.id: path.parent.name for path, one in loaded if not isinstance(one, ReportError)}
    reports = [one.report for _, one in loaded if not isinstance(one, ReportError)]
    for reading in default_pipeline().read_many(reports):
        stories.add(Filed(reading.report.id, terms_of(reading), reading.report.published))
    told = [[event[report] for report in story] for story in stories.stories()]
    assert all(len(set(story)) == 1 for story in told)
    assert ["port-engineers"] * 8 in told
