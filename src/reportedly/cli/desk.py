"""`reportedly desk`: open the desk, where a ledger is read in a browser."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import getpass
import pathlib
import socket
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exits import complain, ended_well
from reportedly.cli.ledger_option import LedgerOption
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from reportedly.desk.locks import Lock

HOST, PORT = "127.0.0.1", 8765
"""As `reportedly.desk.settings` has them, which is not imported for --help."""


def desk(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    *,
    ledger: LedgerOption = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen. Any other than this machine's own needs a lock.")
    ] = HOST,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A further name by which browsers reach it, as that of a proxy before it."),
    ] = None,
    open_: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="Open it in a browser.  [default: where there is a terminal]"),
    ] = None,
    token_file: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FILE", help="Let in whoever has the token in this file; without a file one is made."),
    ] = None,
    password_file: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FILE", help="Let in whoever knows the password whose Argon2 hash is in this file."),
    ] = None,
    new_password: Annotated[
        bool, typer.Option("--new-password", help="Ask for a password, write its hash to --password-file, and leave.")
    ] = False,
) -> None:
    """Open the desk: the claims of a ledger, with their origins, in a browser.

    It listens on this machine alone, asks nobody anything, and goes on until Ctrl-C.
    """
    with ended_well():
        if new_password:
            _new_password(password_file)
            return
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.desk.app import make_app  # noqa: PLC0415
        from reportedly.desk.settings import Settings  # noqa: PLC0415

        lock = _lock(token_file, password_file)
        Settings(host=host, lock=lock)  # refuses before a port is taken
        taken = _taken(host, port)
        with taken:
            settings = Settings(
                ledger=ledger or None,
                host=host,
                port=taken.getsockname()[1],
                names=tuple(name or ()),
                lock=lock,
            )
            app = make_app(settings)
            end_in_order()
            print(f"The desk is open at {settings.address}  (Ctrl-C closes it)", flush=True)  # noqa: T201 - what was asked for
            _serve(app, taken, settings.address if _opens(wanted=open_) else None)


def _new_password(path: pathlib.Path | None) -> None:
    """Ask for a password twice and write its hash."""
    from reportedly.desk.locks import write_password  # noqa: PLC0415 - not needed for --help

    if path is None:
        msg = "--new-password needs --password-file FILE to write to"
        raise UsageError(msg)
    password = getpass.getpass("New password: ")
    if getpass.getpass("Once more: ") != password:
        msg = "these are two different passwords; nothing was written"
        raise UsageError(msg)
    write_password(path, password)


def _lock(token_file: pathlib.Path | None, password_file: pathlib.Path | None) -> "Lock | None":
    """Return what keeps strangers out, if anything."""
    if token_file is not None and password_file is not None:
        msg = "give --token-file or --password-file, not both"
        raise UsageError(msg)
    if token_file is None and password_file is None:
        return None
    from reportedly.desk.locks import password_in, token_in  # noqa: PLC0415 - not needed for --help

    if password_file is not None:
        return password_in(password_file)
    assert token_file is not None  # noqa: S101 - one of the two, as was just seen
    made = not token_file.exists()
    lock = token_in(token_file)
    if made:
        complain(f"a fresh token is in {token_file}, readable by you alone")
    return lock


def _taken(host: str, port: int) -> socket.socket:
    """Take the port; UsageError where it cannot be had."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        taken = socket.socket(found[0], socket.SOCK_STREAM)
    except OSError as error:
        msg = f"--host {host}: {(error.strerror or str(error)).lower()}"
        raise UsageError(msg) from error
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(found[4])
        taken.listen(128)
    except OSError as error:
        taken.close()
        reason = (error.strerror or str(error)).lower()
        msg = f"port {port} of {host} cannot be had: {reason}; --port 0 takes a free one"
        raise UsageError(msg) from error
    return taken


def _opens(*, wanted: bool | None) -> bool:
    """Say whether a browser is to be opened."""
    return wanted if wanted is not None else bool(sys.stdout and sys.stdout.isatty())


def _serve(app: "FastAPI", taken: socket.socket, address: str | None) -> None:
    """Answer until Ctrl-C; open a browser at an address as soon as there is an answer."""
    import uvicorn  # noqa: PLC0415 - not needed for --help

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if address is not None and self.started:
                import webbrowser  # noqa: PLC0415 - only where one is opened

                webbrowser.open(address)

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # addresses hold what was searched for
        proxy_headers=False,  # whoever fails at the login is counted by the address that is certain
        server_header=False,
    )
    try:
        Server(config).run(sockets=[taken])
    except KeyboardInterrupt:  # how a desk is closed
        return
