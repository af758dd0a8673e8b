"""How long this machine has been up, as Linux counts it: sleep included, and no person can set it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from server_sync.clinic.leases import Uptime

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_MACHINE = Path("/etc/machine-id")


class BootClock:
    """CLOCK_BOOTTIME with the kernel's id of this boot and the system's of this machine."""

    def __init__(self, boot: Path = _BOOT, machine: Path = _MACHINE) -> None:
        self._boot_id = _first_line(boot)
        self._machine_id = _first_line(machine)

    def read(self) -> Uptime | None:
        """None where the system has no such clock, or does not say which boot or machine it is."""
        if sys.platform != "linux" or not self._boot_id or not self._machine_id:
            return None
        elapsed_ms = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        return Uptime(self._machine_id, self._boot_id, elapsed_ms)


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()[:64]
    except (OSError, ValueError):
        return ""
