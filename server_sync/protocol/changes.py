"""The change set: everything that one front-desk operation changed, as it is logged, hashed and sent.

A set is never rewritten. Readers of a newer schema lift an older set; its hash is always over what its device wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any
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
    changes: tuple[RecordChange, ...]

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
            "sync_data": [change.to_json() for change in self.changes],
        }

    def hash(self) -> str:
        """SHA-256 over the canonical encoding, as hexadecimal."""
        return digest(self.to_json())

    @classmethod
    def from_json(cls, body: Any) -> ChangeSet:  # Any: it comes from the wire or the log and is checked here
        """Parse a body. Raises ProtocolFault `malformed_change_set` or `malformed_change`."""
        try:
            return cls(
                uid=UUID(_text(body["id"])),
                device_uid=_device_uid(_text(body["device_id"])),
                sequence=_count(body["sequence"], least=0),
                intent=_text(body["intent"]),
                actor=_text(body["actor"]),
                made_at=_text(body["made_at"]),
                schema_version=_count(body["schema_version"]),
                changes=tuple(RecordChange.from_json(item) for item in _items(body["sync_data"])),
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
