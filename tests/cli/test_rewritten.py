"""What changed in new versions stands in the summary of `reportedly add`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from reportedly.cli.rewritten import MOST_LINES, MOST_LISTED, MOST_SHOWN
from tests.intake.pipelines import Quoting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.conftest import Run

BEFORE = "Ann said the old bridge was shut. Bo said it rained all night. Cy said nobody was hurt."
AFTER = "Ann said the new bridge was shut. Cy said nobody was hurt. Di said the ferry sails."


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pipeline without a model stand for the packaged one."""
    monkeypatch.setattr("reportedly.intake.parallel.packaged_pipeline", Quoting)


def _added(run: Run, where: str, folder: Path, texts: Sequence[str], form: str = "table") -> str:
    """Add a report of each text, at an address of its own, and return the summary."""
    path = folder / "day.jsonl"
    made: list[dict[str, Any]] = [
        {"text": text, "url": f"https://post.example/{number}", "title": f"Bridge {number}", "published": "2025-03-04"}
        for number, text in enumerate(texts)
    ]
    path.write_text("\n".join(map(json.dumps, made)), encoding="utf-8")
    result = run("add", str(path), "--ledger", where, "--format", form, COLUMNS="80")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_the_words_that_changed_are_shown(run: Run, where: str, tmp_path: Path) -> None:
    """Below the counts, what is worded otherwise, lost and new; what stayed as it was is only counted."""
    assert "what changed" not in _added(run, where, tmp_path, [BEFORE, "Eve said no."])
    lines = _added(run, where, tmp_path, [AFTER, "Eve said no. It rained."]).splitlines()
    assert lines[2] == "new versions   2  (statements: 2 kept, 1 changed, 1 lost, 1 new)"
    assert lines[5:8] == ["", "what changed in new versions", ""]
    assert lines[8].startswith("Bridge 0 · version 2 · 2025-03-04  ")
    assert cell_len(lines[8]) == 80
    assert lines[9:-2] == [
        "  3 statements · 1 worded as before · 1 worded otherwise · 1 lost · 1 new",
        "  ~ Ann",
        "    the [-old-] {+new+} bridge was shut",
        "  - Bo",
        "    it rained all night",
        "  + Di",
        "    the ferry sails",
    ]


def test_programs_get_the_same(run: Run, where: str, tmp_path: Path) -> None:
    """In JSON there is an object for each, with the one before it, counts, and the statements."""
    _added(run, where, tmp_path, [BEFORE])
    (one,) = json.loads(_added(run, where, tmp_path, [AFTER], "json"))["versions"]
    assert one["report"] != one["previous"]
    assert (one["version"], one["title"]) == (2, "Bridge 0")
    assert one["changes"] == {"kept": 1, "changed": 1, "lost": 1, "added": 1}
    (pair,) = one["changed"]
    assert (pair["old"]["content"], pair["new"]["content"]) == ("the old bridge was shut", "the new bridge was shut")
    assert [word for sign, word in pair["words"] if sign != " "] == ["old", "new"]
    assert [each["content"] for each in one["lost"] + one["added"]] == ["it rained all night", "the ferry sails"]
    versions = json.loads(run("show", one["report"], "--versions", "-f", "json", "--ledger", where).stdout)
    assert versions[1] | {"changes": one["changes"]} == one


def test_many_versions_are_cut(run: Run, where: str, tmp_path: Path) -> None:
    """The table has some of them, and says how the others are seen."""
    _added(run, where, tmp_path, [f"Ann said no {number}." for number in range(MOST_SHOWN + 2)])
    lines = _added(run, where, tmp_path, [f"Bo said yes {number}." for number in range(MOST_SHOWN + 2)]).splitlines()
    assert sum(" · version 2 · " in line for line in lines) == MOST_SHOWN
    assert lines[-3] == "and 2 more: reportedly show REPORT --versions"


def test_a_version_that_changed_a_lot_is_cut(run: Run, where: str, tmp_path: Path) -> None:
    """The table says where the rest is, and JSON counts what it does not list."""
    number = MOST_LISTED + 10
    texts = [" ".join(f"{who}{each:03} said w{each:03}{who}." for each in range(number)) for who in ("A", "B", "C")]
    _added(run, where, tmp_path, texts[:1])
    lines = _added(run, where, tmp_path, texts[1:2]).splitlines()
    head = next(index for index, line in enumerate(lines) if " · version 2 · " in line)
    told = lines[head + 1 : -2]
    assert len(told) <= MOST_LINES + 1
    identity = lines[head].split()[-1]
    shown = sum(line.startswith(("  - ", "  + ")) for line in told)
    assert shown == (MOST_LINES - 1) // 2
    assert told[-1] == f"  and {2 * number - shown} more statements: reportedly show {identity} --versions"
    (one,) = json.loads(_added(run, where, tmp_path, texts[2:], "json"))["versions"]
    assert one["changes"] == {"kept": 0, "changed": 0, "lost": number, "added": number}
    assert (len(one["lost"]), len(one["added"])) == (MOST_LISTED, MOST_LISTED)


def test_a_long_statement_is_cut_and_not_left_out(run: Run, where: str, tmp_path: Path) -> None:
    """Of the first one something is seen, however long it is; of a second, how it begins is not enough."""
    _added(run, where, tmp_path, ["Ann said no."])
    words = " ".join(f"and then number {number}" for number in range(90))
    lines = _added(run, where, tmp_path, [f"Bo said {words}. Cy said it went on."]).splitlines()
    told = lines[lines.index("  - Ann") : -2]
    assert told[:3] == [
        "  - Ann",
        "    no",
        "  and 2 more statements: reportedly show " + told[2].split()[-2] + " --versions",
    ]
    lines = _added(run, where, tmp_path, [f"Bo said {words} again. Cy said it went on."]).splitlines()
    told = lines[lines.index("  ~ Bo") : -2]
    assert (len(told), told[-1]) == (MOST_LINES - 1, "    …")
