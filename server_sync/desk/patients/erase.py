"""Erasing a person: an operation of its own, which takes out what is known of them everywhere, and beats every edit.

Gone are names, birth date, contacts, insurance, medical history and wishes; reasons, symptoms, notes, claims and
comments of their visits; the codes on their confirmations and tickets; the words by which they were found; and the same
values in our own log, also those that earlier edits replaced. The emptied rows reach every device by the ordinary feed,
and each prunes its own log when they arrive.

What remains names nobody: ids, uids and numbers, when somebody was here and with whom, money (accounts must be kept),
the audit trail, which says by uid who did what and when, and who looked. A backup keeps what it held until it is
overwritten. On PostgreSQL the old row versions go with the next VACUUM; on SQLite the caller vacuums the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import String, cast, delete, or_, select

from server_sync.desk.conflicts.settling import Decision
from server_sync.desk.patients.reading import everything_of, row_by_id
from server_sync.desk.patients.register import UnknownPatient, locked, locking
from server_sync.records.erasure import PERSONAL, Reference, prune_log, records_of
from server_sync.records.reading import Row
from server_sync.records.tables import BY_NOUN, idempotency_keys, patients
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class Erased:
    """Their data are gone; these records of theirs stay, empty."""

    patient_uids: tuple[UUID, ...]


EraseOutcome: TypeAlias = Erased | UnknownPatient


def erase(work: Work, patient_id: int) -> EraseOutcome:
    """Take out everything personal of one person, in all of their merged records. To do it twice does no harm.

    It reads the whole log, for values that earlier edits set or replaced: some ten seconds for a million entries.
    """
    if locked(work, patient_id) is None:
        return UnknownPatient()
    row = row_by_id(work, patient_id)
    if row is None:
        return UnknownPatient()
    work.forget_replaced()
    rows = everything_of(work, row)
    for one in rows:
        emptied = dict.fromkeys(PERSONAL["patient"])
        # Stamps name the headings of documents; nothing is taken of them any more, whoever wrote it when.
        work.change(patients, one, **emptied, erased_at=one["erased_at"] or work.now, stamps=None)
    ids = [one["id"] for one in rows]
    records = records_of(work.connection, ids)
    for noun in ("appointment", "queue", "reminder", "feedback", "conflict"):
        for child in _rows(work, noun, records):
            work.change(BY_NOUN[noun], child, **dict.fromkeys(PERSONAL[noun]), **_closing(work, noun, child))
    prune_log(work.connection, records, is_settled=False)
    _forget_answers(work, rows, records)
    return Erased(tuple(one["uid"] for one in rows))


def _closing(work: Work, noun: str, row: Row) -> dict[str, Any]:
    """What was left for a desk to decide about them is decided by that."""
    if noun != "conflict" or row["decision"] is not None:
        return {}
    return {"decision": Decision.DISMISSED.value, "decided_by": work.actor, "decided_at": work.now}


def _rows(work: Work, noun: str, records: Iterable[Reference]) -> Iterable[Row]:
    table = BY_NOUN[noun]
    uids = [uid for kind, uid in records if kind == noun]
    return work.all(locking(work, select(table).where(table.c.uid.in_(uids)))) if uids else ()


def _forget_answers(work: Work, rows: Iterable[Row], records: Iterable[Reference]) -> None:
    """Answers that are kept for retries may name them.

    Those to devices hold uids and numbers alone and stay: the same push, sent again, must not register them anew.
    """
    said = cast(idempotency_keys.c.answer, String)
    marks = [str(uid) for _, uid in records] + [str(one["patient_number"]) for one in rows]
    for start in range(0, len(marks), 20):
        named = or_(*(said.contains(mark) for mark in marks[start : start + 20]))
        work.connection.execute(delete(idempotency_keys).where(named, ~_IS_A_DEVICES))


_IS_A_DEVICES = idempotency_keys.c.scope.startswith("sync:")
