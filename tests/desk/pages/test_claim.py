"""The page of one claim and its twin."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from reportedly.claims import coinciding
from reportedly.claims.claim import RootKind
from reportedly.desk.pages.claim import shown
from tests.claims.parts import RULES
from tests.claims.tale import about, made

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def _claims(client: TestClient) -> list[dict[str, Any]]:
    """Return the claims of the examples in the form of the contract."""
    listed = client.get("/api/claims", params={"limit": "200"}).json()["claims"]
    return [client.get(f"/api/claims/{each['id']}").json() for each in listed]


def test_every_claim_of_the_list_can_be_opened(client: TestClient) -> None:
    """Each page has the clearest wording, every telling once, every answer, and the grade of its twin."""
    claims = _claims(client)
    assert len(claims) > 10
    for claim in claims:
        page = client.get(f"/claims/{claim['id']}")
        assert page.status_code == 200
        text = html.unescape(page.text)
        assert " ".join(claim["wording"].split())[:60] in " ".join(text.split())
        for said in claim["statements"]:
            assert page.text.count(f'id="{said["id"]}"') == 1
        for who in claim["responses"]:
            assert (
                html.escape((who["speaker"]["name"] or "somebody")[:60]) in page.text or who["speaker"]["name"] in text
            )
        assert f'<span class="grade">{claim["grade"]["letter"]}{claim["grade"]["digit"]}</span>' in page.text


def test_a_statement_or_the_beginning_of_an_id_opens_it_too(client: TestClient) -> None:
    """What `reportedly trace` takes, the address takes."""
    claims = _claims(client)
    counted = Counter(each["statement"] for claim in claims for each in claim["statements"])
    claim, said = next(
        (claim, each["statement"])
        for claim in claims
        for each in claim["statements"]
        if each["statement"] and counted[each["statement"]] == 1
    )
    for identity in (claim["id"][:14], said):
        assert client.get(f"/api/claims/{identity}").json()["id"] == claim["id"]


@pytest.mark.parametrize("path", ["/claims/c0000", "/api/claims/c0000"])
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    """An id of no claim is a page that says so."""
    given = client.get(path)
    assert given.status_code == 404
    assert "c0000" in given.text


def test_it_is_shown_as_of_a_moment(client: TestClient) -> None:
    """Reports that came later are not in it; the claim keeps its id as long as its first member does."""
    late = max(_claims(client), key=lambda claim: len({each["known_from"] for each in claim["statements"]}))
    first = late["statements"][0]["known_from"]
    early = client.get(f"/api/claims/{late['id']}", params={"as_of": first}).json()
    assert early["id"] == late["id"]
    assert len(early["statements"]) < len(late["statements"])


def test_every_telling_stands_once_in_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the origin that it leads to, or apart: a denial, which stands for nothing."""
    monkeypatch.setattr(coinciding, "model", lambda: RULES)
    story = made()
    claim = about(story, "stay shut")
    seen = shown(story, claim)
    told = [one.statement["id"] for origin in seen.origins for one in (*origin.tellings, *origin.copies)]
    apart = [one.statement["id"] for one in seen.others]
    assert sorted(told + apart) == sorted(member.proposition.id for member in claim.members)
    assert [each.kind for each in seen.origins].count(RootKind.UNKNOWN) == 1
    assert [one.statement["relation"] for one in seen.others] == ["denies"]
    assert any(way.said.startswith("cites ") for origin in seen.origins for one in origin.tellings for way in one.ways)
