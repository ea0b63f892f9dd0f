"""One claim in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.desk.conftest import Opens

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280, 2000])
def test_a_claim_is_opened_from_the_list(visit: Opens, width: int, dark: bool) -> None:  # noqa: FBT001 - a case's value
    """A click on a row of several reports shows who says so; back leads to the list again."""
    window = visit("/?origins=2", width=width, dark=dark)
    words = window.page.locator(".row-open").first.inner_text()
    window.page.locator(".row-open").first.click()
    expect(window.page.get_by_role("heading", level=1)).to_have_text(words)
    expect(window.page.get_by_role("heading", name="Where it comes from")).to_be_visible()
    assert window.page.locator(".origin").count() >= 2
    window.check("claim")
    window.page.go_back()
    expect(window.page.get_by_role("heading", level=1)).to_have_text("Claims")


def test_reasons_open_by_the_keyboard(visit: Opens) -> None:
    """Every number says why: the reasons stand behind a summary that takes the focus."""
    window = visit("/?origins=2")
    window.page.keyboard.press("j")
    window.page.keyboard.press("Enter")
    why = window.page.locator(".head .why")
    why.locator("summary").focus()
    window.page.keyboard.press("Enter")
    expect(why.locator("li").first).to_be_visible()
