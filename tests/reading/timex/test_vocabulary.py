"""The words of temporal expressions."""

from __future__ import annotations

import pytest

from reportedly.reading.timex.lexing import lexemes
from reportedly.reading.timex.vocabulary import vocabulary
from reportedly.values import TimeRole


@pytest.mark.parametrize("word", sorted(vocabulary().kinds))
def test_every_word_is_written_as_it_is_searched(word: str) -> None:
    """Words are in small letters with straight apostrophes, and made of lexemes."""
    assert word == word.lower()
    assert [low for _, _, low in lexemes(word)]


def test_roles_are_known() -> None:
    """Words before a time tell roles of the closed list only."""
    told = {str(values["role"]) for values in vocabulary().kinds.values() if "role" in values}
    assert told <= {role.value for role in TimeRole}


def test_months_and_weekdays_are_all_there() -> None:
    """Twelve months and seven days of the week have their numbers."""
    kinds = vocabulary().kinds
    assert {values["month"] for values in kinds.values() if "month" in values} == set(range(1, 13))
    assert {values["weekday"] for values in kinds.values() if "weekday" in values} == set(range(1, 8))
