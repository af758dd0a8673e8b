"""A screen for the demo: the one there is, else a virtual one, else Qt's own drawing into memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody could see a window on this machine."""
    return sys.platform in {"win32", "darwin"} or any(environment.get(v) for v in ("DISPLAY", "WAYLAND_DISPLAY"))


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[dict[str, str]]:
    """Yield the environment in which a Qt program draws where nobody looks: under Xvfb, or offscreen without it."""
    program = shutil.which("Xvfb")
    if program is None:
        yield {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        return
    reading, writing = os.pipe()
    arguments = ["-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        [program, *arguments], pass_fds=[writing], stderr=subprocess.DEVNULL, start_new_session=True
    )
    os.close(writing)
    try:
        # Xvfb chooses a free number itself and says it once it listens; an empty answer means that it ended.
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if number:
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
        else:
            yield {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    finally:
        server.terminate()
        server.wait()
