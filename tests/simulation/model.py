"""What the specification says must become of change sets, in a few plain rules: a second opinion.

Written from "How replicas agree", not from the engine. It takes the sets in the order in which the server settled them.
Where the specification leaves a choice the model keeps every value that may stand, and accepts any one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

FOR_A_PERSON = frozenset({"date_of_birth", "insurance_provider", "insurance_number", "medical_history"})
"""Never decided silently: either value may stand until somebody decides."""

DOCUMENTS = frozenset({"medical_history", "communication_preferences"})
"""Merged key by key, by the same rule."""

NEVER_CHANGES = frozenset(
    {"id", "uid", "created_at", "patient_number", "appointment_number", "token_number", "version", "stamps"}
)
PERSONAL = frozenset(
    {
        "first_name",
        "last_name",
        "date_of_birth",
        "phone",
        "email",
        "address",
        "insurance_number",
        "medical_history",
        "communication_preferences",
    }
)
WAY = ("waiting", "called", "in_consultation", "completed")
NEXT = {
    "waiting": {"called", "in_consultation", "cancelled"},
    "called": {"in_consultation", "waiting", "cancelled"},
    "in_consultation": {"completed", "called", "waiting"},
    "completed": {"in_consultation"},
    "cancelled": {"waiting", "called"},
}
ROUND = 1000
HERE = 1
"""The location of every machine."""


@dataclass(slots=True)
class Field:
    """What may stand in one field, and who wrote it last."""

    may_be: list[Any]
    stamp: tuple[str, str] = ("", "")

    @property
    def value(self) -> Any:
        """What stands, where it is certain."""
        return self.may_be[0]

    @property
    def is_certain(self) -> bool:
        """Whether the specification leaves no choice."""
        return len(self.may_be) == 1

    def certainly(self, value: Any, stamp: tuple[str, str]) -> None:
        """From now on it is this."""
        self.may_be, self.stamp = [value], max(stamp, self.stamp)

    def perhaps(self, value: Any) -> None:
        """It may be this from now on, too."""
        if value not in self.may_be:
            self.may_be = [*self.may_be, value]


@dataclass(slots=True)
class Record:
    """One record as it should stand."""

    noun: str
    fields: dict[str, Field] = field(default_factory=dict)
    one_of: list[Record] = field(default_factory=list)
    """Of a place: all the tickets of its visit, where there are several."""

    def of(self, name: str) -> Field:
        """A field; one that was never written is empty."""
        return self.fields.setdefault(name, Field([None]))

    def value(self, name: str) -> Any:
        """What stands in a field, where that is certain."""
        held = self.fields.get(name)
        return None if held is None else held.value



class Model:
    """The records as they should stand at the server."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self._complaints: list[str] = []

    def complaints(self) -> list[str]:
        """What was settled against the specification since the last question."""
        found, self._complaints = self._complaints, []
        return found

    def settle(self, body: Mapping[str, Any], *, is_the_centres: bool, was_quarantined: bool) -> None:
        """One set: whole, or not at all where it was quarantined, which needs a reason."""
        changes = [change for change in body["sync_data"] if change["type"] != "audit"]
        stamp = (body["made_at"], body["id"])
        reason = self._why_not(changes)
        if was_quarantined:
            if reason is None:
                self._complaints.append(f"a {body['intent']} was quarantined without a reason")
            return
        if reason is not None and not is_the_centres:
            self._complaints.append(f"a {body['intent']} was settled although {reason}")
            return
        for change in sorted(changes, key=lambda one: one["type"] != "queue"):
            self._settle_one(change, changes, stamp, is_the_centres=is_the_centres)

    def differences(self, noun: str, held: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
        """Where the server's records are not what they should be."""
        mine = {uid: record for uid, record in self.records.items() if record.noun == noun}
        for uid in sorted({_plain(uid) for uid in mine} ^ set(held)):
            yield f"{noun} {uid} stands at {'the server' if uid in held else 'the model'} only"
        for uid, record in mine.items():
            row = held.get(_plain(uid), {})
            for name, wanted in record.fields.items():
                if name in row and name not in NEVER_CHANGES and not _is_among(row[name], wanted.may_be):
                    if self._is_blank(record, name, row[name]):
                        continue
                    yield f"{noun} {uid}: {name} is {row[name]!r}, may be {wanted.may_be!r}"

    # --- Rules ---

    def _why_not(self, changes: Iterable[Mapping[str, Any]]) -> str | None:
        for change in changes:
            if change["data"].get("location_id", HERE) != HERE:
                return "it is of another location"
            if change["action"] == "create":
                if change["uid"] in self.records:
                    return "it makes what stands already"
            elif change["uid"] not in self.records:
                return "it changes what never came"
        return None

    def _settle_one(
        self,
        change: Mapping[str, Any],
        changes: list[Mapping[str, Any]],
        stamp: tuple[str, str],
        *,
        is_the_centres: bool,
    ) -> None:
        if change["action"] == "create":
            self._create(change, stamp)
            return
        record = self.records[change["uid"]]
        if is_the_centres:
            for name, value in change["data"].items():
                record.of(name).certainly(value, stamp)
        elif record.noun == "queue":
            self._step(record, change, stamp)
        elif record.noun == "appointment":
            self._visit(record, change, changes, stamp)
        else:
            self._by_field(record, change["data"], change["replaced"], stamp)

    def _create(self, change: Mapping[str, Any], stamp: tuple[str, str]) -> None:
        self.records[change["uid"]] = record = Record(change["type"])
        for name, value in change["data"].items():
            record.of(name).certainly(value, ("", ""))
        for name in ("merged_into_uid", "erased_at") if record.noun == "patient" else ():
            record.of(name)
        if record.value("is_provisional"):
            record.of("is_provisional").perhaps(False)
        if record.noun == "queue":
            self._one_visit(change["uid"], record)

    def _one_visit(self, uid: str, record: Record) -> None:
        """The same appointment checked in twice is one visit; which number stands is a matter of the two sets alone."""
        appointment = record.value("appointment_id")
        if appointment is None:
            return
        places = [
            one for one in self.records.values() if one.noun == "queue" and one.value("appointment_id") == appointment
        ]
        if len(places) < 2:
            return
        for place in places:
            place.of("current_status").perhaps("cancelled")
            for other in places:
                place.of("alias_of").perhaps(other.value("token_number"))
                other.one_of = places
        self._share(record)

    def _share(self, record: Record) -> None:
        """Whatever was said of one ticket of a visit may stand under any other of them."""
        for place in record.one_of:
            for name, said in list(record.fields.items()):
                if name not in NEVER_CHANGES and name not in ("alias_of", "appointment_id", "check_in_time"):
                    for value in said.may_be:
                        place.of(name).perhaps(value)

    def no_circle(self, held: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
        """Merged records lead to one that stands."""
        for uid, row in held.items():
            way = {uid}
            while row["merged_into_uid"] is not None:
                if row["merged_into_uid"] in way or row["merged_into_uid"] not in held:
                    yield f"patient {uid} leads to nobody"
                    break
                way.add(row["merged_into_uid"])
                row = held[row["merged_into_uid"]]

    def one_place_each(self, held: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
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

    def _by_field(
        self, record: Record, data: Mapping[str, Any], replaced: Mapping[str, Any], stamp: tuple[str, str]
    ) -> None:
        """Changed on one side only, it stands; on both, the later by hybrid time; some things only a person decides."""
        is_erased = record.noun == "patient" and record.value("erased_at") is not None
        for name, value in data.items():
            if name in NEVER_CHANGES or (is_erased and name in PERSONAL):
                continue
            held = record.of(name)
            if not held.is_certain or name == "merged_into_uid":
                held.perhaps(value)  # a merge that would lead back to itself is left out
            elif held.value == value:
                continue
            elif name in replaced and held.value == replaced[name]:
                held.certainly(value, stamp)
            elif name in DOCUMENTS and _are_documents(held.value, value):
                held.may_be = list(_merged(held.value, value, replaced.get(name)))
            elif name in FOR_A_PERSON:
                held.perhaps(value)
            elif stamp > held.stamp:
                held.certainly(value, stamp)

    def _step(self, record: Record, change: Mapping[str, Any], stamp: tuple[str, str]) -> None:
        """A step from where the visit stands is taken; of concurrent ones the later round, then the furthest state."""
        data, replaced = change["data"], change["replaced"]
        status = record.of("current_status")
        if record.one_of or "current_status" not in data:
            self._freely(record, data, replaced)
            self._share(record)
            return
        wanted, base = data["current_status"], replaced["current_status"]
        if not status.is_certain:
            self._freely(record, data, replaced)
        elif base == status.value and self._same_round(record, replaced):
            if wanted not in NEXT[status.value]:
                self._complaints.append(f"a visit that is {status.value} became {wanted}")
            self._freely(record, data, replaced, certain=("current_status", "step"))
        else:
            self._concurrent(record, data, replaced)

    def _same_round(self, record: Record, replaced: Mapping[str, Any]) -> bool:
        return "step" not in replaced or (record.value("step") or 0) == (replaced["step"] or 0)

    def _concurrent(self, record: Record, data: Mapping[str, Any], replaced: Mapping[str, Any]) -> None:
        status, wanted = record.of("current_status"), data["current_status"]
        mine, theirs = (data.get("step") or 0) // ROUND, (record.value("step") or 0) // ROUND
        stands = status.value
        if mine > theirs or (mine == theirs and _furthest(status.value, wanted) == wanted):
            stands = wanted
        may_wait = "waiting" in (stands, status.value, wanted) and record.value("triage_level") is not None
        before = list(status.may_be)
        for name, value in data.items():
            if name not in NEVER_CHANGES:
                record.of(name).perhaps(value)
        status.may_be = [stands, *before, "called"] if may_wait else [stands]

    def _freely(
        self, record: Record, data: Mapping[str, Any], replaced: Mapping[str, Any], certain: Iterable[str] = ()
    ) -> None:
        """Fields of a step: certain where nobody else touched them, else one of both values."""
        for name, value in data.items():
            held = record.of(name)
            alone = held.is_certain and name in replaced and held.value == replaced[name]
            if name not in NEVER_CHANGES and (name in certain or alone) and held.is_certain:
                held.certainly(value, ("", ""))
            elif name not in NEVER_CHANGES:
                held.perhaps(value)
                if name in replaced:
                    held.perhaps(replaced[name])

    def _visit(
        self,
        record: Record,
        change: Mapping[str, Any],
        changes: list[Mapping[str, Any]],
        stamp: tuple[str, str],
    ) -> None:
        """An appointment that was checked in stands, whatever was cancelled meanwhile; its number is its visit's."""
        data, replaced = dict(change["data"]), change["replaced"]
        arrives = [one for one in changes if one["type"] == "queue" and one["action"] == "create"]
        if arrives and "queue_token" in data:
            place = self.records[arrives[0]["uid"]]
            record.of("queue_token").perhaps(place.value("token_number"))
            if place.of("alias_of").may_be == [None]:
                record.of("queue_token").certainly(place.value("token_number"), stamp)
            data.pop("queue_token")
        self._freely(record, data, replaced)

    def _is_blank(self, record: Record, name: str, value: Any) -> bool:
        """What was personal of somebody who was erased."""
        if value is not None:
            return False
        patient_id = record.value("patient_id") if record.noun != "patient" else record.value("id")
        people = (one for one in self.records.values() if one.noun == "patient" and one.value("id") == patient_id)
        return any(one.value("erased_at") is not None for one in people)


def _furthest(one: str, other: str) -> str:
    if "cancelled" in (one, other):
        rest = other if one == "cancelled" else one
        return rest if rest in ("in_consultation", "completed") else "cancelled"
    return max(one, other, key=WAY.index)


def _are_documents(*values: Any) -> bool:
    return all(isinstance(value, dict) for value in values)


def _merged(held: Mapping[str, Any], value: Mapping[str, Any], replaced: Any) -> Iterator[Any]:
    """Keys that only one side changed are certain; of a key that both changed either value may stand."""
    before = replaced if isinstance(replaced, dict) else {}
    ours = {key: one for key, one in value.items() if before.get(key) != one}
    disputed = [key for key, one in ours.items() if held.get(key) not in (one, before.get(key))]
    merged = {**held, **{key: one for key, one in ours.items() if key not in disputed}}
    yield merged
    if disputed:
        yield {**merged, **{key: ours[key] for key in disputed}}


def _plain(uid: str) -> str:
    return uid.replace("-", "")


def _is_among(value: Any, may_be: Iterable[Any]) -> bool:
    return any(_same(value, one) for one in may_be)


def _same(one: Any, other: Any) -> bool:
    """As a database writes it: uids without dashes, moments with a space, truth as a number."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or _plain(one) == _plain(other)
    return bool(one == other)
