"""The commands, the code and the links of README, tutorial and how-to do what they say."""

from __future__ import annotations

import dataclasses
import html
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).parent.parent
PAGES = (
    ROOT / "README.md",
    ROOT / "docs/tutorial/first-reading.md",
    ROOT / "docs/how-to/spacy.md",
)
LEDGER_PAGE = ROOT / "docs/how-to/trace-a-claim.md"
"""Shows commands on claims of a ledger of one's own, which nobody else has; only its Python runs."""
_FENCED = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#]+)(?:#[^)]*)?\)")


@dataclasses.dataclass(frozen=True, slots=True)
class Command:
    """A shell command, and the page that shows it."""

    page: str
    line: str

    def __str__(self) -> str:
        """Name the command in a test's id."""
        return f"{self.page}: {self.line}"


def fenced(page: Path, kind: str) -> list[str]:
    """Return the fenced blocks of a page that are in the given language."""
    return [found["body"] for found in _FENCED.finditer(page.read_text(encoding="utf-8")) if found["kind"] == kind]


COMMANDS = [
    Command(page.name, line)
    for page in PAGES
    for block in fenced(page, "sh")
    for line in block.splitlines()
    if re.search(r"(^|\| )reportedly ", line)
]


@pytest.fixture
def at_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own beside a copy of the examples, as a newcomer would."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put the examples into a ledger, as the pages do before they ask it."""
    path = tmp_path_factory.mktemp("kept") / "ledger.sqlite"
    with reportedly.Ledger.open(path, create=True) as ledger:
        for one in reportedly.read_sources([str(ROOT / "examples")]):
            if isinstance(one, reportedly.Reading):
                ledger.writer().add(one)
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_command_runs(command: Command, at_examples: Path, kept: Path) -> None:
    """A command that a page shows ends well, says something, and has nothing to complain of."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(  # noqa: S602 - a page shows it as a line for the shell
        command.line,
        shell=True,
        cwd=at_examples,
        env=os.environ | {"PATH": path, "REPORTEDLY_LEDGER": str(kept)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    written = [target for target in at_examples.iterdir() if target.is_file() and target.stat().st_size]
    assert (done.returncode, bool(done.stdout.strip() or written)) == (0, True), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", [*PAGES, LEDGER_PAGE], ids=lambda page: page.name)
@pytest.mark.usefixtures("at_examples")
def test_python_runs(page: Path) -> None:
    """The Python blocks of a page run, one after the other, in one session."""
    blocks = fenced(page, "python")
    assert blocks, f"{page.name} shows no Python"
    if any("import spacy" in block for block in blocks) and not importlib.util.find_spec("spacy"):
        pytest.skip("the page needs spaCy, which is not installed")
    session: dict[str, object] = {"__name__": "__main__"}
    for block in blocks:
        exec(compile(block, page.name, "exec", dont_inherit=True), session)  # noqa: S102 - running the page's code is the test


@pytest.mark.usefixtures("at_examples")
def test_comments_in_the_readme_say_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Where README shows the words that are read, those words are read."""
    (block,) = fenced(ROOT / "README.md", "python")
    exec(compile(block, "README.md", "exec", dont_inherit=True), {"__name__": "__main__"})  # noqa: S102 - as above
    shown = re.findall(r"print\(.*\.(?:text|value)\) +# (.+)", block)
    assert shown
    assert capsys.readouterr().out.splitlines()[: len(shown)] == shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository leads to one."""
    targets = {found["target"] for found in _LINK.finditer(page.read_text(encoding="utf-8"))}
    assert targets
    assert sorted(target for target in targets if not (page.parent / target).exists()) == []


def test_picture_shows_what_is_printed() -> None:
    """The words in the picture of the terminal are those that the command prints today."""
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs/assets/picture.py")
    assert spec
    assert spec.loader
    picture = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(picture)
    assert words(picture.PICTURE.read_text(encoding="utf-8")) == words(picture.draw())


def words(svg: str) -> list[str]:
    """Return the words in a picture, without the figures of confidence: the last digit differs between processors."""
    shown = html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))
    return [word for word in shown.split() if not re.fullmatch(r"[01]?\.\d\d", word)]
