"""The whole way, in a process of its own: from files on disk through the packaged model to what is printed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import reportedly
from reportedly.exchange.json import encode

if TYPE_CHECKING:
    from collections.abc import Iterable

WIRE = Path("examples/port-engineers/1-northgate-wire-claim.txt")
PROGRAM = Path(sys.executable).parent / "reportedly"
"""The command as it is installed."""


def run(
    *arguments: str | Path, stdin: bytes = b"", code: int = 0, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `reportedly` and check its exit code."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )
    assert done.returncode == code, done.stderr.decode()
    return done


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """Return the readings that were printed, one on each line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def ids(readings: Iterable[dict[str, Any]]) -> list[str]:
    """Return the ids of all statements."""
    return [statement["id"] for reading in readings for statement in reading["statements"]]


@pytest.fixture(scope="module")
def schema(root: Path) -> jsonschema.Draft202012Validator:
    """Return the documented contract."""
    return jsonschema.Draft202012Validator(
        json.loads((root / "docs/reference/reading.schema.json").read_text(encoding="utf-8")),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )


def check(printed: dict[str, Any], schema: jsonschema.Draft202012Validator) -> None:
    """Check that a printed reading keeps the contract, and that every span opens words in the report."""
    schema.validate(printed)
    text = printed["report"]["text"]
    known = {statement["id"]: statement for statement in printed["statements"]}
    assert len(known) == len(printed["statements"])
    for statement in known.values():
        assert statement["content"] or statement["cue"]  # a refusal to comment says nothing more
        for role in ("source", "cue", "content"):
            for start, end in statement[role]:
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip() != ""
        if statement["parent"] is not None and statement["content"]:
            outer = known[statement["parent"]]["content"]
            assert outer[0][0] <= statement["content"][0][0]
            assert statement["content"][-1][1] <= outer[-1][1]


def test_file_is_read(root: Path, schema: jsonschema.Draft202012Validator) -> None:
    """A plain text is printed as one JSON object that keeps the contract, its text unchanged, its statements found."""
    done = run("read", root / WIRE, "--format", "json")
    printed = json.loads(done.stdout)
    check(printed, schema)
    assert printed["report"]["text"] == (root / WIRE).read_text(encoding="utf-8")
    assert len(printed["statements"]) >= 5
    assert done.stderr == b""


def test_command_prints_what_python_reads(root: Path) -> None:
    """The command line and the Python interface give the same reading of the same file."""
    printed = json.loads(run("read", root / WIRE, "--format", "json").stdout)
    assert printed == json.loads(json.dumps(encode(reportedly.read(root / WIRE))))


def test_folder_is_read(root: Path, schema: jsonschema.Draft202012Validator) -> None:
    """Every sample report in the folders is read, whatever its format, and each has statements."""
    folders = [path for path in (root / "examples").iterdir() if path.is_dir()]
    readings = lines(run("read", *folders, "--format", "jsonl"))
    for printed in readings:
        check(printed, schema)
        assert printed["statements"], printed["report"]["path"]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert {Path(printed["report"]["path"]).name for printed in readings} == {path.name for path in files}
    assert len(set(ids(readings))) == len(ids(readings))


def test_standard_input_is_read(root: Path, schema: jsonschema.Draft202012Validator) -> None:
    """What comes in on standard input is read as the file is, under the ids of the same text."""
    data = (root / WIRE).read_bytes()
    piped = json.loads(run("read", "-", "--format", "json", stdin=data).stdout)
    check(piped, schema)
    assert ids([piped]) == ids(lines(run("read", root / WIRE, "--format", "jsonl")))


def test_bad_file_does_not_stop_the_good_one(
    root: Path, tmp_path: Path, schema: jsonschema.Draft202012Validator
) -> None:
    """A file that cannot be read is named on standard error, the other is read, and the exit code says so."""
    bad, good = tmp_path / "broken.pdf", tmp_path / "good.txt"
    bad.write_bytes(b"%PDF-1.7\nthis is no PDF at all")
    shutil.copy(root / WIRE, good)
    done = run("read", bad, tmp_path / "nowhere.txt", good, "--format", "jsonl", code=1)
    (printed,) = lines(done)
    check(printed, schema)
    assert printed["statements"]
    complaints = done.stderr.decode()
    assert "broken.pdf" in complaints
    assert "nowhere.txt" in complaints
    assert "Traceback" not in complaints


def test_wrong_use_is_told_from_bad_input(root: Path) -> None:
    """A threshold that is no chance ends in exit code 2, and nothing is printed."""
    assert run("read", root / WIRE, "--min-confidence", "7", code=2).stdout == b""


def test_threshold_reaches_the_model(root: Path) -> None:
    """`--min-confidence` leaves out what the model is less sure of."""
    every, some = (
        json.loads(run("read", root / WIRE, "--format", "json", "--min-confidence", least).stdout)["statements"]
        for least in ("0.1", "0.97")
    )
    assert all(statement["confidence"] >= 0.97 for statement in some)
    assert len(some) < len(every)


def test_ids_are_the_same_under_any_hash_seed(root: Path) -> None:
    """Neither ids, nor their order, nor confidences depend on how Python orders its sets."""
    folder = root / "examples" / "port-engineers"
    first, second = (lines(run("read", folder, "--format", "jsonl", PYTHONHASHSEED=seed)) for seed in ("0", "1"))
    assert ids(first)
    assert first == second


@pytest.mark.parametrize("form", ["table", "html"])
def test_statements_are_shown_to_people(form: str, root: Path) -> None:
    """The forms for people show the words of every statement."""
    statements = reportedly.read(root / WIRE).statements
    shown = " ".join(run("read", root / WIRE, "--format", form, COLUMNS="100").stdout.decode().split())
    assert all(cue in shown for statement in statements for cue in statement.cue.texts)
    assert statements[0].source.texts[0].split()[0] in shown
