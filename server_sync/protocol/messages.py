"""The messages between a device and its server: what each holds, how it is written, and how it is read again.

`POST /api/appointments/offline-sync` takes the seed's shape (`device_id`, `sync_data`) with more fields beside it:
every item of `sync_data` names by `set` the entry of `change_sets` to which it belongs. Reading never trusts: a body
that is no message raises ProtocolFault, a set that cannot be read is one `UnreadableSet` among readable neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server_sync.clinic.clocks import HybridTime
from server_sync.protocol.canonical import Json, encode, written_digest
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import ProtocolFault

MAX_SETS = 5_000
"""Change sets that one push may carry."""

REFUSED = "refused"
"""The status of a set that was not taken at all: nothing is stored, and its device keeps it and may offer it again."""

STATUSES = frozenset({"synced", "conflict", "failed", REFUSED})

_HASH = re.compile(r"[0-9a-f]{64}")
_HEAD = ("id", "sequence", "intent", "actor", "made_at", "schema_version")
_TEXT_LIMIT = 64


@dataclass(frozen=True, slots=True)
class SentSet:
    """A change set with the hash that its device logged with it; they have been found to agree."""

    change_set: ChangeSet
    hash: str


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


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """What the server says of one set. `resolution` is for people; `uid` is None where the set's own was unreadable."""

    uid: UUID | None
    status: str
    outcome: str
    resolution: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One record as the server holds it: its whole row, or None where it holds none."""

    noun: str
    uid: UUID
    row: dict[str, Json] | None


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A stretch of a location's feed; `cursor` is opaque and asks for what follows."""

    entries: tuple[FeedEntry, ...]
    cursor: str
    is_last: bool
    settled_through: int
    centre_time: str = ""
    """The server's hybrid time, after which its reader stamps what it does next; empty from an older server."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who a device is from now on. `device_key` is its secret, told this one time; `location` is its place's row."""

    device_uid: UUID
    device_key: str
    location_id: int
    series: str
    id_block: int
    location: dict[str, Json]


def encode_push(device_uid: UUID, sets: Iterable[tuple[ChangeSet, str]]) -> dict[str, Json]:
    """The body of a push; `sets` are change sets with their logged hashes."""
    heads: list[Json] = []
    items: list[Json] = []
    for place, (change_set, logged_hash) in enumerate(sets):
        body = change_set.to_json()
        heads.append({name: body[name] for name in _HEAD} | {"hash": logged_hash})
        items.extend({**change.to_json(), "set": place} for change in change_set.changes)
    return {"device_id": str(device_uid), "sync_data": items, "change_sets": heads}


def parse_push(body: Any) -> Push:  # Any: from the wire
    """Read a push. Raises ProtocolFault `malformed_push`, `too_many_sets` or `ids_missing` (the seed's bare shape)."""
    with _Reading("malformed_push"):
        device_uid = UUID(_text(body["device_id"]))
        items = _list(body["sync_data"])
    if "change_sets" not in body:
        raise ProtocolFault("ids_missing", "this server takes change sets with ids: see change_sets")
    with _Reading("malformed_push"):
        heads = _list(body["change_sets"])
        grouped = _grouped(items, len(heads))
    if len(heads) > MAX_SETS:
        raise ProtocolFault("too_many_sets", f"one push may carry {MAX_SETS} change sets")
    return Push(device_uid, tuple(_read_set(device_uid, head, grouped[place]) for place, head in enumerate(heads)))


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
    with _Reading("malformed_answer"):
        results = _list(_content(body)["results"])
        return tuple(_read_answer(item) for item in results if item["id"] is not None)


def encode_page(page: FeedPage) -> dict[str, Json]:
    """A page of the feed."""
    entries: list[Json] = [{"type": entry.noun, "uid": str(entry.uid), "data": entry.row} for entry in page.entries]
    return {
        "success": True,
        "data": {
            "entries": entries,
            "cursor": page.cursor,
            "is_last": page.is_last,
            "settled_through": page.settled_through,
            "centre_time": page.centre_time,
        },
    }


def parse_page(body: Any) -> FeedPage:
    """Read a page of the feed. Raises ProtocolFault `malformed_page`."""
    with _Reading("malformed_page"):
        content = _content(body)
        return FeedPage(
            entries=tuple(_read_entry(item) for item in _list(content["entries"])),
            cursor=_text(content["cursor"]),
            is_last=_truth(content["is_last"]),
            settled_through=_count(content["settled_through"]),
            centre_time=_hybrid_time(content.get("centre_time", "")),
        )


def encode_enrolment(enrolment: Enrolment) -> dict[str, Json]:
    """The answer to an enrolment."""
    return {
        "success": True,
        "data": {
            "device_uid": str(enrolment.device_uid),
            "device_key": enrolment.device_key,
            "location_id": enrolment.location_id,
            "series": enrolment.series,
            "id_block": enrolment.id_block,
            "location": enrolment.location,
        },
    }


def parse_enrolment(body: Any) -> Enrolment:
    """Read the answer to an enrolment. Raises ProtocolFault `malformed_enrolment`."""
    with _Reading("malformed_enrolment"):
        content = _content(body)
        return Enrolment(
            device_uid=UUID(_text(content["device_uid"])),
            device_key=_text(content["device_key"]),
            location_id=_count(content["location_id"]),
            series=_text(content["series"]),
            id_block=_count(content["id_block"]),
            location=_mapping(content["location"]),
        )


def encode_error(
    code: str, message: str, fields: Mapping[str, str] | None = None, more: Mapping[str, Json] | None = None
) -> dict[str, Json]:
    """The one shape of every error; `fields` says by name what is wrong with each, `more` what would help."""
    error: dict[str, Json] = {"code": code, "message": message, "fields": dict(fields or {}), **(more or {})}
    return {"success": False, "error": error}


def parse_error_code(body: Any) -> str | None:
    """The stable code of an error, or None where the body is not one of ours."""
    try:
        return _text(body["error"]["code"])
    except (KeyError, TypeError):
        return None


def _grouped(items: list[Any], count: int) -> list[list[Any]]:
    """Items by the set that they name, in their order. Raises ValueError for a set that is not there."""
    groups: list[list[Any]] = [[] for _ in range(count)]
    for item in items:
        place = _count(item["set"])
        if place >= count:
            raise ValueError("an item of no set")
        groups[place].append({name: value for name, value in item.items() if name != "set"})
    return groups


def _read_set(device_uid: UUID, head: Any, items: list[Any]) -> SentSet | UnreadableSet | ForgedSet:
    if not isinstance(head, dict):
        return ForgedSet(None, ProtocolFault("malformed_change_set", "a change set is no object"))
    body = {name: head.get(name) for name in _HEAD} | {"device_id": str(device_uid), "sync_data": items}
    try:
        change_set = ChangeSet.from_json(body)
        return SentSet(change_set, _agreed_hash(change_set, head.get("hash")))
    except ProtocolFault as fault:
        return _told_apart(head, body, fault)
    except (AttributeError, ValueError) as error:
        unwritable = ProtocolFault("malformed_change_set", "a change set holds what has no canonical form")
        unwritable.__cause__ = error
        return _told_apart(head, body, unwritable)


def _told_apart(head: dict[str, Any], body: dict[str, Any], fault: ProtocolFault) -> UnreadableSet | ForgedSet:
    uid, sequence, claimed = _uid_or_none(head), head.get("sequence"), head.get("hash")
    is_whole = uid is not None and type(sequence) is int and 0 < sequence < 2**53
    if uid is not None and is_whole and isinstance(claimed, str) and written_digest(body) == claimed:
        return UnreadableSet(uid, head["sequence"], claimed, body, fault)
    return ForgedSet(uid, fault)


def _agreed_hash(change_set: ChangeSet, claimed: Any) -> str:
    if len(change_set.intent) > _TEXT_LIMIT or len(change_set.actor) > _TEXT_LIMIT:
        raise ProtocolFault("malformed_change_set", f"intent and actor have at most {_TEXT_LIMIT} characters")
    encode(change_set.to_json())
    if not isinstance(claimed, str) or not _HASH.fullmatch(claimed) or change_set.hash() != claimed:
        raise ProtocolFault("hash_mismatch", "the body is not the one that the hash was taken of")
    return claimed


def _uid_or_none(head: Any) -> UUID | None:
    try:
        return UUID(_text(head["id"]))
    except (KeyError, TypeError, ValueError):
        return None


def _read_answer(item: Any) -> SetAnswer:
    status = _text(item["status"])
    if status not in STATUSES:
        raise ValueError("an unknown status")
    return SetAnswer(UUID(_text(item["id"])), status, _text(item["outcome"]), _text(item["resolution"]))


def _read_entry(item: Any) -> FeedEntry:
    row = item["data"]
    return FeedEntry(_text(item["type"]), UUID(_text(item["uid"])), None if row is None else _mapping(row))


class _Reading:
    """Turns whatever a wrong shape raises into one fault."""

    __slots__ = ("code",)

    def __init__(self, code: str) -> None:
        self.code = code

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, KeyError | TypeError | ValueError | AttributeError):
            raise ProtocolFault(self.code, "a part is missing or of a wrong kind") from error


def _content(body: Any) -> Any:
    if body["success"] is not True:
        raise ValueError("not a success")
    return body["data"]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _hybrid_time(value: object) -> str:
    text = _text(value)
    return str(HybridTime.parse(text)) if text else ""


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("not a whole number from 0")
    return value


def _mapping(value: object) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value
