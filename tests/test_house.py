"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "reportedly").rglob("*.py"))
CODE = sorted(
    path
    for folder in ("src", "tests", "training", "evals", "benchmarks", "docs")
    for path in (ROOT / folder).rglob("*.py")
)
LONGEST = 400
"""Lines of a source file: from 250 on one asks whether it holds one idea, at 400 it is split."""
NO_IDEA = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}
"""File names that say nothing about what is inside."""
FORBIDDEN = (
    re.compile(r"\b(?:files\.)?python" + r"hosted\.org|\bpy" + r"pi\.org|\bnpmjs\.(?:org|com)|\bghcr\.io|\bdocker\.io"),
    re.compile(r"(?<![\w.~/-])/(?:work|root|Users|home/\w+)/"),
)
"""Registries' hosts, which a mirror would make wrong, and paths of one machine."""
CHECKS = re.compile(r"raises|warns|check|golden|assert|fail|validate|expect")
"""How the functions are called that fail a test by themselves."""
BINARY = {".onnx", ".png", ".ico", ".pdf", ".gz", ".woff2"}


def _name(path: Path) -> str:
    """Return how a test names a file."""
    return path.relative_to(ROOT).as_posix()


def _files(folder: Path) -> list[Path]:
    """Return all files under a folder, compiled ones aside."""
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def _tracked() -> list[Path]:
    """Return the files that are or would be in the repository; all of them where git is not there."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        folders = ("src", "tests", "training", "evals", "benchmarks", "docs", "examples", ".ci")
        return [path for folder in folders for path in _files(ROOT / folder)]
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_file_is_named_for_its_idea(path: Path) -> None:
    """No file or folder of code has a name that would take anything in."""
    assert not NO_IDEA & {part.lower() for part in path.relative_to(ROOT).with_suffix("").parts}


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_file_holds_one_idea(path: Path) -> None:
    """No source file is longer than one idea needs."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Nothing in the repository leads to one machine's folders or to a registry's host."""
    found = []
    for path in _tracked():
        if path.suffix in BINARY:
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{_name(path)}: {hit.group()}" for pattern in FORBIDDEN for hit in pattern.finditer(text)]
    assert found == []


def _tests() -> list[tuple[str, ast.FunctionDef]]:
    """Return every test function with the file it stands in."""
    return [
        (f"{_name(path)}::{node.name}", node)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def test_every_test_says_what_must_hold() -> None:
    """Every test has a docstring whose first line is a sentence."""
    mute = [name for name, node in _tests() if not (ast.get_docstring(node) or "").split("\n")[0].endswith(".")]
    assert mute == []


def _can_fail(node: ast.AST) -> bool:
    """Say whether a piece of a test can make it fail."""
    if isinstance(node, ast.Call):
        checked = any(keyword.arg == "check" and ast.unparse(keyword.value) == "True" for keyword in node.keywords)
        return checked or bool(CHECKS.search(ast.unparse(node.func)))
    return isinstance(node, ast.Assert | ast.Raise)


def test_every_test_can_fail() -> None:
    """Every test asserts something, expects an error, or hands its result to something that does."""
    idle = [name for name, node in _tests() if not any(_can_fail(part) for part in ast.walk(node))]
    assert idle == []


def test_the_package_says_that_it_is_typed() -> None:
    """The installed package carries its type hints to those who use it."""
    assert (Path(reportedly.__file__).parent / "py.typed").is_file()


def test_the_version_is_written_once() -> None:
    """The version that the package gives is the one of its metadata in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert reportedly.__version__ == project["version"]


def test_importing_the_package_brings_nothing_heavy() -> None:
    """`import reportedly` loads neither the model's runtime nor the readers of formats."""
    program = "import sys, reportedly; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split()
    assert {"onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml", "rich", "typer"} & set(loaded) == set()


LATER = {"compression"}
"""Modules that Python itself has, though not the oldest one that we run on."""
NAMESPACES = {"backports"}
"""Top-level names that many distributions share; the name below says which one is meant."""


def _imported(tree: ast.Module) -> set[str]:
    """Return the top-level names of everything that a module imports, inside functions too."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            top = node.module.split(".")[0]
            names |= {f"{top}.{alias.name}" for alias in node.names} if top in NAMESPACES else {top}
    return names - set(sys.stdlib_module_names) - LATER - {"reportedly"}


def test_everything_imported_is_declared() -> None:
    """What the package imports stands among its dependencies or extras, and is not there by somebody else's grace."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    declared = {_canonical(re.split(r"[<>=!~\[; ]", each)[0]) for each in asked}
    providers = importlib.metadata.packages_distributions()
    imported = set().union(*(_imported(ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES))
    undeclared = {
        name for name in imported if not declared & {_canonical(each) for each in [name, *providers.get(name, ())]}
    }
    assert undeclared == set()


def _canonical(name: str) -> str:
    """Return a distribution's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.skipif(
    not os.environ.get("REPORTEDLY_TEST_INSTALLED"), reason="only `make test` promises to test the installed wheel"
)
def test_the_wheel_is_tested_and_not_the_checkout() -> None:
    """What is tested is what is shipped: the package comes from the installed wheel, with all that belongs in it."""
    folder = Path(reportedly.__file__).parent
    assert ROOT / "src" not in folder.parents
    source = ROOT / "src" / "reportedly"
    shipped = {path.relative_to(folder) for path in _files(folder)}
    written = {path.relative_to(source) for path in _tracked() if source in path.parents}
    assert written <= shipped
