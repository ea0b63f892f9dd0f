"""Score the joining of claims: which headlines of Emergent are of one claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from evals.evaluation import Outcome
from evals.folders import digest
from evals.noted import headlines, rows
from evals.scorer import judged
from reportedly.claims.linking import average_link
from reportedly.claims.matching import matches, threshold
from reportedly.engine.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders

WAYS = {"with vectors": True, "words alone": False}


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Group the headlines of Emergent dev by the pair model and average link; figures are B-cubed in percent."""
    scorer = folders.scorer("score_clusters.py")
    data = folders.dataset("emergent")
    gold = data / "claimcluster_dev.gold.jsonl"
    noted = list(headlines(gold, pipeline))
    model = sentences()
    figures: dict[str, float] = {}
    lines = [f"{'':18}{'P':>8}{'R':>8}{'F1':>8}{'claims':>9}"]
    for way, meant in WAYS.items():
        made = [each.proposition for each in noted]
        vectors = model.vectors([each.text for each in made]) if meant else None
        scores = {(match.first, match.second): match.score for match in matches(made, vectors)}
        groups = average_link([each.id for each in made], scores, threshold=threshold(vectors=meant, one_story=False))
        group = {member: group[0] for group in groups for member in group}
        names = {each.name: group[each.proposition.id] for each in noted}
        predictions = out / f"claims_{way.replace(' ', '_')}.jsonl"
        found = [{"id": row["id"], "cluster": names.get(row["id"], row["id"])} for row in rows(gold)]
        predictions.write_text("".join(json.dumps(each) + "\n" for each in found), encoding="utf-8")
        verdict = judged(scorer, str(gold), str(predictions))
        score = cast("Mapping[str, float]", verdict["B3"])
        figures[f"b-cubed {way}"] = score["F1"]
        lines.append(f"{way:18}{score['P']:8.1f}{score['R']:8.1f}{score['F1']:8.1f}{verdict['clusters_pred']:9}")
    return Outcome(
        data="the headlines of Emergent dev, grouped by claim",
        digest=digest(data),
        figures=figures,
        table="\n".join(lines),
        models=(model.digest,),
    )
