"""Running seeds: a process founds its clinic once, then runs plan after plan; several processes share a range."""

from __future__ import annotations

import gc
import logging
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from tests.simulation.checks import check
from tests.simulation.disks import Disk
from tests.simulation.founding import device_names, found_clinic
from tests.simulation.leasing import is_leasing, leasing_doings
from tests.simulation.operations import weights
from tests.simulation.plan import CENTRE, HUB, Plan, plan_for, stream
from tests.simulation.world import Findings, World

_AT_A_TIME = 10
"""Seeds that a process takes from the range at once."""

SILENT = logging.CRITICAL + 1


class Simulator:
    """What a process needs for any number of runs."""

    def __init__(self) -> None:
        self.disks = {name: Disk(enforce_references=name == CENTRE) for name in (CENTRE, *device_names(), HUB)}
        self.founded = found_clinic(self.disks)

    def run(self, plan: Plan, *, tells: bool = False) -> Findings:
        """One plan from the first morning to the last check. With `tells` each step is printed."""
        before = logging.root.manager.disable
        logging.disable(logging.WARNING if tells else SILENT)
        gc.disable()
        try:
            return self._checked(plan, tells=tells)
        finally:
            gc.collect(0)  # nobody holds the world any more: a later collection would look through all that was before
            gc.enable()
            logging.disable(before)

    def _checked(self, plan: Plan, *, tells: bool) -> Findings:
        world = World(plan, self.disks, self.founded, tells=tells)
        findings = world.run()
        check(world)
        return findings

    def run_seed(self, seed: int, *, tells: bool = False) -> Findings:
        """The plan of a seed."""
        return self.run(plan_of(seed), tells=tells)


def plan_of(seed: int) -> Plan:
    """What a seed stands for."""
    plan = plan_for(seed, weights)
    if not is_leasing(plan):
        return plan
    doings = (*plan.doings, *leasing_doings(stream(seed, "leases"), plan))
    return replace(plan, doings=tuple(sorted(doings, key=lambda doing: (doing.at_s, doing.number))))


_simulator: Simulator | None = None


def simulator() -> Simulator:
    """This process's own, made when it is first needed."""
    global _simulator
    if _simulator is None:
        _simulator = Simulator()
    return _simulator


def run_seed(seed: int) -> Findings:
    """For a pool of processes."""
    return simulator().run_seed(seed)


def run_seeds(
    seeds: Iterable[int],
    processes: int,
    planted: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Iterator[Findings]:
    """The findings of each seed, in their order. `planted` is in force in every process."""
    with planted():
        if processes == 1:
            yield from map(run_seed, seeds)
            return
        simulator()  # founded once, and inherited
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap(run_seed, seeds, chunksize=_AT_A_TIME)
