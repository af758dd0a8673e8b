"""Leases of places in the day: who may hold how many, and when a holder may still sell from one. Pure rules.

A device that is cut off confirms only places that were leased to it while it was online. The end of a lease stops its
holder and nobody else: seats are free for others once the holder has given them back, never because time went by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Protocol, TypeVar

DEVICE_KINDS = frozenset({"kiosk", "reception", "hub"})
"""Kinds of devices that could sell places at all: a board shows."""

LONGEST_SALE_H = 72
MOST_DAYS = 14

Free = TypeVar("Free")


@dataclass(frozen=True, slots=True)
class Uptime:
    """What a machine can prove of time: milliseconds since it was started, sleep included, and which start that was.

    `machine_id` stays over restarts; `boot_id` is another after each.
    """

    machine_id: str
    boot_id: str
    elapsed_ms: int


class SinceBoot(Protocol):
    """A clock that no person can set. Handed in, so that a simulation can own it."""

    def read(self) -> Uptime | None:
        """How long this machine has been up; None where it cannot tell."""
        ...


class NoUptime:
    """A machine that cannot prove how much time went by: it never sells from a lease."""

    def read(self) -> Uptime | None:
        """Nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a holder noted when it asked for a lease. `run_id` names the boot and the run that asked."""

    machine_id: str
    run_id: str
    counted_from_ms: int


@dataclass(frozen=True, slots=True)
class RunTime:
    """This run's present: its machine, its run, and milliseconds since boot."""

    machine_id: str
    run_id: str
    elapsed_ms: int

    def as_asked(self) -> Asked:
        """This moment as the one from which a lease is counted."""
        return Asked(self.machine_id, self.run_id, self.elapsed_ms)


def proven_s(asked: Asked | None, now: RunTime | None) -> float | None:
    """Seconds since a lease was asked for; None where this run cannot prove it.

    After a restart of the machine or of the program, on a copy of its records elsewhere, with records that were put
    back, or where the clock since boot ran backwards, nobody can say what was sold meanwhile, or for how long.
    """
    if asked is None or now is None or asked.run_id != now.run_id or asked.machine_id != now.machine_id:
        return None
    elapsed_ms = now.elapsed_ms - asked.counted_from_ms
    return None if elapsed_ms < 0 else elapsed_ms / 1000


def may_sell(asked: Asked | None, now: RunTime | None, sell_for_s: int) -> bool:
    """Whether the holder may still confirm places from a lease."""
    elapsed_s = proven_s(asked, now)
    return elapsed_s is not None and elapsed_s < sell_for_s


def is_due(asked: Asked | None, now: RunTime | None, sell_for_s: int) -> bool:
    """Whether a lease should be exchanged for a new one while the holder is online: at half of its time."""
    elapsed_s = proven_s(asked, now)
    return elapsed_s is None or elapsed_s >= sell_for_s / 2


class LeasePolicyRefused(ValueError):
    """This configuration makes no sense. `code` is stable; the message says why, for an admin."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True)
class LeasePolicy:
    """What machines of a location may hold. Raises LeasePolicyRefused when made wrongly.

    The defaults keep four fifths of a doctor's day for those who book online, and give kiosks nothing: most never book.
    """

    kinds: tuple[str, ...] = ("reception", "hub")
    """Kinds of devices that hold leases."""
    days: int = 3
    """Local days for which places are leased, today included; 0 for none."""
    places_per_day: int = 2
    """Places of one doctor's day that one device may hold."""
    share_percent: int = 20
    """Of a doctor's places of a day, how many all devices may hold together."""
    sell_for_h: int = 12
    """For how long a holder may sell, from when it asked."""
    moves_when_taken: bool = False
    """Whether a booking that finds its place taken is moved to the doctor's nearest free slot of that day and the next
    ones, for the desk to tell the patient; else the desk decides."""

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.kinds) - DEVICE_KINDS):
            raise LeasePolicyRefused("unknown_kind", f"no device that sells places is a {', '.join(unknown)}")
        bounds = {
            "days": (0, MOST_DAYS),
            "places_per_day": (0, 50),
            "share_percent": (0, 50),
            "sell_for_h": (1, LONGEST_SALE_H),
        }
        for name, (least, most) in bounds.items():
            if not least <= getattr(self, name) <= most:
                raise LeasePolicyRefused("out_of_range", f"{name} is {least} to {most}")

    @property
    def sell_for_s(self) -> int:
        """`sell_for_h` in seconds."""
        return self.sell_for_h * 3600

    def lets_hold(self, kind: str) -> bool:
        """Whether devices of this kind hold any."""
        return kind in self.kinds and min(self.days, self.places_per_day, self.share_percent) > 0

    def places_to_grant(self, *, of_the_day: int, free: int, held_here: int, held_by_all: int) -> int:
        """How many more places of one doctor's day a device may hold.

        `of_the_day` are all places of it, `free` those that nobody has. Half of these stay, whatever the shares say.
        """
        of_share = of_the_day * self.share_percent // 100 - held_by_all
        return max(0, min(self.places_per_day - held_here, of_share, free // 2))


def parse_lease_policy(document: object) -> LeasePolicy:
    """A location's `lease_policy` (JSON): what differs from the usual; null is the usual itself.

    `{"kinds": ["reception", "kiosk"], "days": 2, "share_percent": 10, "moves_when_taken": true, ...}`, names as in
    `LeasePolicy`. Raises LeasePolicyRefused.
    """
    if document is None:
        return USUAL
    if not isinstance(document, Mapping):
        raise LeasePolicyRefused("not_a_policy", "a policy is an object with the names of what differs")
    known = {field.name for field in fields(LeasePolicy)}
    if unknown := sorted(str(name) for name in set(document) - known):
        raise LeasePolicyRefused("unknown_setting", f"a lease policy has no {', '.join(unknown)}")
    values = {str(name): _setting(str(name), value) for name, value in document.items()}
    return LeasePolicy(**values)  # type: ignore[arg-type]  # each value was read by its name's kind just now


def lease_policy_in_force(document: object) -> LeasePolicy:
    """As `parse_lease_policy`; one that this version cannot read grants what is usual."""
    try:
        return parse_lease_policy(document)
    except LeasePolicyRefused:
        return USUAL


def evenly(places: Sequence[Free], count: int) -> list[Free]:
    """`count` of the places, spread over all of them in their order."""
    count = min(count, len(places))
    return [places[(2 * number + 1) * len(places) // (2 * count)] for number in range(count)]


def _setting(name: str, value: object) -> object:
    if name == "kinds":
        if not isinstance(value, list | tuple) or not all(isinstance(kind, str) for kind in value):
            raise LeasePolicyRefused("not_kinds", "kinds is a list of kinds of devices")
        return tuple(value)
    if name == "moves_when_taken":
        if not isinstance(value, bool):
            raise LeasePolicyRefused("not_a_choice", f"{name} is true or false")
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        raise LeasePolicyRefused("not_a_number", f"{name} is a whole number")
    return value


USUAL = LeasePolicy()
