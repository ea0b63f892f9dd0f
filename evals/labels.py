"""Read every corpus that teaches the understanding heads into one shape: a text, its words, and what is known of each.

A word of a corpus is a token with its place in the text. What a corpus does not annotate is left untaught: a set of all
labels, no part of speech, no value.
"""

from __future__ import annotations

import bisect
import csv
import dataclasses
import hashlib
import json
import random
from typing import TYPE_CHECKING, Any

from evals.flatten import DOCUMENTS, LEXICONS, NONE, POSSESSIVE, Mention, Tokens, base, layers, put
from evals.joining import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Spans = list[tuple[int, int]]

POS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
"""Universal Dependencies' parts of speech (universaldependencies.org/u/pos)."""
FACTUALITY = ("uds_ih2", "commitmentbank")
"""The corpora that asked readers how factual predicates are, each with a scale of its own."""

_SPACY = {
    "PERSON": {"person"},
    "ORG": {"organisation"},
    "GPE": {"place"},
    "LOC": {"place"},
    "FAC": {"place"},
    "NORP": {"nationality"},
    "WORK_OF_ART": {"document"},
    "LAW": {"document"},
}
_LONG = 3
"""Words of a mention of a place from which on it may as well be a state, described at length."""
_GUM = {"person": {"person"}, "organization": {"organisation"}, "place": {"place"}}
_RE3D = {
    "Person": {"person"},
    "Organisation": {"organisation"},
    "Location": {"place"},
    "Nationality": {"nationality"},
    "DocumentReference": {"document"},
}


@dataclasses.dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what one corpus says of its words."""

    name: str
    corpus: str
    text: str
    words: Spans
    upos: Sequence[str] | None = None
    names: Sequence[int] | None = None
    """The set of labels that each word may have (`flatten.LABELS`)."""
    nominals: Sequence[int] | None = None
    factuality: dict[int, float] = dataclasses.field(default_factory=dict)
    """The value of each word that is a target."""
    exhaustive: bool = False
    """Whether every predicate is a target."""


class States:
    """Whether words name a country."""

    def __init__(self, data: Path) -> None:
        """Read the table of countries."""
        with (data / "places/country_points.csv").open(encoding="utf-8") as file:
            names = {row["NAME"].lower() for row in csv.DictReader(file)}
        self._names = names | LEXICONS["states"]

    def kinds(self, words: str, kinds: frozenset[str]) -> frozenset[str]:
        """Return the kinds of a mention, with `state` in the place of what a country may be taken for."""
        bare = words.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s").strip()
        if kinds & {"place", "organisation", "state"} and bare in self._names:
            return frozenset({"state"})
        return kinds


def half(names: Sequence[str]) -> frozenset[str]:
    """Return the half of some documents that is trained on; the other is judged by."""
    ordered = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return frozenset(ordered[: len(ordered) // 2])


def rows(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def silver(texts: Path, tagged: Path, states: States) -> Iterator[Labelled]:
    """Yield the texts of a folder with spaCy's parts of speech and names."""
    for row in rows(tagged):
        text = (texts / f"{row['doc']}.txt").read_text(encoding="utf-8")
        offsets = [tuple(span) for span in row["offsets"]]
        names = [NONE] * len(offsets)
        for start, end, label in row["entities"]:
            inside = [i for i, (a, b) in _within(offsets, start, end)]
            while inside and text[slice(*offsets[inside[0]])].lower() in {"the", "a", "an"}:
                del inside[0]
            while inside and text[slice(*offsets[inside[-1]])] in POSSESSIVE:
                del inside[-1]
            if not inside or label not in _SPACY:
                continue
            words = text[offsets[inside[0]][0] : offsets[inside[-1]][1]]
            put(names, inside[0], inside[-1] + 1, states.kinds(words, frozenset(_SPACY[label])))
        yield Labelled(row["doc"], "silver", text, offsets, row["upos"], names)


def _within(offsets: Spans, start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the words that lie in [start, end), with their indices."""
    first = bisect.bisect_left(offsets, (start, 0))
    for i in range(first, len(offsets)):
        if offsets[i][0] >= end:
            break
        yield i, offsets[i]


def gum(path: Path, states: States) -> Iterator[Labelled]:
    """Yield the documents of a GUM file with their parts of speech and both layers of mentions."""
    for row in rows(path):
        words, upos = row["tokens"], row["upos"]
        tokens = Tokens(words, upos)
        mentions, unknown = [], []
        for m in row["mentions"]:
            said = " ".join(words[m["start"] : m["end"]])
            if m["type"] in _GUM:
                kinds = states.kinds(said, frozenset(_GUM[m["type"]]))
                kinds = frozenset({"place", "state"}) if kinds == {"place"} and m["end"] - m["start"] > _LONG else kinds
                mentions.append(Mention(m["start"], m["end"], kinds))
            elif m["type"] in {"object", "abstract"}:
                unknown.append(Mention(m["start"], m["end"], frozenset({"document"})))
        documents = [m for m in unknown if _document(tokens, m)]
        names, nominals = layers(tokens, mentions + documents, states.kinds)
        offsets = [tuple(span) for span in row["offsets"]]
        yield Labelled(row["doc"], "gum", row["text"], offsets, upos, names, nominals)


def _document(tokens: Tokens, mention: Mention) -> bool:
    """Say whether the head of a mention is a word for a document."""
    end = base(tokens, mention)
    return tokens.upos[end - 1] == "NOUN" and tokens.words[end - 1].lower() in DOCUMENTS


def re3d(path: Path, tagged: Path, states: States) -> Iterator[Labelled]:
    """Yield the documents of re3d with silver parts of speech and both layers of mentions.

    re3d says Organisation of a group of people, and Location and Organisation of one and the same state.
    """
    parts = {row["doc"]: row for row in rows(tagged)}
    for row in rows(path):
        text, marked = row["text"], parts[row["id"]]
        offsets = [tuple(span) for span in marked["offsets"]]
        words = [text[a:b] for a, b in offsets]
        upos = marked["upos"]
        starts = {a: i for i, (a, _) in enumerate(offsets)}
        ends = {b: i + 1 for i, (_, b) in enumerate(offsets)}
        found: dict[tuple[int, int], set[str]] = {}
        for e in row["entities"]:
            span = (starts.get(e["start"], -1), ends.get(e["end"], -1))
            if min(span) >= 0 and span[0] < span[1] and e["type"] in _RE3D:
                found.setdefault(span, set()).update(_RE3D[e["type"]])
        mentions = []
        for (first, last), given in found.items():
            kinds = {"state"} if given == {"place", "organisation"} else given
            head = words[last - 1]
            if given == {"person"} and last - first == 1 and head.islower():
                continue
            if given == {"organisation"} and head.islower() and upos[last - 1] == "NOUN":
                kinds = {"organisation", "person"} if head.endswith("s") or head == "people" else given
            said = " ".join(words[first:last])
            mentions.append(Mention(first, last, states.kinds(said, frozenset(kinds))))
        names, nominals = layers(Tokens(words, upos), mentions, states.kinds)
        yield Labelled(row["id"], "re3d", text, offsets, upos, names, nominals)


def factuality(path: Path, corpus: str, seed: int = 0, most: int = 8) -> Iterator[Labelled]:
    """Yield the sentences of a corpus of factuality, one to `most` at a time as a paragraph."""
    rng = random.Random(seed)  # noqa: S311 - chance is seeded, and guards nothing
    sentences = rows(path)
    place = 0
    while place < len(sentences):
        taken = sentences[place : place + rng.randint(1, most)]
        text, places = paragraph([row["tokens"] for row in taken])
        words: Spans = []
        values: dict[int, float] = {}
        for row, spans in zip(taken, places, strict=True):
            for target in row["targets"]:
                values[len(words) + target["start"]] = target["label"]
            words += spans
        name = f"{corpus} {path.stem} {taken[0]['id']}"
        yield Labelled(name, corpus, text, words, factuality=values, exhaustive=corpus == "uds_ih2")
        place += len(taken)
