"""Making a clinic's locations known: what must stand before a device can join, or a number be given."""

from __future__ import annotations

import re

from sqlalchemy import select

from server_sync.desk.clinic_setup import is_time_zone
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import locations

_CODE = re.compile(r"[A-Z0-9]{0,8}")


class LocationRefusedError(Exception):
    """The location cannot be made so; the message says what would be right."""


def add_location(
    replica: Replica,
    *,
    name: str,
    time_zone: str,
    code: str = "",
    phone: str | None = None,
    opening_hours: str | None = None,
    waiting_area: str | None = None,
    public_url: str | None = None,
) -> Row:
    """Make a location at the centre. The first carries no code; each further one needs its own, which numbers carry.

    `time_zone` is an IANA name. Raises LocationRefusedError.
    """
    if not name.strip():
        raise LocationRefusedError("a location needs a name")
    if _CODE.fullmatch(code) is None:
        raise LocationRefusedError("a code has up to eight capital letters and digits, such as N2")
    if not is_time_zone(time_zone):
        raise LocationRefusedError(f"{time_zone} is no time zone; one is Europe/Berlin")
    with replica.work("add_location", "system") as work:
        if work.first(select(locations.c.id).where(locations.c.code == code)) is not None:
            raise LocationRefusedError(
                f"a location has the code {code} already" if code else "the first location exists; give this one a code"
            )
        return work.create(
            locations,
            name=name.strip(),
            code=code,
            time_zone=time_zone,
            phone=phone,
            opening_hours=opening_hours,
            waiting_area=waiting_area,
            public_url=public_url,
        )
