"""Paths lead to sources: folders are walked in order, and what is passed by has a reason."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reportedly.errors import ReportError
from reportedly.intake import Source, expand
from reportedly.intake.sources import shown, why

if TYPE_CHECKING:
    from pathlib import Path


def _write(folder: Path, *names: str) -> None:
    """Write files with a word in them."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("word", encoding="utf-8")


def _found(folder: Path, *paths: str) -> list[str]:
    """Expand paths and describe what is found, relative to the folder."""
    out = []
    for item in expand(paths or [str(folder)]):
        where = os.path.relpath(item.where, folder)
        out.append(where if isinstance(item, Source) else f"{where}: {item.reason}")
    return out


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    """Files and folders come by name, whatever order the file system has them in."""
    _write(tmp_path, "c.txt", "b/z.html", "b/a.md", "a.jsonl", "B.json", "d/e/f/g.pdf")
    assert _found(tmp_path) == ["B.json", "a.jsonl", "b/a.md", "b/z.html", "c.txt", "d/e/f/g.pdf"]


def test_paths_are_taken_in_the_order_given(tmp_path: Path) -> None:
    """What a person names first comes first, even twice."""
    _write(tmp_path, "a.txt", "b.txt")
    one, two = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    assert _found(tmp_path, two, one, two) == ["b.txt", "a.txt", "b.txt"]


def test_hidden_entries_are_passed_by_in_silence(tmp_path: Path) -> None:
    """Version control and editors keep their own files."""
    _write(tmp_path, ".git/a.txt", ".b.txt", "c.txt")
    assert _found(tmp_path) == ["c.txt"]


def test_other_files_are_passed_by_with_a_reason(tmp_path: Path) -> None:
    """A picture in a folder is no error, but is not silently lost."""
    _write(tmp_path, "a.txt", "dam.jpg", "LICENSE")
    assert _found(tmp_path) == [
        "LICENSE: no format claims a file of this name",
        "a.txt",
        "dam.jpg: no format claims a file of this name",
    ]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    """Whoever names a file wants it read."""
    _write(tmp_path, "LICENSE", ".hidden")
    assert _found(tmp_path, str(tmp_path / "LICENSE"), str(tmp_path / ".hidden")) == ["LICENSE", ".hidden"]


def test_the_parts_of_a_saved_page_are_no_reports(tmp_path: Path) -> None:
    """The frames that a browser saves beside a page are parts of it; a folder without a page is a folder."""
    _write(tmp_path, "story.html", "story_files/frame.html", "case_files/a.txt")
    assert _found(tmp_path) == ["story_files: parts of a saved page", "case_files/a.txt", "story.html"]


def test_no_folder_is_walked_twice(tmp_path: Path) -> None:
    """A link that leads back up ends there, with a reason; a link to a file is a file."""
    _write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a" / "b.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    assert _found(tmp_path) == [
        "a/b.txt",
        "a/up: leads to a folder that was walked before",
        "link.txt",
        "lost.txt: a link that leads nowhere, or gone meanwhile",
    ]


def test_a_link_to_itself_is_an_error(tmp_path: Path) -> None:
    """Asked for by name, a loop of links has a reason."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    (error,) = expand([str(loop)])
    assert isinstance(error, ReportError)
    assert "symbolic links" in error.reason


def test_pipes_in_a_folder_are_passed_by(tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to would wait for ever."""
    os.mkfifo(tmp_path / "a.txt")
    _write(tmp_path, "b.txt")
    assert _found(tmp_path) == ["a.txt: no regular file", "b.txt"]


@pytest.mark.parametrize(
    ("names", "reason"), [((), "holds no files of reports"), (("a.jpg",), "only 1 of other kinds")]
)
def test_a_folder_without_reports_is_an_error(tmp_path: Path, names: tuple[str, ...], reason: str) -> None:
    """Nothing read is not the same as all read."""
    _write(tmp_path, *names)
    errors = [item for item in expand([str(tmp_path)]) if isinstance(item, ReportError)]
    assert [reason in error.reason for error in errors] == [True]


def test_a_missing_path_is_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    """One wrong name costs no other."""
    _write(tmp_path, "a.txt")
    missing, source = expand([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")])
    assert isinstance(missing, ReportError)
    assert missing.reason == "there is no such file or folder"
    assert isinstance(source, Source)


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, ""])
def test_what_is_no_path_is_an_error(path: str) -> None:
    """A string that no file can have for a name raises nothing."""
    (error,) = expand([path])
    assert isinstance(error, ReportError)


def test_a_dash_is_standard_input() -> None:
    """`-` is no file of that name."""
    assert list(expand(["-"])) == [Source(None, "standard input")]


def test_a_folder_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason says that it is a matter of permission, and the other entries are read."""
    _write(tmp_path, "a/b.txt", "c.txt")
    listed = os.listdir

    def listdir(path: str | os.PathLike[str]) -> list[str]:
        if os.fspath(path).endswith("a"):
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert _found(tmp_path) == ["a: permission denied", "c.txt"]


def test_names_that_are_no_text_can_be_shown(tmp_path: Path) -> None:
    """A name of other bytes is read, and its place in messages can be written in UTF-8."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    try:
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - the name is the point
            file.write("word")
    except OSError:
        pytest.skip("the file system takes only names in UTF-8")
    (source,) = expand([str(tmp_path)])
    assert isinstance(source, Source)
    assert source.path == path
    assert source.where.endswith("caf\ufffd.txt")
    assert shown(path).encode()


def test_reasons_are_words() -> None:
    """An error of the system is said in words, without its number."""
    assert why(PermissionError(13, "Permission denied")) == "permission denied"
    assert why(OSError(5, "Input/output error")) == "input/output error"
