"""The operators of the packaged graphs: those of ONNX itself and of ONNX Runtime, which every build of it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.engine import Bundle

DOMAINS = {"", "ai.onnx", "com.microsoft"}
GRAPH, OPSET, FUNCTIONS = 7, 8, 25
"""Fields of ModelProto in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto."""
NODE = 1
"""A field of GraphProto."""
OPERATOR, DOMAIN = 4, 7
"""Fields of NodeProto."""
OPSET_DOMAIN = 1
"""A field of OperatorSetIdProto."""


def fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the numbers and the values of the fields of a message that hold bytes, and pass over the others.

    The cases are the wire types of https://protobuf.dev/programming-guides/encoding/.
    """
    place = 0
    while place < len(message):
        key, place = varint(message, place)
        match key & 7:
            case 0:
                _, place = varint(message, place)
            case 1:
                place += 8
            case 5:
                place += 4
            case 2:
                size, place = varint(message, place)
                yield key >> 3, message[place : place + size]
                place += size
            case other:
                msg = f"no wire type: {other}"
                raise ValueError(msg)


def varint(message: bytes, place: int) -> tuple[int, int]:
    """Return the number that begins at a place, and the place behind it."""
    number = shift = 0
    while True:
        byte = message[place]
        number |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return number, place


def operators(model: bytes) -> set[tuple[str, str]]:
    """Return the domains and the names of all operators of a graph."""
    found = set()
    for graph in (value for number, value in fields(model) if number == GRAPH):
        for node in (value for number, value in fields(graph) if number == NODE):
            parts = dict(fields(node))
            found.add((parts.get(DOMAIN, b"").decode(), parts[OPERATOR].decode()))
    return found


@pytest.fixture(params=["encoder.onnx", "attribution.onnx"])
def graph(request: pytest.FixtureRequest, bundle: Bundle) -> bytes:
    """Return each graph of the packaged bundle in turn."""
    return bundle.files[request.param]


def test_operators_are_plain(graph: bytes) -> None:
    """No graph needs an operator that an ordinary ONNX Runtime does not bring."""
    found = operators(graph)
    assert {domain for domain, _ in found} <= DOMAINS, found
    assert ("", "MatMulInteger") in found, "the graph is not quantised, or not read rightly"


def test_only_plain_domains_are_declared(graph: bytes) -> None:
    """No graph declares operators of any other origin, nor brings functions of its own."""
    declared = [dict(fields(value)) for number, value in fields(graph) if number == OPSET]
    assert declared
    assert {opset.get(OPSET_DOMAIN, b"").decode() for opset in declared} <= DOMAINS
    assert FUNCTIONS not in {number for number, _ in fields(graph)}
