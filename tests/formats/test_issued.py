"""When an item was issued is kept no more precisely than stated."""

from __future__ import annotations

import pytest

from reportedly.formats import issued


@pytest.mark.parametrize(
    ("wording", "edtf"),
    [
        ("20241005T140300Z", "2024-10-05T14:03:00Z"),
        ("20241005140300", "2024-10-05T14:03:00"),
        ("20241005T1403+0200", "2024-10-05T14:03+02:00"),
        ("20241005", "2024-10-05"),
        ("Sat, 05 Oct 2024\n 14:03 GMT", "2024-10-05T14:03+00:00"),
        ("2024", "2024"),
    ],
)
def test_the_forms_of_feeds_and_wires_are_read(wording: str, edtf: str) -> None:
    """None becomes more precise than it is written."""
    moment, cautions = issued.moment("published", wording)
    assert (str(moment), cautions) == (edtf, ())


@pytest.mark.parametrize("wording", ["1970-01-01", "1989", "2999", "05/10/2024", "soon", 5, ["2024"], "20241399140300"])
def test_what_cannot_be_is_left_out(wording: object) -> None:
    """With a caution that shows it."""
    moment, cautions = issued.moment("published", wording)
    assert (moment, [caution.code for caution in cautions]) == (None, ["bad-date"])


@pytest.mark.parametrize("wording", ["", None])
def test_what_is_not_stated_is_unknown(wording: object) -> None:
    """It is no caution, and never today."""
    assert issued.moment("published", wording) == (None, ())
