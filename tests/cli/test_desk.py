"""`reportedly desk`: what it refuses before it opens, and that it opens."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

from reportedly.cli import desk
from reportedly.desk.locks import password_in
from reportedly.desk.settings import HOST, PORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_command_has_the_settings_of_the_desk() -> None:
    """Where it listens by default is said twice, and is the same."""
    assert (desk.HOST, desk.PORT) == (HOST, PORT)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "--token-file"),  # noqa: S104 - is refused
        (["--token-file", "a", "--password-file", "b"], "not both"),
        (["--new-password"], "--password-file"),
        (["--password-file", "nowhere"], "nowhere"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, told_in: str, arguments: list[str], said: str) -> None:
    """Each refusal says what to do."""
    result = run("desk", "--ledger", told_in, "--no-open", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_port_that_is_taken_is_named(run: Run, told_in: str) -> None:
    """Where another program has the port, the message says so and how to go on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("desk", "--ledger", told_in, "--no-open", "--port", str(port))
    assert result.exit_code == 2
    assert f"port {port}" in result.stderr
    assert "--port 0" in result.stderr


def test_a_password_is_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--new-password` asks twice, and keeps a hash."""
    path = tmp_path / "password"
    monkeypatch.setattr("getpass.getpass", lambda _: "seven invented lanterns")
    assert run("desk", "--new-password", "--password-file", str(path)).exit_code == 0
    assert password_in(path).opens("seven invented lanterns")


def test_it_opens_and_closes(told_in: str) -> None:
    """It says where it is open, answers there, and ends without a word when it is interrupted."""
    command = [sys.executable, "-m", "reportedly", "desk", "--ledger", told_in, "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as opened:
        try:
            assert opened.stdout
            address = re.search(r"http://127\.0\.0\.1:\d+/", opened.stdout.readline())
            assert address
            with urllib.request.urlopen(f"{address[0]}about", timeout=60) as answer:  # noqa: S310 - the address that it says
                assert answer.status == 200
        finally:
            opened.send_signal(signal.SIGINT)
        _, said = opened.communicate(timeout=60)
    assert said == ""
