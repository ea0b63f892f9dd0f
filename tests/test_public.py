"""The public names: what they are, and that asking for the package costs nothing."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys

import pytest

import reportedly
import reportedly.claims

NAMES = [
    "Answer",
    "Backing",
    "Bound",
    "BundleError",
    "Candidate",
    "Caution",
    "Certainty",
    "Channel",
    "EvidenceKind",
    "FORMATS",
    "Feature",
    "Finding",
    "Given",
    "Headline",
    "Hop",
    "Ledger",
    "LedgerError",
    "MadeBy",
    "Moment",
    "Orientation",
    "Passage",
    "Place",
    "PlaceRole",
    "Polarity",
    "Predicate",
    "Quantity",
    "QuantityRole",
    "Reading",
    "Report",
    "ReportError",
    "ReportedlyError",
    "Retrieval",
    "RunError",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "Summary",
    "Tally",
    "TimeRole",
    "TimeType",
    "Trend",
    "UsageError",
    "Voice",
    "When",
    "__version__",
    "read",
    "read_sources",
    "read_text",
]

HEAVY = (
    "numpy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "lxml",
    "py3langid",
    "charset_normalizer",
    "pypdfium2",
    "rich",
)


def test_the_public_names_are_these() -> None:
    """A name is added or taken away on purpose."""
    assert sorted(reportedly.__all__) == sorted(NAMES)
    assert dir(reportedly) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    """It can be imported from the top, and whatever is called or caught has a docstring."""
    found = getattr(reportedly, name)
    assert not callable(found) or found.__doc__


def test_the_version_is_the_installed_one() -> None:
    """What the package says of itself is what was installed."""
    assert reportedly.__version__ == importlib.metadata.version("reportedly")


def test_other_names_are_refused() -> None:
    """A mistyped name is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="reed"):
        reportedly.reed  # type: ignore[attr-defined] # noqa: B018 - asking is the test


@pytest.mark.parametrize("name", reportedly.claims.__all__)
def test_every_public_name_of_claims_is_there_and_says_what_it_is(name: str) -> None:
    """It can be imported from `reportedly.claims`, and has a docstring."""
    assert getattr(reportedly.claims, name).__doc__


def test_claims_refuse_other_names() -> None:
    """A mistyped name is an AttributeError there as well, and what is listed is what is public."""
    assert dir(reportedly.claims) == sorted(reportedly.claims.__all__)
    with pytest.raises(AttributeError, match="Bouk"):
        reportedly.claims.Bouk  # type: ignore[attr-defined] # noqa: B018 - asking is the test


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "reportedly.read",
        "reportedly.Given",
        "reportedly.Report",
        "import reportedly.claims; reportedly.claims.Claim",
    ],
)
def test_nothing_heavy_is_imported_until_something_is_read(statement: str) -> None:
    """Asking for the package, or for a name in it, loads neither the model's runtime nor any parser."""
    script = f"import sys, reportedly; {statement or 'pass'}; assert not set({HEAVY!r}) & set(sys.modules), sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
