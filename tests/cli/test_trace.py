"""`reportedly trace`."""

from __future__ import annotations

import csv
import dataclasses
import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.claim import Relation
from reportedly.claims.edge import EdgeKind
from reportedly.cli.table import NARROWEST
from reportedly.cli.traced import traced
from reportedly.exchange.claims import encode_claim
from reportedly.ledger import Judgement
from reportedly.values import Stance
from tests.cli.claimed import CLAIM, DENIED, EDGES, MEMBERS, PAGE, STORY, UNANSWERED, WIRE, of
from tests.stories import stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.claims.claim import Claim, Story
    from tests.cli.claimed import Shelf
    from tests.cli.conftest import Decisions, Run

GRADED = Judgement(
    id="j" + "0" * 20,
    at="2025-03-07T10:00:00Z",
    who="ana",
    subject=of(WIRE).proposition.id,
    decision={"grade": {"letter": "B", "digit": 3}},
    why="the harbour master was right twice",
    undone=False,
    undoes=None,
    orphaned=False,
)

TREE = """\
Odd Lien
└─ 2025-03-04 09:10 · Norrpress
   │  “at least 12 people died when the ferry Sorrel went down off Lessa”
   ├─ 2025-03-04 09:40 · Valley Courier · copies · credits Norrpress
   │  │  in the same words
   │  └─ 2025-03-04 12:00 · The Evening Post · cites
   │     headline “Twelve drown off Lessa”
   │     “Twelve people drowned on the Sorrel”
   └─ 2025-03-04 10:05 · The Strait Observer · copies · without credit
      in the same words

○ coastguard official, unnamed
│  may be one with official: “an official” may be the coastguard's
└─ 2025-03-05 · The Tesmark Standard
   possible “between 15 and 20 people may have died on the ferry”

○ official, unnamed
│  may be one with coastguard official: “an official” may be the coastguard's
└─ 2025-03-05 07:30 · Harbour Radio
   “Up to 18 passengers are dead”

↺ Lessa Today and Isle Bulletin have it from one another · no origin
├─ 2025-03-05 11:00 · Lessa Today · cites Isle Bulletin · unsure
│  “The Sorrel took 47 people with it”
│  it names the later one
└─ 2025-03-05 11:20 · Isle Bulletin · cites Lessa Today
   “47 people died on the Sorrel”

? Does not say how it knows
└─ undated · publisher unknown · page
   “Some 20 people are dead after the ferry went down off Lessa”

Responses
────────────────────────────────────────────────────────────────────────────────
denied by The Ministry of Transport · narrower than the claim · 2025-03-05 16:00
· The Strait Observer
  “any of the crew had died”
  it speaks of the crew, the claim of people
unanswered by Sorrel Lines · 2025-03-05 18:00 · The Evening Post
  its report tells the claim right before

What changed on the way
────────────────────────────────────────────────────────────────────────────────
a range became a number · “at least” went
  “at least 12 people”                    “Twelve people”
  2025-03-04 09:40 · Valley Courier       2025-03-04 12:00 · The Evening Post
  · stated                                · stated

Grade
────────────────────────────────────────────────────────────────────────────────
C3 proposed
· C: the harbour master has one settled claim in this ledger, and five are
needed
· 3: two origins at the minimum, who differ on how many
B3 by ana · 2025-03-07 · “the harbour master was right twice”
"""


def test_the_tree_leads_from_origins_to_reports(claim_table: Callable[..., list[str]], decisions: Decisions) -> None:
    """Who is not named, who does not say, and who have it from one another can be told apart at a glance."""
    decisions.given = [GRADED]
    assert claim_table("trace", CLAIM.id[:9])[4:] == TREE.splitlines()


def test_a_statement_leads_to_its_claim(claim_table: Callable[..., list[str]]) -> None:
    """The id of what a report says is as good as the claim's."""
    assert claim_table("trace", of(PAGE).proposition.id)[5] == "└─ 2025-03-04 09:10 · Norrpress"


def _lines(claim: Claim, width: int = 80) -> list[str]:
    """Return the lines of a claim of the story."""
    return [line.plain for line in traced(STORY, claim, (), width)]


def test_both_words_of_a_change_stand_below_one_another_where_there_is_no_room() -> None:
    """Nothing is left out in a narrow terminal."""
    lines = _lines(CLAIM, 50)
    at = lines.index("a range became a number · “at least” went")
    assert lines[at + 1 : at + 5] == [
        "  “at least 12 people”",
        "  2025-03-04 09:40 · Valley Courier · stated",
        "  “Twelve people”",
        "  2025-03-04 12:00 · The Evening Post · stated",
    ]


def test_who_says_that_it_is_not_so_stands_apart() -> None:
    """A denial among the statements is no report of the claim."""
    page = dataclasses.replace(of(PAGE), relation=Relation.DENIES)
    origins = dataclasses.replace(CLAIM.origins, roots=CLAIM.origins.roots[:3])
    claim = dataclasses.replace(CLAIM, members=(*MEMBERS[:-1], page), origins=origins)
    lines = _lines(claim)
    at = lines.index("Others that say that it is not so")
    assert lines[at + 2] == "   not so “Some 20 people are dead after the ferry went down off Lessa”"


def test_a_report_that_nothing_leads_to_is_not_lost() -> None:
    """Where no origin has a report, it stands by itself."""
    origins = dataclasses.replace(CLAIM.origins, roots=CLAIM.origins.roots[:3])
    lines = _lines(dataclasses.replace(CLAIM, origins=origins))
    assert lines[lines.index("Others that say so") + 1] == "└─ undated · publisher unknown · page"


def test_who_answers_otherwise_is_there_with_what_they_do() -> None:
    """A correction confirms and denies nothing, and is not lost."""
    corrected = dataclasses.replace(DENIED, stance=Stance.CORRECTS, narrower=False)
    standing = dataclasses.replace(CLAIM.standing, denied=())
    lines = _lines(dataclasses.replace(CLAIM, responses=(corrected, UNANSWERED), standing=standing))
    assert "answered by The Ministry of Transport · corrects · 2025-03-05 16:00 · The Strait Observer" in [
        " ".join(lines[at : at + 2]) for at in range(len(lines))
    ]


def test_many_reasons_of_a_grade_stand_elsewhere() -> None:
    """The first of them stand below the tree, and the command that shows all."""
    grade = dataclasses.replace(CLAIM.grade, digit_reasons=("one", "two", "three", "four"))
    lines = _lines(dataclasses.replace(CLAIM, grade=grade))
    assert lines[-1] == f"· 3: one · 3: two · 3: three · more: reportedly grade {CLAIM.id[:9]}"


def test_reports_side_by_side_are_named(claim_table: Callable[..., list[str]], shelf: Shelf) -> None:
    """Edges without a direction do not make a branch."""
    edge = dataclasses.replace(EDGES[1], kind=EdgeKind.SAME_WIRE)
    shelf.held = (dataclasses.replace(STORY, claims=(dataclasses.replace(CLAIM, edges=(edge,)),)),)
    lines = claim_table("trace", CLAIM.id)
    assert "├─ 2025-03-04 10:05 · The Strait Observer · the same wire as Norrpress" in lines


def test_the_json_is_the_contract(run: Run, told_in: str, shelf: Shelf) -> None:
    """One object, whatever the form."""
    assert shelf.held
    for form in ("json", "jsonl"):
        result = run("trace", CLAIM.id, "-f", form, "--ledger", told_in)
        assert json.loads(result.stdout) == encode_claim(STORY, CLAIM)


def test_csv_has_a_row_a_statement(run: Run, told_in: str, shelf: Shelf) -> None:
    """Each with its report, its words and the origins that it leads to."""
    assert shelf.held
    rows = list(csv.DictReader(run("trace", CLAIM.id, "-f", "csv", "--ledger", told_in).stdout.splitlines()))
    assert [row["external_id"] for row in rows][:3] == ["wire", "credited", "uncredited"]
    assert (rows[0]["origins"], rows[0]["named"], rows[0]["speaker"]) == ("Odd Lien", "yes", "Odd Lien")
    assert (rows[3]["headline"], rows[3]["words"]) == ("yes", "Twelve drown off Lessa")


@settings(max_examples=30)
@given(stories(), st.integers(NARROWEST, 96))
def test_any_story_fits_the_terminal_and_steers_nothing(story: Story, width: int) -> None:
    """No line is too wide, no control character is let through, and every report is there."""
    (claim,) = story.claims
    lines = list(traced(story, claim, (), width))
    assert all(line.cell_len <= width for line in lines)
    assert not any(sign in line.plain for line in lines for sign in "\x1b\x00\x9b\u202e\n\r")
