"""The report adds ranges of seeds up, and never the same seed twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.totals import Totals, keep, kept
from tests.simulation.world import Findings


def totals(first: int, last: int) -> Totals:
    held = Totals([[first, last]])
    for seed in range(first, last + 1):
        findings = Findings(seed, acknowledged=100, healing_s=float(seed))
        findings.faults.update({"drop": 2})
        held.add(findings)
    return held


def test_report_adds_up_over_ranges(tmp_path: Path) -> None:
    report = tmp_path / "REPORT.md"
    keep(kept(report).plus(totals(1, 5)), "", report)
    keep(kept(report).plus(totals(6, 7)), "", report)
    held = kept(report)
    assert (held.ranges, held.seeds, held.acknowledged, held.faults["drop"]) == ([[1, 7]], 7, 700, 14)
    assert (held.slowest_s, held.slowest_seed) == (7.0, 7)
    assert "| seeds | 7 (1-7) |" in report.read_text()


def test_what_is_open_stays_in_the_report(tmp_path: Path) -> None:
    report = tmp_path / "REPORT.md"
    keep(totals(1, 5), "bugs", report)
    report.write_text(report.read_text().replace("## Teeth", "## Open\n\nSeed 4: nobody knows why.\n\n## Teeth"))
    keep(kept(report).plus(totals(6, 7)), "other bugs", report)
    keep(kept(report), "more bugs", report)
    assert report.read_text().count("## Open\n\nSeed 4: nobody knows why.\n\n## Teeth\n\nmore bugs\n") == 1


def test_no_seed_counts_twice(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="counted already"):
        totals(1, 5).plus(totals(5, 9))
