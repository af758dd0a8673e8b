"""What a push in the seed's bare shape may hold: each `type` and `action`, and the fields that its `data` takes.

Unknown types, actions and fields are refused by name, one item at a time: what a client believes to have sent must not
be lost without a word.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from server_sync.central.api.fields import Day, Id, LongText, Name, ShortText, Whole
from server_sync.central.api.patient_answers import Email, Phone

Number = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9~-]{1,32}$")]
Minutes = Annotated[int, Field(ge=5, le=480, multiple_of=5, strict=True), Whole]
Moment = Annotated[str, StringConstraints(max_length=40)]
Amount = (
    Annotated[float, Field(ge=0, le=9_999_999.99, strict=True)]
    | Annotated[str, StringConstraints(pattern=r"^[0-9]{1,7}(\.[0-9]{1,2})?$")]
)
Urgency = Literal["low", "routine", "medium", "high", "urgent", "emergency"]
Gender = Literal["female", "male", "other", "unknown"]

_AS_IT_IS = ""
"""A name that is left out; only what was sent is written, and nobody is left without a name."""


class Item(BaseModel):
    """The `data` of one item. Nothing unknown is let pass."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class BarePerson(Item):
    """Somebody as a device registered them."""

    first_name: Name
    last_name: Name
    phone: Phone | None = None
    email: Email | None = None
    date_of_birth: Day | None = None


class NewPatient(BarePerson):
    """patient, create."""

    gender: Gender | None = None
    address: ShortText | None = None


class ChangedPatient(Item):
    """patient, update."""

    id: Id
    first_name: Name = _AS_IT_IS
    last_name: Name = _AS_IT_IS
    phone: Phone | None = None
    email: Email | None = None
    address: ShortText | None = None
    gender: Gender | None = None
    emergency_contact_name: ShortText | None = None
    emergency_contact_phone: ShortText | None = None


class NewAppointment(Item):
    """appointment, create: for a patient who is known, or described."""

    doctor_id: Id
    scheduled_date: Moment
    patient_id: Id | None = None
    patient_details: BarePerson | None = None
    duration_minutes: Minutes | None = None
    appointment_type: Literal["online", "kiosk", "follow_up"] = "kiosk"
    reason_for_visit: LongText | None = None
    symptoms: LongText | None = None
    special_requirements: LongText | None = None
    urgency_level: Urgency = "routine"
    payment_method: Literal["card", "upi", "bank_transfer", "cash", "desk"] | None = None
    payment_amount: Amount | None = None


class ChangedAppointment(Item):
    """appointment, update: another state, or another time."""

    id: Id | None = None
    appointment_number: Number | None = None
    status: Literal["confirmed", "cancelled", "no_show"] | None = None
    scheduled_date: Moment | None = None
    reason: LongText | None = None


class DeletedAppointment(Item):
    """appointment, delete: it is called off; nothing is ever taken out."""

    id: Id | None = None
    appointment_number: Number | None = None
    reason: LongText | None = None


class NewPlace(Item):
    """queue, create: checking in with an appointment, or joining without one."""

    appointment_id: Id | None = None
    patient_id: Id | None = None
    doctor_id: Id | None = None
    reason_for_visit: LongText | None = None
    urgency_level: Urgency = "routine"
    special_requirements: LongText | None = None


class ChangedPlace(Item):
    """queue, update."""

    id: Id
    status: Literal["waiting", "called", "in_consultation", "completed", "cancelled"]
    notes: LongText | None = None


KnownItem: TypeAlias = (
    NewPatient | ChangedPatient | NewAppointment | ChangedAppointment | DeletedAppointment | NewPlace | ChangedPlace
)

_KINDS: dict[str, dict[str, type[KnownItem]]] = {
    "patient": {"create": NewPatient, "update": ChangedPatient},
    "appointment": {"create": NewAppointment, "update": ChangedAppointment, "delete": DeletedAppointment},
    "queue": {"create": NewPlace, "update": ChangedPlace},
}
_SAME = {"patients": "patient", "appointments": "appointment", "queue_management": "queue"}
"""The tables' names, which clients of the first days may send."""


class ItemError(Exception):
    """One item cannot be done; its neighbours go on. `code` is stable, `words` are for people and quote nothing."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


def read_item(item: Any) -> KnownItem:  # Any: decoded JSON
    """Read one item. Raises ItemError `malformed_item`, `unknown_type`, `unknown_action` or `wrong_fields`."""
    if not isinstance(item, dict) or not isinstance(item.get("data"), dict):
        raise ItemError("malformed_item", "An item has a type, an action and data.")
    noun = item.get("type")
    actions = _KINDS.get(_SAME.get(noun, noun)) if isinstance(noun, str) else None
    if actions is None:
        raise ItemError("unknown_type", f"An item is one of {', '.join(_KINDS)}.")
    action = item.get("action")
    kind = actions.get(action) if isinstance(action, str) else None
    if kind is None:
        raise ItemError("unknown_action", f"What can be done is {', '.join(actions)}.")
    try:
        return kind.model_validate(item["data"])
    except ValidationError as error:
        wrong = sorted({_field(one["loc"], kind) for one in error.errors()})
        raise ItemError("wrong_fields", f"Missing, unknown or of a wrong kind: {', '.join(wrong)}.") from None


def _field(place: tuple[str | int, ...], kind: type[KnownItem]) -> str:
    """The field's name where it is one of ours; an unknown one may be somebody's name."""
    known = [str(part) for part in place if part in kind.model_fields or part in BarePerson.model_fields]
    return ".".join(known) or "a field that is not known"
