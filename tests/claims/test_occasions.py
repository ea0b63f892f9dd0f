"""Reports that quote one speaker on one occasion."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest

from reportedly.claims.edge import EdgeKind
from reportedly.claims.derivation import derive
from reportedly.values import Channel
from tests.claims.papers import Quote, paper, surrounded

if TYPE_CHECKING:
    from reportedly.claims.edge import Edge
    from reportedly.values import Reading

SHUT = "the old bridge at Lessa would stay shut until the spring"
OTHER = "divers had found cracks"
AT = "told a press conference"


def beside(*readings: Reading) -> list[Edge]:
    """Return the pairs of reports on one occasion."""
    entries, people, outlets = surrounded(*readings)
    found = [
        [edge for edge in derive(order, people, outlets) if edge.kind is EdgeKind.SAME_OCCASION]
        for order in itertools.permutations(entries)
    ]
    assert all(each == found[0] for each in found)
    return found[0]


def quoting(
    publisher: str,
    text: str,
    who: str,
    content: str,
    when: str = "2025-03-01T08:00Z",
    **about: Any,  # noqa: ANN401 - whatever a Quote takes
) -> Reading:
    """Return a report that quotes somebody with what stands in its text."""
    known: dict[str, Any] = {"cue": "told", **about}
    return paper(publisher, when, text, Quote(who=who, content=content, **known))


def telling(
    publisher: str, content: str, when: str = "2025-03-01T08:00Z", at: str = AT, who: str = "Ana Ferro"
) -> Reading:
    """Return a report of what somebody told at an occasion."""
    return quoting(publisher, f"Rain fell on the quay.\n\n{who} {at} that {content}.", who, content, when)


def test_one_press_conference_is_one_occasion() -> None:
    """Two outlets that quote a speaker at a press conference stand side by side, the later one first in the edge."""
    first, second = telling("Evening Post", SHUT), telling("Dispatch", OTHER, "2025-03-01T20:00Z", who="Ferro")
    (edge,) = beside(first, second)
    assert (edge.report, edge.source, edge.kind) == (second.report.id, first.report.id, EdgeKind.SAME_OCCASION)
    assert edge.reasons == ("both quote Ferro: at a press conference",)
    assert (edge.passages[0].text, edge.originals[0].text) == ("Ferro", "Ana Ferro")
    assert (edge.passages[0].within, edge.originals[0].within) == (second.report.text, first.report.text)


@pytest.mark.parametrize(
    "other",
    [
        telling("Dispatch", OTHER, at="told a friend"),
        telling("Dispatch", OTHER, "2025-03-04T08:00Z"),
        telling("Dispatch", OTHER, who="Ole Dahl"),
        telling("Evening Post", OTHER, "2025-03-01T20:00Z"),
    ],
    ids=["another occasion", "days later", "another speaker", "the same paper"],
)
def test_what_is_not_one_occasion(other: Reading) -> None:
    """It takes the occasion in both, a day and a half, one speaker, and two papers."""
    assert beside(telling("Evening Post", SHUT), other) == []


def test_a_report_without_a_time_may_be_of_any() -> None:
    """Where a report does not say when it appeared, nothing speaks against one occasion."""
    undated = paper(
        "Dispatch", None, f"Ana Ferro {AT} that {OTHER}.", Quote(who="Ana Ferro", cue="told", content=OTHER)
    )
    assert [edge.kind for edge in beside(telling("Evening Post", SHUT), undated)] == [EdgeKind.SAME_OCCASION]


def test_the_same_words_are_one_utterance() -> None:
    """A speaker whom two quote with the same run of words said them once, wherever it was."""
    (edge,) = beside(telling("Evening Post", SHUT, at="told them"), telling("Dispatch", f"“{SHUT}”", at="told them"))
    assert edge.reasons == ("both quote Ana Ferro: in the same words",)


def test_an_occasion_is_named_by_a_word_of_its_own() -> None:
    """A rally is not in "generally", whoever spoke in the open."""
    one, other = (
        quoting(
            name,
            f"It was generally wet. Ana Ferro told {who} that {content}.",
            "Ana Ferro",
            content,
            channel=Channel.SPEECH,
        )
        for name, who, content in (("Evening Post", "us", SHUT), ("Dispatch", "them", OTHER))
    )
    assert beside(one, other) == []


def test_signs_that_grow_in_small_letters_move_nothing() -> None:
    """Paragraphs are looked at where they stand, even behind letters that are longer when small."""
    wide = "İ" * 60
    one, other = (
        quoting(name, f"{wide}\n\nAna Ferro {AT} that {content}.", "Ana Ferro", content)
        for name, content in (("Evening Post", SHUT), ("Dispatch", OTHER))
    )
    assert [edge.reasons for edge in beside(one, other)] == [("both quote Ana Ferro: at a press conference",)]


def test_who_is_only_named_at_an_occasion_was_there() -> None:
    """One outlet quotes somebody at a hearing, the other tells of that hearing and names them."""
    quoted = telling("Evening Post", SHUT, at="told a hearing")
    naming = paper("Dispatch", "2025-03-01T09:00Z", "The hearing on the bridge went on. Ferro came late.")
    (edge,) = beside(quoted, naming)
    assert edge.reasons == ("both were at a hearing with Ana Ferro",)
    assert (edge.passages[0].text, edge.originals[0].text) == ("Ferro", "Ana Ferro")
    earlier = paper("Dispatch", "2025-03-01T07:00Z", "The hearing on the bridge went on. Ferro came late.")
    (edge,) = beside(quoted, earlier)
    assert (edge.report, edge.passages[0].text, edge.originals[0].text) == (quoted.report.id, "Ana Ferro", "Ferro")
