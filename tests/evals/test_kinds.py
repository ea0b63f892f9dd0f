"""The kinds of attribution, read off the spans."""

from __future__ import annotations

import pytest

from evals.kinds import KINDS, Vocabulary, kinds

TEXT = """Mayor Denies Talks

Officials said the talks had ended. A source close to the mayor told reporters that they had not.

Brandt smiled. "There were no talks," Brandt said. "None at all." He declined to say more. Later she met Brandt,
whose officials asked for calm.
"""


def _kinds(source: str, cue: str, *content: str) -> set[str]:
    """Return the kinds of an attribution that is given as words."""
    found = [[(TEXT.index(words), TEXT.index(words) + len(words))] if words else [] for words in (source, cue)]
    pieces = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in content]
    return set(kinds(TEXT, Vocabulary.of([TEXT]), found[0], found[1], pieces))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        pytest.param(("Mayor", "Denies", "Talks"), {"indirect", "unnamed", "headline", "other cue"}, id="headline"),
        pytest.param(("Officials", "said", "the talks had ended"), {"indirect", "unnamed"}, id="officials"),
        pytest.param(
            ("A source close to the mayor", "told", "that they had not"), {"indirect", "unnamed"}, id="a source"
        ),
        pytest.param(
            ("Brandt", "said. ", '"There were no talks,"', '"None at all."'),
            {"direct", "named", "in pieces"},
            id="quotation in pieces",
        ),
        pytest.param(("He", "declined", "to say more"), {"indirect", "pronoun", "other cue"}, id="pronoun"),
        pytest.param(("", "", "Later she met Brandt"), {"indirect", "no source"}, id="nobody"),
    ],
)
def test_an_attribution_is_of_the_kinds_that_a_reader_sees(case: tuple[str, ...], expected: set[str]) -> None:
    """Each attribution is of exactly the kinds that its words show."""
    assert _kinds(*case) == expected


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    """A word that is written small elsewhere is no name at the beginning of a sentence; one never written small is."""
    vocabulary = Vocabulary.of([TEXT])
    assert not vocabulary.is_name(TEXT, TEXT.index("Officials"), "Officials")
    assert vocabulary.is_name(TEXT, TEXT.index("Brandt smiled"), "Brandt")


def test_touching_pieces_are_one_piece() -> None:
    """Pieces with only marks and white space between count as one."""
    first, second = '"There were', "no talks"
    assert "in pieces" not in _kinds("Brandt", "said. ", first, second)


def test_every_kind_is_known() -> None:
    """No kind is given that the table would leave out."""
    everything = _kinds("Officials", "said", "the talks had ended") | _kinds("", "declined", "Talks", '"None at all."')
    assert everything <= set(KINDS)
