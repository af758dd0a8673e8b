"""The socket that tells boards, desks and patients what happens in the queue, as it happens.

A client says who it is in the Authorization header or, since browsers cannot set one, in its first message:
{"token": "..."}. Then {"subscribe": {"location_id", "doctor_id", "cursor"}} and {"unsubscribe": {...}}, as often as it
likes. Each message carries a cursor: who comes back with the last one hears what was missed. Browsers do not see the
line's own heartbeat: they say {"ping": true}, and hear the server's moment.
"""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from fastapi import WebSocket, WebSocketDisconnect
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from server_sync.central.access.callers import Caller
from server_sync.central.access.tokens import expiry_of
from server_sync.central.api.answers import Refused
from server_sync.central.api.arrivals import CLOSE_TRY_LATER, CLOSE_UNKNOWN, arrived, close, message_from
from server_sync.central.api.fields import LARGEST_ID
from server_sync.central.api.operations import endpoints, recognised
from server_sync.central.api.requests import centre_of
from server_sync.central.live.messages import Doctors, frame_of
from server_sync.central.live.outlets import Outlet
from server_sync.central.live.socket_protocol import frame_writer_of
from server_sync.clinic.roles import DEVICES, STAFF, Role
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, StorageFault
from server_sync.protocol.strict_json import decode
from server_sync.records.feed.publishing import Cursor
from server_sync.records.values import to_wire

MAY_WATCH = STAFF | DEVICES | {Role.PATIENT}

CLOSE_NONSENSE = 4400

MOST_WATCHED = 50
"""Locations and doctors that one socket may watch."""

MOST_REFUSED = 20
"""Messages that make no sense, or ask for what is not allowed, before a socket is closed."""

MOST_MESSAGES, WINDOW_S = 120, 60.0
"""What one socket may say in a while; a client that is well says two things."""

router = endpoints("live")


class Watched(BaseModel):
    """What somebody wants to watch: a location, or one doctor's queue at it; since `cursor`, where they have one."""

    model_config = ConfigDict(strict=True)

    location_id: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    doctor_id: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    cursor: str | None = Field(default=None, max_length=200)


class Said(BaseModel):
    """One message of a client: exactly one of these."""

    model_config = ConfigDict(strict=True)

    token: str | None = Field(default=None, max_length=4000)
    subscribe: Watched | None = None
    unsubscribe: Watched | None = None
    ping: Literal[True] | None = None


@router.websocket("/ws/queue")
async def watch_queue(socket: WebSocket) -> None:
    """Tell what happens in a location's queue; see the module."""
    await socket.accept()
    live = centre_of(socket).live
    if live.is_full:
        await close(socket, CLOSE_TRY_LATER)
        return
    known = await arrived(socket, lambda text: _parse(text).token or "")
    if known is None:
        return
    caller, credential = known
    if caller.role not in MAY_WATCH:
        await close(socket, CLOSE_UNKNOWN)
        return
    expires_at = None if caller.role in DEVICES else expiry_of(credential)
    outlet = Outlet(frame_writer_of(socket), caller, expires_at, live.dropped)
    live.enter(outlet)
    try:
        await _Conversation(socket, outlet).run()
    except WebSocketDisconnect:
        return
    finally:
        live.leave(outlet)


class _Conversation:
    """What a client says, from its credentials on; what it hears goes past here, from the live feed to its outlet."""

    def __init__(self, socket: WebSocket, outlet: Outlet) -> None:
        self._socket = socket
        self._outlet = outlet
        self._refused = 0
        self._said, self._since_s = 0, 0.0

    async def run(self) -> None:
        """Until the other side is gone, or has said too much nonsense."""
        while self._outlet.is_open:
            text = await message_from(self._socket)
            if self._says_too_much() or self._refused >= MOST_REFUSED:
                self._outlet.close(CLOSE_NONSENSE)
                return
            try:
                await self._obey(_parse(text))
            except StorageFault:
                self._tell("storage_broken", "the server cannot use its records just now; try again")
            except Fault as fault:
                self._refused += 1
                self._tell(fault.code, fault.message)

    async def _obey(self, said: Said) -> None:
        if said.token is not None:
            await self._renew(said.token)
        elif said.subscribe is not None:
            await self._subscribe(said.subscribe)
        elif said.unsubscribe is not None:
            watched = said.unsubscribe
            doctors = None if watched.doctor_id is None else frozenset({watched.doctor_id})
            centre_of(self._socket).live.unwatch(self._outlet, self._place(watched), doctors)
        else:
            now = centre_of(self._socket).replica.clock.now()
            self._outlet.offer(frame_of({"type": "pong", "now": to_wire(now)}))

    async def _subscribe(self, wanted: Watched) -> None:
        live, location_id = centre_of(self._socket).live, self._place(wanted)
        if not self._outlet.caller.may_work_at(location_id) or not await live.is_location(location_id):
            raise RefusedFault("unknown_place", "there is no such location")
        doctors: Doctors = None if wanted.doctor_id is None else frozenset({wanted.doctor_id})
        if _count(self._outlet) >= MOST_WATCHED:
            raise RefusedFault("too_many_subscriptions", f"one socket may watch {MOST_WATCHED} queues")
        answer = {"location_id": location_id, "doctor_id": wanted.doctor_id}
        live.watch(self._outlet, location_id, doctors, _cursor(wanted.cursor), answer)

    async def _renew(self, token: str) -> None:
        """A fresh token for the same person, before the old one expires."""
        no = RefusedFault("not_allowed", "this token is not known here, or is somebody else's")
        try:
            caller = await recognised(self._socket, token)
        except Refused as refusal:
            raise (no if refusal.code == "unknown_key" else refusal) from None
        if _who(caller) != _who(self._outlet.caller):
            raise no
        self._outlet.caller = caller
        self._outlet.expires_at = None if caller.role in DEVICES else expiry_of(token)

    def _place(self, watched: Watched) -> int:
        location_id = watched.location_id or self._outlet.caller.location_id
        if location_id is None:
            raise RefusedFault("wrong_fields", "location_id is missing")
        return location_id

    def _says_too_much(self) -> bool:
        now_s = asyncio.get_running_loop().time()
        if now_s - self._since_s > WINDOW_S:
            self._said, self._since_s = 0, now_s
        self._said += 1
        return self._said > MOST_MESSAGES

    def _tell(self, code: str, message: str) -> None:
        self._outlet.offer(frame_of({"type": "error", "code": code, "message": message}))


def _who(caller: Caller) -> tuple[object, ...]:
    """The person or device, and the location that they are bound to: what a socket heard so far was for them alone."""
    return caller.role, caller.actor, caller.patient_uid, caller.location_id


def _parse(text: str) -> Said:
    """Raises ProtocolFault `malformed_json`, RefusedFault `wrong_fields`."""
    decoded: Any = decode(text.encode("utf-8", "surrogatepass"))  # Any: JSON, for pydantic to look at
    try:
        said = Said.model_validate(decoded)
    except ValidationError as error:
        words = "say token, subscribe, unsubscribe or ping, in the shape that is documented"
        raise RefusedFault("wrong_fields", words) from error
    if [said.token, said.subscribe, said.unsubscribe, said.ping].count(None) != 3:
        raise RefusedFault("wrong_fields", "say one thing at a time: token, subscribe, unsubscribe or ping")
    return said


def _cursor(text: str | None) -> Cursor | None:
    """None for one that is none of ours: then it begins with how things stand."""
    try:
        return None if text is None else Cursor.parse(text)
    except ProtocolFault:
        return None


def _count(outlet: Outlet) -> int:
    return sum(1 if doctors is None else len(doctors) for doctors in outlet.watched.values())
