"""Meeting a hub: a device says nothing of itself before the other side has proved that the centre told it of it.

The certificate that is served there is trusted for this line alone, and the proof binds it: whoever stands in between
serves another. What a false hub, a relay, a hub that does not know this device, or not any more, answers proves
nothing: all of these are `false_hub`.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import select

from server_sync.protocol import hub_keys
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.parts import Reading, content_of, count, text
from server_sync.records.replica import Replica
from server_sync.records.tables import devices
from server_sync.worker.answers import message_in
from server_sync.worker.lobby import NO_HUB, Way
from server_sync.worker.transport import UNREACHABLE

log = logging.getLogger(__name__)

CONNECT_S = 3.0
ANSWER_S = 5.0
ADDRESS_S = 6.0
"""Nobody keeps a device from the next address for longer, by answering slowly."""

MOST_ANSWER_BYTES = 65_536
NONCE_BYTES = 24
USUAL_PORT = 443

_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME: a kiosk may well wake in 1970, and the proof is what counts."""


@dataclass(frozen=True, slots=True)
class _Said:
    hub_uid: UUID
    location_id: int
    proof: str


class LobbyHubs:
    """Implements `Hubs`: over addresses that settings or the network name, none of which is believed by itself."""

    def __init__(
        self,
        replica: Replica,
        read_key: Callable[[], str],
        addresses: Callable[[], Sequence[str]],
        random_bytes: Callable[[int], bytes],
        close: Callable[[], None] = lambda: None,
    ) -> None:
        """`addresses()` are https://host[:port], the likeliest first; called on the worker's thread."""
        self._replica = replica
        self._read_key = read_key
        self._addresses = addresses
        self._random_bytes = random_bytes
        self._close = close

    async def meet(self) -> Way:
        """See Hubs."""
        fault: Fault = TransportFault(NO_HUB, "no hub is known here")
        for address in self._addresses():
            try:
                async with asyncio.timeout(ADDRESS_S):
                    return await self._prove(address)
            except TimeoutError:
                fault = TransportFault(UNREACHABLE, "nobody proved anything there in time")
            except Fault as found:
                log.warning("this is no hub for us", extra={"address": address, "code": found.code})
                fault = found
        raise fault

    def close(self) -> None:
        """See Hubs."""
        self._close()

    async def _prove(self, address: str) -> Way:
        from server_sync.worker.http_transport import HttpTransport

        certificate = await certificate_at(address)
        trust = trusting(certificate)
        own = self._replica.identity
        key_hash = hub_keys.key_hash_of(self._read_key())
        nonce = self._random_bytes(NONCE_BYTES).hex()
        said = await _ask(address, trust, {"device_uid": str(own.device_uid), "nonce": nonce})
        if said.location_id != own.location_id:
            raise RefusedFault("hub_of_another_place", "this is the hub of another location")
        proof_key = hub_keys.proof_key(key_hash, said.hub_uid)
        seen = hashlib.sha256(certificate).hexdigest()
        if not hub_keys.is_proof(said.proof, proof_key, nonce, said.hub_uid, seen):
            raise RefusedFault("false_hub", "who answered could not prove to be this place's hub")
        if _is_revoked(self._replica, said.hub_uid):
            raise RefusedFault("revoked_hub", "this machine was the hub, and was revoked")
        at_hub = hub_keys.at_hub(key_hash, said.hub_uid)
        return Way(str(said.hub_uid), HttpTransport(address, at_hub, own.device_uid, trust=trust, of_all=True))


async def certificate_at(address: str) -> bytes:
    """The certificate that is served there (DER), whoever that may be. Raises TransportFault, ProtocolFault."""
    host, port = _host_and_port(address)
    anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    try:
        async with asyncio.timeout(CONNECT_S):
            _, writer = await asyncio.open_connection(host, port, ssl=anybody, server_hostname="")
    except ssl.SSLError as error:
        raise ProtocolFault("not_a_hub", "no TLS is spoken there") from error
    except (OSError, TimeoutError, UnicodeError) as error:
        raise TransportFault(UNREACHABLE, "nobody answers there") from error
    served: bytes | None = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.transport.abort()
    if not served:
        raise ProtocolFault("not_a_hub", "no certificate is served there")
    return served


def trusting(certificate: bytes) -> ssl.SSLContext:
    """Trust just this certificate (DER), by whatever address it is reached. Raises ProtocolFault."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_flags |= ssl.VerifyFlags(_NO_CHECK_TIME)
    try:
        context.load_verify_locations(cadata=certificate)
    except (ssl.SSLError, ValueError) as error:
        raise ProtocolFault("not_a_hub", "its certificate cannot be read") from error
    return context


async def _ask(address: str, trust: ssl.SSLContext, body: dict[str, str]) -> _Said:
    import httpx

    try:
        async with (
            httpx.AsyncClient(verify=trust, timeout=ANSWER_S, trust_env=False) as client,
            client.stream("POST", address.rstrip("/") + "/api/hub/prove", json=body) as answer,
        ):
            said = b""
            async for chunk in answer.aiter_bytes():
                said += chunk
                if len(said) > MOST_ANSWER_BYTES:
                    raise ProtocolFault("not_a_hub", "the answer has no end")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise TransportFault(UNREACHABLE, f"no whole answer came ({type(error).__name__})") from error
    return _parse(message_in(answer.status_code, answer.headers, said))


def _parse(body: Any) -> _Said:  # Any: from the wire
    with Reading("not_a_hub"):
        said = content_of(body)
        return _Said(UUID(text(said["hub_uid"])), count(said["location_id"]), text(said["proof"]))


def _host_and_port(address: str) -> tuple[str, int]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or USUAL_PORT
    except ValueError as error:
        raise ProtocolFault("not_a_hub", "this is no address") from error
    if parts.scheme != "https" or not host:
        raise ProtocolFault("not_a_hub", "a hub is reached by https")
    return host, port


def _is_revoked(replica: Replica, hub_uid: UUID) -> bool:
    query = select(devices.c.revoked_at).where(devices.c.uid == hub_uid)
    with replica.database.reading() as connection:
        return connection.execute(query).scalar() is not None
