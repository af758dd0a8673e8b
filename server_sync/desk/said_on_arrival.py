"""What people say while they check in, beside that they are here: to the clinic's consent, and of their details.

It never stands in the way of their place: what only staff can see to becomes a call under the number that they hold.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.desk.check_in import INTENT, check_in
from server_sync.desk.consent import note_consent
from server_sync.desk.help_answers import SAID_ALONE, Word
from server_sync.desk.outcomes import AlreadyCheckedIn, CheckedIn, CheckInOutcome
from server_sync.desk.patients.reading import row_by_id, standing_of
from server_sync.desk.self_service import SaidBesides
from server_sync.desk.ticket import TicketPrinting
from server_sync.desk.waits.foreseen import foresee_check_in
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import help_calls, patients, queue_management
from server_sync.records.upstream.base_images import aside
from server_sync.records.work import Work


def check_in_alone(
    replica: Replica, appointment_uid: UUID, besides: SaidBesides, printing: TicketPrinting
) -> CheckInOutcome:
    """Check in, and write down what was said besides; all of it is one transaction, committed here."""
    foresee_check_in(replica, appointment_uid)
    with replica.work(INTENT, "patient") as work:
        outcome = check_in(work, appointment_uid, printing)
        if isinstance(outcome, CheckedIn | AlreadyCheckedIn) and besides != SaidBesides():
            note_besides(work, outcome.ticket.queue_uid, besides)
        return outcome


def note_besides(work: Work, queue_uid: UUID, besides: SaidBesides) -> None:
    """Write down what the holder of a place said, in the caller's work."""
    place = work.first(_PLACE, {"uid": queue_uid})
    if place is None:
        return
    if besides.phone:
        _change_phone(work, place["patient_id"], besides.phone)
    if besides.consent is not None:
        note_consent(work, place["patient_id"], besides.consent)
    word = _word(besides)
    if word is not None:
        _tell_desk(work, word, place, aside(place["token_number"], queue_uid))


def _tell_desk(work: Work, word: Word, place: Row, number: str) -> None:
    """A call beside the number of a place, which an alarm may need for itself; a second word joins the first."""
    standing = work.first(_CALL, {"token": number})
    if standing is None:
        work.create(
            help_calls,
            location_id=place["location_id"],
            device_uid=str(work.identity.device_uid),
            token_number=number,
            business_date=place["business_date"],
            reason=word.value,
        )
    elif standing["reason"] in SAID_ALONE and standing["reason"] != word:
        work.change(help_calls, standing, reason=Word.DETAILS_AND_CONSENT.value, answered_at=None)


def _change_phone(work: Work, patient_id: int, phone: str) -> None:
    row = row_by_id(work, patient_id)
    if row is not None:
        work.change(patients, standing_of(work, row), phone=phone)


def _word(besides: SaidBesides) -> Word | None:
    declined = besides.consent is not None and not besides.consent.agreed
    if besides.details_changed:
        return Word.DETAILS_AND_CONSENT if declined else Word.DETAILS_CHANGED
    return Word.CONSENT_DECLINED if declined else None


_PLACE = Prepared(
    select(
        queue_management.c.patient_id,
        queue_management.c.location_id,
        queue_management.c.token_number,
        queue_management.c.business_date,
    ).where(queue_management.c.uid == bindparam("uid"))
)
_CALL = Prepared(select(help_calls).where(help_calls.c.token_number == bindparam("token")))
