"""The evaluation from texts to exit code, on a corpus of one text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evals.__main__ import main
from evals.floors import Floor, Floors, read_sections, write_sections
from evals.folders import Folders, MissingError, digest

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = ("attribution f1", "indirect detected", "unnamed attributed")


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Write floors that reading everything holds."""
    file = tmp_path / "floors.toml"
    kept = {"attribution": Floors(tuple(Floor(name, 90.0) for name in FIGURES))}
    file.write_text(write_sections(kept, "Floors."), encoding="utf-8")
    return file


@pytest.mark.usefixtures("corpus")
def test_reading_everything_passes(
    by_heart: Any,  # noqa: ANN401 - a class of the conftest, which cannot be imported
    floors: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where every attribution is found, all shares are 100, the exit code is 0, and the floors ask to be raised."""
    code = main(["attribution", "--out", str(tmp_path / "out" / "of")], by_heart((0, 1, 2, 3, 4)), floors)
    printed = capsys.readouterr().out
    assert code == 0
    assert printed.count("raise the floor") == len(FIGURES)
    assert "sha256 " + "ab" * 32 in printed
    rows = {line[:16].strip(): line[16:].split() for line in printed.splitlines() if line[16:].strip()}
    assert rows["indirect"] == ["4", "100.0", "100.0", "4", "100.0"]
    assert rows["in pieces"] == rows["headline"] == rows["no source"] == ["1", "100.0", "100.0", "1", "100.0"]


@pytest.mark.usefixtures("corpus")
def test_nested_statements_are_not_scored(by_heart: Any, floors: Path, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    """A statement with a parent is not among the predictions; the others keep their spans."""
    main(["attribution", "--out", str(tmp_path)], by_heart((1,)), floors)
    (document,) = [
        json.loads(line) for line in (tmp_path / "polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert document == {
        "doc": "fog",
        "attributions": [{"source": [[29, 45]], "cue": [[46, 50]], "content": [[51, 79]]}],
    }


@pytest.mark.usefixtures("corpus")
def test_a_missed_floor_fails(
    by_heart: Any,  # noqa: ANN401 - as above
    floors: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where less is found than a floor asks, the exit code is 1 and the floor is named."""
    code = main(["attribution", "--out", str(tmp_path)], by_heart((1, 2)), floors)
    missed = [line for line in capsys.readouterr().out.splitlines() if line.endswith("MISSED")]
    assert code == 1
    assert [line.split("  ")[0] for line in missed] == list(FIGURES)


@pytest.mark.usefixtures("corpus")
def test_floors_are_written_only_upwards(by_heart: Any, floors: Path, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    """--write-floors raises; a worse run is refused until --lower says why."""
    arguments = ["attribution", "--out", str(tmp_path), "--write-floors"]
    assert main(arguments, by_heart((0, 1, 2, 3, 4)), floors) == 0
    raised = read_sections(floors)["attribution"]
    assert [floor.bound for floor in raised.floors] == [99.7] * len(FIGURES)
    assert main(arguments, by_heart((1, 2)), floors) == 1
    assert read_sections(floors)["attribution"] == raised
    assert main([*arguments, "--lower", "a smaller model"], by_heart((1, 2)), floors) == 0
    assert {entry.reason for entry in read_sections(floors)["attribution"].lowered} == {"a smaller model"}


@pytest.mark.parametrize("missing", ["REPORTEDLY_DATA", "REPORTEDLY_TOOLS"])
@pytest.mark.usefixtures("corpus")
def test_missing_data_is_skipped_by_name(
    missing: str,
    by_heart: Any,  # noqa: ANN401 - as above
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without the data or the scorer the evaluation says which it skips, and why, and succeeds."""
    monkeypatch.setenv(missing, str(tmp_path / "nowhere"))
    assert main(["attribution", "--out", str(tmp_path)], by_heart((1,))) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("skipped: attribution: ")
    assert missing in printed


def test_the_tools_lie_beside_the_data_unless_named(tmp_path: Path) -> None:
    """The folder of scorers is found from that of the data; each can be named by itself."""
    assert Folders.named({"REPORTEDLY_DATA": str(tmp_path / "data")}).tools == tmp_path / "tools"
    assert Folders.named({"REPORTEDLY_TOOLS": str(tmp_path)}).tools == tmp_path
    with pytest.raises(MissingError, match="REPORTEDLY_DATA"):
        Folders(tmp_path / "data", tmp_path).dataset("polnear/dev")


def test_the_digest_changes_with_any_name_or_byte(tmp_path: Path) -> None:
    """The digest of a folder is that of its files' names and contents, and of nothing else."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_bytes(b"one")
    first = digest(tmp_path)
    assert digest(tmp_path) == first
    (tmp_path / "a" / "b.txt").write_bytes(b"two")
    second = digest(tmp_path)
    (tmp_path / "a" / "b.txt").rename(tmp_path / "a" / "c.txt")
    assert len({first, second, digest(tmp_path)}) == 3
