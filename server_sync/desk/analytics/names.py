"""The doctors of a report by name; those who share a name are told apart by their room or their id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from server_sync.records.reading import Reading
from server_sync.records.tables import users

NO_DOCTOR = ""
"""The name of whoever was free: a visit that no doctor was chosen for."""


@dataclass(frozen=True, slots=True)
class Doctors:
    """Names by id, each another."""

    names: Mapping[int | None, str]

    def ordered(self) -> list[tuple[int | None, str]]:
        """By name; whoever was free at the end."""
        return sorted(self.names.items(), key=lambda one: (one[0] is None, one[1].casefold(), one[0] or 0))

    def __getitem__(self, doctor_id: int | None) -> str:
        return self.names[doctor_id]


def doctors_of(reading: Reading, ids: Iterable[int | None]) -> Doctors:
    """The names of these doctors, of those too who work here no more."""
    wanted = set(ids)
    known = sorted(one for one in wanted if one is not None)
    rows = reading.all(select(users.c.id, users.c.display_name).where(users.c.id.in_(known))) if known else ()
    often = Counter(row["display_name"] for row in rows)
    names: dict[int | None, str] = {
        row["id"]: row["display_name"] if often[row["display_name"]] == 1 else f"{row['display_name']} ({row['id']})"
        for row in rows
    }
    return Doctors(names | ({None: NO_DOCTOR} if None in wanted else {}))
