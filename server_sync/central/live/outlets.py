"""One reader's end of the live feed: what it watches, and the bound on what waits for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from uuid import UUID

from server_sync.central.access.callers import Caller
from server_sync.central.live.messages import STAFF, Audience, Doctors
from server_sync.central.live.socket_protocol import FrameWriter
from server_sync.clinic.roles import Role

MOST_BUFFERED_BYTES = 128 * 1024
"""What may wait for one reader, beyond what the operating system holds: some hundred updates of a busy queue."""

LONGEST_SEND_S = 5.0
"""Who takes nothing for so long is gone."""

CLOSE_UNKNOWN = 4401
CLOSE_TOO_SLOW = 4408


class Outlet:
    """One socket. On the event loop's thread."""

    def __init__(
        self,
        writer: FrameWriter,
        caller: Caller,
        expires_at: datetime | None = None,
        dropped: Callable[[int], None] = lambda _code: None,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        """`dropped(code)` is called once where it is this side that closes."""
        self.caller = caller
        self.expires_at = expires_at
        self.audience = audience_of(caller)
        self.watched: dict[int, Doctors] = {}
        """What it watches at each location, where it has caught up already."""
        self.shown: set[UUID] = set()
        """The patients whose names it was shown, and the audit trail knows."""
        self.closed_with: int | None = None
        self._writer = writer
        self._dropped = dropped
        self._now_s = now_s
        self._written = 0
        self._taken, self._taken_at = 0, now_s()

    @property
    def is_open(self) -> bool:
        """Whether it still takes anything."""
        return self.closed_with is None

    def offer(self, frames: bytes) -> None:
        """Write, or drop a reader for whom too much waits already."""
        if not frames or not self.is_open:
            return
        if self._writer.buffered_bytes > MOST_BUFFERED_BYTES:
            self.close(CLOSE_TOO_SLOW)
            return
        self._writer.write_frames(frames)
        self._written += len(frames)

    def check_pace(self) -> None:
        """Drop a reader that has taken nothing for too long; to be called every second or so."""
        now_s = self._now_s()
        waiting = self._writer.buffered_bytes
        taken = self._written - waiting
        if not waiting or taken != self._taken:
            self._taken, self._taken_at = taken, now_s
        elif now_s - self._taken_at > LONGEST_SEND_S:
            self.close(CLOSE_TOO_SLOW)

    def close(self, code: int) -> None:
        """Say why, and take nothing more."""
        if self.is_open:
            self.closed_with = code
            self._writer.close_with(code)
            self._dropped(code)


def audience_of(caller: Caller) -> Audience:
    """What a caller may read."""
    if caller.is_staff:
        return STAFF
    return Audience(patient_uid=caller.patient_uid if caller.role is Role.PATIENT else None)
