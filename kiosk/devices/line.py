"""The line to a printer, whatever it is made of: bytes there and back, each with a time that it may take."""

from __future__ import annotations

from typing import Protocol


class Line(Protocol):
    """One open line, used by one thread at a time. A broken one raises OSError, a slow one TimeoutError."""

    def write(self, message: memoryview, timeout_s: float) -> int:
        """Hand over as much as the line takes; how many bytes that was, at least one."""
        ...

    def read(self, timeout_s: float) -> bytes:
        """What came, at least one byte; empty where the other side has hung up."""
        ...

    def waiting(self) -> int | None:
        """Bytes that the other side has not received yet; None where nobody can tell."""
        ...

    def abandon(self) -> None:
        """See that nothing which the other side has not received yet ever reaches it."""
        ...

    def close(self) -> None:
        """Hang up; harmless on a broken line."""
        ...
