"""What many seeds showed together, as a short table, and the report into which long runs add theirs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tests.simulation.world import Findings

REPORT = Path(__file__).with_name("REPORT.md")
_BEGIN, _END = "<!-- totals: ", " -->"
_OPEN, _TEETH = "## Open\n", "## Teeth\n"


@dataclass(slots=True)
class Totals:
    """Sums over seeds. `ranges` are first and last seed, inclusive."""

    ranges: list[list[int]] = field(default_factory=list)
    seeds: int = 0
    acknowledged: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    violations: int = 0
    failing: list[int] = field(default_factory=list)
    slowest_s: float = 0.0
    slowest_seed: int = 0

    def add(self, findings: Findings) -> None:
        """One seed more."""
        self.seeds += 1
        self.acknowledged += findings.acknowledged
        self.faults.update(findings.faults)
        self.violations += len(findings.violations)
        if findings.violations:
            self.failing.append(findings.seed)
        if findings.healing_s > self.slowest_s:
            self.slowest_s, self.slowest_seed = findings.healing_s, findings.seed

    def plus(self, other: Totals) -> Totals:
        """Both together. Raises ValueError where a seed would be counted twice."""
        for first, last in other.ranges:
            if any(first <= until and begin <= last for begin, until in self.ranges):
                raise ValueError(f"seeds {first} to {last} are counted already")
        slower = max(self, other, key=lambda one: one.slowest_s)
        return Totals(
            _joined([*self.ranges, *other.ranges]),
            self.seeds + other.seeds,
            self.acknowledged + other.acknowledged,
            self.faults + other.faults,
            self.violations + other.violations,
            sorted({*self.failing, *other.failing}),
            slower.slowest_s,
            slower.slowest_seed,
        )

    def as_json(self) -> dict[str, Any]:
        """For the report, to be read back by `kept`."""
        held = {one.name: getattr(self, one.name) for one in fields(self)}
        return {**held, "faults": dict(sorted(self.faults.items()))}

    def table(self) -> str:
        """For people."""
        told = ", ".join(f"{first}-{last}" for first, last in self.ranges)
        rows = [
            ("seeds", f"{self.seeds} ({told})"),
            ("acknowledged operations", f"{self.acknowledged}"),
            *((f"fault: {kind.replace('_', ' ')}", f"{count}") for kind, count in sorted(self.faults.items())),
            ("violations", f"{self.violations}"),
            ("slowest heal", f"{self.slowest_s:.1f} virtual seconds (seed {self.slowest_seed})"),
        ]
        if self.failing:
            rows.append(("failing seeds", " ".join(map(str, self.failing[:50]))))
        return "\n".join(["| what | how much |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def _joined(ranges: Iterable[list[int]]) -> list[list[int]]:
    joined: list[list[int]] = []
    for first, last in sorted(ranges):
        if joined and joined[-1][1] + 1 == first:
            joined[-1][1] = last
        else:
            joined.append([first, last])
    return joined


def kept(report: Path = REPORT) -> Totals:
    """What the report holds so far."""
    text = report.read_text() if report.exists() else ""
    if _BEGIN not in text:
        return Totals()
    held = json.loads(text.split(_BEGIN, 1)[1].split(_END, 1)[0])
    return Totals(**{**held, "faults": Counter(held["faults"])})


def keep(totals: Totals, teeth: str, report: Path = REPORT) -> None:
    """Write the report anew; what somebody wrote of seeds that are open stays."""
    report.write_text(
        "# What the simulation has shown\n\n"
        "Written by `python -m tests.simulation long-run`; each range of fresh seeds is added to those before it.\n\n"
        f"{totals.table()}\n\n{_BEGIN}{json.dumps(totals.as_json())}{_END}\n\n"
        f"{_open_part(report)}## Teeth\n\n{teeth}\n"
    )


def _open_part(report: Path) -> str:
    text = report.read_text() if report.exists() else ""
    _, heading, rest = text.partition(_OPEN)
    return heading + rest.partition(_TEETH)[0]
