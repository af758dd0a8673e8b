"""A push and its answer: what each holds, how it is written, and how it is read again.

`POST /api/appointments/offline-sync` takes the seed's shape (`device_id`, `sync_data`) with more fields beside it:
every item of `sync_data` names by `set` the entry of `change_sets` to which it belongs. Reading never trusts: a body
that is no message raises ProtocolFault, a set that cannot be read is one `UnreadableSet` among readable neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson

from server_sync.protocol.canonical import Json, digest_of, encode, written_digest
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.parts import Reading, content_of, count, list_of, text

MAX_SETS = 5_000
"""Change sets that one push may carry."""

REFUSED = "refused"
"""The status of a set that was not taken at all: nothing is stored, and its device keeps it and may offer it again."""

HELD = "held"
"""The status of a set that a hub keeps for its device and the centre has not settled; the device keeps it as well."""

STATUSES = frozenset({"synced", "conflict", "failed", REFUSED, HELD})

SPOILT = "spoilt_on_device"
"""The outcome of a set whose body its device itself says not to be whole: damaged on its disk, or partly erased."""

SPOILT_WORDS = (
    "What the machine logged here is no longer whole: it was damaged on its disk, or a person's data were erased. "
    "What is left of it is kept, not applied."
)

_HEAD = ("id", "sequence", "intent", "actor", "made_at", "schema_version")
_TEXT_LIMIT = 64


class SpoiltHash(str):
    """The logged hash of a set whose body in the log is not the one any more that it was taken of."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SentSet:
    """A change set with the hash that its device logged with it; they have been found to agree.

    `written` is its canonical encoding as its device wrote it, parts included that this version does not know.
    """

    change_set: ChangeSet
    hash: str
    written: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class UnreadableSet:
    """A change set of which at least the id, the sequence and the hash can be read, and the hash is of its `body`.

    So it is what its device logged; it is kept and quarantined, and what the device did after it goes on.
    """

    uid: UUID
    sequence: int
    hash: str
    body: dict[str, Any]
    fault: ProtocolFault


@dataclass(frozen=True, slots=True)
class ForgedSet:
    """A change set that is not what its hash was taken of, or does not say who it is. Nothing of it is kept."""

    uid: UUID | None
    fault: ProtocolFault


@dataclass(frozen=True, slots=True)
class Push:
    """What one device offers, in the order of its sequence."""

    device_uid: UUID
    sets: tuple[SentSet | UnreadableSet | ForgedSet, ...]
    after: UUID | None = None
    """The set that the device made before the first of these, as far as it says so: two copies of it differ there."""


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """What the server says of one set. `resolution` is for people; `uid` is None where the set's own was unreadable."""

    uid: UUID | None
    status: str
    outcome: str
    resolution: str


def encode_push(device_uid: UUID, sets: Iterable[tuple[ChangeSet, str]], after: UUID | None = None) -> dict[str, Json]:
    """The body of a push; `sets` are change sets with their logged hashes, `after` is the one before the first."""
    heads: list[Json] = []
    items: list[Json] = []
    for place, (change_set, logged_hash) in enumerate(sets):
        head: dict[str, Json] = {
            "id": str(change_set.uid),
            "sequence": change_set.sequence,
            "intent": change_set.intent,
            "actor": change_set.actor,
            "made_at": change_set.made_at,
            "schema_version": change_set.schema_version,
            "hash": logged_hash,
        }
        if isinstance(logged_hash, SpoiltHash):
            head |= {"hash": str(logged_hash), "spoilt": True}
        heads.append(head)
        items += [{**item, "set": place} for item in change_set.written_changes()]
    said: dict[str, Json] = {} if after is None else {"after": str(after)}
    return {"device_id": str(device_uid), "sync_data": items, "change_sets": heads, **said}


def parse_push(body: Any) -> Push:  # Any: from the wire
    """Read a push. Raises ProtocolFault `malformed_push`, `too_many_sets` or `ids_missing` (the seed's bare shape)."""
    with Reading("malformed_push"):
        device_uid = UUID(text(body["device_id"]))
        items = list_of(body["sync_data"])
    if "change_sets" not in body:
        raise ProtocolFault("ids_missing", "this server takes change sets with ids: see change_sets")
    with Reading("malformed_push"):
        heads = list_of(body["change_sets"])
        if len(heads) > MAX_SETS:
            raise ProtocolFault("too_many_sets", f"one push may carry {MAX_SETS} change sets")
        after = None if body.get("after") is None else UUID(text(body["after"]))
        grouped = _grouped(items, len(heads))
    sets = tuple(_read_set(device_uid, head, grouped[place]) for place, head in enumerate(heads))
    return Push(device_uid, sets, after)


def claims_of(body: Any, device_uid: UUID) -> list[tuple[UUID, str]]:
    """Id and hash of each set that a push of this device says to hold; none where it is any other message.

    Nothing of it has been looked at: see `is_as_claimed`.
    """
    try:
        if body["device_id"] != str(device_uid):
            return []
        heads = list_of(body["change_sets"])
        return [(UUID(text(head["id"])), text(head["hash"])) for head in heads] if len(heads) <= MAX_SETS else []
    except (KeyError, TypeError, ValueError, AttributeError):
        return []


def is_as_claimed(body: Any) -> bool:
    """Whether each set in a push is what its hash was taken of; for sets that were read before, as nothing else is."""
    try:
        heads, device_uid = body["change_sets"], body["device_id"]
        grouped = _grouped(list_of(body["sync_data"]), len(heads))
        bodies = ({name: head.get(name) for name in _HEAD} for head in heads)
        written = (
            orjson.dumps({**said, "device_id": device_uid, "sync_data": items}, option=orjson.OPT_SORT_KEYS)
            for said, items in zip(bodies, grouped, strict=True)
        )
        return all(digest_of(one) == head["hash"] for one, head in zip(written, heads, strict=True))
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def encode_answers(answers: Iterable[SetAnswer]) -> dict[str, Json]:
    """The answer to a push, one result a set, in its order."""
    results: list[Json] = [
        {
            "id": str(answer.uid) if answer.uid else None,
            "status": answer.status,
            "outcome": answer.outcome,
            "resolution": answer.resolution,
        }
        for answer in answers
    ]
    return {"success": True, "data": {"results": results}}


def parse_answers(body: Any) -> tuple[SetAnswer, ...]:
    """Read the answer to a push; results without an id belong to nobody and are left out."""
    with Reading("malformed_answer"):
        results = list_of(content_of(body)["results"])
        return tuple(_read_answer(item) for item in results if item["id"] is not None)


def _grouped(items: list[Any], sets: int) -> list[list[Any]]:
    """Items by the set that they name, in their order. Raises ValueError for a set that is not there."""
    groups: list[list[Any]] = [[] for _ in range(sets)]
    for item in items:
        place = count(item["set"])
        if place >= sets:
            raise ValueError("an item of no set")
        own = item.copy()
        del own["set"]
        groups[place].append(own)
    return groups


def _read_set(device_uid: UUID, head: Any, items: list[Any]) -> SentSet | UnreadableSet | ForgedSet:
    if not isinstance(head, dict):
        return ForgedSet(None, ProtocolFault("malformed_change_set", "a change set is no object"))
    body = {name: head.get(name) for name in _HEAD} | {"device_id": str(device_uid), "sync_data": items}
    try:
        change_set = ChangeSet.from_json(body)
        written = encode(body)
        return SentSet(change_set, _agreed_hash(change_set, written, head.get("hash")), written)
    except ProtocolFault as fault:
        return _told_apart(head, body, fault)
    except (AttributeError, ValueError) as error:
        unwritable = ProtocolFault("malformed_change_set", "a change set holds what has no canonical form")
        unwritable.__cause__ = error
        return _told_apart(head, body, unwritable)


def _told_apart(head: dict[str, Any], body: dict[str, Any], fault: ProtocolFault) -> UnreadableSet | ForgedSet:
    uid, sequence, claimed = _uid_or_none(head), head.get("sequence"), head.get("hash")
    is_whole = uid is not None and type(sequence) is int and 0 < sequence < 2**53
    if uid is not None and is_whole and isinstance(claimed, str):
        if head.get("spoilt") is True:
            fault, claimed = ProtocolFault(SPOILT, SPOILT_WORDS), claimed[:_TEXT_LIMIT]
            return UnreadableSet(uid, head["sequence"], claimed, body, fault)
        if written_digest(body) == claimed:
            return UnreadableSet(uid, head["sequence"], claimed, body, fault)
    return ForgedSet(uid, fault)


def _agreed_hash(change_set: ChangeSet, written: bytes, claimed: Any) -> str:
    if len(change_set.intent) > _TEXT_LIMIT or len(change_set.actor) > _TEXT_LIMIT:
        raise ProtocolFault("malformed_change_set", f"intent and actor have at most {_TEXT_LIMIT} characters")
    if not isinstance(claimed, str) or digest_of(written) != claimed:
        raise ProtocolFault("hash_mismatch", "the body is not the one that the hash was taken of")
    return claimed


def _uid_or_none(head: Any) -> UUID | None:
    try:
        return UUID(text(head["id"]))
    except (KeyError, TypeError, ValueError):
        return None


def _read_answer(item: Any) -> SetAnswer:
    status = text(item["status"])
    if status not in STATUSES:
        raise ValueError("an unknown status")
    return SetAnswer(UUID(text(item["id"])), status, text(item["outcome"]), text(item["resolution"]))
