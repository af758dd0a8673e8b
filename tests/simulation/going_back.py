"""Machines whose records go back in time: put back from a backup, or copied onto another machine; servers, too.

What a disk that is gone held and nobody else had heard of is lost, and nobody could keep it. All else must survive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from tests.simulation.disks import Image
from tests.simulation.plan import DESK, HUB, Kind, Trouble

if TYPE_CHECKING:
    from tests.simulation.machine import Acknowledged, Machine
    from tests.simulation.world import World

DOWN_S = 2.0
"""How long it takes to put a disk in."""

BEFORE_MENDING_S = 0.5


def begin(world: World, trouble: Trouble) -> None:
    """Take the backup now that is put back when the trouble ends; or copy another machine's disk at once.

    A hub whose disk is lost begins with an empty one.
    """
    machine = world.machines[trouble.machine]
    if trouble.kind is Kind.CLONED:
        original = next(
            (one for one in world.devices if one is not machine and {DESK, HUB}.isdisjoint((one.name, machine.name))),
            None,
        )
        if original is not None:
            original.went_back = True  # of two that are one, either may become another
            _put_in(machine, original.disk.image(), original.key, is_its_own=False)
        return
    if trouble.kind is Kind.HUB_LOST:
        _put_in(machine, world.founded.images[HUB], HUB)
        return
    image = machine.disk.image()
    at_s = min(trouble.until_s, world.plan.chaos_s - BEFORE_MENDING_S)
    world.loop.call_at(at_s, _put_in, machine, image, machine.key)


def _put_in(machine: Machine, image: Image, key: str, *, is_its_own: bool = True) -> None:
    """The machine's disk is that image from now on, and its key the one of that time."""
    machine.harvest()  # what its worker did of itself since somebody last touched it
    if machine.is_up:
        machine.stop()
    machine.disk.fill(image)
    machine.key = key
    machine.went_back = True
    machine.begins_epoch = machine.is_centre
    for device in machine.world.devices if machine.is_centre else ():
        device.agrees_from_s = inf
    machine.world.note("put in", machine.name)
    last = machine.disk.query("SELECT id, device_id, sequence FROM offline_sync_logs ORDER BY id DESC LIMIT 1")
    held = (
        {uid for (uid,) in machine.disk.query("SELECT change_set_uid FROM offline_sync_logs")} if is_its_own else set()
    )
    machine.forget([one for one in machine.acknowledged if one.uid not in held], *(last[0] if last else (0, "", 0)))
    machine.disk.power_off()
    machine.world.loop.call_later(DOWN_S, machine.start_again)


def as_they_are_now(machine: Machine) -> Iterator[Acknowledged]:
    """What a machine acknowledged; sets that it made anew under another name, as they read since then."""
    if not machine.went_back:
        yield from machine.acknowledged
        return
    rows = machine.disk.query("SELECT change_set_uid, sequence, hash, data FROM offline_sync_logs")
    now = {uid: (sequence, hashed, data) for uid, sequence, hashed, data in rows}
    for one in machine.acknowledged:
        sequence, hashed, data = now.get(one.uid, (one.sequence, one.hash, ""))
        changed = hashed != one.hash
        yield replace(one, sequence=sequence, hash=hashed, body=json.loads(data)) if changed else one
