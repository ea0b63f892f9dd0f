"""The program as a whole."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_version_is_the_packages(run: Run) -> None:
    """`--version` prints the name and the installed version, and ends well."""
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"reportedly {version('reportedly')}\n")


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    """Calling the program alone shows what it can do, and is wrong use."""
    result = run()
    assert result.exit_code == 2
    assert "read" in result.output


def test_an_unknown_command_is_wrong_use(run: Run) -> None:
    """A command that does not exist ends with 2 and says so on standard error."""
    result = run("raed")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "raed" in result.stderr


def test_help_imports_nothing_heavy() -> None:
    """`--help` of the program and of its command must not load the model's runtime, nor what reads and draws."""
    script = """
import sys
from reportedly.cli.app import app
for arguments in (["--help"], ["read", "--help"]):
    app(arguments, standalone_mode=False)
heavy = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "msgspec", "rich", "reportedly.values"}
sys.exit(f"imported {heavy & set(sys.modules)}" if heavy & set(sys.modules) else 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--min-confidence" in done.stdout


def test_a_path_without_a_command_is_told_how_to_be_read(run: Run, tmp_path: Path) -> None:
    """Whoever forgets `read` before a file, or before `-`, learns what to write."""
    path = tmp_path / "a.txt"
    path.write_text("It rained.", encoding="utf-8")
    for given in (str(path), str(tmp_path), "-"):
        result = run(given)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"To read it: reportedly read {given}" in " ".join(result.stderr.split())
