"""The vectors of what reports say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims import meanings
from reportedly.claims.entry import Entry
from reportedly.claims.meanings import Meanings
from reportedly.claims.propositions import propositions
from tests.claims.papers import WordModel, paper
from tests.claims.tale import MAYOR

if TYPE_CHECKING:
    import pytest

    from reportedly.ledger import Ledger

TEXTS = [each.text for each in propositions(MAYOR)]


def test_texts_have_a_vector_each(word_model: WordModel) -> None:
    """Equal texts have equal vectors, and no text is given to the model twice; without texts there are no rows."""
    made = Meanings()
    rows = made(["the gate is shut", "herring", "the gate is shut"])
    assert rows.shape[0] == 3
    assert (rows[0] == rows[2]).all()
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)
    assert (made(["herring"])[0] == rows[1]).all()
    assert word_model.asked == [["the gate is shut", "herring"]]
    assert len(Meanings()([])) == 0


def test_what_was_made_is_kept_in_the_ledger(ledger: Ledger, word_model: WordModel) -> None:
    """Another who opens the ledger has the same vectors, bit by bit, without asking the model."""
    ledger.writer().add(MAYOR)
    first = Meanings(ledger)
    first.learn(Entry.of(MAYOR))
    made = first(TEXTS)
    second = Meanings(ledger)
    second.learn(Entry.of(MAYOR))
    assert (second(TEXTS) == made).all()
    assert word_model.asked == [TEXTS]
    assert (Meanings()(TEXTS) == made).all()


def test_another_model_makes_them_anew(ledger: Ledger, word_model: WordModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one model made tells another nothing."""
    ledger.writer().add(MAYOR)
    Meanings(ledger).learn(Entry.of(MAYOR))
    other = WordModel("another")
    monkeypatch.setattr(meanings, "Sentences", lambda _: other)
    Meanings(ledger).learn(Entry.of(MAYOR))
    assert (len(word_model.asked), len(other.asked)) == (1, 1)


def test_another_cut_of_the_text_is_made_anew(
    ledger: Ledger, word_model: WordModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a report is taken for other propositions, even for as many, old vectors are not theirs."""
    ledger.writer().add(MAYOR)
    Meanings(ledger).learn(Entry.of(MAYOR))
    monkeypatch.setattr(meanings, "propositions", lambda reading: propositions(reading)[:1])
    made = Meanings(ledger)
    made.learn(Entry.of(MAYOR))
    assert word_model.asked == [TEXTS, TEXTS[:1]]
    assert made(TEXTS[:1]).shape == Meanings()(TEXTS[:1]).shape


def test_what_is_forgotten_is_made_again(word_model: WordModel) -> None:
    """Memory is given back; the vectors come out the same."""
    made = Meanings()
    before = made(TEXTS)
    made.forget()
    assert (made(TEXTS) == before).all()
    assert word_model.asked == [TEXTS, TEXTS]


def test_a_report_that_says_nothing_is_kept_nowhere(ledger: Ledger, word_model: WordModel) -> None:
    """No model is asked for it."""
    empty = paper("Echo", None, "")
    ledger.writer().add(empty)
    Meanings(ledger).learn(Entry.of(empty))
    Meanings().learn(Entry.of(MAYOR))
    assert word_model.asked == []
