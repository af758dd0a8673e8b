"""Bringing what a hub holds to the centre: in the order in which it came, unaltered, and the answers back."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Sequence
from typing import Any, Protocol
from uuid import UUID

from server_sync.central.sync.settling.offers import Refusal
from server_sync.hub.keeping import Keeper
from server_sync.hub.stored_sets import HeldSet, held_window, mark_final
from server_sync.protocol.faults import ProtocolFault, RefusedFault
from server_sync.protocol.push import REFUSED, SetAnswer
from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

MOST_SETS = 500
"""Sets in a body; alone where even a few are not taken."""

_HEAD = ("id", "sequence", "intent", "actor", "made_at", "schema_version")
_NEVER = frozenset({Refusal.REUSED_SEQUENCE.value, Refusal.CHANGED_BODY.value})
"""Refusals that no time will mend: another set stands there."""
_REFERENCES = {"patient_id": "patient", "appointment_id": "appointment", "queue_id": "queue"}
_NOT_ITS_OWN = frozenset({"other_device", "revoked_device"})


class Forwards(Protocol):
    """The way on which a hub speaks for others."""

    async def forward(self, device_uid: UUID, body: bytes) -> tuple[SetAnswer, ...]:
        """Offer a device's sets with the hub's own key. Raises Fault, as `Transport.push` does."""
        ...


class Forwarder:
    """Offers whatever is held, as often as it is asked to. On one event loop."""

    def __init__(self, replica: Replica, keeper: Keeper, way: Forwards) -> None:
        self._replica = replica
        self._keeper = keeper
        self._way = way
        self._turn = asyncio.Lock()
        self._most = MOST_SETS

    async def forward_all(self) -> int:
        """Offer all that is held, once; how many sets the centre has answered for good. Raises Fault."""
        async with self._turn:
            settled = after = 0
            while window := held_window(self._replica.database, self._most, after):
                gone: set[UUID] = set()
                for batch in in_rounds(window):
                    if batch[0].device_uid not in gone:
                        settled += await self._offer(batch, gone)
                after = window[-1].place
            return settled

    async def _offer(self, batch: Sequence[HeldSet], gone: set[UUID]) -> int:
        device_uid = batch[0].device_uid
        try:
            answers = await self._way.forward(device_uid, body_of(device_uid, batch))
        except RefusedFault as fault:
            if fault.code not in _NOT_ITS_OWN:
                raise
            log.warning("the centre takes nothing more of a device", extra={"code": fault.code})
            self._keeper.give_up(device_uid, fault.code)
            gone.add(device_uid)
            return 0
        except ProtocolFault:
            self._most = max(1, self._most // 2)  # so that what breaks something on its way is alone in the end
            raise
        self._most = min(MOST_SETS, self._most * 2)
        settled = mark_final(self._replica.database, answers, self._replica.clock.now())
        self._give_up_what_never_is(device_uid, answers)
        return settled

    def _give_up_what_never_is(self, device_uid: UUID, answers: Sequence[SetAnswer]) -> None:
        for outcome in _NEVER:
            never = [one.uid for one in answers if one.status == REFUSED and one.outcome == outcome]
            uids = [uid for uid in never if uid is not None]
            if uids:
                self._keeper.give_up(device_uid, outcome, uids)


def in_rounds(window: Iterable[HeldSet]) -> list[list[HeldSet]]:
    """Sets in the order in which they came, as few bodies as may be, each of one device.

    What one device did on top of what another did goes in a later round: the centre must have heard of that before.
    """
    rounds: dict[tuple[int, UUID], list[HeldSet]] = {}
    of_device: dict[UUID, int] = {}
    last: dict[Any, tuple[int, UUID]] = {}
    for one in window:
        named = _named(one)
        others = [at + (device != one.device_uid) for at, device in (last[name] for name in named if name in last)]
        at = max([of_device.get(one.device_uid, 0), *others])
        of_device[one.device_uid] = at
        last |= dict.fromkeys(named, (at, one.device_uid))
        rounds.setdefault((at, one.device_uid), []).append(one)
    return [rounds[key] for key in sorted(rounds)]


def _named(one: HeldSet) -> set[Any]:
    """The records that a set names: by their uids, and by the ids that it makes or refers to; nonsense names nobody."""
    named: set[Any] = set()
    for item in _items(json.loads(one.body)):
        data: dict[str, Any] = item["data"] if isinstance(item.get("data"), dict) else {}
        ids = {(noun, column): data.get(column) for column, noun in _REFERENCES.items()}
        ids[str(item.get("type")), "id"] = data.get("id")
        named |= {(noun, given) for (noun, _), given in ids.items() if type(given) is int}
        named.add(str(item.get("uid")))
    return named


def _items(written: Any) -> list[dict[str, Any]]:
    """What could not be read may be anything."""
    listed = written.get("sync_data") if isinstance(written, dict) else None
    return [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []


def body_of(device_uid: UUID, sets: Iterable[HeldSet]) -> bytes:
    """The body of a push, put together of what the device wrote itself."""
    heads: list[Any] = []
    items: list[Any] = []
    for place, one in enumerate(sets):
        written = json.loads(one.body)
        heads.append({name: written.get(name) for name in _HEAD} | {"hash": one.hash})
        items += [{**item, "set": place} for item in written["sync_data"]]
    return json.dumps({"device_id": str(device_uid), "sync_data": items, "change_sets": heads}).encode()
