"""A process traced by strace: killed as it enters its n-th call of a kind, or told that the disk is full."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ATTACH_S = 10.0


class TracingError(RuntimeError):
    """Nobody may trace here; the message says what is missing."""


def kill_at(pid: int, call: str, times: int) -> Tracer:
    """Kill -9 a process, or one that it forks, as one of its threads enters `call` for the so manieth time."""
    return Tracer(pid, call, f"{call}:signal=SIGKILL:when={times}")


@contextmanager
def full_disk(pid: int) -> Iterator[None]:
    """For a while every write to a file by place, as SQLite writes, finds no space left."""
    tracer = Tracer(pid, "pwrite64", "pwrite64:error=ENOSPC:when=1+")
    try:
        yield
    finally:
        tracer.let_go()


class Tracer:
    """strace on all threads of a process, from the moment of its making on."""

    def __init__(self, pid: int, call: str, injection: str) -> None:
        program = shutil.which("strace")
        if program is None:
            raise TracingError('these tests need strace: "sh installers/setup test" installs it where apt can')
        command = [program, "-f", "-qq", "-p", str(pid), "-o", "/dev/null"]
        command += ["-e", f"trace={call}", "-e", f"inject={injection}"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        until = time.monotonic() + ATTACH_S
        while not all(_is_traced(status) for status in Path(f"/proc/{pid}/task").glob("*/status")):
            if self._process.poll() is not None or time.monotonic() > until:
                self.let_go()
                raise TracingError(f"nobody may trace on this machine (ptrace): {self._said}")
            time.sleep(0.01)

    _said = ""

    def let_go(self) -> None:
        """Trace no more; what is traced goes on."""
        if self._process.poll() is None:
            self._process.terminate()
        _out, self._said = self._process.communicate(timeout=ATTACH_S)


def _is_traced(status: Path) -> bool:
    try:
        told = status.read_text()
    except OSError:  # it has ended
        return True
    return "TracerPid:\t0\n" not in told
