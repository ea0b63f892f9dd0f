"""Reference outputs: what the packaged model said when it was packaged, and says still.

    pytest tests/engine/test_reference.py --update-golden

writes `reference.json` anew; do so whenever the bundle changes. Processors differ in the arithmetic of eight-bit
integers (AVX2 adds in sixteen bits where VNNI and AMX add in thirty-two), so that no two kinds agree to the last digit.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

if TYPE_CHECKING:
    from reportedly.engine import Bundle, Candidate, Engine

FILE = Path(__file__).with_name("reference.json")
COMMAND = "pytest tests/engine/test_reference.py --update-golden"
TEXTS = (
    "examples/port-engineers/1-northgate-wire-claim.txt",
    "examples/port-engineers/4-reactions-column.txt",
    "examples/ferry-fire/1-island-press-wire.txt",
)
LETTERS = ".sqc"
"""A letter for each label of a piece, in the order of the model's: nothing, source, cue, content."""
SURE = 0.7
"""Candidates of at least this validity must be found on every processor."""
TOLERANCE = 0.08
"""How far a sure candidate's validity may be from the reference on another processor."""
AGREEMENT = 0.97
"""The share of the sure candidates' pieces that must have the label of the reference."""


class Outputs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the model said of one candidate; `labels` has a letter of `LETTERS` for each piece from `first` on."""

    anchor: int
    first: int
    valid: float
    cue: float
    labels: str


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The digest of a bundle, and what it said of each text."""

    digest: str
    texts: dict[str, tuple[Outputs, ...]]


def outputs(candidate: Candidate) -> Outputs:
    """Write a candidate down to three digits."""
    return Outputs(
        anchor=candidate.anchor,
        first=candidate.first,
        valid=round(candidate.valid, 3),
        cue=round(candidate.cue, 3),
        labels="".join(LETTERS[label] for label in candidate.labels.argmax(1).tolist()),
    )


def describe(engine: Engine, root: Path) -> Reference:
    """Return what a model says of the texts."""
    return Reference(
        engine.digest,
        {
            name: tuple(map(outputs, engine.mark((root / name).read_text(encoding="utf-8")).candidates))
            for name in TEXTS
        },
    )


def faults(expected: tuple[Outputs, ...], actual: tuple[Outputs, ...]) -> list[str]:
    """Name every difference that no processor explains."""
    found = []
    ours, theirs = ({one.anchor: one for one in outputs} for outputs in (actual, expected))
    sure = sorted({one.anchor for one in (*expected, *actual) if one.valid >= SURE})
    same = total = 0
    for anchor in sure:
        here, there = ours.get(anchor), theirs.get(anchor)
        if here is None or there is None:
            found.append(f"piece {anchor} is a sure cue only {'in the reference' if here is None else 'now'}")
            continue
        if abs(here.valid - there.valid) > TOLERANCE:
            found.append(f"piece {anchor} is valid by {here.valid}, not {there.valid}")
        if (here.first, len(here.labels)) != (there.first, len(there.labels)):
            found.append(f"piece {anchor} is looked at with other pieces around it")
            continue
        total += len(here.labels)
        same += sum(a == b for a, b in zip(here.labels, there.labels, strict=True))
    if same < AGREEMENT * total:
        found.append(f"only {same} of {total} labels are those of the reference")
    return found


@pytest.fixture(scope="module")
def actual(engine: Engine, root: Path) -> Reference:
    """Read the texts with the packaged model."""
    return describe(engine, root)


@pytest.fixture(scope="module")
def reference(actual: Reference, request: pytest.FixtureRequest) -> Reference:
    """Return the kept outputs, or keep the present ones."""
    if request.config.getoption("--update-golden"):
        FILE.write_bytes(msgspec.json.format(msgspec.json.encode(actual), indent=1) + b"\n")
    return msgspec.json.decode(FILE.read_bytes(), type=Reference)


def test_reference_is_of_this_bundle(reference: Reference, bundle: Bundle) -> None:
    """The kept outputs are those of the packaged model, and not of one before it."""
    assert reference.digest == bundle.digest, f"the bundle has changed and its reference has not: {COMMAND}"


@pytest.mark.parametrize("name", TEXTS)
def test_bundle_says_what_it_said(name: str, reference: Reference, actual: Reference) -> None:
    """Sure candidates are where they were, as valid as they were, and label nearly all pieces as they did."""
    if reference.digest != actual.digest:
        pytest.fail(f"the reference is of another bundle: {COMMAND}")
    assert not faults(reference.texts[name], actual.texts[name])


def test_reference_is_of_use(reference: Reference) -> None:
    """Every text of the reference has sure candidates, with all labels among theirs."""
    assert tuple(reference.texts) == TEXTS
    for kept in reference.texts.values():
        sure = [one for one in kept if one.valid >= SURE]
        assert len(sure) >= 5
        assert set("".join(one.labels for one in sure)) == set(LETTERS)


ONE = Outputs(anchor=3, first=0, valid=0.9, cue=0.9, labels="ss.qcccc" * 10)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ((), ["piece 3 is a sure cue only in the reference"]),
        ((ONE, msgspec.structs.replace(ONE, anchor=5)), ["piece 5 is a sure cue only now"]),
        ((msgspec.structs.replace(ONE, valid=0.8),), ["piece 3 is valid by 0.8, not 0.9"]),
        ((msgspec.structs.replace(ONE, first=1),), ["piece 3 is looked at with other pieces around it"]),
        ((msgspec.structs.replace(ONE, labels="sssqcccc" * 10),), ["only 70 of 80 labels are those of the reference"]),
        ((msgspec.structs.replace(ONE, valid=0.85, labels="ss" + ONE.labels[2:-2] + ".."),), []),
        ((ONE, msgspec.structs.replace(ONE, anchor=5, valid=0.5)), []),
    ],
)
def test_differences_are_named(actual: tuple[Outputs, ...], expected: list[str]) -> None:
    """A lost, a new, a doubted and a relabelled candidate are each a fault; what another processor may do is none."""
    assert faults((ONE,), actual) == expected
