"""Write docs/reference/python.md from the docstrings of everything in `__all__` of `reportedly` and its `claims`.

    python docs/python_page.py

A test compares the page with what this would write, so that it cannot drift.
"""

from __future__ import annotations

import dataclasses
import enum
import inspect
import re
from pathlib import Path

import reportedly
import reportedly.claims

PAGE = Path(__file__).parent / "reference" / "python.md"
RAISES = re.compile(r"^ {4}(\w+(?:Error|Exit)):", re.MULTILINE)
"""An entry under `Raises:` in a docstring."""
WIDTH = 90
"""Characters of a signature that still stand on one line."""
HEAD = """\
# Python

Everything here is imported from `reportedly`: `import reportedly`, then `reportedly.read(...)`; what stands under
[Claims](#claims) is imported from `reportedly.claims`. What is not on this page may change without notice. The values
are frozen; the offsets in them are code points of the report's text, with the end exclusive.

This page is written from the docstrings by `make docs`.
"""

CLAIMS = """\
## Claims

What follows is imported from `reportedly.claims`. [Trace a claim](../how-to/trace-a-claim.md#in-python) shows how, and
[Across reports](../explanation/claims.md) says what it means.
"""


def page() -> str:
    """Return the whole page."""
    sections: dict[str, list[str]] = {"Functions": [], "Values": [], "Errors": [], "Constants": []}
    for name in sorted(reportedly.__all__, key=str.lower):
        thing = getattr(reportedly, name)
        if inspect.isclass(thing) and issubclass(thing, Exception):
            sections["Errors"].append(_error(name, thing))
        elif inspect.isclass(thing):
            sections["Values"].append(_value(name, thing))
        elif callable(thing):
            sections["Functions"].append(_entry(f"{name}{signature(thing)}", doc(thing)))
        else:
            sections["Constants"].append(_constant(name))
    parts = [HEAD]
    parts += ["\n".join([f"## {title}\n", *entries]) for title, entries in sections.items() if entries]
    claimed = [_value(name, getattr(reportedly.claims, name)) for name in sorted(reportedly.claims.__all__)]
    parts += [CLAIMS, "\n".join(claimed)]
    return "\n".join(parts).rstrip() + "\n"


def doc(thing: object) -> str:
    """Return a docstring without its indentation; ValueError where there is none."""
    text = inspect.getdoc(thing)
    if not text:
        msg = f"{thing!r} has no docstring"
        raise ValueError(msg)
    return RAISES.sub(lambda found: f"- `{found[1]}`:", text).replace("Raises:\n", "Raises:\n\n")


def signature(thing: object) -> str:
    """Return a callable's parameters and what it returns, as the source has them."""
    found = inspect.signature(thing)  # type: ignore[arg-type] # only callables come here
    out, starred = [], False
    for parameter in found.parameters.values():
        if parameter.name in {"self", "cls"}:
            continue
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not starred:
            out.append("*")
        starred = starred or parameter.kind in {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_POSITIONAL}
        text = parameter.name
        if parameter.annotation is not inspect.Parameter.empty:
            text += f": {_type(parameter.annotation)}"
        if parameter.default is not inspect.Parameter.empty:
            text += f" = {parameter.default!r}"
        out.append(text)
    returned = "" if found.return_annotation is inspect.Signature.empty else f" -> {_type(found.return_annotation)}"
    line = f"({', '.join(out)}){returned}"
    if len(line) <= WIDTH:
        return line
    return "\n".join(["(", *(f"    {parameter}," for parameter in out), f"){returned}"])


def _type(annotation: object) -> str:
    """Return an annotation as it is written."""
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


def _entry(heading: str, text: str) -> str:
    """Return one entry."""
    name, mark, rest = heading.partition("(")
    title = f"### `{name}`\n"
    return f"{title}\n```python\n{name}{mark}{rest}\n```\n\n{text}\n" if mark else f"{title}\n{text}\n"


def _error(name: str, kind: type[Exception]) -> str:
    """Return the entry of an error, with the one that it is a kind of."""
    base = kind.__bases__[0].__name__
    above = f"\nA kind of `{base}`.\n" if base in reportedly.__all__ else ""
    return _entry(name, doc(kind)) + above


def _value(name: str, kind: type) -> str:
    """Return the entry of a value: what it is, its fields, its properties and its methods."""
    lines = [_entry(name, doc(kind))]
    if issubclass(kind, enum.Enum):
        lines.append(f"One of {', '.join(f'`{member.value}`' for member in kind)}.\n")
    if dataclasses.is_dataclass(kind):
        lines += ["| field | type |", "|---|---|"]
        lines += [f"| `{field.name}` | `{_cell(_type(field.type))}` |" for field in dataclasses.fields(kind)]
        lines.append("")
    members = [_member(attribute, member) for attribute, member in vars(kind).items() if not attribute.startswith("_")]
    return "\n".join([*lines, *(f"- {text}" for text in members if text), ""])


def _member(name: str, member: object) -> str:
    """Return one line for a property or a method, or nothing for a field."""
    if isinstance(member, classmethod | staticmethod):
        member = member.__func__
    if inspect.isfunction(member):
        shown = f"`{name}{signature(member)}`"
    elif isinstance(member, property) or hasattr(member, "attrname"):  # the latter a functools.cached_property
        shown = f"`{name}`"
    else:
        return ""
    return f"{shown}: {' '.join(doc(member).split())}"


def _constant(name: str) -> str:
    """Return the entry of a plain value. Values that change with each release are not written out."""
    value = getattr(reportedly, name)
    return _entry(name, f"A `{type(value).__name__}`." if name.startswith("__") else f"`{value!r}`")


def _cell(text: str) -> str:
    """Return a type so that its bars do not end a table's cell."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
