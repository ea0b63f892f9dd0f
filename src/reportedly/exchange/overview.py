"""What stands between a report's head and its text, as markup: the counts, whose voice it is, a bold headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.exchange import wording
from reportedly.exchange.note import dotted, pointing, words
from reportedly.exchange.summary import Summary, percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.exchange.lights import Lights
    from reportedly.values import Certainty, Passage, Reading


def overview(index: int, reading: Reading, numbers: Mapping[str, int], lights: Lights) -> list[str]:
    """Return the lines that sum a reading up; `numbers` tells the number of a statement by its id."""
    first, *rest = Summary.of(reading).phrases()
    found = dotted([f"<b>{first}</b>", *rest])
    lines = (f'<p class="found">{found}</p>', _voice(reading, lights), _headline(index, reading, numbers, lights))
    return [line for line in lines if line]


def shares(index: int, reading: Reading) -> str:
    """Return the style rule for the widths of the bar: the page's own policy allows no style on an element."""
    summary = Summary.of(reading)
    if summary.attributed is None:
        return ""
    widths = " ".join(f"{share or 0:.4f}fr" for share in (summary.attributed, summary.hedged, summary.bare))
    return f"#r{index} .bar {{ grid-template-columns: {widths}; }}"


def _voice(reading: Reading, lights: Lights) -> str:
    """Return a thin bar of the shares of the text, with its words; those of the bare share light its sentences."""
    summary = Summary.of(reading)
    if reading.voice is None or summary.attributed is None:
        return ""
    shares = {"attributed": summary.attributed, "hedged": summary.hedged, "bare": summary.bare}
    told = {name: f"{percent(share or 0)} {name}" for name, share in shares.items()}
    label = ", ".join(told.values())
    if sentences := reading.voice.sentences:
        told["bare"] = f'<span class="{lights.pointer(sentences)}" tabindex="0">{told["bare"]}</span>'
    bars = "".join(f'<span class="{name}"></span>' for name in told)
    keys = "".join(f'<span class="{name}-key">{words}</span>' for name, words in told.items())
    return f'<div class="voice"><div class="bar" role="img" aria-label="{label}">{bars}</div><p>{keys}</p></div>'


def _headline(index: int, reading: Reading, numbers: Mapping[str, int], lights: Lights) -> str:
    """Return the headline beside the body where it sounds surer."""
    headline = reading.headline
    number = numbers.get(headline.statement) if headline else None
    if headline is None or number is None or not headline.stronger:
        return ""
    in_text = headline.words.within == reading.report.text  # else it stands in the title alone, and cannot be lit
    named = f"statement {number}"
    if reading.report.paragraphs:  # else nothing of the report is shown, and no note that could be led to
        named = f'<a href="#r{index}-n{number}">{named}</a>'
    return (
        '<div class="surer" role="note"><p><b>The headline sounds surer than the body.</b></p><dl>'
        + _claim("Headline", headline.words, headline.certainty, lights if in_text else None)
        + _claim(f"Body, {named}", headline.body, headline.body_certainty, lights)
        + "</dl></div>"
    )


def _claim(who: str, passage: Passage, certainty: Certainty, lights: Lights | None) -> str:
    """Return the words of one side with how sure they sound."""
    said = f"“<bdi>{words(passage)}</bdi>”" if passage else ""
    if said and lights:
        said = pointing(passage, lights, said)
    return f"<dt>{who}</dt><dd><b>{wording.CERTAINTIES[certainty]}</b> {said}</dd>"
