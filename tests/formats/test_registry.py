"""The table of formats is fixed, whole and documented."""

from __future__ import annotations

import pathlib

import pytest

from reportedly.formats import CAUTIONS, FORMATS
from reportedly.formats.loaded import caution

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "reference" / "formats.md"


def test_the_table_cannot_be_changed() -> None:
    """No caller can change what others read."""
    with pytest.raises(TypeError):
        FORMATS["x"] = FORMATS["text"]  # type: ignore[index]


def test_every_format_has_a_loader_and_suffixes_of_its_own() -> None:
    """Each module is there, and no suffix speaks for two formats."""
    assert all(callable(entry.loader) for entry in FORMATS.values())
    suffixes = [suffix for entry in FORMATS.values() for suffix in entry.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.casefold() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(name: str) -> None:
    """Each has a section under its name, with its description and all its suffixes."""
    text = PAGE.read_text(encoding="utf-8")
    section = text.partition(f"\n## `{name}`: {FORMATS[name].description}\n")[2].partition("\n## ")[0]
    assert section
    assert all(f"`{suffix}`" in section for suffix in FORMATS[name].suffixes)


@pytest.mark.parametrize("code", CAUTIONS)
def test_every_caution_is_documented(code: str) -> None:
    """Each code stands in the table with what it means."""
    assert f"| `{code}` | {CAUTIONS[code]} |" in PAGE.read_text(encoding="utf-8")


def test_an_undocumented_caution_cannot_be_given() -> None:
    """A new code has to be written down first."""
    with pytest.raises(KeyError):
        caution("new-code", "something")


def test_the_formats_of_lists_and_of_newsrooms_are_there() -> None:
    """They go by these names on the command line; those that hold many reports may be larger than one."""
    names = "feed jsonfeed opml sitemap csv newsml nitf ninjs warc wacz mail telegram".split()
    assert [name for name in names if name not in FORMATS] == []
    assert {name for name, entry in FORMATS.items() if entry.archive} == set(
        "jsonl json csv newsml ninjs warc wacz mail telegram".split()
    )
