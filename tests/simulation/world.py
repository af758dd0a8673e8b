"""One run: the machines of a clinic in virtual time, chaos by plan, then everything mended, then waited out."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256

from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.upstream.held_rows import has_held_rows
from server_sync.worker.state import Link
from tests.simulation import engine, going_back, lobby
from tests.simulation.disks import Disk, PowerCutError
from tests.simulation.founding import LOCATION, Founded
from tests.simulation.leasing import is_leasing
from tests.simulation.line import Line
from tests.simulation.lobby import count_held
from tests.simulation.machine import Machine
from tests.simulation.plan import CENTRE, HUB, IN_LOBBY, Kind, Plan, Trouble, stream
from tests.simulation.virtual_time import VirtualLoop

LONGEST_HEALING_S = 240.0
"""Within which every machine must have said everything and heard everything, once all is mended."""

LONGEST_COMPARING_S = 900.0
"""Within which each has compared what it holds with a server that went back: on a slow line that comes less often."""

QUIET_S = 0.25


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


class World:
    """A clinic in virtual time. `disks` are filled with the morning of every seed."""

    def __init__(self, plan: Plan, disks: Mapping[str, Disk], founded: Founded, *, tells: bool = False) -> None:
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
            machine.disk.fill(founded.image_of(name, has_hub=HUB in plan.machines, leases=is_leasing(plan)))
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
    def hub_went_back(self) -> bool:
        """Whether there is a hub, and it forgot what it had held."""
        return HUB in self.machines and self.machines[HUB].went_back

    @property
    def devices(self) -> list[Machine]:
        """All machines but the server."""
        return [machine for machine in self.machines.values() if not machine.is_centre]

    def has_heard(self, uid: str) -> bool:
        """Whether a machine is known to have acknowledged this set, be it on a disk that it has no more."""
        return any(one.uid == uid for machine in self.devices for one in [*machine.acknowledged, *machine.gone])

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
            if machine.line is not None and LOCATION in places:
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
            if self._is_quiet():
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
        if has_held_rows(machine.disk.database):
            return False  # what a hub showed is as the centre says in the end
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


def _jump(strength: float, *, is_centre: bool) -> timedelta:
    """Minutes back or ahead; at a device also to 1970, or years ahead. The server's own only goes ahead.

    Its days leave by its clock; and what it stamped before a restart must not be later than what it stamps after it.
    """
    minutes = timedelta(seconds=(strength - 0.5) * 7200)
    if is_centre:
        return abs(minutes)
    return minutes if 0.25 <= strength < 0.75 else timedelta(days=-20_521 if strength < 0.25 else 365 * 3)
