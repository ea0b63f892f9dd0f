"""The evaluation on invented stories: its arithmetic on one in small, and what must hold of those in the repository."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from evals import __main__ as command
from evals.answering import answering
from evals.dossiers import evaluate_half, figures
from evals.evaluation import Outcome
from evals.linked import linked
from evals.origin_counts import origin_counts, traced
from evals.retold import Found, Retold, found
from evals.same_claim import b_cubed, same_claim
from evals.same_story import same_story
from evals.share import Scored, Share, f1, named, together
from evals.truth import DOSSIERS, dossiers, faults
from reportedly.claims.claim import Origins, Story
from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.entry import Entry
from reportedly.values import Reading, Stance
from tests.claims.parts import member, with_voice
from tests.evals.orrin import REPORTS, TRUTH, claim, response, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reportedly.reading import Pipeline

HALVES = ("open", "check")
SENTENCE = re.compile(r"[^.]+\.")


@pytest.fixture
def made(tmp_path: Path) -> Found:
    """Return the dossier in small, with four claims, one of them of two bridges, and with edges in one story."""
    (dossier,) = dossiers(write(tmp_path))
    entries = {
        str(report.external_id): Entry.of(
            with_voice(Reading(report), *(each.strip() for each in SENTENCE.findall(report.text)))
        )
        for report in dossier.reports
    }
    wire, post, pell = (entries[name] for name in REPORTS)
    claims = (
        claim(
            "bridges",
            member(wire, "bridge at Orrin"),
            member(pell, "Pell"),
            responses=(response(wire, "The mayor denies that it is closed", Stance.DENIES),),
            origins=Origins(minimum=1, maximum=1, roots=()),
        ),
        claim(
            "shut",
            member(post, "shut"),
            responses=(response(post, "would not comment on it", Stance.DECLINES_COMMENT),),
            origins=Origins(minimum=1, maximum=1, roots=(), cycles=((wire.id, post.id),)),
        ),
        claim("lorries", member(wire, "lorries"), responses=(response(wire, "The mayor denies", Stance.DENIES),)),
        claim("mayor", member(post, "comment"), responses=(response(wire, "it is closed", Stance.CONFIRMS),)),
    )
    edges = (
        edge(post.id, wire.id, EdgeKind.CITES),
        edge(pell.id, wire.id, EdgeKind.SAME_OCCASION),
        edge(post.id, wire.id, EdgeKind.SAME_DOCUMENT),
        edge(post.id, "k0", EdgeKind.CITES),
    )
    story = Story(id="t", entries=(wire, post, pell), edges=edges, claims=claims)
    return found(Retold(dossier, story.entries, (story,)))


def edge(report: str, source: str, kind: EdgeKind) -> Edge:
    """Return an edge without words."""
    return Edge(report, source, kind, None, credited=True, sure=True, passages=(), reasons=())


def shares(scored: Scored) -> dict[str, tuple[float, int]]:
    """Return hits and totals by name."""
    return {name: (round(share.hits, 3), share.of) for name, share in scored.shares.items()}


def test_shares_add_up() -> None:
    """Shares of one name are counted together, of nothing is 0, and a suffix makes another name."""
    whole = together([Scored({"a": Share(1, 2)}), Scored({"a": Share(1, 6), "b": Share(0, 0)}), Scored({})])
    assert {name: share.percent for name, share in whole.shares.items()} == {"a": 25, "b": 0}
    assert list(named(whole, " (x)").shares) == ["a (x)", "b (x)"]
    assert f1(Share(1, 1), Share(1, 3)) == pytest.approx(50)
    assert f1(Share(0, 1), Share(0, 1)) == 0


def test_f1_is_made_of_precision_and_recall() -> None:
    """An F1 stands beside each pair of both, under the name with its suffix."""
    given = Scored({"edges precision (x)": Share(1, 1), "edges recall (x)": Share(1, 3)})
    assert figures(given)["edges f1 (x)"] == pytest.approx(50)


def test_b_cubed_is_of_items_with_one_class_or_several() -> None:
    """Two joined rightly and one wrongly; what is of both classes goes with either."""
    gold = [frozenset(each) for each in (["a"], ["a"], ["b"], ["a", "b"])]
    precision, recall = b_cubed(gold, ["1", "1", "1", "2"])
    assert precision.percent == pytest.approx(25 * (2 / 3 + 2 / 3 + 1 / 3 + 1))
    assert recall.percent == pytest.approx(25 * (2 / 3 + 2 / 3 + 1 / 2 + 1 / 4))


def test_mentions_are_found_where_they_lie(made: Found) -> None:
    """A mention is that of the sentence around it, though that says more, and one in no claim has none."""
    texts = [each.proposition and each.proposition.text for each in made.placed]
    assert texts[1:3] == ["The mayor denies that it is closed.", "The Orrin bridge has been shut to all traffic."]
    claims = [made.claim_of(each) for each in made.placed]
    assert [each and each.id for each in claims] == ["bridges", None, "shut", "lorries", "bridges"]


def test_the_claim_that_stands_for_another_has_most_of_its_mentions(made: Found) -> None:
    """Of two with one mention each it is the one with fewer members."""
    assert {name: one and one.id for name, one in made.standing_for.items()} == {
        "c1": "shut",
        "c2": "lorries",
        "c3": "bridges",
    }


def test_mentions_of_one_claim_are_to_be_joined(made: Found) -> None:
    """Precision falls by two bridges in one claim, recall by one bridge in three, and one look-alike is joined."""
    assert shares(same_claim(made)) == {
        "same claim precision": (4, 5),
        "same claim recall": (3, 5),
        "mentions found": (4, 5),
        "look-alikes joined": (1, 2),
    }


def test_every_split_and_every_wrong_join_is_written_down(made: Found) -> None:
    """The rows name the pair, the pieces, what is lost and what else is in the pieces."""
    joined, split, mixed = same_claim(made).rows
    assert (joined["pair"], joined["claims"]) == (["c1", "c3"], ["bridges"])
    assert (split["claim"], split["lost"]) == ("c1", [["wire", "it is closed"]])
    assert mixed["others"] == {"bridges": [["c1", "wire", "The bridge at Orrin is closed"]]}


def test_origins_status_and_circles_are_of_the_claim_that_stands_for_another(made: Found) -> None:
    """One maximum and one status are wrong, and the circle is found."""
    assert shares(origin_counts(made)) == {
        "origins": (2, 3),
        "origins min": (3, 3),
        "origins max": (2, 3),
        "status": (2, 3),
        "cycles found": (1, 1),
        "cycles right": (1, 1),
    }


def test_origins_are_traced_from_given_mentions(made: Found) -> None:
    """Whatever was joined, the mentions that do not deny are members; who does not say how it knows adds 1 at most."""
    scored = traced(made)
    assert shares(scored) == {"origins": (1, 3), "origins min": (1, 3), "origins max": (3, 3)}
    got = [cast("dict[str, Any]", row["got"]) for row in scored.rows]
    assert [(each["min"], each["max"]) for each in got] == [(0, 2), (0, 1)]


def test_responses_are_found_attached_and_right(made: Found) -> None:
    """Both are attached to a piece of the claim, one to what stands for it; one is wrong, and one nobody can judge."""
    assert shares(answering(made)) == {
        "responses found": (2, 2),
        "responses to a piece": (2, 2),
        "responses attached": (1, 2),
        "responses stance": (1, 2),
        "responses scope": (1, 2),
        "responses right": (2, 3),
        "responses elsewhere": (1, 4),
    }


def test_edges_are_right_in_ends_and_kind(made: Found) -> None:
    """Ends of a kind without a direction may be turned round; another kind is wrong, and speakers are left out."""
    got = shares(linked(made))
    assert (got["edges precision"], got["edges recall"]) == ((2, 3), (2, 2))
    assert (got["pairs precision"], got["pairs recall"]) == ((2, 2), (2, 2))
    assert (got["same-occasion precision"], got["same-document precision"]) == ((1, 1), (0, 1))


def test_reports_of_two_events_are_in_one_story(made: Found) -> None:
    """The pair of the main event is together, and so are both pairs that should not be."""
    assert shares(same_story(made.retold)) == {"one story": (1, 1), "two stories in one": (2, 2)}


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the same vector for every text."""
    return np.ones((len(texts), 1), dtype=np.float32)


def test_a_half_is_scored_from_its_reports_on(tmp_path: Path, pipeline: Pipeline) -> None:
    """Every figure is there with and without the finding of stories, and the differences are written."""
    folder = write(tmp_path / "half")
    outcome = evaluate_half(folder, pipeline, vectors, tmp_path / "differences.jsonl")
    assert {"origins", "origins (members given)", "origins (one story)", "edges f1"} <= outcome.figures.keys()
    assert "orrin" in outcome.table
    rows = [json.loads(line) for line in (tmp_path / "differences.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["dossier"] for row in rows} == {"orrin"}


def test_of_the_half_for_judging_only_totals_are_told(tmp_path: Path, pipeline: Pipeline) -> None:
    """Without a file for differences there is no line of a dossier, and none is written."""
    folder = write(tmp_path / "half")
    outcome = evaluate_half(folder, pipeline, vectors, None)
    assert "orrin" not in outcome.table
    assert [path.name for path in tmp_path.iterdir()] == ["half"]


def test_the_half_for_judging_runs_when_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline
) -> None:
    """Without names every other evaluation runs."""
    ran: list[str] = []

    def noted(name: str) -> object:
        def evaluate(*_: object) -> Outcome:
            ran.append(name)
            return Outcome(data="", digest="", figures={}, table="")

        return evaluate

    monkeypatch.setattr(command, "EVALUATIONS", {name: noted(name) for name in command.EVALUATIONS})
    floors = tmp_path / "floors.toml"
    floors.write_text("", encoding="utf-8")
    command.main(["--out", str(tmp_path)], pipeline, floors)
    assert ran == [name for name in command.EVALUATIONS if name != "dossiers-check"]
    command.main(["dossiers-check", "--out", str(tmp_path)], pipeline, floors)
    assert ran[-1] == "dossiers-check"


@pytest.mark.parametrize("half", HALVES)
def test_every_dossier_keeps_the_conventions(half: str) -> None:
    """Words stand once, ids exist, lists are closed; what is broken is counted, so that nothing of the story shows."""
    assert [faults(dossier) for dossier in dossiers(DOSSIERS / half)] == [{}] * len(list((DOSSIERS / half).iterdir()))


@pytest.mark.parametrize("half", HALVES)
def test_a_dossier_is_reports_and_their_truth(half: str) -> None:
    """Nothing else lies in its folder, every line makes a report, and the keys of a report are the known ones."""
    known = {"id", "url", "publisher", "byline", "title", "published", "text"}
    for folder in sorted((DOSSIERS / half).iterdir()):
        assert sorted(path.name for path in folder.iterdir()) == ["reports.jsonl", "truth.json"]
        rows = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
        strange = len({name for row in rows for name in row} - known)
        assert strange == 0
    counts = [len(dossier.reports) for dossier in dossiers(DOSSIERS / half)]
    assert min(counts) >= 8
    assert max(counts) <= 20


def test_broken_conventions_are_counted(tmp_path: Path) -> None:
    """Words that stand twice, a report and a claim that do not exist, an unknown stance and an edge given twice."""
    (whole,) = dossiers(write(tmp_path))
    assert faults(whole) == {}
    broken: dict[str, Any] = copy.deepcopy(TRUTH)
    broken["claims"][0]["mentions"][0] |= {"words": "closed", "stance": "whispers"}
    broken["responses"][0]["answers"] = "c9"
    broken["cycles"] = [["post", "nobody"]]
    broken["derivations"].append({**broken["derivations"][1], "report": "pell", "from": "wire"})
    (dossier,) = dossiers(write(tmp_path, broken))
    assert faults(dossier) == {
        "reports that do not exist": 1,
        "claims that do not exist": 1,
        "words that do not stand exactly once": 1,
        "unknown stances of mentions": 1,
        "pairs given twice": 1,
    }
