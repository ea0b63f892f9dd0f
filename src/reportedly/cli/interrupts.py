"""What Ctrl-C does: while nothing is written yet it ends the process at once, and later in order.

An interrupt in the middle of an import leaves a traceback, or, from a compiled module, an error of another kind.
"""

from __future__ import annotations

import signal


def end_at_once() -> None:
    """Leave an interrupt to the system, as long as nothing is lost by that; one that is ignored stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def end_in_order() -> None:
    """From now on raise KeyboardInterrupt, so that what was written stays whole."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
