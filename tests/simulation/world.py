"""One run: the machines of a clinic in virtual time, chaos by plan, then everything mended, then waited out."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Any

from server_sync.protocol.faults import Fault
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.replica import Replica
from server_sync.records.upstream.held_rows import has_held_rows
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.worker import Worker
from tests.simulation import engine, going_back, lobby
from tests.simulation.disks import Disk, PowerCutError
from tests.simulation.line import Line
from tests.simulation.lobby import SimulatedCentreWay, SimulatedHub, SimulatedHubs, count_held
from tests.simulation.operations import OPERATIONS, Hands
from tests.simulation.plan import CENTRE, HUB, IN_LOBBY, Doing, Kind, Plan, Trouble, stream
from tests.simulation.virtual_time import StrayClock, VirtualLoop

LONGEST_HEALING_S = 240.0
"""Within which every machine must have said everything and heard everything, once all is mended."""

LONGEST_COMPARING_S = 900.0
"""Within which each has compared what it holds with a server that went back: on a slow line that comes less often."""

QUIET_S = 0.25

TRIED_AGAIN_S = 2.0
"""After which a hub's process that could not begin is begun once more."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A change set whose operation returned to whoever did it: it must never be lost."""

    machine: str
    uid: str
    sequence: int
    hash: str
    body: Any
    """As it was logged: JSON."""


@dataclass(slots=True)
class Findings:
    """What a run showed. `violations` begin with the invariant's name and a colon."""

    seed: int
    faults: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    healing_s: float = 0.0
    trace: str = ""

    def names(self) -> frozenset[str]:
        """The invariants that were broken."""
        return frozenset(violation.partition(":")[0] for violation in self.violations)


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
        self.acknowledged: list[Acknowledged] = []
        self.gone: list[Acknowledged] = []
        """What it acknowledged on a disk that it has no more."""
        self.key = name
        self.version = SCHEMA_VERSION
        self.was_older = False
        self.went_back = False
        """Its records were put back, or copied."""
        self.begins_epoch = False
        self.waits_no_longer = False
        """A day has passed since it heard of a hub's disk that is lost."""
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
        uptime = engine.VirtualUptime(self.name, self.world.loop, self._lives)
        self.replica = engine.start_replica(self.disk, self.clock, uptime, ids)
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
            OPERATIONS[doing.what](Hands(self.replica, self.disk, random))
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
            if row_id <= before and device_id != name and self.world.has_heard(uid):
                continue  # made anew under this name, and heard under the one before
            self._heard_log = row_id
            self._heard_sequence = device_id, sequence
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
            # What was settled may have left since then: a server that went back settles it once more.
            has_gone = not found and not self.world.centre.went_back
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


class World:
    """A clinic in virtual time. `disks` are filled with the morning of every seed."""

    def __init__(self, plan: Plan, disks: Mapping[str, Disk], founded: engine.Founded, *, tells: bool = False) -> None:
        self.plan = plan
        self.founded = founded
        self.loop = VirtualLoop()
        self.findings = Findings(plan.seed)
        self.restarts = 0
        self.served_by_hub = 0
        self._tells = tells
        self._trace = sha256()
        self.machines = {name: Machine(self, name, disks[name]) for name in plan.machines}
        for name, machine in self.machines.items():
            machine.disk.fill(founded.image_of(name, has_hub=HUB in plan.machines))
            if name != CENTRE:
                machine.line = Line(stream(plan.seed, f"network/{name}"), self._serve_for(name), self._counted)
            if HUB in plan.machines and name not in (CENTRE, HUB):
                machine.lobby = Line(stream(plan.seed, f"lobby/{name}"), self._serve_in_lobby(name), self._counted)
                machine.lobby.server_is_up = False

    @property
    def centre(self) -> Machine:
        """The server."""
        return self.machines[CENTRE]

    @property
    def devices(self) -> list[Machine]:
        """All machines but the server."""
        return [machine for machine in self.machines.values() if not machine.is_centre]

    def has_heard(self, uid: str) -> bool:
        """Whether a machine is known to have acknowledged this set."""
        return any(one.uid == uid for machine in self.devices for one in machine.acknowledged)

    def run(self) -> Findings:
        """Chaos, mending, waiting. What was broken is in `findings`."""
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._main())
        finally:
            self._end()
        self.findings.acknowledged = sum(len(machine.acknowledged) for machine in self.machines.values())
        self.findings.trace = self._trace.hexdigest()
        return self.findings

    def note(self, *what: object) -> None:
        """Write one line into the trace, of which the run's hash is taken."""
        line = f"{self.loop.now_s:.6f} " + " ".join(str(part) for part in what)
        self._trace.update(line.encode())
        if self._tells:
            print(line)

    def violated(self, invariant: str, words: str, bug: BaseException | None = None) -> None:
        """An invariant does not hold."""
        self.findings.violations.append(f"{invariant}: {words}")
        self.note("violation", invariant, words)
        if bug is not None and self._tells:
            logging.getLogger("simulation").critical("%s", words, exc_info=bug)

    def announce(self, places: frozenset[int]) -> None:
        """The server has committed something that these locations should hear of."""
        for machine in self.devices:
            if machine.line is not None and engine.LOCATION in places:
                machine.line.tell()

    def announce_in_lobby(self) -> None:
        """The hub has something for the machines of its place."""
        for line in self._lobby_lines():
            line.tell()

    def server_is_up(self, *, is_up: bool) -> None:
        """The server's process came or went."""
        _begin_or_end((machine.line for machine in self.devices if machine.line is not None), is_up=is_up)

    def hub_is_up(self, *, is_up: bool) -> None:
        """The hub's process came or went."""
        _begin_or_end(self._lobby_lines(), is_up=is_up)

    def _lobby_lines(self) -> list[Line]:
        return [machine.lobby for machine in self.devices if machine.lobby is not None]

    def _counted(self, kind: Kind) -> None:
        self.findings.faults[kind.value] += 1

    def _serve_for(self, name: str) -> Callable[[engine.Asked], engine.Reply | None]:
        def serve(asked: engine.Asked) -> engine.Reply | None:
            centre = self.centre.replica
            if centre is None:
                return None
            try:
                reply = engine.answer(centre, self.founded, asked)
            except PowerCutError:
                return None
            except Exception as bug:  # noqa: BLE001  # whatever it is, it is a finding
                self.violated("bug at the server", f"{asked.path} of {name}: {bug!r}", bug)
                return 500, {}, b'{"success": false, "error": {"code": "internal", "message": "", "fields": {}}}'
            self._look_on(self.machines[name], asked.path, reply[2])
            self.note("served", name, asked.path, len(asked.content), reply[0], len(reply[2]))
            return reply

        return serve

    def _serve_in_lobby(self, name: str) -> Callable[[engine.Asked], engine.Reply | None]:
        def serve(asked: engine.Asked) -> engine.Reply | None:
            hub = self.machines[HUB].hub
            if hub is None:
                return None
            try:
                reply = lobby.answer(hub, asked)
            except PowerCutError:
                return None
            except Exception as bug:  # noqa: BLE001  # whatever it is, it is a finding
                self.violated("bug at the hub", f"{asked.path} of {name}: {bug!r}", bug)
                return 500, {}, b'{"success": false, "error": {"code": "internal", "message": "", "fields": {}}}'
            self.note("served by the hub", name, asked.path, len(asked.content), reply[0], len(reply[2]))
            self.served_by_hub += reply[0] == 200
            return reply

        return serve

    def _look_on(self, machine: Machine, path: str, answer: bytes) -> None:
        """Nothing ever differs, but rows of which a server that went back knows nothing: those are found and mended;
        and rows over which a hub laid what is not settled: those are left to the settling. The first version has no
        words for which of its rows those are, and has them mended.

        What was mended is compared once more: only who holds the same agrees.
        """
        if path == engine.DIGESTS and b'"same"' in answer:
            machine.agrees_from_s = min(machine.agrees_from_s, self.loop.now_s)
        had_no_words = HUB in self.machines and machine.was_older
        is_explained = self.centre.went_back or had_no_words or has_held_rows(machine.disk.database)
        if path == engine.DIGESTS and b'"differs"' in answer and not is_explained:
            self.violated("replicas equal", f"{machine.name} compared what it holds, and found a difference")

    async def _main(self) -> None:
        for trouble in self.plan.troubles:
            if trouble.kind is Kind.UPGRADE:
                self.machines[trouble.machine].version = SCHEMA_VERSION - 1
                self.machines[trouble.machine].was_older = True
        for machine in self.machines.values():
            machine.start()
        for doing in self.plan.doings:
            self.loop.call_at(doing.at_s, self.machines[doing.machine].act, doing)
        for trouble in self.plan.troubles:
            self.loop.call_at(trouble.at_s, self._begin, trouble)
        await asyncio.sleep(self.plan.chaos_s)
        self.note("mended")
        self._mend()
        await self._wait_out()

    def _begin(self, trouble: Trouble) -> None:
        """Let a trouble begin; it ends by itself."""
        machine = self.machines[trouble.machine.removeprefix(IN_LOBBY)]
        kind = trouble.kind
        lasts_s = trouble.until_s - trouble.at_s
        self.note("trouble", kind, trouble.machine, trouble.until_s)
        line = machine.lobby if trouble.machine.startswith(IN_LOBBY) else machine.line
        if line is not None and kind in _OF_THE_LINE:
            line.troubles[kind] = trouble
            self.loop.call_at(trouble.until_s, line.troubles.pop, kind, None)
            return
        self._counted(kind)
        down_s = min(lasts_s, 8.0)
        if kind in (Kind.RESTORED, Kind.CLONED, Kind.SERVER_RESTORED, Kind.HUB_LOST):
            going_back.begin(self, trouble)
        elif kind is Kind.UPGRADE:
            machine.version = SCHEMA_VERSION
            machine.stop_for(down_s)
        elif kind is Kind.CRASH:
            machine.stop_for(down_s)
        elif kind is Kind.CRASH_INSIDE:
            machine.disk.cut_at(1 + int(trouble.strength * 40), lambda: machine.stop_for(down_s))
        elif kind is Kind.CRASH_AT_COMMIT:
            machine.disk.cut_at_commit(lambda: machine.stop_for(down_s), after=trouble.strength > 0.4)
        elif kind is Kind.CLOCK_JUMP:
            machine.clock.astray = _jump(trouble.strength, is_centre=machine.is_centre)
        elif kind is Kind.DISK_FULL:
            machine.disk.be_full(True)
            self.loop.call_at(trouble.until_s, machine.disk.be_full, False)

    def _mend(self) -> None:
        for machine in self.machines.values():
            machine.disk.unfuse()
            machine.disk.be_full(False)
            for line in (machine.line, machine.lobby):
                if line is not None:
                    line.troubles.clear()
            if not machine.is_up:
                machine.start()

    async def _wait_out(self) -> None:
        """Until nothing moves any more, or for as long as that may take."""
        started_s = self.loop.now_s
        longest_s = LONGEST_COMPARING_S if self.centre.went_back else LONGEST_HEALING_S
        while self.loop.now_s - started_s < longest_s:
            if self._is_quiet() and not going_back.let_a_day_pass(self):
                self.findings.healing_s = round(self.loop.now_s - started_s, 3)
                self.note("quiet")
                break
            await asyncio.sleep(QUIET_S)
        for machine in self.devices:
            machine.harvest()
        if self._is_quiet():
            return
        self.findings.healing_s = longest_s
        stuck = [f"{machine.name} {machine.state}" for machine in self.devices if not self._is_done(machine)]
        self.violated("drains", f"after {longest_s} s: {'; '.join(stuck)}")

    def _is_quiet(self) -> bool:
        return all(self._is_done(machine) for machine in self.devices)

    def _is_done(self, machine: Machine) -> bool:
        state = machine.state
        if state is None or state.link is not Link.ONLINE or state.pending:
            return False
        if machine.agrees_from_s > self.loop.now_s:
            return False
        (pending,) = machine.disk.query("SELECT count(*) FROM offline_sync_logs WHERE sync_status = 'pending'")
        if pending[0]:
            return False
        if machine.is_hub and count_held(machine.disk):
            return False
        if machine.waits_no_longer and has_held_rows(machine.disk.database):
            return False
        return engine.is_settled(machine.disk, self.centre.disk)

    def _end(self) -> None:
        for machine in self.machines.values():
            if machine.worker is not None:
                self.restarts += machine.worker.restarts
        tasks = sorted(asyncio.all_tasks(self.loop), key=lambda one: one.get_name())
        for task in tasks:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        asyncio.set_event_loop(None)
        self.loop.close()


def _begin_or_end(lines: Iterable[Line], *, is_up: bool) -> None:
    for line in lines:
        line.server_is_up = is_up
        if not is_up:
            line.break_link()


_OF_THE_LINE = frozenset(
    {
        Kind.DROP,
        Kind.DUPLICATE,
        Kind.DELAY,
        Kind.REORDER,
        Kind.ONE_WAY,
        Kind.PARTITION,
        Kind.SLOW,
        Kind.GARBAGE,
    }
)

_NEVER_GOES_BACK = {"patient": frozenset({"phone", "email", "address", "first_name"})}
"""Fields that nobody ever sets back to what they were: each new value is a fresh one."""


def _jump(strength: float, *, is_centre: bool) -> timedelta:
    """Minutes back or ahead; at a device also to 1970, or years ahead. The server's own only goes ahead.

    Its days leave by its clock; and what it stamped before a restart must not be later than what it stamps after it.
    """
    minutes = timedelta(seconds=(strength - 0.5) * 7200)
    if is_centre:
        return abs(minutes)
    return minutes if 0.25 <= strength < 0.75 else timedelta(days=-20_521 if strength < 0.25 else 365 * 3)


async def _as_coroutine(main: Callable[[], Awaitable[None]]) -> None:
    try:
        await main()
    except PowerCutError:
        return
