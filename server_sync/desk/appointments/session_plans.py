"""A session's template laid over a doctor's days: what would change first, then the same change made.

Nothing that somebody else decided is overruled: leave, recurring hours, hours elsewhere and hours that reach beyond the
session keep their day. With `replaces` hours of that one day that lie wholly within the session give way. No time that
somebody has booked is ever lost: where the template has none for it, it stays as hours of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, case, func, select

from server_sync.clinic.local_time import moment_of
from server_sync.clinic.session_templates import (
    HISTORY_DAYS,
    MOST_DAYS,
    USUAL_NO_SHOW,
    Session,
    Template,
    expected_no_show_rate,
    minute_of,
    shrunk_mean,
    template_for,
    time_of,
)
from server_sync.clinic.slots import CELL_MIN, Rule
from server_sync.clinic.visits import AppointmentStatus
from server_sync.clinic.waits import MEAN_SERVICE_MIN
from server_sync.desk.analytics.period import Asked, Period, period_of
from server_sync.desk.analytics.visits import LONGEST_VISIT_S, visits_of
from server_sync.desk.appointments.availability import DoctorAt, capacity_in, hours_between, rule_of, works_here
from server_sync.desk.appointments.hours import values_of
from server_sync.desk.appointments.outcomes import Declined, Reason
from server_sync.desk.appointments.slot_claims import Claim
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, availability, users
from server_sync.records.work import Work

HISTORY = timedelta(days=HISTORY_DAYS)
SHRINKAGE_VISITS = 20
"""Visits of the clinic's mean length that stand beside a doctor's own."""

_A_DAY = timedelta(days=1)
_A_DAY_MIN = 24 * 60


class Why(StrEnum):
    """Why a day keeps the hours that it has. Stable."""

    PAST = "past"
    LEAVE = "leave"
    RECURRING = "recurring_hours"
    ELSEWHERE = "elsewhere"
    OTHER_HOURS = "other_hours"
    """It has hours then, and nobody asked to replace them, or they reach beyond the session."""
    AS_IT_IS = "as_it_is"
    """It has these very hours already."""


@dataclass(frozen=True, slots=True)
class SessionWish:
    """Which session on which days. `weekdays`: 0 Monday to 6 Sunday. Without `mean_min` or `no_show` by history."""

    doctor_id: int
    location_id: int
    first: date
    last: date
    starts: time
    ends: time
    weekdays: frozenset[int] = frozenset(range(5))
    mean_min: float | None = None
    no_show: float | None = None
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of those who come, and from where: `doctor`, `clinic`, `usual` or `asked`."""

    mean_min: float
    mean_from: str
    no_show: float
    no_show_from: str


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What becomes of one day: `why` it keeps its hours, or what is removed (ids) and added.

    `kept_for_booked` are those of the added that stay for somebody who has booked.
    """

    day: date
    why: Why | None = None
    removed: tuple[int, ...] = ()
    added: tuple[Rule, ...] = ()
    kept_for_booked: int = 0
    booked: int = 0


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The template and each of the asked days. `mark` is another where anything of it is another."""

    template: Template
    expected: Expected
    days: tuple[DayPlan, ...]

    @property
    def mark(self) -> str:
        """Sixteen hexadecimal digits: whoever applies what they saw sends it along."""
        return sha256(repr((self.template, self.days)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PlanRefused:
    """No template can be made of what was asked; `words` say why, for an admin."""

    words: str


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """Something came between the preview and now; here is what would be done now."""

    plan: SessionPlan


PlanOutcome: TypeAlias = SessionPlan | PlanRefused | Declined
ApplyOutcome: TypeAlias = PlanOutcome | PlanChanged


def plan_session(reading: Reading, wish: SessionWish) -> PlanOutcome:
    """What would change; nothing does."""
    period = period_of(reading, Asked(date.min, date.min, wish.location_id))
    if period is None:
        return Declined(Reason.UNKNOWN_PLACE, "There is no such location.")
    if reading.first(_DOCTOR, {"id": wish.doctor_id}) is None:
        return Declined(Reason.UNKNOWN_DOCTOR, "There is no such doctor, or they work here no more.")
    if not 0 <= (wish.last - wish.first).days < MOST_DAYS:
        return PlanRefused(f"a plan reaches from its first day to its last over at most {MOST_DAYS} days")
    time_zone = period.places[0].time_zone
    expected = _expected(reading, wish, time_zone)
    try:
        template = template_for(Session(wish.starts, wish.ends, expected.mean_min, expected.no_show))
    except ValueError as wrong:
        return PlanRefused(str(wrong))
    rows = reading.all(_HOURS, {"doctor": wish.doctor_id, "first": wish.first, "last": wish.last})
    booked = reading.all(_BOOKED, _around(wish))
    wanted = (wish.first + more * _A_DAY for more in range((wish.last - wish.first).days + 1))
    days = (day for day in wanted if day.weekday() in wish.weekdays)
    planned = tuple(_day(day, wish, template, rows, booked, time_zone, reading.now) for day in days)
    return SessionPlan(template, expected, planned)


def apply_session(work: Work, wish: SessionWish, mark: str | None = None) -> ApplyOutcome:
    """Make the change, all of it or nothing. With the `mark` of a preview only where that still holds."""
    plan = plan_session(work, wish)
    if not isinstance(plan, SessionPlan):
        return plan
    if mark is not None and mark != plan.mark:
        return PlanChanged(plan)
    for day in plan.days:
        for row in work.all(_BY_IDS, {"ids": list(day.removed)}) if day.removed else ():
            work.delete(availability, row)
        for rule in day.added:
            work.create(availability, doctor_id=wish.doctor_id, location_id=wish.location_id, **values_of(rule))
    return plan


def _day(
    day: date,
    wish: SessionWish,
    template: Template,
    rows: Sequence[Row],
    booked: Sequence[Row],
    zone: str,
    now: datetime,
) -> DayPlan:
    if moment_of(day, wish.starts, zone) <= now:
        return DayPlan(day, Why.PAST)
    here = [row for row in rows if rule_of(row).is_on(day)]
    touched = [row for row in here if _overlaps(rule_of(row), wish)]
    claims = [_claim(row) for row in booked if _is_within(row, day, wish, zone)]
    why = _why_kept(touched, wish)
    if why is not None:
        return DayPlan(day, why, booked=len(claims))
    own = template.rules_on(day)
    removed = {row["id"] for row in touched}
    left = [rule_of(row) for row in here if row["id"] not in removed and row["location_id"] == wish.location_id]
    kept = _for_the_booked(day, [*left, *own], claims, wish, zone)
    if {rule_of(row) for row in touched} == {*own, *kept}:
        return DayPlan(day, Why.AS_IT_IS, booked=len(claims))
    return DayPlan(day, None, tuple(sorted(removed)), (*own, *kept), len(kept), len(claims))


def _why_kept(touched: Iterable[Row], wish: SessionWish) -> Why | None:
    """The first reason that holds; None where the session may have the day."""
    for row in touched:
        rule = rule_of(row)
        if not rule.is_open:
            return Why.LEAVE
        if row["location_id"] != wish.location_id:
            return Why.ELSEWHERE
        if rule.pattern is not None:
            return Why.RECURRING
        if not wish.replaces or not _lies_within(rule, wish):
            return Why.OTHER_HOURS
    return None


def _for_the_booked(
    day: date, rules: Sequence[Rule], claims: Iterable[Claim], wish: SessionWish, zone: str
) -> tuple[Rule, ...]:  # fmt: skip
    """Hours of their own for those whose time the day would no longer have."""
    place = DoctorAt(wish.location_id, "", zone, "", public_booking=False, rules=tuple(rules))
    often = Counter((claim.starts_at, claim.ends_at) for claim in claims)
    kept: list[Rule] = []
    for (starts_at, ends_at), seats in sorted(often.items()):
        if capacity_in(place, Claim(wish.doctor_id, starts_at, ends_at)) >= seats:
            continue
        first, last = (minute_of(moment.astimezone(ZoneInfo(zone)).time()) for moment in (starts_at, ends_at))
        starts = first // CELL_MIN * CELL_MIN
        ends = max(starts + CELL_MIN, -(-last // CELL_MIN) * CELL_MIN)
        kept.append(Rule(day, time_of(starts), time_of(ends), ends - starts, seats))
    return tuple(kept)


def _expected(reading: Reading, wish: SessionWish, time_zone: str) -> Expected:
    today = reading.now.astimezone(ZoneInfo(time_zone)).date()
    period = period_of(reading, Asked(today - HISTORY, today, wish.location_id))
    mean, mean_from = (wish.mean_min, "asked") if wish.mean_min is not None else _mean(reading, wish, period)
    share, share_from = (wish.no_show, "asked") if wish.no_show is not None else _no_show(reading, wish)
    return Expected(round(mean, 2), mean_from, round(share, 4), share_from)


def _mean(reading: Reading, wish: SessionWish, period: Period | None) -> tuple[float, str]:
    if period is None:
        return MEAN_SERVICE_MIN, "usual"
    visits = visits_of(period)
    length = visits.c.length_s
    counted = select(visits.c.doctor_id, func.count().label("count"), func.sum(length).label("total_s"))
    rows = reading.all(counted.where(length >= 0, length <= LONGEST_VISIT_S).group_by(visits.c.doctor_id))
    count = sum(row["count"] for row in rows)
    if count < SHRINKAGE_VISITS:
        return MEAN_SERVICE_MIN, "usual"
    clinic_min = float(sum(row["total_s"] for row in rows)) / count / 60
    own = next((row for row in rows if row["doctor_id"] == wish.doctor_id), None)
    if own is None:
        return clinic_min, "clinic"
    return shrunk_mean(float(own["total_s"]) / 60, own["count"], clinic_min, SHRINKAGE_VISITS), "doctor"


def _no_show(reading: Reading, wish: SessionWish) -> tuple[float, str]:
    since = reading.now - HISTORY
    rows = reading.all(_SETTLED, {"location": wish.location_id, "since": since, "now": reading.now})
    counts = {row["doctor_id"]: (int(row["settled"]), int(row["missed"])) for row in rows}
    settled, missed = counts.get(wish.doctor_id, (0, 0))
    clinic_settled, clinic_missed = (sum(each) for each in zip((0, 0), *counts.values(), strict=True))
    share = expected_no_show_rate(settled, missed, clinic_settled, clinic_missed)
    if share is None:
        return USUAL_NO_SHOW, "usual"
    return share, "doctor" if settled else "clinic"


def _around(wish: SessionWish) -> dict[str, object]:
    """A day to either side covers the asked days in every time zone."""
    return {
        "doctor": wish.doctor_id,
        "location": wish.location_id,
        "since": datetime.combine(wish.first - _A_DAY, time.min, UTC),
        "until": datetime.combine(wish.last + 2 * _A_DAY, time.min, UTC),
    }


def _claim(row: Row) -> Claim:
    ends_at = row["scheduled_date"] + timedelta(minutes=max(CELL_MIN, min(row["duration_minutes"], _A_DAY_MIN)))
    return Claim(row["doctor_id"], row["scheduled_date"], ends_at)


def _is_within(row: Row, day: date, wish: SessionWish, zone: str) -> bool:
    local = row["scheduled_date"].astimezone(ZoneInfo(zone))
    minute = minute_of(local.time())
    return local.date() == day and minute_of(wish.starts) <= minute < _end_minute(wish.ends)


def _overlaps(rule: Rule, wish: SessionWish) -> bool:
    return minute_of(rule.starts) < _end_minute(wish.ends) and minute_of(wish.starts) < _end_minute(rule.ends)


def _lies_within(rule: Rule, wish: SessionWish) -> bool:
    return minute_of(wish.starts) <= minute_of(rule.starts) and _end_minute(rule.ends) <= _end_minute(wish.ends)


def _end_minute(ends: time) -> int:
    return minute_of(ends) or _A_DAY_MIN


_DOCTOR = select(users.c.id).where(users.c.id == bindparam("id"), works_here())
_HOURS = (
    select(availability)
    .where(
        availability.c.doctor_id == bindparam("doctor"),
        hours_between(bindparam("first"), bindparam("last")),
    )
    .order_by(availability.c.id)
)
_BY_IDS = select(availability).where(availability.c.id.in_(bindparam("ids", expanding=True))).with_for_update()
_BOOKED = (
    select(appointments.c.doctor_id, appointments.c.scheduled_date, appointments.c.duration_minutes)
    .where(
        appointments.c.doctor_id == bindparam("doctor"),
        appointments.c.location_id == bindparam("location"),
        appointments.c.scheduled_date >= bindparam("since"),
        appointments.c.scheduled_date < bindparam("until"),
        appointments.c.status.in_([AppointmentStatus.SCHEDULED.value, AppointmentStatus.CONFIRMED.value]),
        appointments.c.appointment_type != "walkin",
        appointments.c.deleted_at.is_(None),
    )
    .order_by(appointments.c.scheduled_date, appointments.c.id)
)
_MISSED = appointments.c.status == AppointmentStatus.NO_SHOW.value
_SETTLED = (
    select(
        appointments.c.doctor_id,
        func.count().label("settled"),
        func.sum(case((_MISSED, 1), else_=0)).label("missed"),
    )
    .where(
        appointments.c.location_id == bindparam("location"),
        appointments.c.scheduled_date >= bindparam("since"),
        appointments.c.scheduled_date < bindparam("now"),
        appointments.c.status.in_([AppointmentStatus.COMPLETED.value, AppointmentStatus.NO_SHOW.value]),
        appointments.c.appointment_type != "walkin",
        appointments.c.deleted_at.is_(None),
    )
    .group_by(appointments.c.doctor_id)
)
