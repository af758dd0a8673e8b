"""Taking what a device offers: read it, let every readable set be judged, and answer in the order in which it came."""

from __future__ import annotations

from server_sync.central.ingest import DeviceIdentity, Offered, Settled, ingest
from server_sync.protocol.faults import RefusedFault
from server_sync.protocol.messages import REFUSED, ForgedSet, SentSet, SetAnswer, parse_push
from server_sync.protocol.strict_json import decode
from server_sync.records.replica import Replica


def receive(replica: Replica, device: DeviceIdentity, body: bytes) -> tuple[SetAnswer, ...]:
    """Judge a push. The device's key says who it is; a body that names another raises RefusedFault `other_device`.

    Raises ProtocolFault where the body is no push at all; a set that cannot be read is answered among its neighbours.
    """
    push = parse_push(decode(body))
    if push.device_uid != device.uid:
        raise RefusedFault("other_device", "this key belongs to another device than the body names")
    offered = [
        Offered(sent.change_set, sent.hash) if isinstance(sent, SentSet) else sent
        for sent in push.sets
        if not isinstance(sent, ForgedSet)
    ]
    settled = iter(ingest(replica, device, offered))
    return tuple(_forged(sent) if isinstance(sent, ForgedSet) else _settled(next(settled)) for sent in push.sets)


def _settled(settled: Settled) -> SetAnswer:
    status = REFUSED if settled.status is None else settled.status.value
    return SetAnswer(settled.change_set_uid, status, str(settled.outcome), settled.resolution)


def _forged(sent: ForgedSet) -> SetAnswer:
    return SetAnswer(sent.uid, REFUSED, sent.fault.code, "")
