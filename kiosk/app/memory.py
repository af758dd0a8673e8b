"""When Python looks for garbage, and what of its memory goes back to the system: neither may be felt at the screen."""

from __future__ import annotations

import gc
import sys


def collect_seldom() -> None:
    """Let no search for garbage take long while a person taps; called as the process begins.

    Python's own thresholds have all that lives searched now and then: measured beside a sync 60 ms on a quiet machine,
    in which no thread can do anything. What its young generations hold takes 1 ms.
    """
    gc.set_threshold(5_000, 4, 1_000)


def tidy_memory() -> None:
    """Once all is loaded: never search that again, and return what loading took for a moment. Takes milliseconds."""
    gc.freeze()
    give_back_memory()


def give_back_memory() -> None:
    """Return to the system what glibc keeps of memory that imports used for a moment: some 10 MB."""
    if sys.platform == "linux":
        import ctypes

        # musl, the other C library, has no such function and keeps less.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
