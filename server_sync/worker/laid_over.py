"""Laying what is not settled over the upstream's rows, by the rules by which the server will judge it.

A device lays its own changes over them, a hub those that it holds for others as well.

Which rows the server sent is remembered for as long as something is laid over them (`base_images`): whatever comes
next is judged from there, and never from what an earlier prediction made of them.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Connection, Integer, select, update
from sqlalchemy.exc import DataError, IntegrityError

from server_sync.clinic.stamps import stamped
from server_sync.merge.change_sets import judge, lay
from server_sync.merge.fields import stamps_of
from server_sync.merge.stamps import stamp_of, stamp_of_held
from server_sync.merge.verdicts import Held, Quarantined
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault
from server_sync.records.database import DOOR
from server_sync.records.derivation import derived_values
from server_sync.records.erasure import without_erased
from server_sync.records.feed.publishing import read_rows
from server_sync.records.statements import insert_into
from server_sync.records.tables import BY_NOUN, queue_management, sent_columns
from server_sync.records.tables.schema import SENT_DOWN, SENT_UP
from server_sync.records.upstream.base_images import NUMBERS, Image, aside, remember_bases, stored_bases
from server_sync.records.upstream.unsettled import Reference, Unsettled
from server_sync.records.values import fields_from_wire

log = logging.getLogger(__name__)

NONSENSE = (ProtocolFault, TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
"""What values of wrong kinds may raise, which no rule foresaw."""

_TRAVELS = SENT_UP | SENT_DOWN


def lay_over(
    connection: Connection,
    images: Mapping[Reference, Image | None],
    unsettled: Unsettled,
    *,
    touched: Iterable[Reference] = (),
    everything: bool = False,
    sent_through: int | None = None,
    believed_now: datetime | None = None,
) -> set[Reference]:
    """Put what is not settled back on top of `images`, which were just written; the records that it bears on.

    Also on top of those that were `touched` by what is new among it; with `everything` all that is not settled,
    whatever has come.

    A set that the rules would quarantine is laid over nothing; what it made stays until the centre has said so too.

    `sent_through`: the images are a hub's, which may not have heard yet of what this device did and the centre settled:
    its rows contain these sequences of this device. What it sent of a record stays, where the hub sent nothing newer
    and this device made it, or did nothing to it after that.

    `believed_now` at a hub: what it holds of a clock that ran ahead of that is marked so.
    """
    change_sets, records = unsettled.around(unsettled.named() if everything else [*images, *touched])
    if not change_sets:
        return set()
    # Erasing beats what was done before this device heard of it.
    pruned = without_erased(connection, change_sets)
    change_sets = [pruned.get(one.uid, one) for one in change_sets]
    local = read_rows(connection, sorted(records), _TRAVELS)
    own = [one for one in change_sets if unsettled.is_own(one)]
    stored = stored_bases(connection, records)
    sent = _as_sent(own, records - stored.keys(), images, local, sent_through)
    held = _bases(connection, own, records, stored, images, local, sent)
    before = dict(held)
    twins = _twins(connection, change_sets, held, records)
    for change_set in change_sets:
        try:
            stamp = None
            if believed_now is not None and not unsettled.is_own(change_set):
                stamp = stamp_of_held(change_set, believed_now)
            for verdict in judge(change_set, held, twins, stamp=stamp):
                lay(held, verdict, twins, blank_row(verdict.noun) if verdict.is_new else None)
        except Quarantined:
            continue
        except NONSENSE:
            if unsettled.is_own(change_set):
                raise  # a bug of ours
            log.warning("a set of another device could not be judged here", extra={"change_set": change_set.uid})
    # Predictions of what becomes of others' records are left to the centre.
    for noun, uid in sorted(records & held.keys(), key=lambda reference: (_ORDER[reference[0]], reference[1])):
        row, here = held[noun, uid], local.get((noun, uid))
        is_own, is_here = (noun, uid) not in before, here is not None
        is_sent = sent_through is not None and here is not None and bool(here.get("version"))
        if (noun, uid) in sent or (is_sent and is_own and (noun, uid) not in images):
            continue
        if row != here:
            if len(own) == len(change_sets):
                _store(connection, noun, uid, row, is_own=is_own, is_here=is_here)
            else:
                _store_if_it_can_be(connection, noun, uid, row, is_own=is_own, is_here=is_here)
    return records


def lay_everything_over(connection: Connection, unsettled: Unsettled) -> None:
    """Put back all that is not settled, whatever has come."""
    lay_over(connection, {}, unsettled, everything=True)


def _bases(
    connection: Connection,
    own: Sequence[ChangeSet],
    records: set[Reference],
    stored: Mapping[Reference, Image | None],
    images: Mapping[Reference, Image | None],
    local: Mapping[Reference, dict[str, Json]],
    sent: set[Reference],
) -> dict[Reference, Held]:
    """Each record as the upstream holds it, as far as this replica was told; absent ones are left out.

    What this device did itself (`own`) stands in a row before its base is remembered; what it holds for others never.
    What the upstream had settled when it sent the row, though it knows no more of it (it went back in time since), is
    part of the picture: its stamps say so.
    """
    bases = dict(stored)
    undone = {reference: dict(local[reference]) for reference in records - bases.keys() if reference in local}
    for change_set in reversed(own):
        for change in change_set.changes:
            reference = change.noun, change.uid
            if change.action is Action.CREATE:
                undone.pop(reference, None)
            elif reference in undone:
                row = undone[reference]
                row.update(
                    {
                        name: value
                        for name, value in change.replaced.items()
                        if not _has_seen(row, change_set, change, name)
                    }
                )
    for reference in records & images.keys():
        image, here = images[reference], local.get(reference)
        if image is None or here is None:
            bases[reference] = None
        elif not _is_older(image, here):
            # A server of another version may leave columns out: of those it said what it said before.
            before = bases.get(reference) or undone.get(reference) or {}
            bases[reference] = {name: here[name] if name in image else before.get(name, here[name]) for name in here}
    for reference in records - bases.keys():
        bases[reference] = undone.get(reference)
    remember_bases(connection, {one: bases[one] for one in sorted(bases) if one not in sent})
    return {reference: image for reference, image in bases.items() if image is not None}


def _as_sent(
    own: Sequence[ChangeSet],
    records: set[Reference],
    images: Mapping[Reference, Image | None],
    local: Mapping[Reference, dict[str, Json]],
    sent_through: int | None,
) -> set[Reference]:
    """Those of `records` that stand here as the centre sent them, with all that this device did to them.

    Their stamps may not say so: the centre stamps by its own time what was done by a clock that ran ahead.
    """
    if sent_through is None:
        return set()
    later = {(one.noun, one.uid) for each in own if each.sequence > sent_through for one in each.changes}
    return {
        one
        for one in records - later
        if one in local and local[one].get("version") and _brings_nothing(images, one, local[one])
    }


def _brings_nothing(images: Mapping[Reference, Image | None], record: Reference, here: Mapping[str, Json]) -> bool:
    image = images.get(record)
    return record not in images or (image is not None and _is_older(image, here))


def _has_seen(row: Held, change_set: ChangeSet, change: RecordChange, name: str) -> bool:
    """Whether the upstream had settled that field of an own set when it sent the row: devices stamp nothing."""
    mark = stamp_of(change_set)
    written = stamped(change.noun, {name: change.fields.get(name)}, change.replaced, mark)
    known = stamps_of(row)
    return bool(written) and all(known.get(one, "") >= mark for one in written)


def _is_older(image: Image, local: Mapping[str, Json]) -> bool:
    """What came was not written: this replica has seen the record newer than that."""
    return image.get("version") != local.get("version")


def _twins(
    connection: Connection, change_sets: Sequence[ChangeSet], held: Mapping[Reference, Held], records: set[Reference]
) -> dict[Json, list[Held]]:
    """The places of the appointments that are checked in or called here or there, as the upstream holds them."""
    wanted = {
        change.fields.get("appointment_id")
        for change_set in change_sets
        for change in change_set.changes
        if change.noun == "queue" and "appointment_id" in change.fields
    }
    cancelled = [row for (noun, _), row in held.items() if noun == "queue" and row.get("current_status") == "cancelled"]
    wanted |= {row.get("appointment_id") for row in cancelled}
    ids = sorted(one for one in wanted if isinstance(one, int))
    if not ids:
        return {}
    place = queue_management.c
    here = connection.execute(select(place.uid).where(place.appointment_id.in_(ids), place.deleted_at.is_(None)))
    others = [reference for uid in here.scalars() if (reference := ("queue", uid)) not in records]
    twins: dict[Json, list[Held]] = {one: [] for one in ids}
    known = read_rows(connection, others, _TRAVELS) | {one: row for one, row in held.items() if one[0] == "queue"}
    for row in known.values():
        if row.get("appointment_id") in twins:
            twins[row["appointment_id"]].append(row)
    return twins


def _store_if_it_can_be(
    connection: Connection, noun: str, uid: UUID, row: Held, *, is_own: bool, is_here: bool
) -> None:
    """What another device made may break what only the centre keeps: of that nothing stands here."""
    try:
        with connection.begin_nested():
            _store(connection, noun, uid, row, is_own=is_own, is_here=is_here)
    except (IntegrityError, DataError, *NONSENSE):
        log.warning("a row of another device's could not be laid here", extra={"record": uid})


def _store(connection: Connection, noun: str, uid: UUID, row: Held, *, is_own: bool, is_here: bool) -> None:
    table = BY_NOUN[noun]
    values = fields_from_wire(table, row, sent_columns(table, _TRAVELS))
    values |= derived_values(noun, values)
    if not is_here:
        _insert(connection, noun, uid, values)
        return
    for name in ("id", "uid", *([NUMBERS[noun]] if is_own and noun in NUMBERS else [])):
        values.pop(name, None)  # a number that stepped aside stays there until the centre has spoken
    connection.execute(update(table).where(table.c.uid == uid).values(values).execution_options(**DOOR))


def _insert(connection: Connection, noun: str, uid: UUID, values: Mapping[str, Any]) -> None:
    tries = [values]
    if noun in NUMBERS:  # it may be another's by now
        tries.append({**values, NUMBERS[noun]: aside(values[NUMBERS[noun]], uid)})
    for one in tries:
        with contextlib.suppress(IntegrityError), connection.begin_nested():
            connection.execute(insert_into(BY_NOUN[noun], tuple(one)), one)
            return
    log.warning("what a restored server forgot cannot stand here: its id is another's", extra={"record": uid})


@cache
def blank_row(noun: str) -> dict[str, Json]:
    """A record with every column that travels at its default."""
    table = BY_NOUN[noun]
    return {name: _default(table.c[name]) for name in sent_columns(table, _TRAVELS)}


def _default(column: Any) -> Json:
    if column.server_default is None:
        return None
    said = str(getattr(column.server_default.arg, "text", column.server_default.arg))
    if isinstance(column.type, Boolean):
        return said.lower() in {"true", "1"}
    if isinstance(column.type, JSON):
        return None
    return int(said) if isinstance(column.type, Integer) else said


_ORDER = {noun: place for place, noun in enumerate(BY_NOUN)}
