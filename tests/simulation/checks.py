"""What must hold when all is quiet: each acknowledged change once at the server, no number twice, replicas alike."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from server_sync.clinic.clocks import to_unix_ms
from server_sync.records.tables import BY_NOUN, sent_columns
from server_sync.records.tables.schema import SENT_DOWN
from tests.simulation.going_back import as_they_are_now
from tests.simulation.machine import Acknowledged, Machine
from tests.simulation.model import NOUNS, Model
from tests.simulation.plan import DESK
from tests.simulation.world import World

Rows = Mapping[str, dict[str, Any]]
"""Rows by uid."""

_OF_A_LOCATION = ("appointment", "queue", "help_call", "availability", "device", "location", "user")
_NUMBERS = {"patient": "patient_number", "appointment": "appointment_number", "queue": "token_number"}
_DOCUMENTS = frozenset(
    {"communication_preferences", "medical_history", "claims", "stamps", "queue_policy", "lease_policy"}
)
_HOLDS = ("scheduled", "confirmed", "in_progress", "completed")
_CELL_MIN = 5
_DAY_OF = {"appointment": "scheduled_date", "queue": "business_date", "help_call": "business_date"}
_TODAY = "2026-03-09"
_ELSEWHERE = "settled_under_another_name"
"""A receipt that holds a place in its device's sequence, and no more: the set is settled by another one."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the server keeps of a set that it settled, or did itself (`sequence` None)."""

    uid: str
    device: str
    sequence: int | None
    hash: str
    status: str
    outcome: str
    settled_ms: int
    """When, by the server's own clock, in milliseconds since 1970."""
    body: Any


def check(world: World) -> None:
    """Look at everything; what does not hold is noted as a violation."""
    receipts = _receipts(world.centre)
    checks = (
        _settled_once(world, receipts),
        _in_order(receipts),
        _no_number_twice(world, receipts),
        _no_place_twice(world.centre),
        _confirmed_stays(world, receipts),
        _replicas_equal(world),
        _erased_everywhere(world),
        _as_the_model_says(world, receipts),
        _no_bug(world),
    )
    for found in checks:
        for name, words in found:
            world.violated(name, words)
    world.findings.outcomes.update(f"{one.status}/{one.outcome}" for one in receipts if one.sequence is not None)


def _receipts(centre: Machine) -> list[Receipt]:
    rows = centre.disk.query(
        "SELECT change_set_uid, device_id, sequence, hash, sync_status, coalesce(outcome, ''), server_timestamp, data "
        "FROM offline_sync_logs ORDER BY id"
    )
    return [
        Receipt(row[0], row[1], row[2], row[3], row[4], row[5], _unix_ms(row[6]), json.loads(row[7])) for row in rows
    ]


def _unix_ms(moment: str) -> int:
    return to_unix_ms(datetime.fromisoformat(moment))


def _acknowledged(world: World) -> Iterator[Acknowledged]:
    for machine in world.devices:
        yield from as_they_are_now(machine)


def _gone(world: World) -> dict[str, Acknowledged]:
    """What was acknowledged on disks that are no more, by uid: the server may have heard of it, or not."""
    return {one.uid: one for machine in world.devices for one in machine.gone}


def _settled_once(world: World, receipts: Sequence[Receipt]) -> Iterator[tuple[str, str]]:
    held: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        held[receipt.uid].append(receipt)
    failed = {receipt.uid for receipt in receipts if receipt.status == "failed"}
    for one in _acknowledged(world):
        found = held.pop(one.uid, [])
        if len(found) == 1 and _is_by_another_name(world, one, found[0]):
            continue
        if len(found) != 1:
            yield "settled once", f"set {one.sequence} of {one.machine} stands {len(found)} times at the server"
        elif found[0].hash != one.hash:
            yield "settled once", f"set {one.sequence} of {one.machine} has another hash at the server"
    audited = Counter(uid for (uid,) in world.centre.disk.query("SELECT change_set_uid FROM audit_trail"))
    for one in _acknowledged(world):
        if audited[one.uid] != (one.uid not in failed):
            yield (
                "settled once",
                f"set {one.sequence} of {one.machine} stands {audited[one.uid]} times in the audit trail",
            )
    gone = _gone(world)
    for uid, found in held.items():
        if len(found) > 1:
            yield "settled once", f"set {uid} of a disk that is no more stands {len(found)} times at the server"
    there = [receipt for found in held.values() for receipt in found if receipt.sequence is not None]
    strangers = [receipt for receipt in there if receipt.outcome != _ELSEWHERE]
    for receipt in strangers:
        if receipt.uid in gone:
            continue
        yield "settled once", f"nobody acknowledged set {receipt.sequence} of {receipt.device}"


def _in_order(receipts: Iterable[Receipt]) -> Iterator[tuple[str, str]]:
    last: Counter[str] = Counter()
    made: dict[str, str] = {}
    for receipt in receipts:
        if receipt.sequence is None:
            continue
        made_at = receipt.body.get("made_at", "")
        if receipt.outcome != _ELSEWHERE:  # nothing was settled by that
            if made_at and made_at <= made.get(receipt.device, ""):
                words = f"set {receipt.sequence} is stamped {made_at}, not after the one before it"
                yield "order", f"{receipt.device}: {words}"
            made[receipt.device] = made_at
        if receipt.sequence != last[receipt.device] + 1:
            yield "order", f"{receipt.device}: {receipt.sequence} after {last[receipt.device]}"
        last[receipt.device] = receipt.sequence


def _is_by_another_name(world: World, one: Acknowledged, receipt: Receipt) -> bool:
    """Of what a machine did before it was copied, or put back, another copy was the first to send it."""
    return world.machines[one.machine].went_back and receipt.device != one.body.get("device_id")


def _no_number_twice(world: World, receipts: Sequence[Receipt]) -> Iterator[tuple[str, str]]:
    """By what was said to people, whatever became of it: each number led to one record."""
    given: dict[str, set[str]] = defaultdict(set)
    gone = _gone(world)
    settled = {receipt.uid: receipt for receipt in receipts}
    bodies = []
    for one in _acknowledged(world):
        receipt = settled.get(one.uid)
        bodies.append(receipt.body if receipt and _is_by_another_name(world, one, receipt) else one.body)
    bodies += [one.body for one in receipts if one.sequence is None or one.uid in gone]
    for body in bodies:
        for change in body["sync_data"]:
            number = change["data"].get(_NUMBERS.get(change["type"], ""))
            if change["action"] == "create" and number is not None:
                given[number].add(change["uid"])
    for number, uids in given.items():
        if len(uids) > 1:
            yield "no number twice", f"{number} was given to {len(uids)}"


def _confirmed_stays(world: World, receipts: Iterable[Receipt]) -> Iterator[tuple[str, str]]:
    """Whoever was told that their place is theirs keeps it: it was sold from a lease, which is the machine's own."""
    outcome = {receipt.uid: receipt.outcome for receipt in receipts}
    query = "SELECT uid FROM slot_leases WHERE written_off_at IS NOT NULL"
    written_off = {UUID(uid) for (uid,) in world.centre.disk.query(query)}
    for one in _acknowledged(world):
        is_sold = any(
            change["type"] == "appointment"
            and change["action"] == "create"
            and change["data"].get("lease_uid")
            and UUID(change["data"]["lease_uid"]) not in written_off
            # Of a lease that this run cannot prove it said so: provisional.
            and not change["data"].get("is_provisional")
            for change in one.body["sync_data"]
        )
        if is_sold and outcome.get(one.uid) in ("slot_taken", "moved_to_free_slot"):
            yield "confirmed stays", f"set {one.sequence} of {one.machine} confirmed a place that somebody else has"


def _no_place_twice(centre: Machine) -> Iterator[tuple[str, str]]:
    """Counted from the appointments, not from the engine's own counts."""
    rows = centre.disk.query(
        "SELECT doctor_id, scheduled_date, duration_minutes, appointment_number FROM appointments "
        f"WHERE holds_slot AND deleted_at IS NULL AND status IN {_HOLDS} ORDER BY uid"
    )
    sold: dict[tuple[int, datetime], str] = {}
    for doctor, starts, minutes, number in rows:
        start = datetime.fromisoformat(starts)
        for cell in range(0, minutes, _CELL_MIN):
            key = doctor, start + timedelta(minutes=cell)
            if key in sold:
                yield "no place twice", f"{number} and {sold[key]} hold {starts} of doctor {doctor}"
                break
            sold[key] = number


def rows_of(machine: Machine, noun: str) -> dict[str, dict[str, Any]]:
    """A machine's rows of one noun, in the columns that travel down, by uid."""
    table = BY_NOUN[noun]
    columns = sent_columns(table, SENT_DOWN)
    found = machine.disk.query(f"SELECT {', '.join(columns)} FROM {table.name}")
    rows = [dict(zip(columns, values, strict=True)) for values in found]
    return {row["uid"]: row for row in rows}


def _replicas_equal(world: World) -> Iterator[tuple[str, str]]:
    nouns = (*_OF_A_LOCATION, "patient")
    truth = {noun: rows_of(world.centre, noun) for noun in nouns}
    lately = {noun: {uid for uid, row in truth[noun].items() if _is_of_late(noun, row)} for noun in nouns}
    named = {truth[noun][uid]["patient_id"] for noun in ("appointment", "queue") for uid in lately[noun]}
    lately["patient"] = {uid for uid, row in truth["patient"].items() if row["id"] in named}
    for machine in world.devices:
        for noun in nouns:
            held = rows_of(machine, noun)
            for uid in sorted(lately[noun] - held.keys()):
                yield "replicas equal", f"{machine.name} lacks {noun} {uid}"
            counted = _counted(machine, noun)
            for uid, row in sorted(held.items()):
                if uid not in truth[noun] and (uid in counted or not (machine.went_back or world.centre.went_back)):
                    yield "replicas equal", f"{machine.name} holds {noun} {uid}, the server does not"
                elif uid in counted & truth[noun].keys() and _is_of_late(noun, row):
                    yield from _difference(machine.name, noun, uid, row, truth[noun][uid])


def _erased_everywhere(world: World) -> Iterator[tuple[str, str]]:
    """Whoever was erased has a name nowhere, also where their record left the scope and stays for another's sake."""
    gone = [uid for (uid,) in world.centre.disk.query("SELECT uid FROM patients WHERE erased_at IS NOT NULL")]
    for machine in world.machines.values():
        for uid in gone:
            query = "SELECT first_name, last_name, phone FROM patients WHERE uid = ?"
            if any(value is not None for row in machine.disk.query(query, [uid]) for value in row):
                yield "erased", f"{machine.name} still knows the erased patient {uid}"
    for (uid,) in world.machines[DESK].disk.query("SELECT patient_uid FROM known_erasures"):
        if world.centre.disk.query("SELECT 1 FROM patients WHERE uid = ? AND erased_at IS NULL", [uid]):
            yield "erased", f"the server shows patient {uid}, whom the desk knows to be erased"


def _counted(machine: Machine, noun: str) -> set[str]:
    """What a replica holds within its scope: the rest left, and stays only for the sake of what refers to it."""
    query = f"SELECT uid FROM {BY_NOUN[noun].name} WHERE image_hash IS NOT NULL"
    return {uid for (uid,) in machine.disk.query(query)}


def _is_of_late(noun: str, row: dict[str, Any]) -> bool:
    """Days leave by rule: what a machine in 1970 wrote of its day has left before anybody saw it."""
    day = row.get(
        {"appointment": "scheduled_date", "queue": "business_date", "help_call": "business_date"}.get(noun, "")
    )
    return day is None or str(day) >= _TODAY


def _difference(
    machine: str, noun: str, uid: str, held: dict[str, Any], truth: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    if held == truth:
        return
    names = [name for name, value in held.items() if value != truth[name] and not _alike(name, value, truth[name])]
    if names:
        told = ", ".join(f"{name} {held[name]!r} for {truth[name]!r}" for name in names)
        yield "replicas equal", f"{machine} has {noun} {uid} with {told}"


def _alike(name: str, one: Any, other: Any) -> bool:
    return name in _DOCUMENTS and None not in (one, other) and json.loads(one) == json.loads(other)


def _as_the_model_says(world: World, receipts: Iterable[Receipt]) -> Iterator[tuple[str, str]]:
    """The same sets in the server's order, settled once more by the model; then both are compared."""
    # As it was done, before anything of it was erased; a set that was made anew under another name as it was sent.
    bodies = {(one.uid, one.hash): one.body for one in (*_gone(world).values(), *_acknowledged(world))}
    model, early = Model(), list[Receipt]()

    def settle(receipt: Receipt) -> None:
        body = bodies.get((receipt.uid, receipt.hash), receipt.body)
        if receipt.outcome == "spoilt_on_device" and world.centre.went_back and _was_blanked(world, receipt.uid, body):
            return  # an erasure that the server lost took it out of the only log that still had it
        is_the_centres, was_quarantined = receipt.sequence is None, receipt.status == "failed"
        model.settle(body, receipt.settled_ms, is_the_centres=is_the_centres, was_quarantined=was_quarantined)

    for receipt in (one for one in receipts if one.outcome != _ELSEWHERE):
        early.append(receipt)  # what came before that on which it builds was tried again when that had come
        while ready := next((one for one in early if one.status == "failed" or not model.why_not(one.body)), None):
            early.remove(ready)
            settle(ready)
    for receipt in early:
        settle(receipt)
    yield from (("model", words) for words in model.complaints)
    for noun in NOUNS:
        held = {uid: _decoded(row) for uid, row in rows_of(world.centre, noun).items()}
        yield from (("model", words) for words in model.differences(noun, held))
        if noun == "patient":
            yield from (("merges end", words) for words in _no_circle(held))
        if noun == "queue":
            yield from (("one visit", words) for words in _one_place_each(held))


def _was_blanked(world: World, uid: str, body: Any) -> bool:
    """Whether a machine's log holds less of a set than what was acknowledged."""
    query = "SELECT data FROM offline_sync_logs WHERE change_set_uid = ?"
    return any(json.loads(data) != body for machine in world.devices for (data,) in machine.disk.query(query, [uid]))


def _no_circle(held: Rows) -> Iterator[str]:
    """Merged records lead to one that stands."""
    for uid, row in held.items():
        way, at = {uid}, row
        while at["merged_into_uid"] is not None:
            if at["merged_into_uid"] in way or at["merged_into_uid"] not in held:
                yield f"patient {uid} leads to nobody"
                break
            way.add(at["merged_into_uid"])
            at = held[at["merged_into_uid"]]


def _one_place_each(held: Rows) -> Iterator[str]:
    """No appointment has two places that stand, and whoever holds an alias is led to one that is none."""
    standing: dict[Any, str] = {}
    by_token = {row["token_number"]: row for row in held.values()}
    for row in held.values():
        leads_to = by_token.get(row["alias_of"])
        if row["alias_of"] is not None and (leads_to is None or leads_to["alias_of"] is not None):
            yield f"{row['token_number']} leads to {row['alias_of']}, which stands for nobody"
        if row["appointment_id"] is None or row["current_status"] == "cancelled":
            continue
        if row["appointment_id"] in standing:
            yield f"{row['token_number']} and {standing[row['appointment_id']]} stand for one appointment"
        standing[row["appointment_id"]] = row["token_number"]


def _decoded(row: dict[str, Any]) -> dict[str, Any]:
    return {name: json.loads(value) if name in _DOCUMENTS and value else value for name, value in row.items()}


def _no_bug(world: World) -> Iterator[tuple[str, str]]:
    if world.restarts:
        yield "bug in the worker", f"its loop was begun anew {world.restarts} times"
