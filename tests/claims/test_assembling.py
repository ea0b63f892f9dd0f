"""The claims of a story."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims import coinciding
from reportedly.claims.claim import Relation, Status
from reportedly.claims.decisions import Decisions
from reportedly.claims.edge import EdgeKind
from reportedly.claims.propositions import propositions
from reportedly.values import Stance
from tests.claims.papers import Quote, paper
from tests.claims.parts import RULES, names
from tests.claims.strand import credited, uncredited, wire
from tests.claims.tale import BARE, CRACKS, DENIED, MAYOR, OFFICE, OFFICIAL, RETOLD, SHUT, TALE, about, made, opened

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reportedly.claims.claim import Claim
    from reportedly.values import Reading


def place(reading: Reading, words: str) -> str:
    """Return the id of the proposition of a report that has some words."""
    (found,) = [each.id for each in propositions(reading) if words in each.text]
    return found


def reports(claim: Claim) -> set[str]:
    """Return the publishers of a claim's members."""
    return set(claim.publishers)


def test_a_story_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What says the same is one claim, with its origins, its denial, its edges and how it stands."""
    monkeypatch.setattr(coinciding, "model", lambda: RULES)
    story = made()
    shut, cracks = about(story, "stay shut"), about(story, "cracks")
    assert len(story.claims) == 2
    assert reports(shut) == {"Evening Post", "Island Dispatch", "Harbour Notes", "Morning Echo", "Coast Courier"}
    assert [each.relation for each in shut.members] == [Relation.SAME] * 5 + [Relation.DENIES]
    assert (shut.origins.minimum, shut.origins.maximum) == (1, 2)
    assert names(shut.responses) == [("Ole Dahl", "denies")]
    assert shut.standing.status is Status.CONTESTED
    assert [(edge.report, edge.source, edge.kind) for edge in shut.edges] == [
        (RETOLD.report.id, MAYOR.report.id, EdgeKind.CITES)
    ]
    assert (cracks.origins.minimum, cracks.origins.maximum, cracks.edges) == (2, 2, ())


def test_members_are_in_the_order_of_time_with_their_reasons() -> None:
    """The first member is the first that anybody could read, its headline before its body; each says why."""
    shut = about(made(), "stay shut")
    assert shut.reports == tuple(each.report.id for each in (MAYOR, OFFICE, BARE, RETOLD, DENIED))
    assert shut.members[0].proposition.headline
    assert (shut.first_seen, shut.last_change) == ("2025-03-01T08:00:00Z", "2025-03-03T09:00:00Z")
    assert all(member.reasons for member in shut.members)


def test_the_clearest_wording_is_a_sentence_of_a_body() -> None:
    """Neither the headline nor a denial tells what a claim is, where anything else does."""
    clearest = about(made(), "stay shut").clearest
    assert (clearest.proposition.headline, clearest.relation) == (False, Relation.SAME)
    assert clearest.proposition.text == SHUT


@given(st.permutations(TALE))
@settings(max_examples=20)
def test_no_order_of_adding_changes_anything(order: list[Reading]) -> None:
    """Claims, edges and ids are the same, whatever order the reports come in."""
    assert made(order) == made()


def test_no_seed_changes_anything(root: Path) -> None:
    """Two processes that shuffle their sets differently tell the same story."""
    told = [
        subprocess.run(
            [sys.executable, "-c", "from tests.claims.tale import made; print(made())"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert told[0] == told[1] == told[2]
    assert about(made(), "stay shut").id in told[0]


def test_every_passage_stands_in_its_report() -> None:
    """Whatever a story shows is words of the report that it is told of."""
    for story in (made(), made([wire(), credited(), uncredited()])):
        texts = {entry.id: entry.reading.report.text for entry in story.entries}
        shown = list(opened(story))
        assert shown
        for report, words in shown:
            assert words.within == texts[report]
            assert words
            assert words.texts == tuple(texts[report][span.start : span.end] for span in words.spans)


def test_no_report_is_no_claim() -> None:
    """Without reports, and of reports that say nothing, there are no claims."""
    assert made([]).claims == ()
    assert made([paper("Echo", None, "")]).claims == ()


def test_what_only_one_report_says_in_its_own_voice_is_no_claim() -> None:
    """It takes two reports, or somebody who is quoted with more than a few words; who only asks claims nothing."""
    short = paper("Echo", None, "Ole Dahl said so it was.", Quote(who="Ole Dahl", cue="said", content="so it was"))
    asks = paper(
        "Echo", None, f"Ole Dahl asked if {SHUT}.", Quote(who="Ole Dahl", cue="asked", content=SHUT, stance=Stance.ASKS)
    )
    assert made([BARE]).claims == ()
    assert made([short]).claims == ()
    assert made([asks]).claims == ()
    assert [reports(claim) for claim in made([asks, OFFICE]).claims] == [{"Echo", "Island Dispatch"}]
    assert len(made([BARE, OFFICE]).claims) == 1
    again = paper("Echo", "2025-03-01T13:00Z", BARE.report.text + " Ice was dear.", own=[BARE.report.text[:57]])
    assert [reports(claim) for claim in made([BARE, again]).claims] == [{"Harbour Notes", "Echo"}]


def test_where_nobody_says_it_a_denial_is_the_claim() -> None:
    """Two who deny the same, which no report says, say the same."""
    again = paper(
        "Echo",
        "2025-03-03T10:00Z",
        f"Ole Dahl denied {SHUT}.",
        Quote(who="Ole Dahl", cue="denied", content=SHUT, stance=Stance.DENIES),
    )
    (claim,) = made([DENIED, again]).claims
    assert [each.relation for each in claim.members] == [Relation.SAME] * 2


def test_the_ids_are_those_of_the_first() -> None:
    """A claim has the id of its first member and a story that of its first report: a later report changes neither."""
    before, after = made([MAYOR, OFFICE]), made()
    assert about(before, "stay shut").id == about(after, "stay shut").id
    assert before.id == after.id
    assert made([OFFICE, BARE]).id != before.id


def test_people_join_and_split_claims() -> None:
    """What must be one claim is, in however different words; what may never be one is not, however alike."""
    shut, cracks = place(OFFICE, "stay shut"), place(OFFICIAL, "cracks")
    joined = made(decisions=Decisions(must=frozenset({(min(shut, cracks), max(shut, cracks))})))
    assert "Osk Gazette" in reports(about(joined, "stay shut"))
    bare = place(BARE, "stay shut")
    parted = made([OFFICE, BARE], Decisions(never=frozenset({(min(shut, bare), max(shut, bare))})))
    assert len(made([OFFICE, BARE]).claims) == 1
    assert [reports(claim) for claim in parted.claims] == [{"Island Dispatch"}]


def test_a_decision_may_name_statements() -> None:
    """A statement stands for what it says, for the first of it where it says several things."""
    one, other = OFFICE.statements[0].id, OFFICIAL.statements[0].id
    assert "Osk Gazette" in reports(about(made(decisions=Decisions(must=frozenset({(one, other)}))), "stay shut"))
    both = f"{SHUT}. Nobody would pay for {CRACKS}"
    two = paper("Echo", "2025-03-01T11:00Z", f"Ole Dahl said {both}.", Quote(who="Ole Dahl", cue="said", content=both))
    assert len(propositions(two)) == 2
    never = Decisions(never=frozenset({(two.statements[0].id, OFFICE.statements[0].id)}))
    assert "Echo" in reports(about(made([OFFICE, two]), "stay shut"))
    parted = made([OFFICE, two], never)
    assert all(len(reports(claim)) == 1 for claim in parted.claims)


def test_a_wrong_edge_and_speakers_change_the_origins() -> None:
    """Who did not take it from the first report is an origin of their own; two who were joined are one."""
    wrong = made(decisions=Decisions(wrong=frozenset({(RETOLD.report.id, MAYOR.report.id, EdgeKind.CITES)})))
    assert wrong.edges == ()
    cracks = about(made(), "cracks")
    ids = sorted(root.id for root in cracks.origins.roots)
    joined = made(decisions=Decisions(speakers=dict.fromkeys(ids, ids[0])))
    assert (about(joined, "cracks").origins.minimum, about(joined, "cracks").origins.maximum) == (1, 1)


def test_a_copied_claim_adds_no_origin() -> None:
    """The edges of a story are asked for each claim: a copy's words lead to where they were copied from."""
    story = made([wire(), credited(), uncredited()])
    claim = about(story, "pumps")
    assert len(claim.reports) == 3
    assert (claim.origins.minimum, claim.origins.maximum) == (1, 1)
    assert {edge.kind for edge in claim.edges} == {EdgeKind.COPIES}
