"""The change set: everything that one front-desk operation changed, as it is logged, hashed and sent.

A set is never rewritten. Readers of a newer schema lift an older set; its hash is always over what its device wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, overload
from uuid import UUID

from server_sync.protocol.canonical import Json, digest
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.versions import SCHEMA_VERSION as SCHEMA_VERSION


class Action(StrEnum):
    """What happened to a record."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

_ACTIONS: dict[Any, Action] = {action.value: action for action in Action}  # Any: asked for what arrived


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record's part of a change set: the fields that changed, their new values and those they replaced.

    `noun` is the table's name; values are as on the wire (see `canonical`). A created record replaces nothing.
    """

    noun: str
    action: Action
    uid: UUID
    fields: dict[str, Json]
    replaced: dict[str, Json] = field(default_factory=dict)

    def to_json(self) -> dict[str, Json]:
        """The shape on the wire: the seed's `type`, `action`, `data`, with `uid` and `replaced` beside them."""
        return {
            "type": self.noun,
            "action": self.action.value,
            "uid": str(self.uid),
            "data": self.fields,
            "replaced": self.replaced,
        }

    @classmethod
    def from_json(cls, body: Any) -> RecordChange:  # Any: it comes from the wire and is checked here
        """Parse one item. Raises ProtocolFault `malformed_change`."""
        try:
            noun, uid, fields = body["type"], body["uid"], body["data"]
            replaced = body.get("replaced", {})
            _refuse_other_kinds(noun, uid, fields, replaced)
            return cls(noun, _ACTIONS[body["action"]], _uid(uid), fields, replaced)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ProtocolFault(
                "malformed_change", "a record change lacks a part or has one of a wrong kind"
            ) from error


class UnreadChanges(Sequence[RecordChange]):
    """Changes as a log holds them, read once somebody looks: a device sends most of its sets without ever looking."""

    __slots__ = ("_changes", "written")

    def __init__(self, written: list[Any]) -> None:
        """Raises TypeError where one is no object."""
        if not all(type(item) is dict for item in written):
            raise TypeError("a change is no object")
        self.written = written
        self._changes: tuple[RecordChange, ...] | None = None

    def _read(self) -> tuple[RecordChange, ...]:
        if self._changes is None:
            self._changes = tuple(RecordChange.from_json(item) for item in self.written)
        return self._changes

    def __len__(self) -> int:
        return len(self.written)

    @overload
    def __getitem__(self, at: int) -> RecordChange: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[RecordChange, ...]: ...
    def __getitem__(self, at: int | slice) -> RecordChange | tuple[RecordChange, ...]:
        return self._read()[at]

    def __eq__(self, other: object) -> bool:
        """As the tuple that it stands for."""
        if isinstance(other, UnreadChanges):
            return self.written == other.written
        return self._read() == other

    __hash__ = None  # type: ignore[assignment]  # changes hold documents, which have none

    def __repr__(self) -> str:
        return repr(self._read())


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one operation changed, who did it, and where it stands in its device's gap-free sequence.

    `sequence` counts from 1; the centre's own sets carry 0, for they need none. `made_at` is a hybrid time as text;
    `actor` is `patient`, `system` or a user's uid, never a name.
    """

    uid: UUID
    device_uid: UUID
    sequence: int
    intent: str
    actor: str
    made_at: str
    schema_version: int
    changes: Sequence[RecordChange]

    def to_json(self) -> dict[str, Json]:
        """The hashed body; the hash itself travels beside it."""
        return {
            "id": str(self.uid),
            "device_id": str(self.device_uid),
            "sequence": self.sequence,
            "intent": self.intent,
            "actor": self.actor,
            "made_at": self.made_at,
            "schema_version": self.schema_version,
            "sync_data": list(self.written_changes()),
        }

    def written_changes(self) -> Sequence[dict[str, Json]]:
        """The changes as they are written; to be read, not altered."""
        if isinstance(self.changes, UnreadChanges):
            return self.changes.written
        return [change.to_json() for change in self.changes]

    def hash(self) -> str:
        """SHA-256 over the canonical encoding, as hexadecimal."""
        return digest(self.to_json())

    @classmethod
    def from_json(cls, body: Any) -> ChangeSet:  # Any: it comes from the wire or the log and is checked here
        """Parse a body. Raises ProtocolFault `malformed_change_set` or `malformed_change`."""
        return cls._read(body, lambda items: tuple(RecordChange.from_json(item) for item in items))

    @classmethod
    def from_log(cls, body: Any) -> ChangeSet:  # Any: as above
        """Parse a body whose changes hardly anybody will ask for: whoever does may meet `malformed_change` then."""
        return cls._read(body, UnreadChanges)

    @classmethod
    def _read(cls, body: Any, read: Callable[[list[Any]], Sequence[RecordChange]]) -> ChangeSet:
        try:
            return cls(
                uid=UUID(_text(body["id"])),
                device_uid=_device_uid(_text(body["device_id"])),
                sequence=_count(body["sequence"], least=0),
                intent=_text(body["intent"]),
                actor=_text(body["actor"]),
                made_at=_text(body["made_at"]),
                schema_version=_count(body["schema_version"]),
                changes=read(_items(body["sync_data"])),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ProtocolFault(
                "malformed_change_set", "a change set lacks a part or has one of a wrong kind"
            ) from error


@lru_cache(maxsize=256)
def _device_uid(text: str) -> UUID:
    """Hundreds of sets in a row are of one device."""
    return UUID(text)


def _refuse_other_kinds(noun: object, uid: object, fields: object, replaced: object) -> None:
    if type(noun) is not str or type(uid) is not str or type(fields) is not dict or type(replaced) is not dict:
        raise TypeError("a part of a wrong kind")


def _uid(text: str) -> UUID:
    """One record has one name: whoever looks through logs by text would miss the same uid in another form."""
    if _UID.fullmatch(text) is None:
        raise ValueError("not a uid in its canonical form")
    return UUID(text)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _count(value: object, least: int = 1) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 2**53:
        raise TypeError("not a whole number of that range")
    return value


def _items(value: object) -> list[Any]:  # Any: each is parsed by RecordChange.from_json
    if not isinstance(value, list) or not value:
        raise TypeError("not a list of changes")
    return value
