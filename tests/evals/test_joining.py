"""Tokens of a corpus, joined to text as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.joining import join, paragraph

TOKENS = st.lists(
    st.sampled_from(["``", "''", '"', "'", "'s", "n't", "-LRB-", "-RRB-", "$", "%", "-", "/", ",", "...", "fog", "’"])
    | st.text(min_size=1, max_size=4),
    max_size=12,
)


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("", ""),
        ("It is n't shut , is it ?", "It isn't shut, is it?"),
        ("`` Stop , '' she said .", '"Stop," she said.'),
        ('" Stop , " she said , " now . "', '"Stop," she said, "now."'),
        ("the pilots ' union 's boat", "the pilots' union's boat"),
        ("-LRB- about $ 5 or 3 % -RRB-", "(about $5 or 3%)"),
        ("a well - known and / or old pier", "a well-known and/or old pier"),
        ("[ sic ] ...", "[sic]..."),
    ],
)
def test_tokens_are_joined_as_people_write(tokens: str, expected: str) -> None:
    """Marks stand where they belong, clitics behind their words, and escapes are undone."""
    assert join(tokens.split())[0] == expected


@given(TOKENS)
def test_every_token_keeps_its_place(tokens: list[str]) -> None:
    """The places are in order and apart, hold the tokens, and at most a blank stands between two."""
    text, places = join(tokens)
    assert len(places) == len(tokens)
    end = 0
    for token, (start, behind) in zip(tokens, places, strict=True):
        assert text[end:start] in {"", " "}
        assert text[start:behind] == token or token in {"``", "''", "-LRB-", "-RRB-", "`"}
        end = behind
    assert end == len(text)


@given(st.lists(TOKENS, max_size=4))
def test_a_paragraph_holds_its_sentences(sentences: list[list[str]]) -> None:
    """Each sentence stands in the paragraph as it would alone."""
    text, places = paragraph(sentences)
    assert len(places) == len(sentences)
    for tokens, spans in zip(sentences, places, strict=True):
        alone, own = join(tokens)
        if spans:
            assert text[spans[0][0] : spans[-1][1]] == alone
            assert [(start - spans[0][0], end - spans[0][0]) for start, end in spans] == own
