"""Reports: digests, ids and paragraphs."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.values import Report

TEXT = "Bridge shut\n\nThe bridge is shut, the harbour office said.\nIt gave no reason.\n\n  \n\nTraffic waits.\n"
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
"""Any string of Python's, lone surrogates and NULs among them."""


def test_the_digest_is_of_the_text_where_no_bytes_were_read() -> None:
    """Without bytes, sha256 is the digest of the text in UTF-8."""
    assert Report(text=TEXT).sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_digest_of_the_bytes_is_kept() -> None:
    """The digest of the bytes as they were read is kept beside that of the text."""
    report = Report(text=TEXT, sha256="ab" * 32)
    assert report.sha256 == "ab" * 32
    assert report.text_sha256 == Report(text=TEXT).sha256


def test_the_id_is_the_same_wherever_the_text_was_read() -> None:
    """The path, the bytes' digest and the metadata of a page change no id."""
    first = Report(text=TEXT, path="a.txt", url="https://gazette.example/bridge")
    again = Report(text=TEXT, path="b.html", sha256="cd" * 32, title="Bridge", url="https://gazette.example/bridge")
    assert first.id == again.id


@pytest.mark.parametrize(
    "other",
    [
        Report(text=TEXT + "More."),
        Report(text=TEXT, url="https://other.example/bridge"),
        Report(text=TEXT, external_id="17"),
    ],
)
def test_another_text_or_address_is_another_report(other: Report) -> None:
    """The same words at another address, or an edited text, are a report of their own."""
    assert other.id != Report(text=TEXT).id


def test_the_id_is_the_same_under_any_hash_seed() -> None:
    """Ids do not depend on PYTHONHASHSEED."""
    program = "from reportedly.values import Report; print(Report(text='x', url='y', external_id='z').id)"
    ids = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert ids == {Report(text="x", url="y", external_id="z").id}


def test_paragraphs_lie_between_blank_lines() -> None:
    """A paragraph is a stretch between blank lines, without the white space around it."""
    report = Report(text=TEXT)
    assert [report.text[span.start : span.end] for span in report.paragraphs] == [
        "Bridge shut",
        "The bridge is shut, the harbour office said.\nIt gave no reason.",
        "Traffic waits.",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Bridge shut\nThe bridge is shut.\n  No reason was given. \n",
            ["Bridge shut", "The bridge is shut.", "No reason was given."],
        ),
        ("\n\nQuay 4\nSkarvik\n\n", ["Quay 4", "Skarvik"]),
        ("The bridge is shut.", ["The bridge is shut."]),
        ("Bridge shut\n\nQuay 4\nSkarvik", ["Bridge shut", "Quay 4\nSkarvik"]),
    ],
)
def test_lines_are_paragraphs_where_no_line_is_blank(text: str, shown: list[str]) -> None:
    """A text saved with single line ends between its paragraphs has paragraphs; blank lines come first."""
    assert [text[span.start : span.end] for span in Report(text=text).paragraphs] == shown


def test_line_ends_that_fill_a_column_make_no_paragraphs() -> None:
    """A single paragraph that was wrapped by hand stays one."""
    text = "The bridge is shut until the end of May, the harbour\noffice said on Friday. It may say more.\n"
    assert [(span.start, span.end) for span in Report(text=text).paragraphs] == [(0, len(text) - 1)]


@given(ANY_TEXT)
def test_any_text_makes_a_report(text: str) -> None:
    """No text raises anything, and every report has an id and a digest."""
    report = Report(text=text)
    assert report.id.startswith("r")
    assert len(report.sha256) == 64


@given(ANY_TEXT)
def test_paragraphs_hold_everything_but_white_space(text: str) -> None:
    """Paragraphs are in order and apart, none begins or ends with white space, and only white space lies between."""
    report = Report(text=text)
    place, between = 0, []
    for span in report.paragraphs:
        assert span.start >= place
        between.append(text[place : span.start])
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        place = span.end
    between.append(text[place:])
    assert not "".join(between).strip()


@given(ANY_TEXT.filter(bool))
def test_prefixing_a_paragraph_shifts_the_others(text: str) -> None:
    """Another paragraph before a text with two of them moves each by its length and changes none."""
    prefix = "Weather: mild.\n\n"
    text += "\n\nRoads: dry."
    shifted = [(span.start + len(prefix), span.end + len(prefix)) for span in Report(text=text).paragraphs]
    found = [(span.start, span.end) for span in Report(text=prefix + text).paragraphs]
    assert found[1:] == shifted


def test_a_report_cannot_be_changed() -> None:
    """The text of a report never changes."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Report(text=TEXT).text = ""  # type: ignore[misc] # what must not work is tried
