"""Meeting a hub: a device shows no key, and says nothing of what it did, before the other side has proved itself."""

from __future__ import annotations

import asyncio
import hashlib
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import insert

from server_sync.clinic.ids import uuid7
from server_sync.hub.certificate import Certificate, certificate_in
from server_sync.protocol import hub_keys
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, TransportFault
from server_sync.records.database import DOOR, open_database
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import devices
from server_sync.worker.hub_handshake import LobbyHubs
from server_sync.worker.lobby import Way
from tests.clinics import DEVICE_KEY, MORNING
from tests.current_schema import bring_to_current_schema

RANDOM = Random(8)
KEY = "the key that only this kiosk and the centre's hash of it know"
HUB = uuid7(MORNING, RANDOM.randbytes)
PLACE = 7

Proof = Callable[[dict[str, str]], object]


@dataclass
class Lobby:
    """One kiosk, and the certificates of a hub and of somebody else."""

    replica: Replica
    hub: Certificate
    stranger: Certificate

    def hubs(self, *addresses: str) -> LobbyHubs:
        return LobbyHubs(self.replica, lambda: KEY, lambda: addresses, RANDOM.randbytes)

    def proof(self, key: str = KEY, place: int = PLACE, certificate: Certificate | None = None) -> Proof:
        """What a hub answers to which the centre has told of this key."""
        known = hub_keys.proof_key(hub_keys.key_hash_of(key), HUB)
        served = (certificate or self.hub).hash

        def prove(asked: dict[str, str]) -> object:
            said = hub_keys.proof(known, asked["nonce"], HUB, served)
            return {"success": True, "data": {"hub_uid": str(HUB), "location_id": place, "proof": said}}

        return prove


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    database = open_database(f"sqlite:///{tmp_path / 'kiosk.db'}", key_hex=DEVICE_KEY)
    bring_to_current_schema(database)
    found(database, Identity("device", uuid7(MORNING, RANDOM.randbytes), PLACE, "A", 1, "kiosk"))
    yield Lobby(Replica(database), certificate_in(tmp_path / "hub"), certificate_in(tmp_path / "stranger"))
    database.close()


@dataclass
class Served:
    """Somebody who serves TLS, and all that was said to them."""

    url: str = ""
    heard: list[bytes] = field(default_factory=list)


@asynccontextmanager
async def served(certificate: Certificate, answer: Proof) -> AsyncIterator[Served]:
    """Answers each request with what `answer` makes of its body."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.certificate, certificate.key)
    them = Served()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
            body = await reader.readexactly(length)
            them.heard.append(head + body)
            told = json.dumps(answer(json.loads(body))).encode()
            shape = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(told)}\r\n\r\n"
            writer.write(shape.encode() + told)
            await writer.drain()
        except (asyncio.IncompleteReadError, OSError):
            return  # somebody only looked at the certificate
        finally:
            writer.transport.abort()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, ssl=context)
    them.url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield them
    finally:
        server.close()


def meet(lobby: Lobby, certificate: Certificate, answer: Proof) -> tuple[str | Fault, list[bytes]]:
    """What becomes of meeting whoever answers so: the hub's name or the fault, and what was said to it."""

    async def meeting() -> tuple[str | Fault, list[bytes]]:
        async with served(certificate, answer) as them:
            try:
                way = await lobby.hubs(them.url).meet()
            except Fault as fault:
                return fault, them.heard
            await way.transport.close()
            return way.upstream, them.heard

    return asyncio.run(meeting())


def run(step: Callable[[], Awaitable[Way]]) -> Way:
    async def whole() -> Way:
        return await step()

    return asyncio.run(whole())


def test_hub_that_the_centre_told_of_this_kiosk_is_gone_on_with_under_its_uid(lobby: Lobby) -> None:
    met, heard = meet(lobby, lobby.hub, lobby.proof())
    assert met == str(HUB)
    assert len(heard) == 1


def test_key_is_shown_to_nobody_while_they_prove_themselves(lobby: Lobby) -> None:
    _, heard = meet(lobby, lobby.hub, lobby.proof())
    key_hash = hub_keys.key_hash_of(KEY)
    for secret in (KEY, key_hash, hub_keys.at_hub(key_hash, HUB), hub_keys.proof_key(key_hash, HUB), "authorization"):
        assert secret.encode().lower() not in heard[0].lower()


@pytest.mark.parametrize("known", ["another kiosk's key", ""])
def test_false_hub_and_one_that_does_not_know_this_kiosk_any_more_are_told_nothing_else(
    lobby: Lobby, known: str
) -> None:
    met, heard = meet(lobby, lobby.hub, lobby.proof(key=known))
    assert isinstance(met, RefusedFault)
    assert met.code == "false_hub"
    assert len(heard) == 1


def test_relay_that_asks_the_real_hub_is_found_out_by_its_certificate(lobby: Lobby) -> None:
    """It passes the question on and brings the real answer; what it serves with is its own."""
    met, _ = meet(lobby, lobby.stranger, lobby.proof(certificate=lobby.hub))
    assert isinstance(met, RefusedFault)
    assert met.code == "false_hub"


def test_answer_that_was_heard_before_proves_nothing(lobby: Lobby) -> None:
    heard: list[dict[str, str]] = []
    honest = lobby.proof()

    def listen(asked: dict[str, str]) -> object:
        heard.append(asked)
        return honest(asked)

    meet(lobby, lobby.hub, listen)
    met, _ = meet(lobby, lobby.hub, lambda _asked: honest(heard[0]))
    assert isinstance(met, RefusedFault)
    assert met.code == "false_hub"


def test_hub_of_another_place_is_left_alone(lobby: Lobby) -> None:
    met, _ = meet(lobby, lobby.hub, lobby.proof(place=PLACE + 1))
    assert isinstance(met, RefusedFault)
    assert met.code == "hub_of_another_place"


def test_hub_of_which_this_kiosk_has_heard_that_it_was_revoked_is_left_alone(lobby: Lobby) -> None:
    row = {"id": 5, "uid": HUB, "name": "hub", "kind": "hub", "location_id": PLACE, "series": "H", "id_block": 5}
    with lobby.replica.database.writing() as connection:
        connection.execute(
            insert(devices).execution_options(**DOOR),
            {**row, "revoked_at": MORNING, "created_at": MORNING, "updated_at": MORNING},
        )
    met, _ = meet(lobby, lobby.hub, lobby.proof())
    assert isinstance(met, RefusedFault)
    assert met.code == "revoked_hub"


def test_answer_without_an_end_is_not_read_to_it(lobby: Lobby) -> None:
    met, _ = meet(lobby, lobby.hub, lambda _asked: "x" * 10_000_000)
    assert isinstance(met, ProtocolFault)
    assert (met.code, met.message) == ("not_a_hub", "the answer has no end")


@pytest.mark.parametrize(
    "answer",
    [{}, {"success": True, "data": None}, {"success": True, "data": {"hub_uid": 5, "location_id": 7, "proof": "x"}}],
)
def test_something_that_is_no_hub_is_named_so(lobby: Lobby, answer: object) -> None:
    met, _ = meet(lobby, lobby.hub, lambda _asked: answer)
    assert isinstance(met, ProtocolFault)
    assert met.code == "not_a_hub"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://127.0.0.1:9", "not_a_hub"),
        ("https://127.0.0.1:99999999", "not_a_hub"),
        ("nonsense", "not_a_hub"),
        ("https://127.0.0.1:9", "unreachable"),
        ("https://a..b", "unreachable"),
    ],
)
def test_address_where_no_hub_is_has_its_stated_answer(lobby: Lobby, address: str, code: str) -> None:
    with pytest.raises((ProtocolFault, TransportFault)) as caught:
        run(lobby.hubs(address).meet)
    assert caught.value.code == code


def test_no_address_is_no_hub(lobby: Lobby) -> None:
    with pytest.raises(TransportFault) as caught:
        run(lobby.hubs().meet)
    assert caught.value.code == "no_hub"


def test_true_hub_is_found_behind_a_false_one(lobby: Lobby) -> None:
    async def meeting() -> str:
        async with served(lobby.stranger, lobby.proof()) as false, served(lobby.hub, lobby.proof()) as true:
            way = await lobby.hubs(false.url, true.url).meet()
            await way.transport.close()
            return way.upstream

    assert asyncio.run(meeting()) == str(HUB)


def test_kiosk_whose_clock_is_decades_off_meets_its_hub_all_the_same(lobby: Lobby, tmp_path: Path) -> None:
    """Its certificate was good for one day in 1970: that the proof binds it is what counts."""
    long_gone = _expired(tmp_path)
    met, _ = meet(lobby, long_gone, lobby.proof(certificate=long_gone))
    assert met == str(HUB)


def _expired(folder: Path) -> Certificate:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Anteroom hub")])
    start = datetime(1970, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(5)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "old.pem").write_bytes(made.public_bytes(pem))
    (folder / "old-key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    hashed = hashlib.sha256(made.public_bytes(serialization.Encoding.DER)).hexdigest()
    return Certificate(folder / "old.pem", folder / "old-key.pem", hashed)
