"""Planted bugs of leases: who sells from one for how long, and who else may have its places."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.simulation.bugs import Patches, planted

LASTS_S = 600
"""Of a lease: longer than a run, so that where clocks are right none ends in it."""


@planted(40_033)
def a_lease_that_ignores_skew(patches: Patches) -> None:
    """A holder sells until its lease ends by its wall clock, and the centre gives its places to others by its own"""
    from sqlalchemy import select

    from server_sync.central.places import leased_seats, leases
    from server_sync.clinic.clocks import to_unix_ms
    from server_sync.clinic.leases import LeasePolicy
    from server_sync.desk.appointments import leases as own_leases
    from server_sync.desk.appointments import seats
    from server_sync.records.replica import Replica
    from server_sync.records.tables import slot_leases

    def by_the_wall(run_time: Any) -> Any:
        return lambda self: replace(run_time(self), elapsed_ms=to_unix_ms(self.clock.now()))

    def is_not_over(asked: Any, now: Any, sell_for_s: int) -> bool:
        is_this_run = asked is not None and (asked.machine_id, asked.run_id) == (now.machine_id, now.run_id)
        return is_this_run and now.elapsed_ms - asked.counted_from_ms < 1000 * sell_for_s

    def expiring(tend: Any) -> Any:
        def tended(centre: Any) -> None:
            with centre.work("expire", "system") as work:
                for lease in work.all(select(slot_leases).where(slot_leases.c.freed_at.is_(None))):
                    if lease["granted_at"] + timedelta(seconds=lease["sell_for_s"]) < work.now:
                        leased_seats.free_seats(work, lease)
            tend(centre)

        return tended

    patches.swap(LeasePolicy, "sell_for_s", lambda _was: property(lambda _self: LASTS_S))
    patches.swap(Replica, "run_time", by_the_wall)
    patches.swap(leases, "tend_leases", expiring)
    for module in (seats, own_leases):
        patches.swap(module, "may_sell", lambda _was: is_not_over)


@planted(40_001)
def one_place_leased_to_two(patches: Patches) -> None:
    """Places are leased without being counted, so that another machine is given the same"""
    from server_sync.central.places import leases

    patches.swap(leases, "_claimed", lambda _was: lambda *_: True)


@planted(40_009)
def a_lease_of_another_run(patches: Patches) -> None:
    """A machine that was put back, copied or started again sells from what an earlier run of it was given"""
    from server_sync.desk.appointments import seats

    patches.swap(seats, "may_sell", lambda _was: lambda asked, _now, _sell_for_s: asked is not None)


@planted(40_010)
def a_lease_given_back_goes_on_selling(patches: Patches) -> None:
    """A machine sells from a lease that it has given back"""
    from sqlalchemy import bindparam, select

    from server_sync.desk.appointments import seats
    from server_sync.records.prepared import Prepared
    from server_sync.records.tables import devices, lease_clocks, slot_leases

    own = (
        select(slot_leases.c.uid, slot_leases.c.seats, slot_leases.c.sell_for_s, *seats.LEASE_CLOCK_COLUMNS)
        .join(devices, devices.c.id == slot_leases.c.device_id)
        .join(lease_clocks, lease_clocks.c.ask_uid == slot_leases.c.ask_uid)
        .where(
            devices.c.uid == bindparam("own"),
            slot_leases.c.doctor_id == bindparam("doctor"),
            slot_leases.c.location_id == bindparam("location"),
            slot_leases.c.starts_at <= bindparam("starts"),
            slot_leases.c.ends_at >= bindparam("ends"),
        )
        .order_by(slot_leases.c.id)
    )
    patches.swap(seats, "_OWN_LEASES", lambda _was: Prepared(own))
