"""The files that pages load: what others made is as they made it, and addresses change with the bytes."""

from __future__ import annotations

import hashlib
import importlib.resources
import json
from typing import TYPE_CHECKING

from reportedly.desk.statics import TYPES, statics, vendored

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

MOST_BYTES = 500_000
"""Of scripts and fonts; more than half of it is the map."""


def test_vendored_files_are_as_published() -> None:
    """Each file has the digest that was taken when it was copied, and no file lies beside them unlisted."""
    folder = importlib.resources.files("reportedly.desk").joinpath("static")
    listed = json.loads(folder.joinpath("vendored.json").read_text("utf-8"))
    for file in (file for part in listed for file in part["files"]):
        data = folder.joinpath(file["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"]), file["name"]
    known = {file["name"] for part in listed for file in part["files"]} | {part["text"] for part in listed}
    found = {f"{kind}/{each.name}" for kind in ("vendor", "fonts") for each in folder.joinpath(kind).iterdir()}
    assert found == known


def test_vendored_parts_are_small_and_have_licences() -> None:
    """Together they stay small, and each comes with the text of its licence."""
    assert sum(part.bytes for part in vendored()) < MOST_BYTES
    folder = importlib.resources.files("reportedly.desk").joinpath("static")
    for part in vendored():
        assert part.licence
        assert "permi" in folder.joinpath(part.text).read_text("utf-8").lower()  # permission, or what is permitted


def test_the_lock_file_names_no_registry(root: Path) -> None:
    """Whoever installs takes their own registry; the digests say whether it is the same."""
    lock = json.loads((root / "desk-assets" / "package-lock.json").read_text("utf-8"))
    wanted = {part.name: part.version for part in vendored()}
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        short = name.removeprefix("node_modules/")
        if short in wanted:
            assert package["version"] == wanted[short]


def test_addresses_are_of_this_version(client: TestClient) -> None:
    """A file is served as what it is under this version's address alone, and nothing else is."""
    answer = client.get(statics().url("tokens.css"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, TYPES[".css"])
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/000000000000/tokens.css").status_code == 404
    for path in ("%2e%2e/app.py", "..%2fapp.py", "%2e%2e%2f%2e%2e%2fapp.py", "nothing.css"):
        assert client.get(f"/static/{statics().version}/{path}").status_code == 404
