"""A machine that a test owns: how long it has been up, when it is started anew, and on which machine a copy runs."""

from __future__ import annotations

from datetime import timedelta

from server_sync.clinic.leases import Uptime


class HandUptime:
    """Implements SinceBoot. Time goes by only where it is told."""

    def __init__(self, machine_id: str = "machine-1") -> None:
        self.machine_id = machine_id
        self.boots = 1
        self.elapsed_ms = 60_000
        self.is_known = True

    def read(self) -> Uptime | None:
        """See SinceBoot."""
        return Uptime(self.machine_id, f"boot-{self.boots}", self.elapsed_ms) if self.is_known else None

    def pass_by(self, time: timedelta) -> None:
        """Time goes by, asleep or awake."""
        self.elapsed_ms += time // timedelta(milliseconds=1)

    def start_again(self) -> None:
        """The machine is switched off and on."""
        self.boots += 1
        self.elapsed_ms = 5_000
