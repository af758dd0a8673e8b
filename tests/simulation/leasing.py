"""What is done with leases where several machines hold some: sold from, given back, grown old, written off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from server_sync.central.access.callers import Caller
from server_sync.central.desk.clinic_setup import write_off_leases
from server_sync.clinic.roles import Role
from server_sync.desk.appointments import booking
from server_sync.desk.appointments.booking import BookingWish
from server_sync.desk.appointments.leases import tend_leases
from tests.simulation.operations import OPERATIONS, Hands
from tests.simulation.plan import CENTRE, LEASING_FROM, Doing, Kind, Plan

SELL, TEND, AGE, WRITE_OFF = "sell_leased", "tend_leases", "grow_old", "write_off_leases"


def is_leasing(plan: Plan) -> bool:
    """Whether each machine of this run that sells holds leases, or the reception alone."""
    return plan.seed >= LEASING_FROM


def leasing_doings(random: Random, plan: Plan) -> tuple[Doing, ...]:
    """What is done with leases beside all else. One machine sells several, so that an older lease is used up too.

    A server that forgets that a lease was written off has it count again, so no run has both.
    """
    devices = plan.machines[1:]
    goes_back = any(trouble.kind is Kind.SERVER_RESTORED for trouble in plan.troubles)
    found: list[tuple[float, str, str]] = []
    for _ in range(random.randint(8, 14)):
        machine, at_s = random.choice((*devices, *devices, CENTRE)), random.uniform(2, plan.chaos_s)
        found += [(at_s + number * 0.1, machine, SELL) for number in range(random.randint(1, 5))]
    for _ in range(random.randint(3, 8)):
        machine, at_s = random.choice(devices), random.uniform(3, plan.chaos_s)
        found.append((at_s, machine, AGE))
        found += [(at_s + 0.2, machine, SELL)] * random.randint(0, 2)
        found += [(at_s + random.uniform(0.3, 4), machine, TEND)] * (random.random() < 0.7)
    for _ in range(0 if goes_back else random.choice((0, 0, 1, 2))):
        found.append((random.uniform(4, plan.chaos_s), CENTRE, WRITE_OFF))
    return tuple(
        Doing(round(min(at_s, plan.chaos_s), 3), machine, what, len(plan.doings) + number)
        for number, (at_s, machine, what) in enumerate(found)
    )


def sell_leased(hands: Hands) -> None:
    """A place that is leased, as far as this machine knows: its own, or (at the centre) somebody else's."""
    found = hands.pick("SELECT doctor_id, starts_at FROM slot_leases WHERE written_off_at IS NULL ORDER BY uid")
    patient = hands.pick("SELECT id FROM patients ORDER BY uid LIMIT 30")
    if found is None or patient is None:
        return
    starts_at = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
    wish = BookingWish(found[0], starts_at, is_verified=True, patient_id=patient[0])
    hands.do(booking.INTENT, lambda work: booking.book(work, wish))


def _tend(hands: Hands) -> None:
    """As the worker does every few minutes; a run is shorter than that."""
    tend_leases(hands.replica)


def _grow_old(hands: Hands) -> None:
    """Hours go by at this machine, at which nobody can set the clock since boot: its leases are due, or over."""
    hands.uptime.skip(3600 * hands.random.choice((1, 7, 13)))


def _write_off(hands: Hands) -> None:
    """An admin gives up what a machine holds: what it sold and nobody has heard of counts as provisional."""
    found = hands.pick("SELECT DISTINCT device_id FROM slot_leases WHERE freed_at IS NULL ORDER BY device_id")
    if found is not None:
        write_off_leases(hands.replica, Caller(Role.ADMIN, "admin"), found[0])


ALL_OPERATIONS: dict[str, Callable[[Hands], None]] = {
    **OPERATIONS,
    SELL: sell_leased,
    TEND: _tend,
    AGE: _grow_old,
    WRITE_OFF: _write_off,
}
