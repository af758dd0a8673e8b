"""What every report on visits counts: one row a visit, with its lane, its wait and its length in seconds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, select, true

from server_sync.clinic.queue_policy import LEAST_URGENT_LEVEL, Channel, Lane, Policy, Triage
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.analytics.period import Period, epoch_s
from server_sync.records.reading import Row
from server_sync.records.tables import appointments, queue_management

LONGEST_VISIT_S = 4 * 3600
"""A consultation that took longer was forgotten to be ended: it is counted apart, and never as time."""

_Q, _A = queue_management.c, appointments.c
_SEEN = (QueueStatus.CALLED.value, QueueStatus.IN_CONSULTATION.value, QueueStatus.COMPLETED.value)


def visits_of(period: Period) -> Subquery:
    """The visits of the asked days at the asked places, whoever the doctor.

    A visit under a second number is left out. A wait begins as the order counts it (arrival, corrected by what is
    known of its clock; not before the booked time; or where staff sent somebody back) and ends with the call that
    stands: a call that was taken back is none. `length_s` is null where a consultation has not ended.
    """
    is_booked = and_(_A.id.is_not(None), _A.appointment_type != "walkin", _Q.is_late.is_(False))
    seen_at = func.coalesce(_Q.called_time, _Q.consultation_start_time)
    wait_s = _wait_s(is_booked, seen_at)
    length_s = epoch_s(_Q.consultation_end_time) - epoch_s(_Q.consultation_start_time)
    is_over = _Q.current_status == QueueStatus.COMPLETED.value
    return (
        select(
            _Q.id,
            _Q.location_id,
            _Q.doctor_id,
            _Q.business_date,
            _Q.current_status,
            _Q.check_in_time,
            _Q.consultation_end_time,
            _Q.triage_level,
            _number(is_booked).label("is_booked"),
            _number(_Q.special_reason.is_not(None)).label("is_special"),
            case((_Q.current_status.in_(_SEEN), seen_at)).label("seen_at"),
            case((_Q.current_status.in_(_SEEN), wait_s)).label("wait_s"),
            case((is_over, length_s)).label("length_s"),
        )
        .outerjoin_from(queue_management, appointments, _A.id == _Q.appointment_id)
        .where(
            _Q.location_id.in_(period.place_ids),
            _Q.business_date >= period.asked.first,
            _Q.business_date <= period.asked.last,
            _Q.alias_of.is_(None),
            _Q.deleted_at.is_(None),
        )
        .subquery("visits")
    )


def of_doctor(table: Subquery, period: Period) -> ColumnElement[bool]:
    """Only the asked doctor's, where one was asked for."""
    return true() if period.asked.doctor_id is None else table.c.doctor_id == period.asked.doctor_id


def lane_of_row(row: Row) -> Lane:
    """The lane of a row that has triage_level, is_booked and is_special. Who was not triaged is routine."""
    level = Triage.ROUTINE if row["triage_level"] is None else row["triage_level"]
    return Lane(int(level), Channel.APPOINTMENT if row["is_booked"] else Channel.WALK_IN, bool(row["is_special"]))


def lane_code(lane: Lane, policy: Policy) -> str:
    """`emergency`, `level_2` to `level_5` or `appointment`, and with `_special` who may not wait as long."""
    if lane.level <= Triage.EMERGENCY:
        return "emergency"
    booked = lane.channel is Channel.APPOINTMENT
    waits_as_booked = booked and policy.appointment_target_min <= policy.level_target_min(lane.level)
    name = "appointment" if waits_as_booked else f"level_{policy.standing_level(lane.level)}"
    return f"{name}_special" if lane.is_special else name


LANES = tuple(
    f"{lane}{special}"
    for lane in (*(f"level_{level}" for level in range(2, LEAST_URGENT_LEVEL + 1)), "appointment")
    for special in ("", "_special")
)
"""Every lane that has a target, in the order in which they are told; `emergency` comes before them."""


def _wait_s(is_booked: ColumnElement[bool], seen_at: Any) -> Any:
    """Moments are compared as they are stored, and only two of a visit read as seconds: a year's are slow to read.

    Only where a machine's clock is known to be wrong everything is reckoned in seconds.
    """
    since = case(
        (_Q.reference_time.is_not(None), _Q.reference_time),
        (and_(is_booked, _A.scheduled_date > _Q.check_in_time), _A.scheduled_date),
        else_=_Q.check_in_time,
    )
    arrived_s, booked_s = epoch_s(_Q.check_in_time) + _Q.clock_offset_ms // 1000, epoch_s(_A.scheduled_date)
    corrected_s = case((and_(is_booked, booked_s > arrived_s), booked_s), else_=arrived_s)
    is_corrected = and_(_Q.reference_time.is_(None), func.coalesce(_Q.clock_offset_ms, 0) != 0)
    return case(
        (is_corrected, _at_least_zero(epoch_s(seen_at) - corrected_s)),
        (seen_at <= since, 0),
        else_=epoch_s(seen_at) - epoch_s(since),
    )


def _number(condition: ColumnElement[bool]) -> Any:
    return case((condition, 1), else_=0)


def _at_least_zero(seconds: Any) -> Any:
    """Whoever was called before their time did not wait; nor did they where a clock ran backwards."""
    return case((seconds < 0, 0), else_=seconds)
