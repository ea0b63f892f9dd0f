"""The list of claims in a browser: keys, filters, and what is left where no script runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from reportedly.desk.locks import Token
from tests.desk.opened import opened

if TYPE_CHECKING:
    from tests.desk.conftest import Opens

pytestmark = pytest.mark.browser
SECRET = "an-invented-token-of-this-test"  # noqa: S105 - opens nothing


def test_keys_walk_the_list(visit: Opens) -> None:
    """`j` and `k` choose rows, whose links get the focus; at the ends they stay."""
    page = visit("/").page
    rows = page.locator("[data-row]")
    page.keyboard.press("j")
    expect(rows.nth(0).locator(".row-open")).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_have_class(re.compile("chosen"))
    for _ in range(4):
        page.keyboard.press("k")
    expect(rows.nth(0).locator(".row-open")).to_be_focused()
    assert page.url.endswith("#" + (rows.nth(0).get_attribute("id") or "-"))


def test_a_click_chooses_and_opens_nothing(visit: Opens) -> None:
    """A click beside the words chooses a row, and the page stays."""
    page = visit("/").page
    row = page.locator("[data-row]").nth(2)
    row.locator(".claim-more").click(position={"x": 2, "y": 2})
    expect(row).to_have_class(re.compile("chosen"))
    assert "/claims/" not in page.url


def test_the_sheet_shows_every_key(visit: Opens) -> None:
    """`?` shows the keys and Escape closes them; while they are open no other key works."""
    window = visit("/")
    page = window.page
    page.keyboard.press("?")
    sheet = page.locator("#keys")
    expect(sheet).to_be_visible()
    for words in ("Next", "Previous", "Search", "Show these keys", "Claims", "About"):
        expect(sheet.get_by_text(words, exact=True)).to_be_visible()
    window.check("keys")
    page.keyboard.press("j")
    expect(page.locator(".chosen")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_keys_go_to_pages(visit: Opens) -> None:
    """`g` and a letter go to a page, and `/` to the search; letters written there are letters."""
    page = visit("/").page
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/about")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url(re.compile(r"/$"))
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("jk")
    expect(page.locator("#q")).to_have_value("jk")


def test_filters_swap_the_list_and_stay_in_the_address(visit: Opens) -> None:
    """A filter changes the list and the address without loading the page; going back undoes it."""
    page = visit("/").page
    page.evaluate("window.same = true")
    page.locator("[data-search]").fill("engineers")
    page.wait_for_url("**/?q=engineers")
    page.get_by_label("contested").check()
    page.wait_for_url("**/?q=engineers&status=contested")
    expect(page.locator(".claim:not(.claim-contested)")).to_have_count(0)
    assert page.locator(".claim").count() > 0
    assert page.evaluate("window.same") is True
    page.go_back()
    page.wait_for_url("**/?q=engineers")
    expect(page.locator(".claim-unconfirmed").first).to_be_visible()


def test_paging_keeps_the_way_back(visit: Opens) -> None:
    """The next page is swapped in, and going back shows the first again."""
    page = visit("/?limit=5").page
    first = page.locator("[data-row]").nth(0).get_attribute("id")
    page.get_by_role("link", name="Earlier claims").click()
    page.wait_for_url("**after=*")
    expect(page.locator(f"#{first}")).to_have_count(0)
    page.go_back()
    expect(page.locator(f"#{first}")).to_be_visible()


def test_it_works_without_a_script(visit: Opens) -> None:
    """Search, filters and paging are a form and links."""
    page = visit("/", script=False).page
    page.locator("#q").fill("engineers")
    page.get_by_role("button", name="Show").last.click()
    page.wait_for_url("**q=engineers**")
    assert page.locator(".claim").count() > 0


def test_the_login_in_a_browser(visit: Opens, ledger_file: str) -> None:
    """A locked desk asks, says what is wrong, opens for the token, and goes to where one wanted."""
    with opened(ledger_file, Token(SECRET)) as at:
        window = visit("/about", width=390, at=at)
        page = window.page
        window.check("login")
        page.get_by_label("Token").fill(SECRET)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/about")
        expect(page.get_by_role("heading", name="Settings and about")).to_be_visible()
        page.get_by_role("button", name="Log out").click()
        page.wait_for_url("**/login")
        window.check()
