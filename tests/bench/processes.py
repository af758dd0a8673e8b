"""What the operating system says of a process and its children."""

from __future__ import annotations

import os
from pathlib import Path


def family(pid: int) -> list[int]:
    """The process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                # The name in brackets may itself hold brackets and spaces.
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for member in found:
        found += children.get(member, [])
    return found


def pss_mib(pid: int) -> float:
    """Proportional set size, summed over the family, in MiB."""
    total_kib = 0
    for member in family(pid):
        for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total_kib += int(line.split()[1])
    return total_kib / 1024


def cpu_s(pid: int) -> float:
    """Seconds of CPU that the family has used, those of children that ended included."""
    ticks = 0
    for member in family(pid):
        try:
            fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def drawing_environment() -> dict[str, str]:
    """The environment in which both sides of a comparison draw: the same memory, no screen needed.

    Both may keep their compiled modules, as any installation does (an empty PYTHONDONTWRITEBYTECODE is none): where
    the shell forbids it, each start compiles SQLAlchemy anew, and Python's compiler is what is measured.
    """
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "",
    }
