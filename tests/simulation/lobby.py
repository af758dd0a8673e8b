"""The hub in the simulated lobby: its process, what it answers over the lobby's network, and how machines meet it.

As in `engine`, all is the engine's own but what a socket and a certificate would be.
"""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Awaitable, Callable, Mapping
from random import Random
from uuid import UUID

import orjson

from server_sync.central.access.revocations import Revocations
from server_sync.central.sync.feed_pages import page_bytes
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.hub.api import _keep
from server_sync.hub.application import Hub
from server_sync.hub.http_way import HttpCentreWay
from server_sync.hub.keeping import Keeper
from server_sync.hub.line import CentreWay
from server_sync.hub.pages import hub_page, hub_records
from server_sync.hub.place import Doorkeeper, proof_key_of
from server_sync.protocol import digests, hub_keys
from server_sync.protocol.digests import Compared, DigestAnswer, ImagesAnswer
from server_sync.protocol.errors import encode_error
from server_sync.protocol.faults import Fault, RefusedFault, TransportFault
from server_sync.protocol.versions import negotiated
from server_sync.records.replica import Replica
from server_sync.worker.answers import message_in
from server_sync.worker.hub_handshake import ADDRESS_S, _is_revoked, _parse
from server_sync.worker.lobby import Way
from server_sync.worker.renewal import KeepKey
from server_sync.worker.state import ConnectionState
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.transport import UNREACHABLE
from tests.simulation import engine
from tests.simulation.disks import Disk
from tests.simulation.engine import Asked, Reply, SimulatedWay
from tests.simulation.line import Line

PROVE = "/api/hub/prove"
CERTIFICATE = "0" * 64
"""There is no TLS here: the tests of the handshake have it."""


class SimulatedHub(Hub):
    """The hub's own process, on the simulation's loop. `told` hears how it stands with the centre."""

    def __init__(
        self,
        replica: Replica,
        way: Callable[[], CentreWay],
        announce: Callable[[], None],
        told: Callable[[ConnectionState], None],
        keep_key: KeepKey,
        random: Random,
    ) -> None:
        self._tell_world = told
        super().__init__(replica, way, announce, Surroundings(keep_key=keep_key), random.random)

    def begin(self) -> Callable[[], Awaitable[None]]:
        """What `start` does, but for the thread: that is the coroutine which is returned. Raises StorageFault."""
        self.keeper.take_up_own()
        self.replica.on_commit = lambda _places: self._did_something()
        return self.worker._main

    def _told(self, state: ConnectionState) -> None:
        super()._told(state)
        self._tell_world(state)


class SimulatedCentreWay(SimulatedWay, HttpCentreWay):
    """A hub's way to the centre over the simulated line."""


class SimulatedHubs:
    """Implements `Hubs`: one machine's way to the hub of its lobby, where that proves itself."""

    def __init__(self, replica: Replica, read_key: Callable[[], str], version: int, line: Line, random: Random) -> None:
        self._replica = replica
        self._read_key = read_key
        self._version = version
        self._line = line
        self._random = random

    async def meet(self) -> Way:
        """See Hubs; as LobbyHubs does, without TLS."""
        own = self._replica.identity.device_uid
        key_hash = hub_keys.key_hash_of(self._read_key())
        nonce = self._random.randbytes(24).hex()
        asked = Asked("", self._version, PROVE, orjson.dumps({"device_uid": str(own), "nonce": nonce}), {})
        try:
            async with asyncio.timeout(ADDRESS_S):
                said = _parse(message_in(*await self._line.exchange(asked)))
        except TimeoutError as error:
            raise TransportFault(UNREACHABLE, "nobody proved anything there in time") from error
        proof_key = hub_keys.proof_key(key_hash, said.hub_uid)
        is_proof = hub_keys.is_proof(said.proof, proof_key, nonce, said.hub_uid, CERTIFICATE)
        if not is_proof or _is_revoked(self._replica, said.hub_uid):
            raise RefusedFault("false_hub", "who answered could not prove to be this place's hub")
        at_hub = hub_keys.at_hub(key_hash, said.hub_uid)
        line = self._line
        return Way(str(said.hub_uid), SimulatedWay(own, at_hub, self._version, line.exchange, line.listen, of_all=True))

    def close(self) -> None:
        """See Hubs."""


def answer(hub: SimulatedHub, asked: Asked) -> Reply:
    """What a hub says to a request of a machine, as its endpoints would. What is no Fault is a bug and rises."""
    try:
        if asked.path == PROVE:
            return 200, {}, _proved(hub, asked)
        caller = Doorkeeper(hub.replica, Revocations(hub.replica)).look_up(asked.key)
        if caller is None or caller.device is None:
            return 401, {}, orjson.dumps(encode_error("unknown_key", "this key is not known here"))
        return 200, {}, _ANSWERS[asked.path](hub.keeper, hub.replica, caller.device, asked)
    except Fault as fault:
        return engine.refusal(fault)


def _proved(hub: SimulatedHub, asked: Asked) -> bytes:
    said = orjson.loads(asked.content)
    key, own = proof_key_of(hub.replica, UUID(said["device_uid"])), hub.replica.identity
    if key is None:
        hub.ask_who()
        key = "0" * 64
    proof = hub_keys.proof(key, said["nonce"], own.device_uid, CERTIFICATE)
    return _told({"hub_uid": str(own.device_uid), "location_id": own.location_id, "proof": proof})


def _kept(keeper: Keeper, _replica: Replica, device: DeviceIdentity, asked: Asked) -> bytes:
    return orjson.dumps(_keep(keeper, device, gzip.decompress(asked.content)))


def _pulled(_keeper: Keeper, replica: Replica, device: DeviceIdentity, asked: Asked) -> bytes:
    version = negotiated(str(asked.version))
    page = hub_page(replica, device, asked.params.get("cursor"), engine.PAGE_ENTRIES, version=version)
    return page_bytes(page, version)


def _named(_keeper: Keeper, replica: Replica, device: DeviceIdentity, asked: Asked) -> bytes:
    references, version = digests.parse_references(orjson.loads(asked.content)), negotiated(str(asked.version))
    return page_bytes(hub_records(replica, device, references, version), version)


def _not_compared(_keeper: Keeper, _replica: Replica, _device: DeviceIdentity, _asked: Asked) -> bytes:
    return _told(digests.encode_answer(DigestAnswer(Compared.MOVED_ON, {})))


def _not_listed(_keeper: Keeper, _replica: Replica, _device: DeviceIdentity, _asked: Asked) -> bytes:
    return _told(digests.encode_images(ImagesAnswer(Compared.MOVED_ON, ())))


def _only_at_the_centre(_keeper: Keeper, _replica: Replica, _device: DeviceIdentity, _asked: Asked) -> bytes:
    raise RefusedFault("only_at_the_centre", "that is the centre's to say")


def _told(content: object) -> bytes:
    return orjson.dumps({"success": True, "data": content})


_ANSWERS: Mapping[str, Callable[[Keeper, Replica, DeviceIdentity, Asked], bytes]] = {
    "/api/appointments/offline-sync": _kept,
    "/api/sync/feed": _pulled,
    engine.DIGESTS: _not_compared,
    "/api/sync/images": _not_listed,
    engine.ROWS: _named,
    "/api/sync/erasures": _only_at_the_centre,
    "/api/sync/waits": _only_at_the_centre,
    "/api/devices/renew": _only_at_the_centre,
}


def count_held(disk: Disk) -> int:
    """How many sets of others wait at a hub for the centre."""
    ((held,),) = disk.query("SELECT count(*) FROM held_sets WHERE status = 'held'")
    return int(held)
