"""Two hundred kills: kiosks, server and PostgreSQL die at random while lines fail; nothing is lost, doubled, stuck."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from server_sync.records.database import DOOR
from tests.faults.line import DOWN, UP
from tests.faults.lobby import KioskStand, Lobby, lobby
from tests.faults.mortal_postgres import MortalPostgres, mortal_postgres

SEED = 20261122
KILLS_A_SEASON = 50
SEASONS = 4
DRAIN_S = 30.0


@pytest.mark.parametrize("season", range(SEASONS))
def test_nothing_is_lost_doubled_or_stuck_though_everything_dies(season: int, tmp_path: Path) -> None:
    random = Random(SEED + season)
    with mortal_postgres() as postgres, lobby(tmp_path, postgres.url, 3, seed=season + 1, people=120) as stand:
        stand.open_to_people()
        killed = Killer(stand, postgres, random).kill(KILLS_A_SEASON)
        stand.rest()
        stand.heal()
        found = stand.findings(DRAIN_S)
        assert not found.all, f"{killed}: {found}"
        assert found.acknowledged > 3 * KILLS_A_SEASON, f"hardly anything happened: {killed}: {found}"


class Killer:
    """Chooses who dies next, and what else goes wrong meanwhile."""

    def __init__(self, stand: Lobby, postgres: MortalPostgres, random: Random) -> None:
        self._stand = stand
        self._postgres = postgres
        self._random = random
        self._killed = {"kiosk": 0, "server": 0, "postgres": 0}

    def kill(self, times: int) -> dict[str, int]:
        """Kill so many times; how often whom."""
        for _ in range(times):
            self._trouble_a_line()
            time.sleep(self._random.expovariate(1 / 0.15))
            match self._random.choices(("kiosk", "server", "postgres"), weights=(75, 18, 7))[0]:
                case "kiosk":
                    self._kill_kiosk(self._random.choice(self._stand.kiosks))
                case "server":
                    self._kill_server()
                case _:
                    self._kill_postgres()
        return self._killed

    def _kill_kiosk(self, kiosk: KioskStand) -> None:
        self._stand.kill(kiosk)
        self._stand.start(kiosk)
        self._killed["kiosk"] += 1

    def _kill_server(self) -> None:
        self._stand.kill_server()
        if self._random.random() < 0.5:
            time.sleep(self._random.uniform(0, 0.5))
        self._stand.launch_server()
        self._killed["server"] += 1

    def _kill_postgres(self) -> None:
        self._postgres.kill()
        time.sleep(self._random.uniform(0, 0.5))
        self._postgres.start()
        self._killed["postgres"] += 1
        if not self._stand.nursery.is_running(self._stand.server_pid):
            self._stand.launch_server()  # it was just starting, and found no database

    def _trouble_a_line(self) -> None:
        line = self._random.choice(self._stand.kiosks).line
        line.heal()
        match self._random.randrange(8):
            case 0:
                line.cut = frozenset({UP})
            case 1:
                line.cut = frozenset({DOWN})
            case 2:
                line.cut = frozenset({UP, DOWN})
            case 3:
                line.delay_s = self._random.uniform(0.01, 0.2)
            case 4:
                line.bytes_per_s = self._random.uniform(2_000, 50_000)
            case 5:
                line.reset()
            case 6:
                line.says_twice = True
            case _:
                line.refuses = self._random.random() < 0.5


def test_checks_find_what_is_wrong(tmp_path: Path) -> None:
    """A harness that finds nothing is not trusted: a line is taken out of a log, and a receipt is written twice."""
    url = f"sqlite:///{tmp_path / 'centre.db'}"
    with lobby(tmp_path, url, 1, people=20) as stand:
        (kiosk,) = stand.kiosks
        stand.start(kiosk)
        _until_acknowledged(stand, 8)
        stand.rest()
        assert not stand.findings().all
        with kiosk.folder.acknowledged.open("a") as told:
            told.write("018f0e2a-7c1d-7000-8000-000000000001\n")
        assert len(stand.findings().lost) == 1
        stand.kill(kiosk)
        database = kiosk.folder.open()
        with database.writing() as connection:
            connection.exec_driver_sql("UPDATE offline_sync_logs SET outcome = 'forged' WHERE sequence = 2")
            connection.exec_driver_sql(
                "UPDATE help_calls SET token_number = 'forged' || token_number", execution_options=DOOR
            )
        database.close()
        wrong = stand.findings(1.0).wrong
        assert wrong[0].partition(": ")[2] == "its log and its receipts differ"
        assert any("help_calls differs" in words for words in wrong)


def _until_acknowledged(stand: Lobby, least: int) -> None:
    from tests.faults.lobby import eventually

    eventually(lambda: all(len(kiosk.acknowledged()) >= least for kiosk in stand.kiosks), 30)
