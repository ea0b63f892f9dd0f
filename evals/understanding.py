"""Score what is read in statements against what careful readers read: speaker, chain, stance, certainty and the rest.

Twice over: with the readers' own spans given, which judges the reading of each field alone; and from the text on, over
the statements that were found, which is what a user gets.
"""

from __future__ import annotations

import collections
import dataclasses
import json
from typing import TYPE_CHECKING

from evals.evaluation import PERCENT, Outcome
from evals.folders import digest
from evals.given import with_given
from evals.gold import GOLD, documents
from evals.pairing import Pair, alike, paired, same_chain, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from reportedly.values import Finding, Speaker

LEAST = 10
"""Examples that a class needs to count in a macro F1."""
NONE = "-"


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """A class that both sides gave to one pair."""

    gold: str
    read: str


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Score the half of the gold that no rule was made from."""
    return evaluate_half(folders, pipeline, out, "check")


def evaluate_tuning(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Score the half of the gold that rules may be made from."""
    return evaluate_half(folders, pipeline, out, "tune")


def evaluate_half(folders: Folders, pipeline: Reads, out: Path, half: str) -> Outcome:
    """Read the documents of one half, with and without the readers' spans, and write every difference down."""
    gold = list(documents(folders, half))
    with_spans = [
        pair
        for document in gold
        for pair in paired(document, with_given(pipeline, document).read(document.report).statements)
    ]
    found = [
        pair
        for document, reading in zip(gold, pipeline.read_many(document.report for document in gold), strict=True)
        for pair in paired(document, reading.statements)
    ]
    figures = {f"{name} (spans given)": value for name, value in _figures(with_spans).items()}
    figures |= _figures([pair for pair in found if pair.read is not None])
    figures["found"] = PERCENT * sum(pair.read is not None for pair in found) / max(1, len(found))
    _write(out / f"understanding_{half}.jsonl", found)
    return Outcome(
        data=f"evals/gold/{half}: {len(gold)} documents, {len(found)} statements",
        digest=digest(GOLD / half),
        figures=figures,
        table=_table(figures, with_spans, found),
    )


def _figures(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the figures over pairs that were all found, in percent."""
    out: dict[str, float] = {}
    for name, judge in FIELDS.items():
        labels = [label for pair in pairs if (label := judge(pair)) is not None]
        out[name] = PERCENT * sum(label.gold == label.read for label in labels) / max(1, len(labels))
    stances = [label for pair in pairs if (label := FIELDS["stance"](pair)) is not None]
    out["stance macro f1"] = PERCENT * _macro(stances, LEAST)
    named = [label for pair in pairs if (label := FIELDS["named"](pair)) is not None]
    out["named macro f1"] = PERCENT * _macro(named, 1)
    evidence = [
        Label(str(kind in pair.gold.evidence), str(kind in {e.value for e in pair.read.evidence}))
        for pair in pairs
        if pair.read
        for kind in {*pair.gold.evidence, *(e.value for e in pair.read.evidence)}
    ]
    out["evidence f1"] = PERCENT * _f1(evidence, "True")
    return out


def _speaker(field: Callable[[Speaker], object], gold: Callable[[Pair], object]) -> Callable[[Pair], Label | None]:
    """Return a judge of a speaker's field, where both sides have a speaker."""

    def judge(pair: Pair) -> Label | None:
        if pair.gold.speaker is None or pair.read is None:
            return None
        return Label(str(gold(pair)), str(field(pair.read.speaker)) if pair.read.speaker else NONE)

    return judge


def _name(pair: Pair) -> Label | None:
    """Judge a speaker's name."""
    if pair.gold.speaker is None or pair.read is None:
        return None
    name = _value(pair.read.speaker.name) if pair.read.speaker else ""
    expected = words(pair.document, pair.gold.speaker.name)
    return Label(expected, expected if alike(expected, name) else name or NONE)


def _role(pair: Pair) -> Label | None:
    """Judge a speaker's role, where either side has one."""
    if pair.gold.speaker is None or pair.read is None or pair.read.speaker is None:
        return None
    expected, found = words(pair.document, pair.gold.speaker.role), _value(pair.read.speaker.role)
    return Label(expected, expected if alike(expected, found) else found) if expected or found else None


def _chain(pair: Pair) -> Label | None:
    """Judge a whole chain."""
    if pair.read is None:
        return None
    expected = " > ".join(words(pair.document, hop.name) or "publisher" for hop in pair.gold.chain)
    found = " > ".join(_value(hop.speaker.name) or "publisher" for hop in pair.read.chain)
    return Label(expected, expected if same_chain(pair.document, pair.gold.chain, pair.read.chain) else found or NONE)


def _field(name: str) -> Callable[[Pair], Label | None]:
    """Return a judge of a field with a closed list."""

    def judge(pair: Pair) -> Label | None:
        if pair.read is None:
            return None
        finding = getattr(pair.read, name)
        return Label(getattr(pair.gold, name) or NONE, str(finding.value) if finding else NONE)

    return judge


def _value(finding: Finding[str] | None) -> str:
    """Return a finding's words, or nothing."""
    return finding.value if finding else ""


FIELDS: Mapping[str, Callable[[Pair], Label | None]] = {
    "name": _name,
    "kind": _speaker(lambda s: s.kind.value, lambda p: p.gold.speaker.kind if p.gold.speaker else NONE),
    "named": _speaker(lambda s: s.named, lambda p: p.gold.speaker.named if p.gold.speaker else NONE),
    "country": _speaker(
        lambda s: s.country.value if s.country else NONE,
        lambda p: (p.gold.speaker.country if p.gold.speaker else None) or NONE,
    ),
    "count": _speaker(
        lambda s: s.count.value if s.count else NONE,
        lambda p: (p.gold.speaker.count if p.gold.speaker else None) or NONE,
    ),
    "role": _role,
    "chain": _chain,
    "stance": _field("stance"),
    "certainty": _field("certainty"),
    "hedge": _field("hedge"),
    "polarity": _field("polarity"),
    "orientation": _field("orientation"),
}
"""What is judged of each pair, by the name of its figure."""


def _f1(labels: Sequence[Label], one: str) -> float:
    """Return F1 of one class."""
    right = sum(label.gold == one == label.read for label in labels)
    total = sum(label.gold == one for label in labels) + sum(label.read == one for label in labels)
    return 2 * right / total if total else 1.0


def _macro(labels: Sequence[Label], least: int) -> float:
    """Return the mean F1 of the classes that have at least so many examples."""
    counts = collections.Counter(label.gold for label in labels)
    classes = [one for one, count in counts.items() if count >= least]
    return sum(_f1(labels, one) for one in classes) / max(1, len(classes))


def _table(figures: Mapping[str, float], with_spans: Sequence[Pair], found: Sequence[Pair]) -> str:
    """Return the figures and the classes of each stance and certainty as text."""
    lines = [f"found: {figures['found']:.1f}% of the statements", "", f"{'':22}{'spans given':>12}{'as found':>10}"]
    names = [name for name in figures if f"{name} (spans given)" in figures]
    lines += [f"{name:22}{figures[f'{name} (spans given)']:12.1f}{figures[name]:10.1f}" for name in names]
    for field in ("stance", "certainty", "kind", "orientation"):
        lines += ["", f"{field:22}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}{'found':>8}{'P':>8}{'R':>8}{'F1':>8}"]
        sides = [
            [label for pair in pairs if (label := FIELDS[field](pair)) is not None]
            for pairs in (with_spans, [pair for pair in found if pair.read is not None])
        ]
        lines += [
            f"  {one:20}" + "".join(_row(labels, one, width) for labels, width in zip(sides, (6, 8), strict=True))
            for one in sorted({label.gold for labels in sides for label in labels})
        ]
    return "\n".join(lines)


def _row(labels: Sequence[Label], one: str, width: int) -> str:
    """Return the number of a class's examples, its precision, recall and F1."""
    gold = sum(label.gold == one for label in labels)
    read = sum(label.read == one for label in labels)
    right = sum(label.gold == one == label.read for label in labels)
    shares = (right / read if read else 0.0, right / gold if gold else 0.0, _f1(labels, one))
    return f"{gold:{width}}" + "".join(f"{PERCENT * share:8.1f}" for share in shares)


def _write(path: Path, found: Sequence[Pair]) -> None:
    """Write down, for each statement of gold, where it was missed or what was read otherwise."""
    with path.open("w", encoding="utf-8") as out:
        for pair in found:
            row = {
                "document": pair.document.name,
                "source": words(pair.document, pair.gold.source),
                "cue": words(pair.document, pair.gold.cue),
                "content": words(pair.document, pair.gold.content),
                "found": pair.read is not None,
                "differs": dict(_differences(pair)),
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _differences(pair: Pair) -> Iterator[tuple[str, list[str]]]:
    """Yield the fields in which a pair differs, gold first."""
    for name, judge in FIELDS.items():
        label = judge(pair)
        if label is not None and label.gold != label.read:
            yield name, [label.gold, label.read]
