"""Those who watch a queue, for tests and benches: boards and desks at `/ws/queue`, and what happens at the clinic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from websockets.sync.client import ClientConnection, connect

from server_sync.central.sync.enrolment import enrol_device, invite_device
from server_sync.clinic.clocks import business_date
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import queue_management
from tests.clinics import LittleClinic

PATIENCE_S = 20.0

Message = dict[str, Any]  # Any: JSON as it came


def board_key(centre: Replica, name: str = "Board", location_code: str = "") -> tuple[str, UUID]:
    """A new board's key and uid."""
    invited = invite_device(centre, name, "board", location_code)
    enrolled = enrol_device(centre, invited.code)
    assert enrolled is not None
    return enrolled.device_key, invited.device_uid


class Watcher:
    """One open socket. It remembers its last cursor, as a client should."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.cursor: str | None = None
        self.heard: list[Message] = []

    def say(self, **message: object) -> None:
        self.socket.send(json.dumps(message))

    def hear(self, patience_s: float = PATIENCE_S) -> Message:
        """The next message. Raises TimeoutError, and ConnectionClosed."""
        message: Message = json.loads(self.socket.recv(patience_s))
        self.cursor = message.get("cursor", self.cursor)
        self.heard.append(message)
        return message

    def hear_until(self, kind: str, **wanted: object) -> list[Message]:
        """All messages up to the first of `kind` whose data has these values."""
        heard: list[Message] = []
        while True:
            heard.append(message := self.hear())
            data = message.get("data") or {}
            if message["type"] == kind and all(data.get(name) == value for name, value in wanted.items()):
                return heard

    def subscribe(self, **wanted: object) -> list[Message]:
        """What it hears until it has caught up, without the word that it has."""
        self.say(subscribe=wanted)
        return self.hear_until("subscribed")[:-1]


@contextmanager
def watching(url: str, headers: Mapping[str, str] | None = None) -> Iterator[Watcher]:
    """A socket at the server's `url`."""
    address = url.replace("http://", "ws://") + "/ws/queue"
    with connect(address, additional_headers=headers, proxy=None) as socket:
        yield Watcher(socket)


def of_kind(messages: Sequence[Message], kind: str) -> list[Message]:
    return [message for message in messages if message["type"] == kind]


class WaitingRoom:
    """People who come to a little clinic and are called, by the shortest way: numbers without a check-in."""

    def __init__(self, clinic: LittleClinic) -> None:
        self.clinic = clinic
        self.centre = clinic.centre
        self._came = 0
        self.today = business_date(clinic.clock.now(), clinic.location["time_zone"])

    def come(self, *, doctor_id: int | None = None, name: str = "Jane Sample") -> str:
        """Somebody takes a number; which."""
        first_name, _, last_name = name.partition(" ")
        self._came += 1
        token = f"{self.today:%Y%m%d}-{self._came:03d}"
        now = self.clinic.clock.now()
        booked = self.clinic.book(
            now + timedelta(minutes=self._came), code=f"{self._came:08d}", first_name=first_name, last_name=last_name
        )
        with self.centre.work("check_in", "patient") as work:
            work.create(
                queue_management,
                token_number=token,
                patient_id=booked["patient_id"],
                appointment_id=booked["id"],
                doctor_id=doctor_id or self.clinic.doctor["id"],
                location_id=self.clinic.location["id"],
                business_date=self.today,
                check_in_time=now + timedelta(seconds=self._came),
                follow_code=f"follow{self._came:06d}",
            )
        return token

    def call(self, token: str, *, room: str | None = None) -> None:
        """Somebody is called; again, where they were called before."""
        row = self.place(token)
        again = row["recall_count"] + 1 if row["current_status"] == "called" else 0
        with self.centre.work("call_next", "system") as work:
            values = {"current_status": "called", "recall_count": again, "called_room": room}
            work.change(queue_management, row, called_time=row["called_time"] or work.now, **values)

    def become(self, token: str, status: str, **values: object) -> None:
        """A place gets another status."""
        with self.centre.work("set_status", "system") as work:
            work.change(queue_management, self.place(token), current_status=status, **values)

    def place(self, token: str) -> Row:
        with self.centre.read() as reading:
            row = reading.first(select(queue_management).where(queue_management.c.token_number == token))
        assert row is not None
        return row
