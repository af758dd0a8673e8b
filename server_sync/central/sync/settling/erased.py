"""What devices changed before they heard that somebody was erased: nothing personal of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from server_sync.central.sync.settling.offers import Offered
from server_sync.central.sync.settling.picture import Picture
from server_sync.central.sync.settling.reading import among, ask, is_postgres, listed
from server_sync.protocol.push import UnreadableSet
from server_sync.records.erasure import names_erased, without_erased

_OF_A_PATIENT = frozenset({"queue", "appointment"})

_ABOUT_A_VISIT = frozenset({"reminder", "feedback"})
"""Nouns whose rows do not say whom they are about."""


def without_the_erased(connection: Connection, picture: Picture, offered: Sequence[Offered]) -> list[Offered]:
    """The sets without personal values of people who were erased; their hashes stay those that their devices sent.

    The long question is asked only where the short one finds somebody: which is next to never.
    """
    if not _names_an_erased_person(connection, picture, offered):
        return list(offered)
    pruned = without_erased(connection, [one.change_set for one in offered])
    return [replace(one, change_set=pruned[one.uid], written=b"") if one.uid in pruned else one for one in offered]


def without_the_erased_body(connection: Connection, unreadable: UnreadableSet) -> UnreadableSet:
    """What nobody can read, without any of it where it names somebody who was erased."""
    return replace(unreadable, body={"erased": True}) if names_erased(connection, unreadable.body) else unreadable


def _names_an_erased_person(connection: Connection, picture: Picture, offered: Sequence[Offered]) -> bool:
    changes = [change for one in offered for change in one.change_set.changes]
    if any(change.noun in _ABOUT_A_VISIT for change in changes):
        return True
    if any(noun == "patient" and row["erased_at"] is not None for (noun, _), row in picture.rows.items()):
        return True
    named = [change.fields.get("patient_id") for change in changes if change.noun in _OF_A_PATIENT]
    named += [row["patient_id"] for (noun, _), row in picture.rows.items() if noun in _OF_A_PATIENT]
    ids = {one for one in named if type(one) is int and 0 < one < 2**63}
    if not ids:
        return False
    postgres = is_postgres(connection)
    people = among("id", "BIGINT", 1, postgres=postgres)
    sql = f"SELECT 1 FROM patients WHERE {people} AND erased_at IS NOT NULL LIMIT 1"  # noqa: S608
    return bool(ask(connection, [(sql, [listed(ids, postgres=postgres)])])[0])
