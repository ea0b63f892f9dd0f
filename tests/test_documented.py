"""Whatever can be listed is documented."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

import reportedly
import reportedly.claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "reportedly").rglob("*.py"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def _name(path: Path) -> str:
    """Return how a test names a file."""
    return path.relative_to(ROOT).as_posix()


def _public(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield every public class and function of a module, and of its public classes, by name."""

    def inside(node: ast.Module | ast.ClassDef, stem: str) -> Iterator[tuple[str, ast.AST]]:
        for child in node.body:
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                if child.name.startswith("_") and not child.name.startswith("__"):
                    continue
                if any(isinstance(each, ast.Name) and each.id == "overload" for each in child.decorator_list):
                    continue  # the function that it is an overload of is documented
                yield stem + child.name, child
                if isinstance(child, ast.ClassDef):
                    yield from inside(child, f"{stem}{child.name}.")

    yield from inside(tree, "")


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_everything_public_has_a_docstring(path: Path) -> None:
    """Every module, and every public class, function and method in it, says what it is for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module has no docstring"
    bare = [name for name, node in _public(tree) if not ast.get_docstring(cast("ast.Module", node))]
    assert not bare


def _page_writer() -> ModuleType:
    """Load the script that writes the Python reference."""
    spec = importlib.util.spec_from_file_location("python_page", ROOT / "docs" / "python_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_python_reference_is_what_the_docstrings_say(golden: Callable[[Path, str], None]) -> None:
    """docs/reference/python.md is written from the docstrings and does not drift from them."""
    golden(ROOT / "docs" / "reference" / "python.md", _page_writer().page())


@pytest.mark.parametrize("name", [*reportedly.__all__, *reportedly.claims.__all__])
def test_every_public_name_is_in_the_python_reference(name: str) -> None:
    """Whatever can be imported from `reportedly` and `reportedly.claims` has an entry."""
    assert f"### `{name}`\n" in (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")


def test_every_make_target_is_explained() -> None:
    """CONTRIBUTING and the Makefile's own head name every target that can be asked for."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split())
    assert {"demo", "test", "lint", "train", "eval", "bench"} <= targets
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {target for target in targets if f"`make {target}`" not in contributing} == set()
    assert {target for target in targets if f"#   make {target} " not in makefile} == set()


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_no_link_of_a_page_leads_nowhere(path: Path) -> None:
    """Every link to a file of the repository leads to one."""
    targets = [t for t in LINK.findall(path.read_text(encoding="utf-8")) if not re.match(r"[a-z]+:", t)]
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    """docs/index.md leads to every other page, if over others."""
    docs = ROOT / "docs"
    reached, todo = set(), [docs / "index.md"]
    while todo:
        page = todo.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        todo += [(page.parent / target).resolve() for target in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [_name(page) for page in sorted(docs.rglob("*.md")) if page not in reached] == []


def test_every_decision_is_listed() -> None:
    """The table of decisions leads to every record, and their numbers have no gap."""
    folder = ROOT / "docs" / "decisions"
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [name for name in records if f"({name})" not in listed] == []
