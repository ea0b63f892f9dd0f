"""Errors say who must act, and where."""

from __future__ import annotations

import inspect

import pytest

from reportedly import errors

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_has_the_one_base(kind: type[Exception]) -> None:
    """Catching ReportedlyError catches every error that is raised on purpose."""
    assert issubclass(kind, errors.ReportedlyError)


@pytest.mark.parametrize("kind", ALL)
def test_every_error_stands_in_the_tree(kind: type[Exception]) -> None:
    """The tree in the module's docstring shows every error, so that a reader knows what to catch."""
    assert f" {kind.__name__} " in str(errors.__doc__)


def test_report_error_keeps_place_and_reason_apart() -> None:
    """A table can show the place and the reason in columns of their own, and the message has both."""
    error = errors.ReportError("archive.jsonl, line 12", "the text is missing")
    assert (error.where, error.reason) == ("archive.jsonl, line 12", "the text is missing")
    assert str(error) == "archive.jsonl, line 12: the text is missing"


def test_a_damaged_bundle_stops_the_run() -> None:
    """A damaged model is nothing that skipping one report would mend."""
    assert issubclass(errors.BundleError, errors.RunError)
    assert not issubclass(errors.BundleError, errors.ReportError)
