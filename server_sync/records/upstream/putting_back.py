"""Letting rows be as their server sent them, once nothing is laid over them any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, update

from server_sync.records.database import DOOR
from server_sync.records.derivation import derived_values
from server_sync.records.tables import BY_NOUN, sent_columns
from server_sync.records.tables.schema import SENT_DOWN, SENT_UP
from server_sync.records.terms import forget_terms_of
from server_sync.records.upstream.base_images import forget_bases, stored_bases, unlaid_bases
from server_sync.records.upstream.unsettled import Reference, Unsettled
from server_sync.records.values import fields_from_wire

_TRAVELS = SENT_UP | SENT_DOWN


def put_back(connection: Connection, references: Iterable[Reference]) -> set[Reference]:
    """Let these records be as the upstream sent them: nothing is to be laid over them any more.

    Returns those that are not here any more with that.
    """
    removed: set[Reference] = set()
    for (noun, uid), image in stored_bases(connection, set(references)).items():
        table = BY_NOUN[noun]
        if image is None:
            if noun == "patient":
                forget_terms_of(connection, uid)
            connection.execute(delete(table).where(table.c.uid == uid).execution_options(**DOOR))
            removed.add((noun, uid))
            continue
        values = fields_from_wire(table, image, set(sent_columns(table, _TRAVELS)) - {"id", "uid"})
        values |= derived_values(noun, values)
        connection.execute(update(table).where(table.c.uid == uid).values(values).execution_options(**DOOR))
    return removed


def put_back_what_never_came(
    connection: Connection, unsettled: Unsettled, came: Collection[Reference], *, is_last: bool
) -> set[Reference]:
    """At a hub: forget the bases over which nothing is laid any more; the records that were put back.

    With what its server settled come the records that it names, until the last page. A record that did not was
    changed by what was never settled: another set stands at that sequence, of the device of which one is a copy.
    """
    unlaid = unlaid_bases(connection, unsettled)
    waiting = {one for one in unlaid if one not in came}
    if is_last:
        put_back(connection, waiting)
        forget_bases(connection, unlaid)
        return waiting
    forget_bases(connection, [one for one in unlaid if one in came])
    return set()
