"""What leaves a replica: records that left its scope, and past days by rule, on both sides at the same cursor.

A row with pending changes, or that another row here still refers to, is never dropped: it is only counted no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, select, update

from server_sync.records.among import among
from server_sync.records.database import DOOR
from server_sync.records.feed.scope import HOLDS_REGISTER, SENT_NOUNS, led_to, past_days
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, appointments, patients, queue_management
from server_sync.records.terms import forget_terms_of
from server_sync.records.upstream.unsettled import Reference, Unsettled

_AT_ONCE = 500


def leave(connection: Connection, gone: Iterable[Reference], kept_from: date | None, unsettled: Unsettled) -> None:
    """Drop what is `gone` out of scope, and the days before `kept_from`, if any are to go.

    What never comes down cannot leave: of an audit entry, say, only the centre knows that it holds none.
    """
    left = [one for one in gone if one[0] in SENT_NOUNS]
    if not left and kept_from is None:
        return
    by_noun: dict[str, set[UUID]] = {}
    for noun, uid in left:
        by_noun.setdefault(noun, set()).add(uid)
    if kept_from is not None:
        for noun in BY_NOUN:
            past = _past(connection, noun, kept_from)
            if past:
                by_noun.setdefault(noun, set()).update(past)
    for noun in reversed(BY_NOUN):  # those that refer to others first
        if noun in by_noun:
            _drop(connection, BY_NOUN[noun], by_noun[noun], unsettled)


def leave_the_unvisited(connection: Connection, kind: str, unsettled: Unsettled) -> None:
    """Drop patients whom no visit names any more, nor leads to by a merge, where only visitors are held.

    At the end of all pages only: the visit that names somebody may come with a later page than they do.
    """
    if kind not in _HOLDS_REGISTER:
        _drop(connection, patients, _unvisited(connection), unsettled)


def leave_what_nobody_sent(connection: Connection, unsettled: Unsettled) -> None:
    """Drop what the upstream did not send since the replica began anew, and what nothing unsettled made: it left, or
    never was there. Once all has been read: nothing will ever be heard of it again.
    """
    for noun in reversed(SENT_NOUNS):
        unseen = {row["uid"] for row in _uncounted(noun).rows(connection, {})}
        if unseen:
            _drop(connection, BY_NOUN[noun], unseen, unsettled)


def count_nothing(connection: Connection) -> None:
    """Let no row count as the upstream's any more: all are to be read anew."""
    for noun in SENT_NOUNS:
        connection.execute(update(BY_NOUN[noun]).values(image_hash=None).execution_options(**DOOR))


@cache
def _uncounted(noun: str) -> Prepared:
    table = BY_NOUN[noun]
    return Prepared(select(table.c.uid).where(table.c.image_hash.is_(None)))


def _past(connection: Connection, noun: str, kept_from: date) -> set[UUID]:
    query = _counted_past(noun, kept_from)
    return set() if query is None else {row["uid"] for row in query.rows(connection, {})}


def _unvisited(connection: Connection) -> set[UUID]:
    """Patients whom nothing here names any more."""
    return {row["uid"] for row in _unvisited_patients().rows(connection, {})}


def _drop(connection: Connection, table: Table, uids: Iterable[UUID], unsettled: Unsettled) -> None:
    noun = table.info["noun"]
    wanted = sorted(uids)
    free = [uid for uid in wanted if not unsettled.names((noun, uid))]
    for start in range(0, len(free), _AT_ONCE):
        some = free[start : start + _AT_ONCE]
        going = [row["uid"] for row in _unreferred(table).rows(connection, {"uids": some})]
        if noun == "patient":
            for uid in going:
                forget_terms_of(connection, uid)
        _deleting(table).rows(connection, {"uids": going})
    for start in range(0, len(wanted), _AT_ONCE):
        _uncounting(table).rows(connection, {"uids": wanted[start : start + _AT_ONCE]})


@lru_cache(maxsize=256)
def _counted_past(noun: str, kept_from: date) -> Prepared | None:
    table = BY_NOUN[noun]
    condition = past_days(noun, kept_from)
    return (
        None if condition is None else Prepared(select(table.c.uid).where(condition, table.c.image_hash.is_not(None)))
    )


@cache
def _unvisited_patients() -> Prepared:
    named = [select(table.c.patient_id).where(table.c.patient_id.is_not(None)) for table in _VISITS]
    nobodys = (*(patients.c.id.not_in(one) for one in named), patients.c.uid.not_in(led_to(named)))
    # Also whom this machine registered and nobody sent back: of those it would never hear again, not even an erasure.
    return Prepared(select(patients.c.uid).where(*nobodys))


@cache
def _unreferred(table: Table) -> Prepared:
    return Prepared(select(table.c.uid).where(among(table.c.uid, "uids"), *(~one for one in _referring(table))))


@cache
def _deleting(table: Table) -> Prepared:
    return Prepared(delete(table).where(among(table.c.uid, "uids")).execution_options(**DOOR))


@cache
def _uncounting(table: Table) -> Prepared:
    return Prepared(update(table).where(among(table.c.uid, "uids")).values(image_hash=None).execution_options(**DOOR))


def _referring(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Whether a row of another table refers to the row."""
    return tuple(
        exists(select(other.c.id).where(key.parent == table.c.id))
        for other in BY_NOUN.values()
        if other is not table
        for key in other.foreign_keys
        if key.column.table is table
    )


_VISITS = (appointments, queue_management)
_HOLDS_REGISTER = HOLDS_REGISTER | {""}
"""Whoever does not know what it is keeps everybody."""
