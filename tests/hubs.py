"""A place with a hub, for tests: the little clinic's centre, a hub, and machines that speak to either; no network.

Pages and pushes go from hand to hand, as JSON, so that what is tested is what would travel.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from server_sync.central.sync.feed_pages import feed_page
from server_sync.central.sync.receive import receive
from server_sync.central.sync.site import site_of
from server_sync.hub.forwarding import Forwarder
from server_sync.hub.keeping import Keeper
from server_sync.hub.pages import hub_page
from server_sync.hub.place import learn, parse_site
from server_sync.protocol.faults import TransportFault
from server_sync.protocol.pages import encode_grouped, parse_line
from server_sync.protocol.push import SetAnswer, encode_push, parse_push
from server_sync.records import outbox
from server_sync.records.outbox import SyncStatus
from server_sync.records.upstream.apply import apply_page
from server_sync.records.upstream.unsettled import Unsettled
from server_sync.worker.laid_over import lay_over
from server_sync.worker.transport import UNREACHABLE
from tests.clinics import Device, LittleClinic

FINAL = frozenset(status.value for status in SyncStatus) - {"pending"}


class HandedOn:
    """The way from a hub to its centre, within one process; it can be cut."""

    def __init__(self, clinic: LittleClinic, hub: Device) -> None:
        self.clinic = clinic
        self.hub = hub
        self.is_cut = False
        self.bodies: list[bytes] = []
        self.loses_answers = False

    async def forward(self, _device_uid: UUID, body: bytes) -> tuple[SetAnswer, ...]:
        if self.is_cut:
            raise TransportFault(UNREACHABLE, "cut")
        self.bodies.append(body)
        answers = receive(self.clinic.centre, self.hub.identity, body)
        if self.loses_answers:
            raise TransportFault(UNREACHABLE, "the answer was lost")
        return answers


class HubInTheLobby:
    """A hub and its line to the centre."""

    def __init__(self, clinic: LittleClinic, series: str = "H", block: int = 90) -> None:
        self.clinic = clinic
        self.device = clinic.enrol(series, block, "hub")
        self.line = HandedOn(clinic, self.device)
        self.begin()

    def begin(self) -> None:
        """Start it: as a new process over the same records does."""
        self.keeper = Keeper(self.device.replica, lambda: None)
        self.keeper.take_up_own()
        self.unsettled = Unsettled()

    @property
    def uid(self) -> str:
        return str(self.device.identity.uid)

    def forward(self) -> int:
        """Offer the centre all that is held; how many sets it settled."""

        async def forwarded() -> int:
            return await Forwarder(self.device.replica, self.keeper, self.line).forward_all()

        return asyncio.run(forwarded())

    def pull(self, limit: int = 500) -> None:
        """Take all that the centre has for it."""
        found = site_of(self.clinic.centre, self.device.identity)
        answer = {"success": True, "data": {"devices": [one.to_json() for one in found]}}
        learn(self.device.replica, parse_site(json.loads(json.dumps(answer))))
        while True:
            cursor = outbox.stored_cursor(self.device.database)
            page = feed_page(self.clinic.centre, self.device.identity, cursor, limit, of_all=True)
            apply_page(
                self.device.database,
                _travelled(page),
                self.clinic.clock,
                rebase=lay_over,
                unsettled=self.unsettled,
            )
            if page.is_last:
                return

    def take(self, device: Device, *, marks: bool = True) -> tuple[SetAnswer, ...]:
        """A device offers it all that is pending there."""
        answers = self.keeper.keep(device.identity, parse_push(_body(device)))
        if marks:
            _mark(self.clinic, device, answers)
        return answers

    def tell(self, device: Device, limit: int = 500) -> int:
        """A device takes all that the hub has for it; how many records."""
        records = 0
        while True:
            cursor = outbox.stored_cursor(device.database, self.uid)
            page = hub_page(self.device.replica, device.identity, cursor, limit)
            travelled = _travelled(page)
            apply_page(device.database, travelled, self.clinic.clock, rebase=lay_over, upstream=self.uid)
            records += sum(len(group.rows) for group in page.groups) + len(page.left)
            if page.is_last:
                return records


def push_straight(clinic: LittleClinic, device: Device) -> tuple[SetAnswer, ...]:
    """A device offers the centre itself all that is pending."""
    answers = receive(clinic.centre, device.identity, json.dumps(_body(device)).encode())
    _mark(clinic, device, answers)
    return answers


def pending(device: Device) -> Sequence[outbox.PendingSet]:
    return outbox.pending(device.database, 1000)


def _body(device: Device) -> Any:
    sets = [(one.change_set, one.hash) for one in pending(device)]
    return json.loads(json.dumps(encode_push(device.identity.uid, sets)))


def _mark(clinic: LittleClinic, device: Device, answers: Sequence[SetAnswer]) -> None:
    final = [
        outbox.Answer(one.uid, SyncStatus(one.status), one.outcome, one.resolution)
        for one in answers
        if one.status in FINAL and one.uid is not None
    ]
    outbox.mark_answered(device.database, final, clinic.clock.now())


def _travelled(page: Any) -> Any:
    return parse_line(orjson.loads(orjson.dumps(encode_grouped(page))))
