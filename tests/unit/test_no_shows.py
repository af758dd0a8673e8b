"""Who may not come: told from the past alone, as a probability that holds."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from server_sync.clinic.learning.any_table import read_table
from server_sync.clinic.learning.no_shows import FEWEST_TO_LEARN, USUAL_RISK, NoShowModel, fit, outcomes

_DAY_S = 86_400.0


@cache
def _register() -> tuple[list[dict[str, Any]], list[float]]:
    """Appointments of a year in order, and how likely each really was to be missed."""
    generator = np.random.default_rng(3)
    count = 2400
    habit, who = generator.normal(0, 1.0, 300), generator.integers(0, 300, count)
    scheduled = np.sort(1.75e9 + generator.random(count) * 365 * _DAY_S)
    lead, age = generator.exponential(14, count), generator.integers(1, 90, count)
    risk = 1 / (1 + np.exp(2.0 - habit[who] - 0.03 * np.minimum(lead, 60) + 0.012 * (age - 45)))
    missed = generator.random(count) < risk
    columns = zip(scheduled.tolist(), lead.tolist(), who.tolist(), age.tolist(), missed.tolist(), strict=True)
    rows = [
        {"booked_at": at - days * _DAY_S, "scheduled_at": at, "patient_id": f"P{one}", "age": years, "no_show": gone}
        for at, days, one, years, gone in columns
    ]
    return rows, risk.tolist()


@cache
def _model() -> NoShowModel:
    return fit(_register()[0][:1800])


def test_the_risk_of_those_who_come_later_is_near_the_true_one_and_right_on_average() -> None:
    rows, truth = _register()
    said, missed = _model().risk(rows[1800:]), np.array([row["no_show"] for row in rows[1800:]], dtype=float)
    share = np.mean([row["no_show"] for row in rows[:1800]])
    assert np.corrcoef(said, truth[1800:])[0, 1] > 0.4
    assert ((said - missed) ** 2).mean() < ((share - missed) ** 2).mean()
    assert abs(said.mean() - missed.mean()) < 0.05


def test_no_outcome_that_was_not_over_when_an_appointment_was_booked_changes_its_risk() -> None:
    rows = [dict(row) for row in _register()[0][1800:]]
    before = _model().risk(rows)
    moment = rows[300]["scheduled_at"]
    outcomes = [row["no_show"] for row in rows[300:]]
    for row, outcome in zip(rows[300:], reversed(outcomes), strict=True):
        row["no_show"] = not outcome
    booked_before = np.array([row["booked_at"] <= moment for row in rows])
    assert np.array_equal(_model().risk(rows)[booked_before], before[booked_before])
    assert not np.array_equal(_model().risk(rows), before)


def test_a_clinic_of_few_appointments_says_the_usual_share_drawn_to_its_own() -> None:
    rows = _register()[0][: FEWEST_TO_LEARN - 1]
    assert fit([]).risk(rows[:2]) == pytest.approx([USUAL_RISK] * 2)
    assert len(set(fit(rows).risk(rows).tolist())) == 1


@pytest.mark.parametrize("row", [{}, {"booked_at": "never", "scheduled_at": None, "patient_id": None, "age": "old"}])
def test_an_appointment_of_which_nothing_is_known_has_a_risk_all_the_same(row: dict[str, Any]) -> None:
    assert 0 < _model().risk([row])[0] < 1


@pytest.mark.parametrize("cells", [[1, 0], [True, False], ["Yes", "No"], ["no-show", "attended"], [1.0, 0.0]])
@pytest.mark.parametrize("column", ["no_show", "outcome"])
def test_whether_somebody_came_is_understood_however_it_was_written_down(column: str, cells: list[object]) -> None:
    assert outcomes(read_table({column: cells})).tolist() == [1.0, 0.0]


def test_where_one_column_is_silent_the_next_one_says_whether_somebody_came() -> None:
    rows = {"no_show": [None, True, None], "outcome": ["no_show", "completed", None], "status": ["", "", "completed"]}
    assert outcomes(read_table(rows)).tolist() == [1.0, 1.0, 0.0]
