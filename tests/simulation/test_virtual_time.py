"""The simulated world is the same each time it is made, and its time is its own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import timedelta
from time import monotonic

import pytest

from tests.simulation.virtual_time import NINE, NothingLeftError, StrayClock, VirtualLoop

_TRACE = "from tests.simulation.runs import run_seed; print(run_seed(3).trace, run_seed(20_106).trace)"


def test_an_hour_of_virtual_time_is_over_at_once() -> None:
    loop = VirtualLoop()
    clock = StrayClock(loop)
    began = monotonic()
    loop.run_until_complete(asyncio.sleep(3600))
    loop.close()
    assert clock.now() == NINE + timedelta(hours=1)
    assert monotonic() - began < 60


def test_world_in_which_nothing_can_happen_any_more_ends() -> None:
    loop = VirtualLoop()
    waiting = loop.create_task(asyncio.Event().wait())
    with pytest.raises(NothingLeftError):
        loop.run_until_complete(asyncio.gather(waiting, return_exceptions=True))
    waiting.cancel()
    loop.run_until_complete(asyncio.gather(waiting, return_exceptions=True))
    loop.close()


def test_same_seed_runs_the_same_in_every_process() -> None:
    """Whatever the order in which Python keeps sets, and whatever was run before."""
    from tests.simulation.runs import run_seed

    traces = {_traces_with(hash_seed) for hash_seed in ("0", "4711")}
    assert traces == {f"{run_seed(3).trace} {run_seed(20_106).trace}"}


def _traces_with(hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", _TRACE], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()
