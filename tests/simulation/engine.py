"""Where the simulation touches the engine: running a worker, answering a request (`founding`: making machines).

When the engine changes, this module follows; what is simulated around it stays as it is.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import bindparam, select

from server_sync.central.access.callers import Caller
from server_sync.central.sync.device_keys import hash_of
from server_sync.central.sync.digests import compare, images_of, records_by_name
from server_sync.central.sync.enrolment import renew_device
from server_sync.central.sync.erasures import erase_again
from server_sync.central.sync.feed_pages import feed_page, page_bytes, snapshot_lines
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.central.sync.new_epoch import begin_epoch
from server_sync.central.sync.receive import receive_any
from server_sync.central.sync.site import site_of
from server_sync.clinic.clocks import Clock
from server_sync.clinic.leases import Uptime
from server_sync.clinic.roles import Role
from server_sync.protocol import digests
from server_sync.protocol.canonical import Json
from server_sync.protocol.enrolment import encode_enrolment
from server_sync.protocol.erasures import parse_erasures
from server_sync.protocol.errors import encode_error
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, StorageFault
from server_sync.protocol.learned_waits import encode_learned
from server_sync.protocol.pages import FeedPage
from server_sync.protocol.versions import SCHEMA_VERSION, negotiated
from server_sync.records.feed.cursor import FeedCursor
from server_sync.records.feed.scope import HOLDS_REGISTER
from server_sync.records.replica import Replica
from server_sync.records.tables import devices
from server_sync.worker.answers import message_in
from server_sync.worker.http_transport import HttpTransport
from server_sync.worker.lobby import Hubs
from server_sync.worker.renewal import KeepKey
from server_sync.worker.state import ConnectionState
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.worker import Worker
from tests.simulation.disks import Disk
from tests.simulation.founding import LOCATION, Founded
from tests.simulation.virtual_time import VirtualLoop

TABLES = {"patient": "patients", "appointment": "appointments", "queue": "queue_management", "help_call": "help_calls"}
"""What a device makes and keeps, by noun."""

PAGE_ENTRIES = 40
"""Small enough that a seed needs several pages."""

Reply = tuple[int, Mapping[str, str], bytes]
"""Status, headers and body of an answer."""


class VirtualUptime:
    """A machine's clock since boot: `boots` counts how often it was started."""

    def __init__(self, machine: str, loop: VirtualLoop, boots: int) -> None:
        self._machine, self._loop, self._boots, self._since_s = machine, loop, boots, loop.time()

    def skip(self, seconds: float) -> None:
        """So much goes by at this machine alone."""
        self._since_s -= seconds

    def read(self) -> Uptime:
        """See SinceBoot."""
        return Uptime(self._machine, f"boot-{self._boots}", int((self._loop.time() - self._since_s) * 1000))


def start_replica(disk: Disk, clock: Clock, uptime: VirtualUptime, random: Random) -> Replica:
    """A process that opens its records. Raises StorageFault."""
    return Replica(disk.database, clock=clock, random_bytes=random.randbytes, since_boot=uptime)


def make_worker(
    replica: Replica,
    way: Callable[[], HttpTransport],
    on_state: Callable[[ConnectionState], None],
    on_applied: Callable[[frozenset[str]], None],
    keep_key: KeepKey,
    random: Random,
    hubs: Hubs | None,
) -> tuple[Worker, Callable[[], Awaitable[None]]]:
    """A device's worker, and the coroutine that its thread would run."""
    # Waits are asked for in a lobby with a hub only: one question more would make every other seed another.
    beside = Surroundings(keep_key=keep_key, tells_waits=hubs is not None)
    worker = Worker(replica, way, on_state, on_applied, random=random.random, beside=beside, hubs=hubs)
    return worker, worker._main


def begin_anew(centre: Replica) -> None:
    """What is done at a server that was restored from a backup, before it answers."""
    begin_epoch(centre)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request on its way: who asks, in which version, what."""

    key: str
    version: int
    path: str
    content: bytes
    params: Mapping[str, str]


Exchange = Callable[[Asked], Awaitable[Reply]]


class SimulatedWay(HttpTransport):
    """The worker's own transport down to the bytes of a request; beneath it, the simulated line."""

    def __init__(
        self,
        device_uid: UUID,
        key: str,
        version: int,
        exchange: Exchange,
        listen: Callable[[], AsyncIterator[None]],
        *,
        of_all: bool = False,
    ) -> None:
        self._of_all = {"of": "all"} if of_all else {}
        self._device_uid = device_uid
        self._key = key
        self._version = version
        self._exchange = exchange
        self._listening = listen

    def listen(self) -> AsyncIterator[None]:
        """See Transport."""
        return self._listening()

    async def close(self) -> None:
        """See Transport."""

    async def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        """See Transport: a stream is the same pages, one after the other."""
        while True:
            page = await self.pull(cursor)
            yield page
            if page.is_last:
                return
            cursor = page.cursor

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        params: Mapping[str, str] | None = None,
    ) -> Any:
        asked = Asked(self._key, self._version, path, content or b"", {**self._of_all, **(params or {})})
        status, told, body = await self._exchange(asked)
        return message_in(status, told, body)


def answer(centre: Replica, founded: Founded, asked: Asked) -> Reply:
    """What the server says to a request of a device, as its endpoints would. What is no Fault is a bug and rises."""
    device = _who_asks(centre, founded, asked.key)
    if device is None:
        return 401, {}, orjson.dumps(encode_error("unknown_key", "this key is not known here"))
    try:
        return 200, {}, _ANSWERS[asked.path](centre, device, asked, negotiated(str(asked.version)))
    except Fault as fault:
        return refusal(fault)


def refusal(fault: Fault) -> Reply:
    """How a server says it."""
    status = 503 if isinstance(fault, StorageFault) else 403 if isinstance(fault, RefusedFault) else 422
    return status, {}, orjson.dumps(encode_error(fault.code, fault.message))


def _who_asks(centre: Replica, founded: Founded, key: str) -> DeviceIdentity | None:
    """Machines of the first morning are known by their names, those that became others by the keys that they chose."""
    if key in founded.identities:
        return founded.identities[key]
    with centre.read() as reading:
        row = reading.first(_BY_KEY, {"key_hash": hash_of(key)})
    return None if row is None else DeviceIdentity(row["id"], row["uid"], LOCATION, row["id_block"], row["kind"])


_BY_KEY = select(devices).where(devices.c.key_hash == bindparam("key_hash"))

Answer = Callable[[Replica, DeviceIdentity, Asked, int], bytes]


def _pushed(centre: Replica, device: DeviceIdentity, asked: Asked, _version: int) -> bytes:
    caller = Caller(Role.KIOSK, str(device.uid), device=device, location_id=device.location_id)
    return orjson.dumps(receive_any(centre, caller, gzip.decompress(asked.content), None))


def _pulled(centre: Replica, device: DeviceIdentity, asked: Asked, version: int) -> bytes:
    of_all = asked.params.get("of") == "all"
    page = feed_page(centre, device, asked.params.get("cursor"), PAGE_ENTRIES, version=version, of_all=of_all)
    return page_bytes(page, version)


def _streamed(centre: Replica, device: DeviceIdentity, asked: Asked, version: int) -> bytes:
    return b"".join(snapshot_lines(centre, device, asked.params.get("cursor"), version))


def _compared(centre: Replica, device: DeviceIdentity, asked: Asked, version: int) -> bytes:
    question = digests.parse_question(orjson.loads(asked.content))
    return _told(digests.encode_answer(compare(centre, device, question, version)))


def _imaged(centre: Replica, device: DeviceIdentity, asked: Asked, version: int) -> bytes:
    question = digests.parse_images_question(orjson.loads(asked.content))
    return _told(digests.encode_images(images_of(centre, device, question, version)))


def _named(centre: Replica, device: DeviceIdentity, asked: Asked, version: int) -> bytes:
    references = digests.parse_references(orjson.loads(asked.content))
    return page_bytes(records_by_name(centre, device, references, version), version)


def _erased_again(centre: Replica, device: DeviceIdentity, asked: Asked, _version: int) -> bytes:
    return _told({"erased": erase_again(centre, device, parse_erasures(orjson.loads(asked.content)))})


def _renewed(centre: Replica, device: DeviceIdentity, asked: Asked, _version: int) -> bytes:
    chosen = orjson.loads(asked.content)
    renewed = renew_device(centre, device.id, UUID(chosen["device_uid"]), chosen["key_hash"])
    if renewed is None:
        raise ProtocolFault("uid_taken", "another device has this uid: choose a new one")
    return orjson.dumps(encode_enrolment(renewed))


def _who_is_there(centre: Replica, device: DeviceIdentity, _asked: Asked, _version: int) -> bytes:
    return _told({"devices": [one.to_json() for one in site_of(centre, device)]})


def _learned(_centre: Replica, _device: DeviceIdentity, _asked: Asked, _version: int) -> bytes:
    return _told(encode_learned(None))  # a morning is too short to learn from


def _told(content: Json) -> bytes:
    return orjson.dumps({"success": True, "data": content})


DIGESTS, ROWS = "/api/sync/digests", "/api/sync/rows"
_ANSWERS: Mapping[str, Answer] = {
    "/api/appointments/offline-sync": _pushed,
    "/api/sync/feed": _pulled,
    "/api/sync/snapshot": _streamed,
    DIGESTS: _compared,
    "/api/sync/images": _imaged,
    ROWS: _named,
    "/api/sync/erasures": _erased_again,
    "/api/devices/renew": _renewed,
    "/api/sync/site": _who_is_there,
    "/api/sync/waits": _learned,
}


def is_settled(device: Disk, centre: Disk) -> bool:
    """Whether a device has pulled to the end of its feed, and all that it did is settled there."""
    found = device.query("SELECT cursor, settled_through, last_sequence FROM upstreams, replica WHERE name = ''")
    if not found:
        return False
    ((text, settled_through, last_sequence),) = found
    cursor = FeedCursor.parse(text)
    if cursor is None or cursor.snapshot is not None or settled_through != last_sequence:
        return False
    if cursor.version != SCHEMA_VERSION:  # it was updated, and is still to read anew what the old version left out
        return False
    ((head,),) = centre.query("SELECT position FROM feed_heads WHERE location_id = ?", [LOCATION])
    register = centre.query("SELECT stripe, position FROM register_heads") if cursor.kind in HOLDS_REGISTER else []
    return cursor.position >= head and all(cursor.register.get(stripe, 0) >= at for stripe, at in register)


def unsettled(device: Disk, uid: UUID) -> list[tuple[int, Any]]:
    """What a device did that no server has judged, as the device knows: sequence and body. A hub judges beforehand."""
    rows = device.query(
        "SELECT sequence, data FROM offline_sync_logs WHERE device_id = ? AND sequence > "
        "coalesce((SELECT max(max(settled_through, reflected_through)) FROM upstreams), 0) ORDER BY sequence",
        [str(uid)],
    )
    return [(sequence, json.loads(data)) for sequence, data in rows]
