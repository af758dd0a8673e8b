"""Taking what a device offers: read it, let every readable set be judged, and answer in the order in which it came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from server_sync.central.access.callers import Caller
from server_sync.central.places.leases import tend_after
from server_sync.central.sync.bare_sync import take_bare_push
from server_sync.central.sync.ingest import DeviceIdentity, Offered, Settled, ingest
from server_sync.central.sync.settling.receipts import read_answers
from server_sync.central.sync.site import forwarded
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import RefusedFault
from server_sync.protocol.push import (
    REFUSED,
    ForgedSet,
    Push,
    SentSet,
    SetAnswer,
    claims_of,
    encode_answers,
    is_as_claimed,
    parse_push,
)
from server_sync.protocol.strict_json import decode, read
from server_sync.records.replica import Replica


def receive_any(replica: Replica, caller: Caller, body: bytes, key: str | None) -> dict[str, Json]:
    """The answer to a push: of change sets with ids, or in the seed's bare shape, for which `key` is the header's."""
    return open_any(replica, caller, body, key)()


def open_any(replica: Replica, caller: Caller, body: bytes, key: str | None) -> Callable[[], dict[str, Json]]:
    """Read a push, beside whatever else goes on. What is returned settles it, in its device's order, and answers."""
    message = read(body)
    if isinstance(message, dict) and "change_sets" not in message:
        return lambda: {"success": True, "data": {"results": take_bare_push(replica, caller, decode(body), key)}}
    if caller.device is None:
        raise RefusedFault("other_device", "this key belongs to no device")
    settle = _opened(replica, caller.device, message)
    return lambda: encode_answers(settle())


def receive(replica: Replica, device: DeviceIdentity, body: bytes) -> tuple[SetAnswer, ...]:
    """Judge a push. The device's key says who it is; a body that names another raises RefusedFault `other_device`, but
    for a hub's, which forwards what devices of its place did: each set is settled once, whichever way it comes.

    Raises ProtocolFault where the body is no push at all; a set that cannot be read is answered among its neighbours.
    """
    return _opened(replica, device, read(body))()


def _opened(replica: Replica, device: DeviceIdentity, message: Any) -> Callable[[], tuple[SetAnswer, ...]]:
    told = _told_before(replica, device, message)
    if told is not None:
        return lambda: told
    push = parse_push(message)
    return lambda: _judged(replica, device, push)


def _told_before(replica: Replica, device: DeviceIdentity, message: Any) -> tuple[SetAnswer, ...] | None:
    """The answers to a batch of which each set was settled before, body for body: it need not be taken apart."""
    claims = claims_of(message, device.uid)
    ends = {uid for uid, _ in (*claims[:1], *claims[-1:])}
    with replica.database.reading() as connection:
        if not ends or len(read_answers(connection, device, ends)) < len(ends):
            return None
        known = read_answers(connection, device, {uid for uid, _ in claims})
    is_so = all(uid in known and known[uid][0] == claimed for uid, claimed in claims) and is_as_claimed(message)
    return tuple(_settled(known[uid][1]) for uid, _ in claims) if is_so else None


def _judged(replica: Replica, device: DeviceIdentity, push: Push) -> tuple[SetAnswer, ...]:
    if push.device_uid != device.uid:
        device = forwarded(replica, device, push.device_uid)
    offered = [
        Offered(sent.change_set, sent.hash, sent.written) if isinstance(sent, SentSet) else sent
        for sent in push.sets
        if not isinstance(sent, ForgedSet)
    ]
    settled = iter(ingest(replica, device, offered, after=push.after))
    tend_after(replica, [one.change_set for one in offered if isinstance(one, Offered)])
    return tuple(_forged(sent) if isinstance(sent, ForgedSet) else _settled(next(settled)) for sent in push.sets)


def _settled(settled: Settled) -> SetAnswer:
    status = REFUSED if settled.status is None else settled.status.value
    return SetAnswer(settled.change_set_uid, status, str(settled.outcome), settled.resolution)


def _forged(sent: ForgedSet) -> SetAnswer:
    return SetAnswer(sent.uid, REFUSED, sent.fault.code, "")
