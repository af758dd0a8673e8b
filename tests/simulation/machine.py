"""One machine of the simulated clinic: its disk, its clock, the process on it, and what it acknowledged."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server_sync.protocol.faults import Fault
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.replica import Replica
from server_sync.records.upstream.held_rows import has_held_rows
from server_sync.worker.state import ConnectionState
from server_sync.worker.worker import Worker
from tests.simulation import engine
from tests.simulation.disks import Disk, PowerCutError
from tests.simulation.leasing import ALL_OPERATIONS
from tests.simulation.line import Line
from tests.simulation.lobby import SimulatedCentreWay, SimulatedHub, SimulatedHubs
from tests.simulation.operations import Hands
from tests.simulation.plan import CENTRE, HUB, Doing, stream
from tests.simulation.virtual_time import StrayClock

if TYPE_CHECKING:
    from random import Random

    from tests.simulation.world import World

TRIED_AGAIN_S = 2.0
"""After which a hub's process that could not begin is begun once more."""

_NEVER_GOES_BACK = {"patient": frozenset({"phone", "email", "address", "first_name"})}
"""Fields that nobody ever sets back to what they were: each new value is a fresh one."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A change set whose operation returned to whoever did it: it must never be lost."""

    machine: str
    uid: str
    sequence: int
    hash: str
    body: Any
    """As it was logged: JSON."""


class Machine:
    """A machine with its disk, its clock, the process on it, and what it acknowledged."""

    def __init__(self, world: World, name: str, disk: Disk) -> None:
        self.world = world
        self.name = name
        self.disk = disk
        self.clock = StrayClock(world.loop)
        self.replica: Replica | None = None
        self.worker: Worker | None = None
        self.line: Line | None = None
        self.lobby: Line | None = None
        """To the hub, where there is one."""
        self.hub: SimulatedHub | None = None
        self.state: ConnectionState | None = None
        self._task: asyncio.Task[None] | None = None
        self._heard_log = 0
        # An id of the log comes again where all before it was let go of; a sequence never, but under another name.
        self._heard_sequence: tuple[str, int] = "", 0
        self._lives = 0
        self.uptime = engine.VirtualUptime(name, world.loop, 0)
        self.acknowledged: list[Acknowledged] = []
        self.gone: list[Acknowledged] = []
        """What it acknowledged on a disk that it has no more."""
        self.key = name
        self.version = SCHEMA_VERSION
        self.was_older = False
        self.went_back = False
        """Its records were put back, or copied."""
        self.begins_epoch = False
        self.agrees_from_s = 0.0
        """Since then both are known to hold the same: never, until they have compared it, once the server went back."""

    @property
    def is_centre(self) -> bool:
        """The server."""
        return self.name == CENTRE

    @property
    def is_hub(self) -> bool:
        """The hub of the lobby."""
        return self.name == HUB

    @property
    def is_up(self) -> bool:
        """Whether a process runs on it."""
        return self.replica is not None

    def start(self) -> None:
        """Power on: a new process on what the disk holds."""
        self.disk.power_on()
        self._lives += 1
        ids = stream(self.world.plan.seed, f"ids/{self.name}/{self._lives}")
        self.uptime = engine.VirtualUptime(self.name, self.world.loop, self._lives)
        self.replica = engine.start_replica(self.disk, self.clock, self.uptime, ids)
        self.harvest()
        if self.is_centre:
            self.replica.on_commit = self.world.announce
            self._begin_epoch(self.replica)
            self.world.server_is_up(is_up=self.is_up)
            return
        random = stream(self.world.plan.seed, f"worker/{self.name}/{self._lives}")
        if self.is_hub:
            self._start_hub(self.replica, random)
            return
        hubs = None
        if self.lobby is not None:
            hubs = SimulatedHubs(self.replica, lambda: self.key, self.version, self.lobby, random)
        self.worker, main = engine.make_worker(
            self.replica, self._way, self._told, self._applied, self._keep, random, hubs
        )
        worker = self.worker
        self.replica.on_commit = lambda _places: worker.nudge()
        self._task = self.world.loop.create_task(_as_coroutine(main))

    def _start_hub(self, replica: Replica, random: Random) -> None:
        self.hub = hub = SimulatedHub(
            replica, self._centre_way, self.world.announce_in_lobby, self._told, self._keep, random
        )
        self.worker = hub.worker
        try:
            main = hub.begin()
        except Fault:
            self.stop_for(TRIED_AGAIN_S)
            return
        except PowerCutError:
            return
        self._task = self.world.loop.create_task(_as_coroutine(main))
        self.world.hub_is_up(is_up=True)

    def stop(self) -> None:
        """Power off, whatever is under way."""
        self.disk.power_off()
        self.replica = self.hub = None
        if self.is_hub:
            self.world.hub_is_up(is_up=False)
        worker, self.worker = self.worker, None
        if worker is not None:
            self.world.restarts += worker.restarts
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        if self.is_centre:
            self.world.server_is_up(is_up=False)

    def stop_for(self, seconds: float) -> None:
        """Off, and on again by itself."""
        if self.is_up:
            self.stop()
            self.world.loop.call_later(seconds, self.start_again)

    def act(self, doing: Doing) -> None:
        """One person does one thing here, if the machine is on."""
        if self.replica is None:
            return
        random = stream(self.world.plan.seed, f"doing/{doing.number}")
        try:
            ALL_OPERATIONS[doing.what](Hands(self.replica, self.disk, random, self.uptime))
        except PowerCutError:
            return
        except Fault as fault:
            self.world.note("fault", self.name, doing.what, fault.code)
        except Exception as bug:  # noqa: BLE001  # whatever it is, it is a finding
            self.world.violated("bug in an operation", f"{doing.what} at {self.name}: {bug!r}", bug)
        self.harvest()

    def harvest(self) -> None:
        """Take note of what was acknowledged since, from this machine's own log."""
        if self.is_centre:
            return
        before, (name, _) = self._heard_log, self._heard_sequence
        rows = self.disk.query(
            "SELECT id, change_set_uid, device_id, sequence, hash, data FROM offline_sync_logs "
            "WHERE id > ? OR (device_id = ? AND sequence > ?) OR (device_id <> ? AND replace(device_id, '-', '') IN "
            "(SELECT device_uid FROM replica)) ORDER BY id",
            [before, *self._heard_sequence, name],
        )
        for row_id, uid, device_id, sequence, hashed, data in rows:
            self._heard_log = row_id
            self._heard_sequence = device_id, sequence
            if row_id <= before and device_id != name and self.world.has_heard(uid):
                continue  # made anew under this name, and heard under the one before
            self.acknowledged.append(Acknowledged(self.name, uid, sequence, hashed, json.loads(data)))
            self.world.note("acknowledged", self.name, sequence, hashed)

    def start_again(self) -> None:
        """On, if it is not."""
        if not self.is_up:
            self.start()

    def forget(self, gone: list[Acknowledged], heard_log: int, device_id: str, sequence: int) -> None:
        """Its disk holds nothing of these any more; its log's last entry is `heard_log`, that device's set."""
        lost = {one.uid for one in gone}
        self.gone += gone
        self.acknowledged = [one for one in self.acknowledged if one.uid not in lost]
        self._heard_log, self._heard_sequence = heard_log, (device_id, sequence or 0)

    def _begin_epoch(self, centre: Replica) -> None:
        """A server that was restored says so before it answers."""
        try:
            if self.begins_epoch:
                engine.begin_anew(centre)
            self.begins_epoch = False
        except PowerCutError:
            return

    def _keep(self, key: str) -> None:
        self.key = key

    def _told(self, state: ConnectionState) -> None:
        self.state = state
        self.world.note("state", self.name, state.link, state.pending, state.cause)

    def _applied(self, _nouns: frozenset[str]) -> None:
        """A page was stored: what was done here and is not settled yet must still stand here."""
        rows = [] if self.replica is None else engine.unsettled(self.disk, self.replica.identity.device_uid)
        last: dict[tuple[str, str, str], tuple[int, object, object]] = {}
        for sequence, body in rows:
            for change in body["sync_data"]:
                noun, uid = change["type"], change["uid"].replace("-", "")
                if change["action"] == "create" and noun in engine.TABLES:
                    last[noun, uid, "uid"] = sequence, uid, None
                for name in _NEVER_GOES_BACK.get(noun, frozenset()) & change["replaced"].keys():
                    last[noun, uid, name] = sequence, change["data"][name], change["replaced"][name]
        for (noun, uid, name), (sequence, wanted, before) in last.items():
            found = self.disk.query(f"SELECT {name} FROM {engine.TABLES[noun]} WHERE uid = ?", [uid])
            # What was settled may have left since then: a server that went back settles it once more. So may whom no
            # visit names, once a hub's rows contained them: where that lost its disk, they do so no more.
            has_left = noun == "patient" and self.world.hub_went_back
            has_gone = not found and not self.world.centre.went_back and not has_left
            if has_gone or (found and found[0][0] == before != wanted):
                words = f"{noun} {uid} at {self.name} lost its {name} of set {sequence} before that was settled"
                self.world.violated("stays laid over", words)

    def _way(self) -> engine.SimulatedWay:
        line = self.line
        if line is None or self.replica is None:
            raise LookupError(self.name)
        uid = self.replica.identity.device_uid
        of_all = self.lobby is not None and has_held_rows(self.disk.database)
        return engine.SimulatedWay(uid, self.key, self.version, line.exchange, line.listen, of_all=of_all)

    def _centre_way(self) -> SimulatedCentreWay:
        line = self.line
        if line is None or self.replica is None:
            raise LookupError(self.name)
        uid = self.replica.identity.device_uid
        return SimulatedCentreWay(uid, self.key, self.version, line.exchange, line.listen, of_all=True)


async def _as_coroutine(main: Callable[[], Awaitable[None]]) -> None:
    try:
        await main()
    except PowerCutError:
        return
