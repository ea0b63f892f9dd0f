"""Write down what the stories say that sentence vectors are trained on: `python training/told.py` (make sentences).

The propositions of the open dossiers with the claims of their truth, and the sentences of ECB+, training part, by topic
with the events that several of them tell.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import TYPE_CHECKING

from evals.joining import paragraph
from evals.retold import Retold, found
from evals.truth import DOSSIERS, dossiers
from reportedly.claims.entry import Entry
from reportedly.claims.propositions import propositions
from reportedly.reading import default_pipeline

if TYPE_CHECKING:
    from evals.evaluation import Reads
    from evals.truth import Dossier

    Said = list[tuple[str, list[str]]]

LONGEST_WORDS, FEWEST_WORDS = 45, 4


def of_dossier(dossier: Dossier, pipeline: Reads) -> Said:
    """Return what the reports of a dossier say, with the claims that it is of."""
    entries = tuple(Entry.of(reading) for reading in pipeline.read_many(dossier.reports))
    placed = found(Retold(dossier, entries, ())).placed
    claims: dict[str, set[str]] = collections.defaultdict(set)
    for each in placed:
        if each.proposition is not None:
            claims[each.proposition.id] |= each.claims
    said = [each for entry in entries for each in propositions(entry.reading)]
    return [(each.text, sorted(claims[each.id])) for each in said]


def of_topics(path: Path) -> dict[str, Said]:
    """Return the sentences of each topic of ECB+, with the events that several of them tell."""
    topics: dict[str, list[tuple[str, set[str]]]] = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sentences, events = collections.defaultdict(list), collections.defaultdict(set)
        for token, number in zip(row["tokens"], row["sent_ids"], strict=True):
            sentences[number].append(token)
        for mention in row["mentions"]:
            if "ACTION" in mention["type"] and "REPORTING" not in mention["type"]:
                events[mention["sent"]].add(mention["cluster"])
        topics[str(row["topic"])] += [(paragraph([tokens])[0], events[number]) for number, tokens in sentences.items()]
    out = {}
    for topic, told in topics.items():
        counts = collections.Counter(event for _, of in told for event in of)
        out[topic] = [
            (text, sorted(event for event in of if counts[event] > 1))
            for text, of in told
            if FEWEST_WORDS <= len(text.split()) <= LONGEST_WORDS
        ]
    return out


def main() -> None:
    """Read everything and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    pipeline = default_pipeline()
    told = {
        "dossiers": {one.name: of_dossier(one, pipeline) for one in dossiers(DOSSIERS / "open")},
        "topics": of_topics(args.data / "ecbplus" / "train.jsonl"),
    }
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(told), encoding="utf-8")
    print({part: {name: len(said) for name, said in each.items()} for part, each in told.items()})


if __name__ == "__main__":
    main()
