"""A text's language is told where the text is long enough, and English without loading a model."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import language

ENGLISH = (
    "The minister said on Tuesday that the bridge would be closed for repairs until the autumn, and that nobody had "
    "been told of the cracks before the inspection in March."
)
OTHERS = {
    "it": (
        "Il ministro ha detto martedì che il ponte resterà chiuso fino all’autunno per lavori, e che nessuno era stato "
        "informato delle crepe prima dell’ispezione di marzo."
    ),
    "de": (
        "Der Minister sagte am Dienstag, die Brücke bleibe wegen der Arbeiten bis zum Herbst geschlossen, und niemand "
        "sei vor der Prüfung im März über die Risse unterrichtet worden."
    ),
    "ru": (
        "Министр сказал во вторник, что мост будет закрыт на ремонт до осени и что до проверки в марте никому не "
        "сообщали о трещинах в опорах и о том, что они опасны."  # noqa: RUF001 - Russian
    ),
    "zh": (
        "部长星期二说、大桥将关闭维修直到秋天、在三月份的检查之前没有人被告知裂缝的情况。市长否认曾经收到任何警告。"
        "居民们则表示他们早就知道这座桥存在安全问题。"
    ),
}


def test_english_is_told() -> None:
    """English is `en`, and deserves no caution."""
    assert language.identify(ENGLISH) == "en"
    assert language.about("en") == ()


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told_and_warned_of(code: str) -> None:
    """A text in another language has its code, and a caution that the engine knows English only."""
    assert language.identify(OTHERS[code]) == code
    (caution,) = language.about(code)
    assert caution.code == "not-english"
    assert f"({code})" in caution.message


@pytest.mark.parametrize("text", ["", "Bridge closed", "\0" * 500, "12 34 56 " * 50, "Die Brücke ist zu, sagt er."])
def test_short_texts_have_no_language(text: str) -> None:
    """Under twenty words nothing is said, and nothing is warned of."""
    assert language.identify(text) is None
    assert language.about(None) == ()


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_no_text_raises(text: str) -> None:
    """Whatever the text, lone surrogates among it, there is an answer or none."""
    found = language.identify((text + " ") * 25)
    assert found is None or (found.isalpha() and 2 <= len(found) <= 3)


def test_english_loads_no_model() -> None:
    """The language model takes long to load, which English texts need not wait for."""
    script = (
        "import sys; from reportedly.formats.language import identify; "
        f"assert identify({ENGLISH!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
