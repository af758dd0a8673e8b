"""A week's reports of a clinic that does not exist; `python -m tests.sample_reports FOLDER` draws every picture."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from decimal import Decimal
from math import exp
from pathlib import Path
from random import Random

from server_sync.central.reports.drawing import Image
from server_sync.central.reports.paper import Heading, as_pdf
from server_sync.central.reports.pictures import picture
from server_sync.desk.analytics.bookings import ATTENDANCE_COLUMNS, REVENUE_COLUMNS, SLOT_COLUMNS
from server_sync.desk.analytics.doctors import EFFICIENCY_COLUMNS, SATISFACTION_COLUMNS
from server_sync.desk.analytics.flow import FLOW_COLUMNS, PEAK_COLUMNS
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.table import Cell, Table
from server_sync.desk.analytics.waits import COLUMNS as WAIT_COLUMNS
from server_sync.desk.analytics.words import LANGUAGES, Words

DOCTORS = ("Dr Okafor", "Dr Sample", "Dr Anna Example-Longname of the Clinic", "د. نموذج", "Dr Lindqvist", "")
ABOUT = "2026-03-09 – 2026-03-15 · Riverside Clinic"


def sample_tables(doctors: tuple[str, ...] = DOCTORS) -> Mapping[ReportName, Table]:
    """The same each time."""
    dice = Random(7)
    lanes = ("level_2", "level_3", "level_3_special", "level_4", "level_4_special", "appointment")
    targets = (15, 45, 30, 90, 60, 20)
    waits: list[tuple[Cell, ...]] = [(None, None, 840, 21, 58, None, 0.87), (None, "emergency", 9, 0, 1, None, None)]
    for lane, target in zip(lanes, targets, strict=True):
        waits.append((None, lane, dice.randint(20, 300), target // 3, int(target * 0.95), target, 0.9))
    for name in doctors:
        median = dice.randint(10, 30)
        waits.append((name, None, dice.randint(40, 200), median, median * 3, None, 0.8 + dice.random() / 6))
    day = {hour: 34 * exp(-((hour - 9.5) ** 2) / 8) + 22 * exp(-((hour - 15) ** 2) / 5) for hour in range(8, 19)}
    flow: list[tuple[Cell, ...]] = []
    for hour, mean in day.items():
        booked, walked = round(mean * 2.2), round(mean * 1.4)
        total = booked + walked
        flow.append((hour, total, booked, walked, round(total * 0.93), round(total * 0.9), total / 5))
    week = [(weekday, hour, (1.15 - weekday / 12) * mean) for weekday in range(5) for hour, mean in day.items()]
    peaks = sorted(((w, h, round(m * 2), 2, m) for w, h, m in week), key=lambda row: -row[4])
    slots = [(w, h, round(m * 4), round(m * 3), round(m * 0.5), round(m * 0.5), m / 1500) for w, h, m in week]
    efficiency, attendance, satisfaction = [], [], []
    revenue: list[tuple[Cell, ...]] = [
        ("EUR", None, None, 700, Decimal("27655.50"), Decimal("1240.00"), Decimal("80.00"))
    ]
    counts = [0] * 5
    for name in doctors:
        visits, index = dice.randint(30, 260), 0.85 + dice.random() * 0.3
        efficiency.append((name, visits, 14 * index, 14.0, index, 60 / (14 * index), dice.randint(0, 2)))
        kept, cancelled, missed = dice.randint(60, 120), dice.randint(4, 15), dice.randint(5, 22)
        booked = kept + cancelled + missed + 6
        row = (booked, kept, cancelled, missed, 6, 3, cancelled / booked, missed / (kept + missed))
        attendance.append((name, *row))
        for method in ("card", "cash"):
            amount = Decimal(dice.randint(60_000, 400_000)).scaleb(-2)
            revenue.append(("EUR", name, method, dice.randint(20, 90), amount, Decimal("0.00"), Decimal("0.00")))
        scores = [
            dice.randint(0, 4),
            dice.randint(1, 5),
            dice.randint(3, 9),
            dice.randint(12, 30),
            dice.randint(15, 60),
        ]
        satisfaction.append((name, *_scored(scores), 0.31))
        counts = [one + other for one, other in zip(counts, scores, strict=True)]
    satisfaction.insert(0, (None, *_scored(counts), 0.31))
    rows: Mapping[ReportName, tuple[object, object]] = {
        ReportName.WAITS: (WAIT_COLUMNS, waits),
        ReportName.FLOW: (FLOW_COLUMNS, flow),
        ReportName.PEAKS: (PEAK_COLUMNS, peaks),
        ReportName.EFFICIENCY: (EFFICIENCY_COLUMNS, efficiency),
        ReportName.SLOTS: (SLOT_COLUMNS, slots),
        ReportName.ATTENDANCE: (ATTENDANCE_COLUMNS, attendance),
        ReportName.REVENUE: (REVENUE_COLUMNS, revenue),
        ReportName.SATISFACTION: (SATISFACTION_COLUMNS, satisfaction),
    }
    return {name: Table(name.value, columns, tuple(told)) for name, (columns, told) in rows.items()}  # type: ignore[arg-type]  # pairs of columns and rows


def _scored(scores: list[int]) -> tuple[Cell, ...]:
    answers = sum(scores)
    mean = sum(score * count for score, count in enumerate(scores, start=1)) / answers
    return (answers, mean, *scores, (scores[3] + scores[4]) / answers)


def main(folder: Path) -> None:
    """Every picture as PNG and the paper, in every language."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = sample_tables()
    heading = Heading("Riverside Clinic", "2026-03-09 – 2026-03-15", "2026-03-16 08:00 (Europe/London)", "Ada Sample")
    for language in LANGUAGES:
        words = Words(language)
        for name, table in tables.items():
            (folder / f"{name}-{language}.png").write_bytes(picture(table, words, ABOUT, Image.PNG))
        (folder / f"report-{language}.pdf").write_bytes(as_pdf(list(tables.values()), heading, words))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
