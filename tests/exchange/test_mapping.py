"""The map page: what it promises, and, in a real browser, what it does."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.exchange.mapping import SCRIPTS, page
from tests.building import reading
from tests.exchange.browsing import CHROMIUM, Browser
from tests.exchange.located import anywhere, located

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Reading

PARTS = Path(reportedly.__file__).parent / "exchange" / "map"
HOSTILE = "</script><img src=x onerror=document.title='taken'><!--<script>"
LARGEST = 1_500_000
"""Bytes of a page of a few reports, which is to be sent by mail."""
LAND = 800_000
"""Bytes of the ground, of which every page has a copy."""


def _element(markup: str, name: str) -> str:
    """Return what stands in the element of a page that begins like this."""
    found = re.search(rf"<{name}>(.*?)</{name.split(maxsplit=1)[0]}>", markup, re.DOTALL)
    assert found
    return found[1]


def _data(markup: str) -> dict[str, Any]:
    """Return the data of a page."""
    made: dict[str, Any] = json.loads(_element(markup, 'script type="application/json" id="data"'))
    return made


def test_the_page_forbids_itself_everything_but_its_own_style_and_script() -> None:
    """The policy allows nothing but the style and the script by their digests."""
    markup = page(located())

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    style, script = digest(_element(markup, "style")), digest(_element(markup, "script"))
    assert (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    ) in markup


def test_nothing_on_the_page_asks_for_anything_from_elsewhere() -> None:
    """No address, no import and no request stands in any part of the page; the only address is a report's own."""
    for path in PARTS.iterdir():
        if path.suffix in {".js", ".css", ".html"}:
            text = path.read_text(encoding="utf-8")
            wanted = (
                r"https?:|url\(|@import|\bfetch\(|XMLHttp|WebSocket|EventSource|sendBeacon|\ssrc=|\bimport\b|\son\w+=\""
            )
            assert re.findall(wanted, text) == []
    assert re.findall(r"https?://[^\"\s]+", page(located())) == ["https://observer.example/cable"]


def test_no_part_of_the_script_makes_markup_of_text() -> None:
    """Words become text only: nothing is parsed as HTML or run as script."""
    for part in SCRIPTS:
        text = (PARTS / f"{part}.js").read_text(encoding="utf-8")
        assert (
            re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser", text)
            == []
        )
        assert len(text.splitlines()) <= 250


def test_the_page_is_small_enough_to_be_sent() -> None:
    """The ground and the page with some reports on it stay within what mail takes."""
    assert (PARTS / "land.json").stat().st_size < LAND
    assert len(page(located()).encode()) < LARGEST


def test_the_ground_has_the_countries_of_iso_3166() -> None:
    """Codes are those of two letters, once each; a country that reports name often is there, and lines have a kind."""
    land = json.loads((PARTS / "land.json").read_text(encoding="utf-8"))
    codes = [country["code"] for country in land["countries"] if country["code"]]
    assert len(codes) == len(set(codes)) > 235
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert {"UA", "RU", "US", "CN", "GB", "PS", "IL", "TW", "XK", "FJ", "SJ", "GF"} <= set(codes)
    assert len(land["kinds"]) == len(land["arcs"].split(" "))
    assert set(land["kinds"]) == set("cbdn")


@given(st.lists(anywhere(), min_size=1, max_size=2))
@settings(max_examples=25)
def test_whatever_the_texts_hold_the_data_comes_back(made: list[Reading]) -> None:
    """Nothing of a report ends the data early: every statement is in it, and no `<` is."""
    markup = page(made)
    markup.encode()
    assert sorted(each["id"] for each in _data(markup)["statements"]) == sorted(
        statement.id for one in made for statement in one.statements
    )
    assert markup.count("<script") == markup.count("</script>") == 3
    assert not set("<>&\u2028") & set(_element(markup, 'script type="application/json" id="data"'))


def test_a_hostile_title_is_only_words() -> None:
    """Markup in a title neither ends the data nor the title of the page."""
    markup = page([reading("Ann said so.", [("Ann", "said", "so")], title=HOSTILE, publisher=HOSTILE)])
    assert "<img" not in markup
    assert _data(markup)["reports"][0]["title"] == HOSTILE


def test_light_and_dark_narrow_and_printed() -> None:
    """The style answers to the reader's colour scheme, to a narrow window and to paper, and nothing in it moves."""
    style = _element(page(located()), "style")
    for query in ("(prefers-color-scheme: dark)", "(max-width: 52rem)", "@media print"):
        assert query in style
    assert not re.search(r"animation|transition", style)


needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser with the page of all readings in it, and a hostile one among them."""
    folder = tmp_path_factory.mktemp("map")
    hostile = reading(f"{HOSTILE} said so.", [(HOSTILE, "said", "so")], title=HOSTILE)
    (folder / "map.html").write_text(page([*located(), hostile]), encoding="utf-8")
    with Browser(folder / "profile") as made:
        made.open((folder / "map.html").as_uri())
        yield made
        assert made.logged == []
        assert [address for address in made.asked if not address.startswith("file:")] == []
        assert len(made.asked) == 1


def _ask(browser: Browser, address: str) -> None:
    """Lead the page to an address of its own, and wait until it is there."""
    browser.run(f"location.hash = {json.dumps(address)}")
    browser.run("new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 30))")


def _counts(browser: Browser) -> str:
    """Return the line that counts."""
    return str(browser.run("document.getElementById('counts').textContent"))


def _shown(browser: Browser) -> list[str]:
    """Return the ids of the statements that are listed."""
    found: list[str] = browser.run(
        "[...document.querySelectorAll('#list li[data-id]:not([hidden])')].map((li) => li.dataset.id)"
    )
    return found


@pytest.mark.browser
@needs_browser
def test_every_statement_is_listed_and_counted(browser: Browser) -> None:
    """With nothing asked for, all are there, those without a place under a heading of their own."""
    _ask(browser, "")
    ids = [statement.id for each in located() for statement in each.statements]
    assert set(ids) < set(_shown(browser))
    assert _counts(browser) == "17 statements in 4 reports: 12 at 14 places, 5 without a place"
    placeless = browser.run("document.querySelectorAll('#list section')[1].textContent")
    assert placeless.startswith("Without a place5 statements")
    assert "Lessa" in placeless
    assert "which place is not known" in placeless
    assert browser.run("document.title").startswith("Who says what where")
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert HOSTILE in browser.run("document.getElementById('list').textContent")


@pytest.mark.browser
@needs_browser
def test_the_slider_filters(browser: Browser) -> None:
    """A handle moved by a key leaves fewer; the switch leaves out those without a time; the address keeps both."""
    _ask(browser, "")
    browser.run("document.getElementById('from').focus()")
    for _ in range(3):
        browser.key("ArrowRight", number=39)
    assert browser.run("location.hash").startswith("#from=")
    browser.until("document.getElementById('counts').textContent.startsWith('16 of 17')")
    _ask(browser, "from=2025-03-01&to=2025-03-02")
    with_undated = set(_shown(browser))
    cable, north, elsewhere = located()
    assert {cable.statements[0].id, cable.statements[1].id, north.statements[1].id} < with_undated
    assert cable.statements[3].id not in with_undated
    assert elsewhere.statements[0].id in with_undated
    browser.run("document.getElementById('undated').click()")
    assert elsewhere.statements[0].id not in _shown(browser)
    assert "undated=0" in browser.run("location.hash")
    assert browser.run("document.getElementById('range').textContent") == "1 March 2025 – 2 March 2025"


@pytest.mark.browser
@needs_browser
def test_search_and_report_and_stance_filter(browser: Browser) -> None:
    """Words are found without their accents, and each filter leaves what answers to it."""
    cable, north, _ = located()
    _ask(browser, "q=jurmala")
    assert _shown(browser) == [cable.statements[3].id]
    _ask(browser, "report=2")
    assert _shown(browser) == [statement.id for statement in north.statements]
    _ask(browser, "stance=denies")
    assert _shown(browser) == [cable.statements[2].id]
    assert _counts(browser) == "1 of 17 statements in 1 of 4 reports: 1 at 1 place"


@pytest.mark.browser
@needs_browser
def test_list_and_map_choose_each_other(browser: Browser) -> None:
    """A click on a mark marks its statements in the list; a statement that is chosen lights its marks."""
    cable = located()[0]
    _ask(browser, "q=riga")
    browser.key("0")
    browser.until("[...document.querySelectorAll('.mark:not([hidden])')].some((m) => m.textContent === '2Riga')")
    x, y = browser.run(
        "(() => { const counts = [...document.querySelectorAll('.mark:not([hidden]) .count')];"
        " const r = counts.find((c) => c.textContent === '2').getBoundingClientRect();"
        " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
    )
    browser.click(x, y)
    browser.until("document.querySelectorAll('#list li.at').length === 2")
    card = browser.run("document.getElementById('card').textContent")
    for words in (
        "Ilze Krasta",
        "“on Sunday”",
        "Cable to Gotland damaged",
        "The Strait Observer",
        "declines to comment",
    ):
        assert words in card
    browser.key("Escape", number=27)
    browser.until("document.getElementById('card').hidden && !document.querySelector('#list li.at')")
    browser.key("j")
    browser.until(f"document.querySelector('#list li.chosen')?.dataset.id === '{cable.statements[0].id}'")
    browser.until("document.querySelectorAll('.mark.lit:not([hidden])').length === 2")
    browser.key("/")
    assert browser.run("document.activeElement.id") == "search"


@pytest.mark.browser
@needs_browser
def test_the_keyboard_reaches_the_marks(browser: Browser) -> None:
    """The Tab key goes from the map to its marks, which keep the focus and show who says what."""
    _ask(browser, "report=2")
    browser.key("Escape", number=27)
    browser.run("document.getElementById('map').focus()")
    browser.key("0")
    browser.until("document.querySelectorAll('.mark:not([hidden])').length > 3")
    browser.key("Tab", number=9)
    browser.until("!document.getElementById('card').hidden")
    browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert browser.run("document.activeElement.className").startswith("mark")
    name = browser.run("document.activeElement.querySelector('.label').textContent")
    assert name.split(" and ")[0] in browser.run("document.getElementById('card').textContent")


@pytest.mark.browser
@needs_browser
def test_a_page_without_places_and_a_narrow_one_say_what_there_is(tmp_path: Path) -> None:
    """Without a place the map says so and the statement is listed; on a telephone nothing is wider than the window."""
    (tmp_path / "map.html").write_text(page([reading("Ann said so.", [("Ann", "said", "so")])]), encoding="utf-8")
    with Browser(tmp_path / "profile", width=390, height=844, scheme="dark") as browser:
        browser.open((tmp_path / "map.html").as_uri())
        assert browser.run("document.getElementById('nowhere').textContent").startswith("None of these statements")
        assert len(_shown(browser)) == 1
        assert browser.run("document.documentElement.scrollWidth") <= 390
        assert browser.run("getComputedStyle(document.documentElement).backgroundColor") == "rgb(23, 22, 20)"
        assert browser.logged == []
