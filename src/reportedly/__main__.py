"""Where the program starts: `reportedly`, and `python -m reportedly`, which is the same."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    from reportedly.cli.interrupts import end_at_once  # noqa: PLC0415 - before anything that takes long to import

    end_at_once()
    from reportedly.cli.app import main as run  # noqa: PLC0415 - as above

    run()


if __name__ == "__main__":
    main()
