"""What the clinic's operations answer of what needs a person, as the screens know it. Runs on the records' thread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kiosk.app.reception.people_told import line
from kiosk.screens.reception.settling_desk import (
    Alert,
    AlertKind,
    Disagreement,
    NotPossible,
    Pair,
    RefusedWork,
    SettleAnswer,
    Settled,
    SettledBefore,
    Side,
)
from server_sync.protocol.canonical import Json

if TYPE_CHECKING:
    from server_sync.desk.conflicts import listing
    from server_sync.desk.conflicts.listing import Conflict
    from server_sync.desk.help_answers import HelpCall
    from server_sync.desk.patients.merging import Duplicate
    from server_sync.records.reading import Reading

MOST_REFUSED = 50
_TYPED = frozenset(
    {
        "first_name",
        "last_name",
        "date_of_birth",
        "phone",
        "email",
        "address",
        "emergency_contact_name",
        "emergency_contact_phone",
    }
)


def disagreements(reading: Reading, location_id: int) -> tuple[Disagreement, ...]:
    """What is open at a location."""
    from server_sync.desk.conflicts.listing import ConflictSearch, list_conflicts

    zone = _zone(reading, location_id)
    found = list_conflicts(reading, ConflictSearch(location_id=location_id))
    return tuple(_disagreement(one, zone) for one in found)


def settled(reading: Reading, outcome: object) -> SettleAnswer:
    """What settling answered; of somebody who was first, by name."""
    from server_sync.desk.conflicts.settling import AlreadySettled, ConflictSettled

    match outcome:
        case ConflictSettled():
            return Settled()
        case AlreadySettled(decision=decision, decided_by=who, decided_at=at):
            return SettledBefore(decision, _name(reading, who or ""), at)
    return NotPossible()


def pairs(found: Iterable[Duplicate]) -> tuple[Pair, ...]:
    """Records that may be of one person."""
    return tuple(Pair(line(one.patient), line(one.other)) for one in found)


def joined(outcome: object) -> SettleAnswer:
    """What joining two records answered."""
    from server_sync.desk.patients.merging import AlreadyOne, Merged

    return Settled() if isinstance(outcome, Merged | AlreadyOne) else NotPossible()


def refused(reading: Reading, location_id: int) -> tuple[RefusedWork, ...]:
    """What the centre did not take of this machine's work."""
    from server_sync.desk.sync_log.entries import Wanted, read_page
    from server_sync.records.outbox import SyncStatus

    zone = _zone(reading, location_id)
    page = read_page(reading, Wanted(status=SyncStatus.FAILED, with_bodies=True), None, MOST_REFUSED)
    return tuple(
        RefusedWork(one.id, one.intent, one.outcome or "", one.resolution or "", one.happened_at.astimezone(zone))
        for one in page.entries
    )


def alerts(reading: Reading, location_id: int) -> tuple[Alert, ...]:
    """Who or what calls; people before machines, and what was just said last."""
    from server_sync.desk.help_answers import open_help_calls
    from server_sync.desk.machine_alerts import open_alerts

    zone = _zone(reading, location_id)
    calls = [
        Alert(one.uid, _kind(one), one.machine, one.number, one.word or "", one.since.astimezone(zone))
        for one in open_help_calls(reading, location_id)
    ]
    words = [one for one in calls if one.kind is AlertKind.WORD]
    machines = [
        Alert(one.uid, AlertKind.MACHINE, one.machine, "", one.cause, one.since.astimezone(zone))
        for one in open_alerts(reading, location_id)
    ]
    return (*(one for one in calls if one.kind is not AlertKind.WORD), *machines, *words)


def can_be_typed(side: listing.Disagreement) -> bool:
    """Whether something else may be said of a field: a line of text or a day, that nobody chooses from a list."""
    texts = all(value is None or isinstance(value, str) for value in (side.standing, side.offered))
    return texts and (side.name in _TYPED or "/" in side.name)


def _kind(call: HelpCall) -> AlertKind:
    if call.word is not None:
        return AlertKind.WORD
    return AlertKind.EMERGENCY if call.is_emergency else AlertKind.PERSON


def _disagreement(one: Conflict, zone: ZoneInfo) -> Disagreement:
    return Disagreement(
        id=one.id,
        kind=one.kind,
        person=None if one.patient is None else line(one.patient),
        other=None if one.other is None else line(one.other),
        sides=tuple(
            Side(side.name, _said(side.standing), _said(side.offered), can_be_typed(side)) for side in one.disagreements
        ),
        times=tuple(at.astimezone(zone) for at in map(_moment, one.alternatives) if at is not None),
        since=one.since.astimezone(zone),
    )


def _said(value: Json) -> str:
    """A value as people read it; documents in one line."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_said(one)}" for name, one in value.items())
    return ", ".join(_said(one) for one in value) if isinstance(value, list) else str(value)


def _moment(alternative: Json) -> datetime | None:
    told: Any = alternative.get("starts_at") if isinstance(alternative, dict) else alternative
    try:
        moment = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _zone(reading: Reading, location_id: int) -> ZoneInfo:
    from server_sync.desk.place import location_of

    return ZoneInfo(location_of(reading, location_id).time_zone)


def _name(reading: Reading, actor: str) -> str:
    from sqlalchemy import select

    from server_sync.records.tables import users

    try:
        uid = UUID(actor)
    except ValueError:
        return ""
    return str(reading.scalar(select(users.c.display_name).where(users.c.uid == uid)) or "")
