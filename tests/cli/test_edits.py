"""What changed between versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.cli.edit_lines import edited
from reportedly.cli.edits import ROW, Edit, Pair, edits, rows
from reportedly.ledger import Ledger, Said, said
from reportedly.values import Certainty
from tests.building import found, reading, understood
from tests.cli.asked import BRIDGE, LATER, STRAIT, ledger
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from reportedly.values import Reading

CERTAINTIES = st.none() | st.sampled_from([str(certainty) for certainty in Certainty])
SAID = st.builds(Said, st.just("s0"), st.none() | TEXTS, TEXTS, TEXTS, TEXTS, CERTAINTIES, CERTAINTIES)
PAIRS = st.builds(
    Pair, SAID, SAID, st.booleans(), st.lists(st.tuples(st.sampled_from(" -+"), TEXTS), max_size=4).map(tuple)
)


def _edit(kept: int | None, changed: tuple[Pair, ...], lost: tuple[Said, ...], added: tuple[Said, ...]) -> Edit:
    """Return a version."""
    return Edit(
        report="r0123456789abcdef0123",
        previous="r3210fedcba9876543210",
        version=2,
        title="Ferry",
        published=None,
        modified=None,
        known_from="2025-03-04T00:00:00Z",
        statements=3,
        kept=kept,
        changed=changed,
        lost=lost,
        added=added,
    )


def _ferry(second: str, *, hedged: bool) -> Reading:
    """Return a version of a report with two statements."""
    text = f"Ann said the ferry sank. Bo said {second}."
    made = reading(
        text,
        [("Ann", ("said", 0), "the ferry sank"), ("Bo", ("said", 1), second)],
        url="https://x.example/f",
        title="Ferry",
    )
    certainty = found(text, Certainty.POSSIBLE if hedged else Certainty.STATED)
    return understood(made, 0, certainty=certainty)


def test_lost_new_and_hedged_statements_have_signs(where: str) -> None:
    """Each change is told by a sign and by words."""
    old, new = _ferry("it rained all day", hedged=False), _ferry("nobody was hurt", hedged=True)
    ledger(where, old, new)
    with Ledger.open(where, read_only=True) as opened:
        _, edit = edits(opened.view(), old)
    assert [line.plain for line in edited().row(edit, 80)][2:] == [
        "2 statements · 1 worded as before · 1 sounding otherwise · 1 lost · 1 new",
        "~ Ann · stated → possible",
        "  the ferry sank",
        "- Bo",
        "  it rained all day",
        "+ Bo",
        "  nobody was hurt",
    ]
    assert [(row["change"], row["hedged"], row["before"], row["after"]) for row in rows(edit)] == [
        ("changed", True, "the ferry sank", "the ferry sank"),
        ("lost", None, "it rained all day", None),
        ("added", None, None, "nobody was hurt"),
    ]


def test_versions_share_an_address(filled: str) -> None:
    """A copy under another address is no version; a report without an address is alone."""
    with Ledger.open(filled, read_only=True) as opened:
        view = opened.view()
        assert [each.id for each in view.versions(LATER.report.id)] == [BRIDGE.report.id, LATER.report.id]
        assert [each.id for each in view.versions(STRAIT.report.id)] == [STRAIT.report.id]


def test_what_is_compared_is_what_the_ledger_compares() -> None:
    """The id, the name, the words, the certainty and the hedge of each statement."""
    (one,) = said(BRIDGE)
    assert one == Said(
        BRIDGE.statements[0].id, "Odile Brandt", "Odile Brandt", "said", "the old bridge was shut", "stated", None
    )


@given(
    st.none() | st.integers(0, 9),
    st.lists(PAIRS, max_size=2).map(tuple),
    st.lists(SAID, max_size=2).map(tuple),
    st.lists(SAID, max_size=2).map(tuple),
    st.integers(24, 96),
)
def test_no_line_is_wider_than_asked(
    kept: int | None, changed: tuple[Pair, ...], lost: tuple[Said, ...], added: tuple[Said, ...], width: int
) -> None:
    """Whatever changed, its lines fit, and its rows have the columns of CSV."""
    made = _edit(kept, changed, lost, added)
    for line in edited().row(made, width):
        assert cell_len(line.plain) <= width
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in line.plain)
    assert all(tuple(row) == ROW for row in rows(made))
