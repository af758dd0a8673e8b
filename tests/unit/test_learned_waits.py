"""What a clinic's past teaches of its waits: any table will do, nothing of the future is looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import numpy as np
import pytest

from server_sync.clinic.learning.waits import FEWEST_TO_LEARN, WaitModel, fit
from tests.past_days import past_days

_LANES = ("urgent", "routine")


@cache
def _history() -> list[dict[str, Any]]:
    return past_days(seed=1, days=12)


@cache
def _model() -> WaitModel:
    return fit(_history())


def _known_at_arrival(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in ("arrived_at", "lane", "counters_open")} for row in rows]


def test_a_clinic_with_two_weeks_of_history_says_better_than_a_counting_of_heads_how_long_people_wait() -> None:
    later = past_days(seed=2, days=6)
    waits = np.array([(row["started_at"] - row["arrived_at"]) / 60 for row in later])
    said = _model().quantiles(_known_at_arrival(later), log=later)
    usual = float(np.median([(row["started_at"] - row["arrived_at"]) / 60 for row in _history()]))
    assert np.abs(said[:, 1] - waits).mean() < 0.8 * np.abs(usual - waits).mean()
    assert (waits <= said[:, 2]).mean() >= 0.8


def test_whoever_comes_later_changes_nothing_of_what_was_said_before() -> None:
    rows = past_days(seed=3, days=1)
    half = len(rows) // 2
    asked = _known_at_arrival(rows)[:half]
    moment = rows[half]["arrived_at"]
    before = [row | {"started_at": row["started_at"] if row["started_at"] < moment else None} for row in rows[:half]]
    before = [row | {"ended_at": row["ended_at"] if row["ended_at"] < moment else moment + 9e9} for row in before]
    alone, among_all = _model().quantiles(asked, log=before), _model().quantiles(asked, log=rows)
    assert np.array_equal(alone, among_all)


@pytest.mark.parametrize("kind", ["list of records", "mapping of columns", "structured array", "unsorted", "ISO text"])
def test_the_same_past_in_any_shape_of_table_teaches_the_same(kind: str) -> None:
    rows = _history()[:150]
    assert np.allclose(fit(_as(kind, rows)).quantiles(rows), fit(rows).quantiles(rows))


def _as(kind: str, rows: list[dict[str, Any]]) -> Any:
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    if kind == "unsorted":
        return rows[::-1]
    if kind == "mapping of columns":
        return columns
    if kind == "ISO text":
        moments = ("arrived_at", "started_at", "ended_at")
        as_text = {name: [datetime.fromtimestamp(each, UTC).isoformat() for each in columns[name]] for name in moments}
        return columns | as_text
    if kind == "structured array":
        kinds = [(name, "U9" if name == "lane" else "f8") for name in columns]
        return np.array([tuple(row.values()) for row in rows], dtype=kinds)
    return rows


def test_whoever_left_without_being_seen_stands_in_the_line_until_then_and_teaches_no_wait() -> None:
    rows = [dict(row) for row in _history()[:150]]
    for row in rows[::5]:
        row.update(left_without_service=True, started_at=None, ended_at=row["arrived_at"] + 600)
    model = fit(rows)
    assert model.rows == len(rows) - len(rows[::5])
    assert np.isfinite(model.quantiles(rows)).all()


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"arrived_at": None, "lane": None, "counters_open": None},
        {"arrived_at": float("nan"), "lane": "unheard of", "counters_open": float("inf"), "queue_length": "many"},
        {"arrived_at": "yesterday", "queue_length": 4, "queue_by_lane": {"urgent": None, 7: "x"}},
        {"arrived_at": datetime(2026, 3, 9, 10, tzinfo=UTC), "queue_length": 10_000, "counters_open": 0},
        {"arrived_at": -1e18, "lane": "routine", "counters_open": -3},
    ],
)
def test_an_unreadable_cell_is_one_of_which_nothing_is_known(state: dict[str, Any]) -> None:
    (low, middle, high) = _model().quantiles([state])[0]
    assert 0 <= low <= middle <= high < float("inf")


def test_one_arrival_from_a_clock_that_jumped_ahead_spoils_nothing() -> None:
    ahead = 3 * 365 * 86_400.0
    odd = {name: value + ahead if name.endswith("_at") else value for name, value in _history()[-1].items()}
    later = past_days(seed=2, days=2)

    waits = np.array([(row["started_at"] - row["arrived_at"]) / 60 for row in later])

    clean, with_it = (
        np.abs(model.quantiles(_known_at_arrival(later), log=later)[:, 1] - waits).mean()
        for model in (_model(), fit([*_history(), odd]))
    )

    assert with_it < clean + 1


@pytest.mark.parametrize("covered", [0.0, 1.0, 5.0, float("nan")])
def test_what_is_no_share_is_refused_with_words(covered: float) -> None:
    with pytest.raises(ValueError, match="a share between 0 and 1"):
        fit(_history(), covered)


def test_no_state_at_all_is_answered_with_none() -> None:
    assert _model().quantiles([]).shape == (0, 3)
    assert _model().quantiles({"arrived_at": []}).shape == (0, 3)


@pytest.mark.parametrize("rows", [0, 1, 7, FEWEST_TO_LEARN - 1])
def test_a_clinic_of_few_days_counts_heads(rows: int) -> None:
    model = fit(_history()[:rows])
    assert not model.trees
    short, long = model.quantiles({"queue_length": [0, 9], "counters_open": [2, 2]})[:, 1]
    assert 0 < short < long


def test_a_table_that_is_none_is_refused_with_words() -> None:
    with pytest.raises(ValueError, match="a table is"):
        fit(7)
    with pytest.raises(ValueError, match="differ in length"):
        fit({"arrived_at": [1, 2], "lane": ["a"]})


def test_a_data_frame_of_any_library_is_read_by_its_columns() -> None:
    class Frame:
        columns = ("arrived_at", "started_at", "lane")

        def __getitem__(self, name: str) -> object:
            return [row[name] for row in _history()[:100]]

    assert fit(Frame()).rows == 100


def test_an_hour_is_that_of_the_clock_on_the_wall_whatever_its_zone() -> None:
    from server_sync.clinic.learning.any_table import read_table

    summer = datetime.fromisoformat("2026-07-01T09:30:00+02:00")
    table = read_table({"arrived_at": [summer, summer.isoformat(), summer + timedelta(days=184)]})
    assert (table.local_minutes("arrived_at") % 1440 == 9 * 60 + 30).all()
