"""XML is read as far as it can be, and nothing outside of it is."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import xml_tree


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("caf&eacute; &amp; bar", "café & bar"),
        ("A & B &nosuch; &#0; &#x41;", "A & B &nosuch; \ufffd A"),
        ("&LT;b&gt; &lt;i>", "<b> <i>"),
        ("<![CDATA[a &eacute; & <b>]]>", "a &eacute; & <b>"),
        ("<x:b y:c='1'>d</x:b>", "d"),
    ],
)
def test_what_people_write_is_understood(inside: str, words: str) -> None:
    """References of HTML, bare ampersands and undeclared prefixes are no damage."""
    document = xml_tree.parse(f"<a>{inside}</a>".encode(), "x")
    assert (xml_tree.words(document.root), document.broken) == (words, ())


def test_a_broken_place_is_told_with_its_line() -> None:
    """What follows it keeps its marks."""
    document = xml_tree.parse(b"<a>\n<b>one</c>\n<d>A &lt; B &amp; C</d></a>", "x")
    assert document.broken[0] == 2
    assert "A < B & C" in (xml_tree.words(document.root) or "")
    assert str(document.error("x")).startswith("x, line 2: broken XML (")
    assert [caution.code for caution in document.damage()] == ["damaged"]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "not XML"),
        (b"no", "not XML"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities of its own"),
        (b"<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/hostname'> %b;]><a/>", "entities of its own"),
        (b"<!DOCTYPE a [<!ELEMENT a (#PCDATA)> ']' <!ENTITY b 'c'>]><a>&b;</a>", "for safety"),
    ],
)
def test_what_is_not_read_says_why(data: bytes, part: str) -> None:
    """Nothing that could grow or name another file is taken in."""
    with pytest.raises(ReportError, match=part):
        xml_tree.parse(data, "x")


def test_nested_without_end_is_broken_and_no_crash() -> None:
    """Libxml2's own bound holds."""
    assert xml_tree.parse(b"<a>" * 100_000, "x").broken


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_is_followed(encoding: str) -> None:
    """And lines keep their numbers."""
    data = f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE a\n SYSTEM "a.dtd">\n<a>café</b></a>'.encode(
        encoding
    )
    document = xml_tree.parse(data, "x")
    assert (xml_tree.words(document.root), document.broken[0]) == ("café", 4)


@given(words=st.text(st.characters(exclude_categories=["Cc", "Cs", "Z", "Cn"]), min_size=1))
def test_texts_come_back_as_they_were(words: str) -> None:
    """Every character that XML has is read as it stands."""
    written = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert xml_tree.words(xml_tree.parse(f"<a>{written}</a>".encode(), "x").root) == words


@given(data=st.binary() | st.text("<>&;[]!-?xml:a/='\"", max_size=60).map(str.encode))
def test_only_report_errors_are_raised(data: bytes) -> None:
    """Whatever the bytes are."""
    with contextlib.suppress(ReportError):
        assert xml_tree.local(xml_tree.parse(b"<a>" + data, "x").root)
