"""`reportedly join`, `split` and `undo`: what a person decides is written down with a name and a reason."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from reportedly.claims.claim import Story
from reportedly.claims.edge import EdgeKind
from reportedly.ledger.identities import identity
from tests.cli.claimed import CLAIM, CREDITED, DENIAL, EDGES, MEMBERS, RADIO, SILENCE, STORY, UNCREDITED, WIRE, of

if TYPE_CHECKING:
    from tests.cli.claimed import Shelf
    from tests.cli.conftest import Decisions, Run

OTHER = dataclasses.replace(CLAIM, id="c" + "0" * 20, members=(MEMBERS[5],))
RADIO_SAYS = MEMBERS[5].proposition.id
WHY = ("--why", "the same boat", "--who", "ana")


@pytest.fixture
def two(shelf: Shelf) -> Shelf:
    """Return a book with two claims."""
    first = dataclasses.replace(CLAIM, members=MEMBERS[:5])
    shelf.held = (Story(id=STORY.id, entries=STORY.entries, edges=EDGES, claims=(first, OTHER)),)
    return shelf


def test_two_claims_are_joined_by_the_beginnings_of_their_ids(
    run: Run, told_in: str, two: Shelf, decisions: Decisions
) -> None:
    """What their first statements say is written down, and how that is taken back is told."""
    assert two.held
    result = run("join", CLAIM.id[:9], "c0000", *WHY, "--ledger", told_in, "-f", "table", COLUMNS="96")
    assert (result.exit_code, result.stderr) == (0, "")
    assert decisions.told == [("join", of(WIRE).proposition.id, RADIO_SAYS, "ana", "the same boat")]
    assert " ".join(result.stdout.split()) == (
        f"Written down: {CLAIM.id} and {OTHER.id} are one claim, says ana: the same boat "
        'To take it back: reportedly undo j00000000000000000001 --why "..."'
    )


def test_a_statement_is_split_off_by_its_own_id(run: Run, told_in: str, two: Shelf, decisions: Decisions) -> None:
    """What is meant is the statement, and not the claim that it is in."""
    assert two.held
    said = of(UNCREDITED).proposition
    result = run("split", (said.statement or "")[:9], "c0000", *WHY, "--ledger", told_in)
    assert result.exit_code == 0
    assert decisions.told == [("split", said.id, RADIO_SAYS, "ana", "the same boat")]
    assert json.loads(result.stdout) == {
        "judgement": "j00000000000000000001",
        "written": f"{said.statement} and {OTHER.id} are never one claim, says ana: the same boat",
        "undo": 'reportedly undo j00000000000000000001 --why "..."',
    }


def test_speakers_are_joined_and_kept_apart(run: Run, told_in: str, shelf: Shelf, decisions: Decisions) -> None:
    """Their ids begin with i, and a beginning is enough."""
    assert shelf.held
    ministry, lines = (
        identity(each.statements[0].speaker, each.report.id) if each.statements[0].speaker else ""
        for each in (DENIAL, SILENCE)
    )
    assert run("join", ministry[:9], lines, *WHY, "--ledger", told_in).exit_code == 0
    assert "one speaker" in run("split", ministry, lines[:9], *WHY, "--ledger", told_in).stdout
    assert [each[:3] for each in decisions.told] == [("join", ministry, lines), ("split", ministry, lines)]


def test_an_edge_is_called_wrong(run: Run, told_in: str, shelf: Shelf, decisions: Decisions) -> None:
    """With its kind, and by the beginnings of the ids of both reports."""
    assert shelf.held
    ends = CREDITED.report.id, WIRE.report.id
    result = run("split", *(each[:9] for each in ends), "--edge", "copies", *WHY, "--ledger", told_in)
    assert result.exit_code == 0
    assert decisions.told == [("wrong edge", *ends, EdgeKind.COPIES, "ana", "the same boat")]
    result = run("split", *ends, "--edge", "cites", *WHY, "--ledger", told_in)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no edge cites from" in result.stderr
    assert run("split", *ends, "--edge", "steals", *WHY, "--ledger", told_in).exit_code == 2
    assert len(decisions.told) == 1


def test_ends_that_stand_side_by_side_have_no_order(run: Run, told_in: str, shelf: Shelf, decisions: Decisions) -> None:
    """An edge without a direction is found from either end."""
    edge = dataclasses.replace(EDGES[0], kind=EdgeKind.SAME_WIRE)
    shelf.held = (dataclasses.replace(STORY, edges=(edge,)),)
    result = run("split", edge.source, edge.report, "--edge", "same-wire", *WHY, "--ledger", told_in)
    assert result.exit_code == 0
    assert decisions.told[0][1:3] == (edge.report, edge.source)


def test_a_judgement_is_taken_back(run: Run, told_in: str, decisions: Decisions) -> None:
    """With a name and a reason of its own."""
    result = run("undo", "j1", "--why", "she erred", "--who", "ben", "--ledger", told_in)
    assert result.exit_code == 0
    assert decisions.told == [("undo", "j1", "ben", "she erred")]


@pytest.mark.parametrize(
    "command",
    [["join", CLAIM.id, "c0"], ["split", CLAIM.id, "c0"], ["undo", "j1"], ["grade", CLAIM.id, "B3"]],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("why", [[], ["--why", " "]])
def test_without_a_reason_nothing_is_decided(  # noqa: PLR0913, PLR0917 - fixtures and cases
    run: Run, told_in: str, two: Shelf, decisions: Decisions, command: list[str], why: list[str]
) -> None:
    """The message says which option gives it."""
    assert two.held
    result = run(*command, *why, "--ledger", told_in)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "reportedly: a judgement needs a reason: --why says it\n"
    assert decisions.told == []


def test_who_judges_is_the_login_where_nobody_is_named(
    run: Run, told_in: str, two: Shelf, decisions: Decisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where nobody is logged in, somebody must be named."""
    assert two.held
    monkeypatch.setattr("getpass.getuser", lambda: "ines")
    assert run("join", CLAIM.id, OTHER.id, "--why", "x", "--ledger", told_in).exit_code == 0
    assert decisions.told[0][3] == "ines"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    result = run("join", CLAIM.id, OTHER.id, "--why", "x", "--ledger", told_in)
    assert (result.exit_code, result.stderr) == (2, "reportedly: nobody knows your name here: --who says who judges\n")


def test_what_cannot_be_one_is_not_joined(run: Run, told_in: str, shelf: Shelf, decisions: Decisions) -> None:
    """A claim with itself, or a claim with a speaker, is a mistake."""
    assert shelf.held
    speaker = of(RADIO).proposition.speaker or ""
    assert "are the same" in run("join", CLAIM.id, CLAIM.id[:9], *WHY, "--ledger", told_in).stderr
    assert "are a speaker and a claim" in run("join", speaker, CLAIM.id, *WHY, "--ledger", told_in).stderr
    assert "there is no speaker 'ifff'" in run("join", "ifff", speaker, *WHY, "--ledger", told_in).stderr
    assert "could be several speakers" in run("join", "i", speaker, *WHY, "--ledger", told_in).stderr
    assert decisions.told == []
