"""What is installed and whether it works, part by part: nothing that is broken keeps the rest from being looked at."""

from __future__ import annotations

import dataclasses
import enum
import importlib.metadata
import os
import platform
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

EXTRAS = {
    "archives": "web archives (WARC, WACZ) and pages packed with brotli",
    "pdf": "PDF with a text layer",
    "postgres": "a ledger in PostgreSQL, for a team",
    "spacy": "the component for spaCy pipelines",
}
"""What each extra is for."""

SENTENCE = "The harbour master said that the bridge was shut."
"""Is read to see whether reading works at all."""

_REQUIREMENT = re.compile(
    r"(?P<name>[\w.-]+)\s*(?:\[[^\]]*\])?\s*(?P<bounds>[^;]*?)\s*(?:;\s*(?P<marker>.*))?", re.ASCII
)
_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w.-]+)['\"]")
_PYTHON = re.compile(r"python_version\s*(<|>=)\s*['\"](\d+\.\d+)['\"]")
_FLOOR = re.compile(r">=\s*(\d+(?:\.\d+)*)")
_RELEASE = re.compile(r"\d+(?:\.\d+)*")


class State(enum.StrEnum):
    """How it is with a part. What is missing is an extra, or a ledger that was not begun yet."""

    PRESENT = "present"
    MISSING = "missing"
    FAULTY = "faulty"


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A part: its area (program, package, model, gazetteer, reading, ledger, extra), its name, and how it is with it.

    `value` is what is there, `note` what it is for, where it comes from or what to do about it.
    """

    area: str
    name: str
    state: State
    value: str = ""
    note: str = ""


def parts(ledger: str | None) -> Iterator[Part]:
    """Yield every part; `ledger` is the one that was asked about, None for the user's own."""
    yield from _checked("program", "reportedly", _program)
    yield Part("python", "Python", State.PRESENT, platform.python_version(), platform.platform())
    try:
        asked = importlib.metadata.requires("reportedly") or []
    except importlib.metadata.PackageNotFoundError:
        asked = []
    needed, extras = requirements(asked)
    for requirement in needed:
        yield package(requirement)
    yield from _checked("model", "model", _model)
    yield from _checked("gazetteer", "gazetteer", _gazetteer)
    yield from _checked("reading", "reading", _reading)
    yield from _checked("ledger", "ledger", lambda: _ledger(ledger))
    for name, brought in sorted(extras.items()):
        yield extra(name, brought)


def _checked(area: str, name: str, check: Callable[[], Part]) -> Iterator[Part]:
    """Give what a check finds; where it fails, that is what it finds."""
    try:
        yield check()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with a part is what was asked
        said = " ".join(str(error).split())
        yield Part(area, name, State.FAULTY, said or type(error).__name__)


def requirements(asked: Sequence[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Return what this Python always needs and what it needs for each extra, from the metadata of a package."""
    needed: list[str] = []
    extras: dict[str, list[str]] = {}
    for each in asked:
        found = _REQUIREMENT.fullmatch(each)
        if not found or not _concerns(found["marker"] or ""):
            continue
        name = _EXTRA.search(found["marker"] or "")
        plain = f"{found['name']}{found['bounds']}"
        if name:
            extras.setdefault(name[1], []).append(plain)
        else:
            needed.append(plain)
    return sorted(needed, key=str.lower), extras


def _concerns(marker: str) -> bool:
    """Say whether a requirement is one of this version of Python."""
    bound = _PYTHON.search(marker)
    if not bound:
        return True
    older = _numbers(platform.python_version()) < _numbers(bound[2])
    return older if bound[1] == "<" else not older


def package(requirement: str) -> Part:
    """Look for a package that is needed."""
    found = _REQUIREMENT.fullmatch(requirement)
    name = found["name"] if found else requirement
    version = _version(name)
    if version is None:
        return Part("package", name, State.FAULTY, "not installed", f"needed: {requirement}; reinstall reportedly")
    floor = _FLOOR.search(requirement)
    if floor and _numbers(version) < _numbers(floor[1]):
        return Part("package", name, State.FAULTY, version, f"too old: {requirement} is needed")
    return Part("package", name, State.PRESENT, version)


def extra(name: str, brought: Sequence[str]) -> Part:
    """Look for the packages of an extra; one that is missing is no fault."""
    purpose = EXTRAS.get(name, "")
    found = [package(each) for each in brought]
    have = ", ".join(f"{each.name} {each.value}" for each in found if each.state is State.PRESENT)
    if all(each.state is State.PRESENT for each in found):
        return Part("extra", name, State.PRESENT, purpose, have)
    return Part("extra", name, State.MISSING, purpose, f"pip install 'reportedly[{name}]'")


def _version(name: str) -> str | None:
    """Return the version of a package; None where it is not installed."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with, without zeros at the end."""
    found = _RELEASE.match(version)
    numbers = [int(each) for each in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _program() -> Part:
    """Look at the package itself."""
    return Part("program", "reportedly", State.PRESENT, importlib.metadata.version("reportedly"))


def _model() -> Part:
    """Look at the packaged model, every byte of it."""
    from reportedly.engine.bundle import packaged  # noqa: PLC0415 - as below: a part that is broken must not stop us

    bundle = packaged()
    said = f"{bundle.config.name} {bundle.config.version}"
    return Part("model", "model", State.PRESENT, said, f"SHA-256 {bundle.digest}")


def _gazetteer() -> Part:
    """Look at the packaged gazetteer."""
    from reportedly.gazetteer.gazetteer import packaged  # noqa: PLC0415

    found = packaged()
    built = ", ".join(f"{name} {version}" for name, version in found.header.built_from.items())
    return Part("gazetteer", "gazetteer", State.PRESENT, f"{len(found):,} places", f"built from {built}")


def _reading() -> Part:
    """Read a sentence."""
    from reportedly.exchange.summary import counted  # noqa: PLC0415
    from reportedly.intake import packaged_pipeline  # noqa: PLC0415
    from reportedly.values import Report  # noqa: PLC0415

    found = len(packaged_pipeline().read(Report(text=SENTENCE)).statements)
    state = State.PRESENT if found else State.FAULTY
    return Part("reading", "reading", state, f"{counted(found, 'statement')} in a sentence that has one")


def _ledger(ledger: str | None) -> Part:
    """Open the ledger."""
    from reportedly.cli.asking import opened  # noqa: PLC0415
    from reportedly.errors import UsageError  # noqa: PLC0415
    from reportedly.exchange.summary import counted  # noqa: PLC0415
    from reportedly.ledger.opening import SCHEMA, located, shown  # noqa: PLC0415

    where = located(ledger or None)
    if "://" not in where and not os.path.exists(where):  # noqa: PTH110 - Path.exists raises on a long name
        return Part("ledger", "ledger", State.MISSING, f"none yet at {where}", "`reportedly add` makes one")
    try:
        with opened(where) as found:
            reports = found.view().stats().reports
    except UsageError as error:  # a package for it is missing
        return Part("ledger", "ledger", State.MISSING, shown(where), str(error))
    return Part("ledger", "ledger", State.PRESENT, found.where, f"schema {SCHEMA}, {counted(reports, 'report')}")
