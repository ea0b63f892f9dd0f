"""Where names are in a report: by capitals and parts of speech, without the titles before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.countries import called
from reportedly.reading.genders import gender
from reportedly.reading.nouns import LONGEST, ending, noun
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from reportedly.reading.script import Script
    from reportedly.values import Along, Mention

_PARTICLES = frozenset(
    "- – ' ’ al el de la le du des del della van von den der ter bin bint ibn abu ul da di dos ben ould".split()
)
_GLUED = frozenset("- – ' ’".split())
"""Marks that join the parts of a name only without a blank before them."""
_JOINING = frozenset({"of", "for", "on", "in", "to", "and", "&", "the"})
OF = frozenset({"of", "for", "on", "to"})
"""What joins a body's noun and the rest of its name: "Ministry of Defence"."""
_AND = frozenset({"and", "&"})
_TIMES = frozenset(
    "yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday january february july august "
    "september october november december christmas easter ramadan est edt gmt bst cet pst pdt cst ist am pm a.m. "
    "p.m.".split()
)
_MONTHS = frozenset({"march", "april", "may", "june"})
"""Months that are words of names as well."""
_WITH_CAPITAL = frozenset({"NOUN", "ADJ", "X", "VERB", "ADV", "SYM"})
_MOST = 40
"""Words of the longest name; more with capitals are no name but a heading."""
_LEAST = 0.4
"""The score from which on a mention's word with a capital is taken for a name's, whatever its part of speech."""


def names(script: Script, mentions: Along[Mention]) -> list[tuple[int, int]]:
    """Return the words [first, last) of each name, in order."""
    within = _within(script, mentions)
    capital = [_name_like(script, word, within) for word in range(len(script))]
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(script):
        last = _run(script, capital, within, place) if capital[place] else place + 1
        if capital[place]:
            runs.append((place, last))
        place = last
    plain = [run for run in runs if script.sentence[run[0]] not in script.headed]
    found = [name for run in plain for name in _split(script, *run)]
    known = {tuple(script.low[first:last]) for first, last in found}
    loud = (run for run in runs if script.sentence[run[0]] in script.headed)
    found += [name for run in loud for name in _known(script, *run, known)]
    found.sort()
    surnames = frozenset(script.low[last - 1] for first, last in found if last > first + 1)
    sure = {
        script.low[first]
        for first, _ in found
        if not script.begins(first) and script.sentence[first] not in script.headed
    }
    return [
        (first, last)
        for first, last in found
        if _kept(script, first, last, surnames) and not (last == first + 1 and _common(script, first, sure, within))
    ]


def _known(script: Script, first: int, last: int, known: Container[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Cut a run of a headline in capitals at the names that stand elsewhere as well; else as others are cut."""
    cut: list[tuple[int, int]] = []
    place = first
    while place < last:
        ends = range(min(last, place + LONGEST), place, -1)
        end = next((end for end in ends if tuple(script.low[place:end]) in known), None)
        if end is not None:
            cut.append((place, end))
        place = end or place + 1
    yield from cut or _split(script, first, last)


def _common(script: Script, word: int, sure: Container[str], within: Sequence[int]) -> bool:
    """Say whether a word may have its capital only because it begins a sentence: "Harbour" of "Harbour pilots"."""
    after = word + 1
    return (
        script.begins(word)
        and after < len(script)
        and script.pos[after] == "NOUN"
        and script.low[word] not in sure
        and not within[word]
        and not called(script.plain(word, after))
    )


def _kept(script: Script, first: int, last: int, surnames: frozenset[str]) -> bool:
    """Say whether words with capitals are a name, and no noun phrase of a headline or with a capital for respect."""
    if last == first + 1:
        return script.low[first] in surnames or (script.low[first] not in _MONTHS and _own(script, first))
    found = noun(script.low[max(first, last - LONGEST) : last]) if script.sentence[first] in script.headed else None
    return found is None or not (found[0].kind is SpeakerKind.DOCUMENT or (found[0].person and found[0].plural))


def _own(script: Script, word: int) -> bool:
    """Say whether a word with a capital is a name by itself, and not a noun that has a capital: "the President"."""
    return not noun([script.low[word]]) or bool(called(script.plain(word, word + 1)))


def _within(script: Script, mentions: Along[Mention]) -> list[int]:
    """Return for each word the number of the named mention that it stands in, from 1; 0 where in none."""
    out = [0] * len(script)
    word = 0
    for number, mention in enumerate(mentions, 1):
        if not mention.named or mention.score < _LEAST:
            continue
        while word < len(script) and script.start[word] < mention.start:
            word += 1
        while word < len(script) and script.start[word] < mention.end:
            out[word] = number
            word += 1
    return out


def _name_like(script: Script, word: int, within: Sequence[int]) -> bool:
    """Say whether a word can be one of a name's."""
    pos, low = script.pos[word], script.low[word]
    if not script.capital(word) or low in _TIMES:
        return False
    if pos in {"PROPN", "PRON"}:
        return pos == "PROPN" or _abbreviation(script, word)
    if pos not in _WITH_CAPITAL:
        return False
    inside = not script.begins(word) and script.sentence[word] not in script.headed
    if inside or called(script.plain(word, word + 1)):
        return True
    found = noun([low])
    titled = found is not None and "title" in found[0].flags and script.capital(min(word + 1, len(script) - 1))
    return titled or (found is None and within[word] > 0 and pos != "ADV")


def _abbreviation(script: Script, word: int) -> bool:
    """Say whether a word is all capitals in a sentence that is not: "WHO"."""
    shown = script.shown(word, word + 1)
    return len(shown) > 1 and shown.isupper() and script.sentence[word] not in script.headed


def _run(script: Script, capital: Sequence[bool], within: Sequence[int], first: int) -> int:
    """Return where the name ends that begins at `first`, when words like "of" may join its parts."""
    last = first + 1
    while last < min(len(script), first + _MOST) and script.sentence[last] == script.sentence[first]:
        if capital[last]:
            last += 1
            continue
        following = last
        while following < len(script) and following < last + 2 and script.low[following] in _PARTICLES:
            following += 1
        if following == last:
            while following < len(script) and following < last + 2 and script.low[following] in _JOINING:
                following += 1
            if following == last or not _joins(script, within, first, last, following):
                break
        elif script.low[last] in _GLUED and script.start[last] > script.end[last - 1]:
            break
        if following >= len(script) or not capital[following] or script.sentence[following] != script.sentence[first]:
            break
        last = following + 1
    return last


def _joins(script: Script, within: Sequence[int], first: int, last: int, following: int) -> bool:
    """Say whether "of", "for" or "and" between two words with capitals belongs to a name."""
    if following >= len(script):
        return False
    low = script.low[last]
    before, after = script.low[last - 1], script.low[following]
    if low == "&":
        return True
    if low == "of" and following == last + 1 and (office := noun([before, low, after])) and office[1] > 1:
        return True
    if low in _AND:
        inside = within[last] and within[last] == within[last - 1] == within[following]
        listed = any(script.low[word] in {"of", "for", "on"} for word in range(first, last))
        return bool(inside) or (listed and not ending([after]) and not noun([after]))
    if low in OF and ending([before]):
        return True
    return within[last] > 0 and within[last] == within[last - 1] == within[following]


def _split(script: Script, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a run of words with capitals: "US President Barack Obama" are a name, a title and a name."""
    if script.low[last - 1] == "-":
        last -= 1
    while first < last and script.low[first] in _JOINING | _PARTICLES and not script.capital(first):
        first += 1
    if last <= first:
        return
    if called(script.plain(first, last)) or (
        last > first + 1 and ending(script.low[max(first, last - LONGEST) : last])
    ):
        yield first, last
        return
    title = _title(script, first, last)
    if title is not None:
        begin, end = title
        yield from _before_title(script, first, begin)
        yield from _split(script, end, last)
        return
    for cut in range(min(last - 1, first + 3), first, -1):
        if gender(script.low[cut]) and called(script.plain(first, cut)):
            yield first, cut
            yield cut, last
            return
    party = noun(script.low[first : first + 1])
    if last > first + 2 and party and "crowd" in party[0].flags:
        yield first, first + 1
        first += 1
    elif last > first + 2 and script.pos[first] != "PROPN" and gender(script.low[first + 1]):
        first += 1
    yield first, last


def _before_title(script: Script, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the name before a title: "Chicago" of "Chicago Deputy Mayor"."""
    end = last
    if ending(script.low[max(first, last - LONGEST) : last]):
        yield first, last
        return
    while (
        end > first
        and not called(script.plain(first, end))
        and (noun([script.low[end - 1]]) or script.low[end - 1] in _OF_TITLES)
    ):
        end -= 1
    if first < end:
        yield first, end


_OF_TITLES = frozenset(
    "foreign interior defence defense finance health justice transport home shadow deputy acting assistant associate "
    "vice prime former ex retired emeritus senior lead first chief lieutenant major rear staff special press high "
    "under lord economy energy education trade environment labour labor culture agriculture housing security state "
    "external".split()
)


def _surname(script: Script, first: int, last: int) -> bool:
    """Say whether a run that ends with a noun for a person is a full name all the same: "Jo King", "Ana Bishop"."""
    given = script.low[first]
    foreign = called(script.plain(first, last - 1)) or noun([given]) or given in _OF_TITLES
    return gender(given) is not None or (last - first == _FULL and script.low[last - 1] in _SURNAMES and not foreign)


_FULL = 2
_SURNAMES = frozenset(
    "imam judge bishop dean king cook baker butcher hunter gardener farmer carpenter marshal major duke prince earl "
    "abbot priest pope guest shepherd singer steward fellow friend child count baron knight miner porter sailor poet "
    "page fisher driver".split()
)
"""Nouns for people that are surnames as well, as any list of surnames has them."""


def _title(script: Script, first: int, last: int) -> tuple[int, int] | None:
    """Return the last title in a run, if there is one: "Prime Minister" of "Prime Minister Ana Ferro".

    At the end of a run a noun for a person is no name, unless a given name stands before it ("Jo King").
    """
    if last > first + 1 and (found := noun(script.low[first : first + 1])) and "address" in found[0].flags:
        return first, first + 1
    for end in range(last, first, -1):
        found = noun(script.low[max(first, end - LONGEST) : end])
        if found and found[0].person and (not found[0].plural or end < last):
            opens = end - found[1] == first and gender(script.low[end]) if end < last - 1 else None
            if end < last and ("title" in found[0].flags or opens):
                return end - found[1], end
            if end == last and last > first + 1 and not _surname(script, first, last):
                return end - found[1], end
    return None
