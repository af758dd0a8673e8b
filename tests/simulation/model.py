"""What the specification says must become of change sets, in a few plain rules: a second opinion.

Written from "How replicas agree", not from the engine. It takes the sets in the order in which the server settled them.
Where the specification leaves a choice the model keeps every value that may stand, and accepts any one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Change = Mapping[str, Any]
Rows = Mapping[str, Mapping[str, Any]]  # the server's by uid, as its database writes them
Stamp = tuple[str, str]  # hybrid time and the end of the set's uid: who wrote later

NOUNS = ("patient", "appointment", "queue", "help_call", "payment")
# Never decided silently: either value may stand until somebody decides.
DECIDED_BY_A_PERSON = frozenset({"date_of_birth", "insurance_provider", "insurance_number", "medical_history"})
DOCUMENTS = frozenset({"medical_history", "communication_preferences"})
REFERENCES = ("patient_id", "appointment_id", "merged_into_uid")
NUMBERS = frozenset({"id", "uid", "patient_number", "appointment_number", "token_number"})
NEVER_CHANGES = NUMBERS | {"created_at", "version", "stamps", "device_uid"}  # a machine may have become another one
PERSONAL = DOCUMENTS | {"first_name", "last_name", "date_of_birth", "phone", "email", "address", "insurance_number"}
FAR = ("waiting", "called", "cancelled", "in_consultation", "completed")  # a visit that has begun is not called off
NEXT = {
    "waiting": {"waiting", "called", "in_consultation", "cancelled"},
    "called": {"called", "in_consultation", "waiting", "cancelled"},
    "in_consultation": {"in_consultation", "completed", "called", "waiting"},
    "completed": {"in_consultation"},
    "cancelled": {"waiting", "called"},
}
HERE, ROUND, MOST_AHEAD_MS = 1, 1000, 60_000  # the location of every machine first
NOBODY: Stamp = ("", "")


@dataclass(slots=True)
class Field:
    """What may stand in one field, and who wrote it last."""

    may_be: list[Any]
    stamp: Stamp = NOBODY

    @property
    def is_certain(self) -> bool:
        """Whether the specification leaves no choice."""
        return len(self.may_be) == 1

    def certainly(self, value: Any, stamp: Stamp) -> None:
        """From now on it is this."""
        self.may_be, self.stamp = [value], max(stamp, self.stamp)

    def perhaps(self, *values: Any, stamp: Stamp = NOBODY) -> None:
        """It may be one of these from now on, too."""
        self.stamp = max(stamp, self.stamp)
        self.may_be = [*self.may_be, *(one for one in values if one not in self.may_be)]


@dataclass(slots=True)
class Record:
    """One record as it should stand. `tickets`: of a place, all of its visit, where there are several."""

    noun: str
    fields: dict[str, Field] = field(default_factory=dict)
    tickets: Sequence[Record] = ()

    def of(self, name: str) -> Field:
        """A field; one that was never written is empty."""
        return self.fields.setdefault(name, Field([None]))

    def value(self, name: str) -> Any:
        """What stands in a field, where that is certain."""
        return self.fields[name].may_be[0] if name in self.fields else None

    def perhaps(self, data: Change, stamp: Stamp) -> None:
        """It may stand so, too."""
        for name in data.keys() - NEVER_CHANGES:
            self.of(name).perhaps(data[name], stamp=stamp)

    def never_waits(self) -> None:
        """An emergency is called, though it was parked meanwhile; somebody may have said that it is one."""
        if self.of("triage_level").may_be != [None]:
            self.of("current_status").perhaps("called")
            self.of("held_back").perhaps(None)


class Model:
    """The records as they should stand at the server. `complaints` are sets that were settled against the rules."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.complaints: list[str] = []
        self._given_back: list[str] = []
        self._latest = 0, 0
        self._ahead = dict[str, str]()  # what a clock said that was not believed; the server hears more than this

    def settle(self, body: Mapping[str, Any], settled_ms: int, *, is_the_centres: bool, was_quarantined: bool) -> None:
        """One set: whole, or not at all where it was quarantined, which needs a reason."""
        changes = [change for change in body["sync_data"] if change["type"] in NOUNS]
        reason = self.why_not(body, surely=was_quarantined)
        if was_quarantined and reason is None and {one["type"] for one in body["sync_data"]} <= {*NOUNS, "audit"}:
            self.complaints.append(f"a {body['intent']} was quarantined without a reason")
        if was_quarantined:
            return
        if reason is not None and not is_the_centres:
            self.complaints.append(f"a {body['intent']} was settled although {reason}")
        self._given_back += [one["uid"] for one in body["sync_data"] if one["type"] == "lease"]
        stamp = self._stamp(body, settled_ms, is_the_centres=is_the_centres)
        for change in sorted(changes, key=lambda one: one["type"] != "queue"):
            record = self.records.get(change["uid"])
            if change["action"] == "create" and record is None:
                self._create(change)
            elif record is not None and is_the_centres:
                for name, value in change["data"].items():
                    record.of(name).certainly(value, stamp)
                record.of("merged_into_uid").perhaps(None)  # of merges that lead back to themselves one is opened
                self._share(record)
            elif record is not None and change["action"] != "create":
                self._change(record, change, changes, stamp)

    def _stamp(self, body: Mapping[str, Any], settled_ms: int, *, is_the_centres: bool) -> Stamp:
        """A clock too far ahead is not believed: such a set is later than all that the server heard before it."""
        said = int(body["made_at"][:12], 16), int(body["made_at"][13:], 16)
        heard = max(self._latest, (settled_ms, 0))
        is_ahead = not is_the_centres and said[0] > max(settled_ms + MOST_AHEAD_MS, heard[0])
        if is_ahead:
            said = max((heard[0], heard[1] + 1), (settled_ms + MOST_AHEAD_MS, 1))
            self._ahead[f"{said[0]:012x}"] = max(body["made_at"], self._ahead.get(f"{said[0]:012x}", ""))
        self._latest = max(heard, said)
        return f"{said[0]:012x}.{said[1]:04x}", body["id"][-8:] + "~" * is_ahead

    def differences(self, noun: str, held: Rows) -> Iterator[str]:
        """Where the server's records are not what they should be."""
        mine = {uid.replace("-", ""): record for uid, record in self.records.items() if record.noun == noun}
        for uid in sorted(mine.keys() ^ held.keys()):
            yield f"{noun} {uid} stands at {'the server' if uid in held else 'the model'} only"
        for uid, record in mine.items():
            row = held.get(uid, {})
            for name in sorted((record.fields.keys() & row.keys()) - NEVER_CHANGES):
                may_be = record.fields[name].may_be
                if not any(_same(row[name], one) for one in may_be) and not self._is_blank(record, row[name]):
                    yield f"{noun} {uid}: {name} is {row[name]!r}, may be {may_be!r}"

    def why_not(self, body: Mapping[str, Any], *, surely: bool = False) -> str | None:
        """What forbids to apply a set as all stands now; `surely`: or may forbid it, where the model keeps both."""
        changes = [change for change in body["sync_data"] if change["type"] in NOUNS]
        for change in changes:
            if change["data"].get("location_id", HERE) != HERE:
                return "it is of another location"
            is_made, is_alarm = change["action"] == "create", change["type"] == "help_call"
            if is_made == (change["uid"] in self.records) and not (is_made and is_alarm):  # two may raise one alarm
                return "it makes what stands already, or changes what never came"
            for name in REFERENCES:
                if not self._is_known(name, change["data"].get(name), changes, surely=surely):
                    return f"its {name} never came"
        return None

    def _is_known(self, name: str, value: Any, changes: Sequence[Change], *, surely: bool) -> bool:
        """Whether a reference leads somewhere: to nothing, to what the set itself brings, or to what stands."""
        if name == "merged_into_uid" and value is not None:
            end = self.records.get(value)
            return bool(end and (not end.value("erased_at") or (all if surely else any)(end.of(name).may_be)))
        made = [(one["type"], one["data"].get("id")) for one in changes]
        standing = ((one.noun, one.value("id")) for one in self.records.values())
        return value is None or (name[:-3], value) in made or (name[:-3], value) in standing

    def _create(self, change: Change) -> None:
        self.records[change["uid"]] = record = Record(change["type"])
        for name, value in change["data"].items():
            record.of(name).certainly(value, NOBODY)
        _ = record.of("merged_into_uid"), record.of("erased_at")
        if record.noun == "appointment":  # the server has the last word on what was sold from which lease
            record.of("is_provisional").perhaps(False, True)
            # A server that forgot a lease counts its seat for one that the machine gave back before.
            record.of("lease_uid").perhaps(None, *self._given_back)
            record.of("status").perhaps(*["cancelled"] * bool(record.value("queue_token")))  # its call may give way
        if record.noun == "queue":
            for name in ("step", "absent_count", "recall_count"):
                record.of(name).may_be = [record.value(name) or 0]
            self._one_visit(record)

    def _one_visit(self, record: Record) -> None:
        """The same appointment checked in twice is one visit; which number stands is a matter of the two sets alone."""
        same = record.value("appointment_id")
        queue = (one for one in self.records.values() if one.noun == "queue")
        places = [one for one in queue if same in one.of("appointment_id").may_be]
        if same is None or len(places) < 2:
            return
        for place in places:
            place.tickets = places
            place.of("current_status").perhaps("cancelled")
            place.of("alias_of").perhaps(*(one.value("token_number") for one in places))
        for place in places:
            self._share(place)

    def _share(self, record: Record) -> None:
        """Whatever was said of one ticket of a visit may stand under any other of them."""
        for place in record.tickets:
            for name in record.fields.keys() - NEVER_CHANGES - {"alias_of", "appointment_id"}:
                place.of(name).perhaps(*record.of(name).may_be)

    def _change(self, record: Record, change: Change, changes: Sequence[Change], stamp: Stamp) -> None:
        if record.noun == "queue":
            self._step(record, change["data"], change["replaced"], stamp)
            self._share(record)
        elif record.noun == "appointment":
            self._visit(record, change, changes, stamp)
        else:
            self._by_field(record, change["data"], change["replaced"], stamp)

    def _by_field(self, record: Record, data: Change, replaced: Change, stamp: Stamp) -> None:
        """Changed on one side only, it stands; on both, the later by hybrid time; some things only a person decides."""
        is_erased = record.noun == "patient" and record.value("erased_at") is not None
        for name in data.keys() - NEVER_CHANGES - (PERSONAL if is_erased else frozenset()):
            held, value = record.of(name), data[name]
            standing, before = held.may_be[0], replaced.get(name) or {}
            latest, other = ((self._ahead.get(at[:12], at), end) for at, end in (stamp, held.stamp))
            if name in DOCUMENTS and not held.is_certain:
                held.perhaps(*(one for now in held.may_be for one in _merged(now or {}, value or {}, before)))
            elif not held.is_certain or name == "merged_into_uid":
                held.perhaps(value)  # a merge that would lead back to itself is left out
            elif standing == value:
                held.stamp = max(stamp, held.stamp)
            elif name in replaced and standing == replaced[name] and (stamp > held.stamp or "~" in held.stamp[1]):
                held.certainly(value, stamp)
            elif name in DOCUMENTS:
                held.may_be = [*_merged(standing or {}, value or {}, before), *[standing] * (stamp < held.stamp)]
                held.stamp = max(stamp, held.stamp)
            elif name in DECIDED_BY_A_PERSON or (latest >= held.stamp and other >= stamp):
                held.perhaps(value)
            elif stamp > held.stamp:
                held.certainly(value, stamp)

    def _step(self, record: Record, data: Change, replaced: Change, stamp: Stamp) -> None:
        """A step from where the visit stands is taken; of concurrent ones the later round, then the furthest state."""
        calls = {data.get("appointment_id", record.value("appointment_id")), *record.of("appointment_id").may_be}
        for call in (one for one in self.records.values() if one.noun == "appointment" and one.value("id") in calls):
            call.of("status").perhaps(*["cancelled"] * (len(calls) > 1))  # of two calls one gives way, with its visit
        status, step = record.of("current_status"), record.of("step")
        loosely = not record.tickets and status.is_certain
        if not loosely or "current_status" not in data:
            self._loosely(record, data, replaced, stamp) if loosely else record.perhaps(data, stamp)
            record.never_waits()
            return
        now, wanted = status.may_be[0], data["current_status"]
        base = replaced.get("current_status", wanted)
        standing, number = record.value("step") or 0, data.get("step") or 0
        if wanted not in NEXT[base]:
            self.complaints.append(f"a visit that is {base} became {wanted}")
        wins = (number // ROUND, FAR.index(wanted)) > (standing // ROUND, FAR.index(now))
        is_next = base == now and replaced.get("step", standing) == standing
        self._loosely(record, data, replaced, stamp) if is_next else record.perhaps(data, stamp)
        status.may_be = [wanted if wins else now]
        step.may_be = [number] if wins else [*step.may_be, number]
        status.perhaps(*[now, wanted] * (record.of("triage_level").may_be != [None]))
        record.never_waits()

    def _loosely(self, record: Record, data: Change, replaced: Change, stamp: Stamp) -> None:
        """Certain where nobody else touched it; else any value that somebody gave."""
        for name in data.keys() - NEVER_CHANGES:
            held = record.of(name)
            if name in replaced and held.may_be == [replaced[name]] and stamp > held.stamp:
                held.certainly(data[name], stamp)
            else:
                held.perhaps(data[name], *([replaced[name]] if name in replaced else []), stamp=stamp)

    def _visit(self, record: Record, change: Change, changes: Sequence[Change], stamp: Stamp) -> None:
        """An appointment that was checked in carries the number of its visit."""
        data = dict(change["data"])
        arrives = [one for one in changes if one["type"] == "queue" and one["action"] == "create"]
        if arrives and data.pop("queue_token", None) is not None:
            place = self.records[arrives[0]["uid"]]
            record.of("queue_token").perhaps(*(one.value("token_number") for one in place.tickets or (place,)))
            record.of("status").perhaps("confirmed")  # whoever is here is not called off
        is_visited = any(record.of("queue_token").may_be) or any(one["type"] == "queue" for one in changes)
        if "status" in data and is_visited:
            record.of("status").perhaps(data.pop("status"))  # it goes as the visit goes
        self._loosely(record, data, change["replaced"], stamp)
        record.of("lease_uid").perhaps(*[None, *self._given_back] * ("lease_uid" in data))

    def _is_blank(self, record: Record, value: Any) -> bool:
        """What was personal of somebody who was erased."""
        patient_id = record.value("id" if record.noun == "patient" else "patient_id")
        people = (one for one in self.records.values() if one.noun == "patient" and one.value("id") == patient_id)
        return value is None and any(one.value("erased_at") is not None for one in people)


def _merged(held: Change, value: Change, before: Change) -> Iterator[Any]:
    """Key by key: what only one side changed is certain; of a key that both changed either value may stand."""
    ours = {key for key in value.keys() | before.keys() if value.get(key) != before.get(key)}
    disputed = {key for key in ours if held.get(key) not in (value.get(key), before.get(key))}
    merged = {**held, **{key: value.get(key) for key in ours - disputed}}
    for keys in ((), disputed) if disputed else ((),):
        one = {**merged, **{key: value.get(key) for key in keys}}
        yield {key: entry for key, entry in one.items() if entry is not None} or None  # an empty one is none


def _same(one: Any, other: Any) -> bool:
    """As a database writes it: uids without dashes, truth as a number."""
    return bool(one == other or repr(one).replace("-", "") == repr(other).replace("-", ""))
