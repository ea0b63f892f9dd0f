"""The pages of the desk in a browser: each in light and dark, narrow and wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.desk.conftest import Opens

pytestmark = pytest.mark.browser
PAGES = {
    "claims": "/",
    "claims-none": "/?q=zeppelin&status=confirmed",
    "claims-then": "/?as_of=2025-03-13",
    "about": "/about",
    "fault": "/nowhere",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 390, 768, 1280, 2000, 2560])
@pytest.mark.parametrize("name", ["claims", "about"])
def test_pages_are_whole_at_every_width(visit: Opens, name: str, width: int, dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Nothing is wrong with a page, however wide the window, in light and in dark."""
    visit(PAGES[name], width=width, dark=dark).check(name)


@pytest.mark.parametrize("name", ["claims-none", "claims-then"])
def test_rarer_pages_are_whole(visit: Opens, name: str) -> None:
    """Nothing is wrong with a page that has nothing to show, or shows what was known."""
    for width in (390, 1280):
        visit(PAGES[name], width=width, dark=width == 390).check(name)
