"""One line of the benchmark: what was asked, what was measured, side by side in one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that was measured against another of the same run: a ratio, or milliseconds beside milliseconds."""

    what: str
    measured: float
    asked: float
    unit: str = "x"
    """`x` for a ratio, `ms` for a time, nothing for a count."""
    how: str = ""
    """The figures behind it, for those who want to know."""
    is_floor: bool = False
    """Whether `asked` is the least that is wanted, and not the most."""

    @property
    def reached(self) -> bool:
        """Whether the figure is within what was asked. Nothing fails where it is not: this is a table, not a test."""
        return self.measured >= self.asked if self.is_floor else self.measured <= self.asked


def as_markdown(rows: Iterable[Row]) -> str:
    """Lay the rows out as one Markdown table."""
    lines = ["| what | measured | asked | | how |", "|---|---:|---:|---|---|"]
    for row in rows:
        unit = row.unit if row.unit in ("x", "") else f" {row.unit}"
        verdict = "reached" if row.reached else "**not reached**"
        bound = ">=" if row.is_floor else "<="
        lines.append(f"| {row.what} | {row.measured:.2f}{unit} | {bound} {row.asked:g}{unit} | {verdict} | {row.how} |")
    return "\n".join(lines)
