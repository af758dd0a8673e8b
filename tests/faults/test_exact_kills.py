"""Killed at just this call: in the middle of a commit, of a request, of an answer; and as a table of where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.faults.lobby import Lobby, eventually, lobby
from tests.faults.mortal_postgres import MortalPostgres, mortal_postgres
from tests.faults.tracing import kill_at

DRAIN_S = 30.0
DIES_S = 30.0

WHERE = (
    # The kiosk's commits: pages on their way into the log, and the log on its way to the disk.
    ("kiosk", "pwrite64", 1),
    ("kiosk", "pwrite64", 2),
    ("kiosk", "pwrite64", 17),
    ("kiosk", "fsync", 1),
    ("kiosk", "fsync", 2),
    ("kiosk", "fsync", 5),
    # Its requests, and the answers that it never reads.
    ("kiosk", "sendto", 1),
    ("kiosk", "sendto", 4),
    ("kiosk", "recvfrom", 1),
    ("kiosk", "recvfrom", 6),
    # The server on its way to PostgreSQL and back to the kiosk: before, within and after the COMMIT.
    ("server", "sendto", 1),
    ("server", "sendto", 3),
    ("server", "sendto", 8),
    ("server", "sendto", 21),
    ("server", "recvfrom", 2),
    ("server", "recvfrom", 13),
    # A backend of PostgreSQL within COMMIT: all of them begin anew.
    ("postgres", "fdatasync", 1),
    ("postgres", "pwrite64", 5),
)


@dataclass(frozen=True, slots=True)
class House:
    stand: Lobby
    postgres: MortalPostgres


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with mortal_postgres() as postgres, lobby(tmp_path_factory.mktemp("lobby"), postgres.url, 2) as stand:
        stand.open_to_people()
        yield House(stand, postgres)


@pytest.mark.parametrize(("who", "call", "times"), WHERE, ids=lambda value: str(value))
def test_nothing_is_lost_or_doubled_by_a_death_at_this_call(house: House, who: str, call: str, times: int) -> None:
    stand = house.stand
    victim = {"kiosk": stand.kiosks[0].pid, "server": stand.server_pid, "postgres": house.postgres.pid}[who]
    before = [len(kiosk.acknowledged()) for kiosk in stand.kiosks]
    tracer = kill_at(victim, call, times)
    if who == "postgres":  # only those that it forks from now on are traced
        stand.kill_server()
        stand.launch_server()
    stand.rest(False)
    if who == "postgres":
        eventually(lambda: "terminated by signal 9" in house.postgres.said(), DIES_S, meanwhile=stand.tend)
    else:
        eventually(lambda: not stand.nursery.is_running(victim), DIES_S)
    tracer.let_go()
    stand.heal()
    eventually(lambda: all(len(k.acknowledged()) > b for k, b in zip(stand.kiosks, before, strict=True)), DIES_S)
    stand.rest()
    found = stand.findings(DRAIN_S)
    assert not found.all, found
    house.postgres.forget_what_it_said()
