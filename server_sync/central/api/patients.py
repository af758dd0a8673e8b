"""Endpoints of patients: register, search as one types, read, change, merge, export and erase."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic import JsonValue

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body, Id, IdempotencyKey, Limit, PathId, QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.patient_answers import (
    ENTRY_EXAMPLE,
    HISTORY_EXAMPLE,
    PATIENT_EXAMPLE,
    ChangeBody,
    DuplicateAnswer,
    ErasedAnswer,
    HistoryAnswer,
    PatientAnswer,
    PatientDetails,
    PatientEntryAnswer,
    RegisterBody,
    duplicate_json,
    entry_json,
    history_json,
    patient_json,
)
from server_sync.central.api.requests import centre_of
from server_sync.central.desk import patient_desk
from server_sync.central.desk.idempotency import Once, hash_of_body
from server_sync.central.desk.patient_desk import EraseReason, NotTheirs, NotTheirsAlone
from server_sync.clinic.identity import is_possible_birth_date
from server_sync.clinic.roles import DESK, STAFF, Role
from server_sync.desk.patients.merging import NotMerged, UnknownOther, Unmerged
from server_sync.desk.patients.reading import Patient
from server_sync.desk.patients.register import (
    DETAILS,
    Changed,
    ChangedMeanwhile,
    ErasedPatient,
    PossiblyKnown,
    UnknownPatient,
)
from server_sync.desk.patients.search import USUAL_LIMIT
from server_sync.protocol.canonical import Json

router = endpoints("patients")

Typed = Annotated[
    str,
    Query(
        min_length=1,
        max_length=200,
        description="Beginnings of words of a name, a phone or patient number, a birth date; in any order and script.",
    ),
]


class MergeBody(Body):
    """The patient whose record is to stand for both."""

    into_id: Id


class EraseBody(Body):
    """Why."""

    reason: EraseReason


_DETAILS_EXAMPLE: dict[str, Json] = {
    "first_name": "Jane",
    "last_name": "Sample",
    "date_of_birth": "1958-03-14",
    "phone": "+44 7700 900123",
    "email": "jane.sample@example.org",
}
_EXAMPLE: Json = {"success": True, "data": PATIENT_EXAMPLE}
_LIST_EXAMPLE: Json = {"success": True, "data": [ENTRY_EXAMPLE]}


@router.post(
    "/api/patients",
    **operation(
        "Register a patient",
        roles=STAFF,
        answers=PatientAnswer,
        example=_EXAMPLE,
        request_example=_DETAILS_EXAMPLE | {"confirmed_new": False},
        refuses=["possibly_known", "impossible_birth_date", "idempotency_key_reused"],
    ),
)
async def register(request: Request, body: RegisterBody, idempotency_key: IdempotencyKey = None) -> Response:
    """Make a new patient. Where people alike are known, they are shown in `patients` of the refusal."""
    centre, caller = centre_of(request), caller_of(request)
    details = _details(body, centre.replica.clock.now().date())
    once = None
    if idempotency_key is not None:
        said = hash_of_body(body.model_dump(mode="json", exclude_unset=True))
        once = Once(f"{caller.role}:{caller.actor}:{request.url.path}", idempotency_key, said)
    outcome = await centre.run(
        patient_desk.add, centre.replica, caller, details, confirmed_new=body.confirmed_new, once=once
    )
    if isinstance(outcome, PossiblyKnown):
        known: list[Json] = [entry_json(one) for one in outcome.patients]
        words = "people alike are known: choose one of them, or say that this is another person with confirmed_new"
        raise Refused("possibly_known", words, more={"patients": known})
    return _answer(outcome.patient)


@router.get(
    "/api/patients",
    **operation(
        "Search patients as one types",
        roles=STAFF,
        answers=list[PatientEntryAnswer],
        example=_LIST_EXAMPLE,
        limit=Kind.SEARCH,
    ),
)
async def search(
    request: Request, q: Typed, location_id: QueryId | None = None, limit: Limit = USUAL_LIMIT
) -> Response:
    """Everybody who has all that was typed; with `location_id`, those who have or had an appointment or visit there."""
    centre = centre_of(request)
    found = await centre.run(patient_desk.find, centre.replica, caller_of(request), q, limit, location_id)
    entries: list[Json] = [entry_json(one) for one in found]
    return answer({"success": True, "data": entries})


@router.get(
    "/api/patients/duplicates",
    **operation(
        "Records that may be of one person",
        roles=DESK,
        answers=list[DuplicateAnswer],
        example={"success": True, "data": [{"patient": ENTRY_EXAMPLE, "other": ENTRY_EXAMPLE}]},
    ),
)
async def list_duplicates(request: Request, limit: Limit = USUAL_LIMIT) -> Response:
    """Pairs with the same phone number and birth date, and names much alike, that were not merged."""
    centre = centre_of(request)
    pairs = await centre.run(patient_desk.proposals, centre.replica, caller_of(request), limit)
    told: list[Json] = [duplicate_json(pair) for pair in pairs]
    return answer({"success": True, "data": told})


@router.get(
    "/api/patients/{patient_id:id}",
    **operation(
        "A patient",
        roles=STAFF | {Role.PATIENT},
        answers=PatientAnswer,
        example=_EXAMPLE,
        refuses=["unknown_patient"],
    ),
)
async def read(request: Request, patient_id: PathId) -> Response:
    """One person; a record that was merged leads to the one that stands for it. Patients read their own."""
    centre = centre_of(request)
    patient = await centre.run(patient_desk.read, centre.replica, caller_of(request), patient_id)
    if patient is None:
        raise _unknown()
    return _answer(patient)


@router.put(
    "/api/patients/{patient_id:id}",
    **operation(
        "Change a patient",
        roles=STAFF | {Role.PATIENT},
        answers=PatientAnswer,
        example=_EXAMPLE,
        request_example={"version": 3, "phone": "+44 7700 900456"},
        refuses=["unknown_patient", "changed_meanwhile", "erased", "impossible_birth_date", "not_allowed"],
    ),
)
async def change(request: Request, patient_id: PathId, body: ChangeBody) -> Response:
    """Change what is named. Patients change how they are reached only.

    Where somebody else changed the record meanwhile, it is shown in `patient` of the refusal as it stands.
    """
    centre = centre_of(request)
    details = _details(body, centre.replica.clock.now().date())
    try:
        outcome = await centre.run(
            patient_desk.change, centre.replica, caller_of(request), patient_id, body.version, details
        )
    except NotTheirs as error:
        raise Refused("not_allowed", "this of a record is changed at the desk") from error
    if isinstance(outcome, Changed):
        return _answer(outcome.patient)
    if isinstance(outcome, ChangedMeanwhile):
        more: dict[str, Json] = {"patient": patient_json(outcome.patient)}
        raise Refused("changed_meanwhile", "somebody else changed this record since it was read", more=more)
    if isinstance(outcome, ErasedPatient):
        raise Refused("erased", "this person's data were erased: register them anew")
    raise _unknown()


@router.get(
    "/api/patients/{patient_id:id}/history",
    **operation(
        "A patient's history",
        roles=STAFF,
        answers=HistoryAnswer,
        example={"success": True, "data": HISTORY_EXAMPLE},
        refuses=["unknown_patient"],
    ),
)
async def history(request: Request, patient_id: PathId) -> Response:
    """Appointments, visits and payments where the caller may work, and changes of the record; newest first."""
    centre = centre_of(request)
    told = await centre.run(patient_desk.history, centre.replica, caller_of(request), patient_id)
    if told is None:
        raise _unknown()
    return answer({"success": True, "data": history_json(told)})


@router.post(
    "/api/patients/{patient_id:id}/merge",
    **operation(
        "Merge a patient's record into another's",
        roles=DESK,
        answers=PatientAnswer,
        example=_EXAMPLE,
        request_example={"into_id": 41},
        refuses=["unknown_patient", "other_not_there", "erased"],
    ),
)
async def merge(request: Request, patient_id: PathId, body: MergeBody) -> Response:
    """Say that both are one person; the record that stands for them is answered. Done twice, it counts once."""
    centre = centre_of(request)
    outcome = await centre.run(patient_desk.join, centre.replica, caller_of(request), patient_id, body.into_id)
    if isinstance(outcome, UnknownPatient):
        raise _unknown()
    if isinstance(outcome, UnknownOther):
        raise Refused("other_not_there", "there is no such patient to merge this record into")
    if isinstance(outcome, ErasedPatient):
        raise Refused("erased", "this person's data were erased: an empty record stands for nobody")
    return _answer(outcome.patient)


@router.post(
    "/api/patients/{patient_id:id}/unmerge",
    **operation(
        "Undo a merge",
        roles=DESK,
        answers=PatientAnswer,
        example=_EXAMPLE,
        refuses=["unknown_patient", "not_merged"],
    ),
)
async def unmerge(request: Request, patient_id: PathId) -> Response:
    """Let a merged record stand for itself again."""
    centre = centre_of(request)
    outcome = await centre.run(patient_desk.part, centre.replica, caller_of(request), patient_id)
    if isinstance(outcome, Unmerged):
        return _answer(outcome.patient)
    if isinstance(outcome, NotMerged):
        raise Refused("not_merged", "this record was merged into no other")
    raise _unknown()


@router.get(
    "/api/patients/{patient_id:id}/export",
    **operation(
        "Everything held of a patient",
        roles={Role.ADMIN, Role.PATIENT},
        answers=dict[str, JsonValue],
        example={"success": True, "data": {"patient": ENTRY_EXAMPLE, "appointments": [], "visits": []}},
        refuses=["unknown_patient", "not_allowed"],
    ),
)
async def export(request: Request, patient_id: PathId) -> Response:
    """One document, for the person themselves: records in the columns' own names, changes, and who looked.

    An admin of one location hands out nothing of a person who was at another, too.
    """
    centre = centre_of(request)
    try:
        whole = await centre.run(patient_desk.export, centre.replica, caller_of(request), patient_id)
    except NotTheirsAlone as error:
        raise _elsewhere() from error
    if whole is None:
        raise _unknown()
    named = {"Content-Disposition": f'attachment; filename="patient-{patient_id}.json"'}
    return answer({"success": True, "data": whole}, headers=named)


@router.post(
    "/api/patients/{patient_id:id}/erase",
    **operation(
        "Erase a patient's data",
        roles={Role.ADMIN},
        answers=ErasedAnswer,
        example={"success": True, "data": {"patient_uids": [str(ENTRY_EXAMPLE["uid"])]}},
        request_example={"reason": "own_wish"},
        refuses=["unknown_patient", "not_allowed"],
    ),
)
async def erase(request: Request, patient_id: PathId, body: EraseBody) -> Response:
    """Take out all that is known of a person, here and on every device, for good.

    An admin of one location erases nobody who was at another, too.
    """
    centre, caller = centre_of(request), caller_of(request)
    try:
        outcome = await centre.run(patient_desk.erase_person, centre.replica, caller, patient_id, body.reason)
    except NotTheirsAlone as error:
        raise _elsewhere() from error
    if isinstance(outcome, UnknownPatient):
        raise _unknown()
    uids: list[Json] = [str(uid) for uid in outcome.patient_uids]
    return answer({"success": True, "data": {"patient_uids": uids}})


def _details(body: PatientDetails, today: date) -> dict[str, Any]:
    """What was said, and nothing that was left out. Any: a value of each column's kind."""
    details = {name: getattr(body, name) for name in DETAILS if name in body.model_fields_set}
    born = details.get("date_of_birth")
    if born is not None and not is_possible_birth_date(born, today):
        raise Refused("impossible_birth_date", "nobody alive was born on that day")
    return details


def _answer(patient: Patient) -> Response:
    return answer({"success": True, "data": patient_json(patient)})


def _unknown() -> Refused:
    return Refused("unknown_patient", "there is no such patient")


def _elsewhere() -> Refused:
    return Refused("not_allowed", "this person was at other locations, too: an admin of all of them may do it")
