"""What is to happen in one run: operations and troubles at their times, drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

LEAST_OPERATIONS = 210
CENTRE = "centre"
DESK = "desk"
HUB = "hub"
IN_LOBBY = "lobby/"
"""Before a machine's name: its line to the hub."""

HUBS_FROM = 20_001
"""Seeds before that tell what they told when there was no hub yet: faults were found by them."""
HUB_SHARE = 0.25
SETTLE = "settle"
LEASING_FROM = 40_001
"""Seeds from here on are of a clinic whose kiosks hold leases too; those before tell what they told."""
LEASE_POLICY = {"kinds": ["reception", "kiosk", "hub"], "places_per_day": 4, "share_percent": 50, "sell_for_h": 12}


class Kind(StrEnum):
    """The kinds of trouble."""

    DROP = "drop"
    DUPLICATE = "duplicate"
    DELAY = "delay"
    REORDER = "reorder"
    ONE_WAY = "one_way"
    PARTITION = "partition"
    SLOW = "slow"
    GARBAGE = "garbage"
    CRASH = "crash"
    CRASH_INSIDE = "crash_inside"
    CRASH_AT_COMMIT = "crash_at_commit"
    CLOCK_JUMP = "clock_jump"
    DISK_FULL = "disk_full"
    RESTORED = "restored"
    CLONED = "cloned"
    SERVER_RESTORED = "server_restored"
    UPGRADE = "upgrade"
    HUB_LOST = "hub_lost"


CRASHES = (Kind.CRASH, Kind.CRASH_INSIDE, Kind.CRASH_AT_COMMIT)
OF_THE_LINE = (
    Kind.DROP,
    Kind.DUPLICATE,
    Kind.DELAY,
    Kind.REORDER,
    Kind.ONE_WAY,
    Kind.PARTITION,
    Kind.SLOW,
    Kind.GARBAGE,
)


_GOES_BACK = frozenset({Kind.RESTORED, Kind.CLONED, Kind.SERVER_RESTORED})
_AT_MOST_ONE_OF = (Kind.RESTORED, Kind.CLONED, Kind.SERVER_RESTORED)
"""One kind of going back in time a run: a server that forgets a device which went back does not know its new key (a
person enrols it again), and of two copies that hold the same unsent sets one alone may become another with them."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One operation of a person: what, where and when (virtual seconds); `number` names its random stream."""

    at_s: float
    machine: str
    what: str
    number: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault from `at_s` to `until_s` (virtual seconds) at a machine or its line, as bad as `strength` (0 to 1)."""

    at_s: float
    until_s: float
    kind: Kind
    machine: str
    strength: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole run. `chaos_s` is when everything is mended."""

    seed: int
    machines: tuple[str, ...]
    chaos_s: float
    doings: tuple[Doing, ...]
    troubles: tuple[Trouble, ...]


def stream(seed: int, name: str) -> Random:
    """The random stream of that name: what is drawn from one never shifts another."""
    return Random(f"{seed}/{name}")


def plan_for(seed: int, weights: Callable[[str], dict[str, int]]) -> Plan:
    """The plan of a seed. `weights` are the operations of a machine with how often each is done."""
    random = stream(seed, "schedule")
    kiosks = random.choice((2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6))
    devices = (DESK, *(f"kiosk-{number}" for number in range(1, kiosks + 1)))
    chaos_s = random.uniform(20, 50)
    troubles = _troubles(stream(seed, "troubles"), devices, chaos_s)
    hub: tuple[str, ...] = ()
    if seed >= HUBS_FROM and stream(seed, HUB).random() < HUB_SHARE:
        hub = (HUB,)
        troubles = _in_order((*troubles, *_around_hub(stream(seed, "around the hub"), devices, chaos_s, troubles)))
    return Plan(
        seed,
        (CENTRE, *devices, *hub),
        chaos_s,
        _settling(stream(seed, "settling"), _doings(stream(seed, "operations"), devices, chaos_s, weights), chaos_s),
        troubles,
    )


def _doings(
    random: Random, devices: tuple[str, ...], chaos_s: float, weights: Callable[[str], dict[str, int]]
) -> tuple[Doing, ...]:
    """In bursts, as people come: several at one machine within a few seconds."""
    doings: list[Doing] = []
    machines = (*devices, DESK, CENTRE)
    while len(doings) < LEAST_OPERATIONS:
        machine = random.choice(machines)
        kinds = weights(machine)
        at_s = random.uniform(0.5, chaos_s)
        for _ in range(random.randint(2, 14)):
            (what,) = random.choices(list(kinds), list(kinds.values()))
            doings.append(Doing(round(at_s, 3), machine, what, len(doings)))
            at_s += random.choice((0.0, 0.0, 0.0, 0.02, 0.1))
    return tuple(sorted(doings, key=lambda doing: (doing.at_s, doing.number)))


def _settling(random: Random, doings: tuple[Doing, ...], chaos_s: float) -> tuple[Doing, ...]:
    """And now and then the desk settles what was left to it, here or at the server."""
    settling = (
        Doing(round(random.uniform(5, chaos_s), 3), random.choice((DESK, DESK, CENTRE)), SETTLE, len(doings) + number)
        for number in range(random.randint(4, 12))
    )
    return tuple(sorted((*doings, *settling), key=lambda doing: (doing.at_s, doing.number)))


def _troubles(random: Random, devices: tuple[str, ...], chaos_s: float) -> tuple[Trouble, ...]:
    """Three kinds at least and a crash, each once or more."""
    goes_back = random.choice(_AT_MOST_ONE_OF)
    others = sorted(set(Kind) - set(CRASHES) - (_GOES_BACK - {goes_back}) - {Kind.HUB_LOST})
    if goes_back is not Kind.SERVER_RESTORED:
        others.remove(Kind.UPGRADE)  # machines of the version before do not find out that they went back
    kinds = [*random.sample(others, random.randint(3, min(6, len(others)))), random.choice(CRASHES)]
    found: list[Trouble] = []
    for kind in kinds:
        for _ in range(1 if kind is Kind.CLONED else random.choice((1, 1, 2, 3))):
            at_s = random.uniform(0, chaos_s * 0.9)
            until_s = min(chaos_s, at_s + random.uniform(2, 20))
            found.append(
                Trouble(round(at_s, 3), round(until_s, 3), kind, _where(random, kind, devices), random.random())
            )
    return _in_order(found)


def _in_order(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    return tuple(sorted(troubles, key=lambda trouble: (trouble.at_s, trouble.kind, trouble.machine)))


def _around_hub(
    random: Random, devices: tuple[str, ...], chaos_s: float, others: Iterable[Trouble]
) -> Iterator[Trouble]:
    """The place is cut off from the centre, for long enough that its machines go on with their hub; and while they do,
    something happens to that or to the lobby's own network.
    """
    cut_s = random.uniform(4, chaos_s - 13)
    until_s = min(chaos_s, cut_s + random.uniform(12, 25))
    away = [name for name in devices if random.random() < 0.85]
    upstream = [HUB] if random.random() < 0.6 else []
    for name in (*away, *upstream):
        yield Trouble(round(cut_s, 3), round(until_s, 3), Kind.PARTITION, name, random.random())
    kinds = [Kind.CRASH, Kind.CRASH_INSIDE, Kind.CRASH_AT_COMMIT, Kind.CLOCK_JUMP, Kind.ONE_WAY, Kind.DISK_FULL]
    if all(trouble.kind is not Kind.SERVER_RESTORED for trouble in others):
        kinds.append(Kind.HUB_LOST)
    for kind in random.sample(kinds, random.randint(1, 2)):
        at_s = random.uniform(cut_s, until_s)
        yield Trouble(round(at_s, 3), round(min(chaos_s, at_s + random.uniform(1, 8)), 3), kind, HUB, random.random())
    for name in random.sample(devices, random.randint(0, 2)):
        at_s, kind = random.uniform(cut_s, until_s), random.choice(OF_THE_LINE)
        ends_s = min(chaos_s, at_s + random.uniform(2, 10))
        yield Trouble(round(at_s, 3), round(ends_s, 3), kind, IN_LOBBY + name, random.random())


def _where(random: Random, kind: Kind, devices: tuple[str, ...]) -> str:
    if kind is Kind.SERVER_RESTORED:
        return CENTRE
    if kind in (*CRASHES, Kind.CLOCK_JUMP) and random.random() < 0.35:
        return CENTRE
    if kind is Kind.CLONED:
        return random.choice(devices[1:])
    return random.choice(devices)
