"""How a table declares itself: which noun it is on the wire, and to which class each of its columns belongs.

Every column states its class where it is declared (a test refuses one that does not):

- shared      changed on any replica, captured in change sets, sent both ways, hashed
- up only     written where it happened and sent to the centre, never down
- down only   written at the centre and sent to devices
- derived     computed on each replica from the others; never captured, sent or hashed
- local       this replica's own business; never leaves it
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, MetaData, Table, Uuid

from server_sync.records.tables.types import BigId, Document, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Travel(StrEnum):
    """How far a column's values travel."""

    SHARED = "shared"
    UP_ONLY = "up_only"
    DOWN_ONLY = "down_only"
    DERIVED = "derived"
    LOCAL = "local"


SENT_UP = frozenset({Travel.SHARED, Travel.UP_ONLY})
SENT_DOWN = frozenset({Travel.SHARED, Travel.DOWN_ONLY})


def shared(name: str, *args: Any, **options: Any) -> Column[Any]:
    """A column that any replica may change."""
    return _column(Travel.SHARED, name, *args, **options)


def up_only(name: str, *args: Any, **options: Any) -> Column[Any]:
    """A column that is written where it happened, for the centre."""
    return _column(Travel.UP_ONLY, name, *args, **options)


def down_only(name: str, *args: Any, **options: Any) -> Column[Any]:
    """A column that only the centre writes."""
    return _column(Travel.DOWN_ONLY, name, *args, **options)


def derived(name: str, *args: Any, **options: Any) -> Column[Any]:
    """A column that each replica computes for itself."""
    return _column(Travel.DERIVED, name, *args, **options)


def local(name: str, *args: Any, **options: Any) -> Column[Any]:
    """A column that never leaves this replica."""
    return _column(Travel.LOCAL, name, *args, **options)


def synced_table(
    name: str, noun: str, *columns: Any, travel: Travel = Travel.SHARED, since: int = 1, filled: int = 100
) -> Table:
    """A table whose rows are records: each has an `id`, the same number on every replica, and a `uid`.

    `version` is the centre's count of the record's changes: a replica never lets a row go backwards. `image_hash` is
    of the row as the centre sent it (see `records.feed.images`); at the centre of the row in its `image_version`.
    `filled`: how much of a page PostgreSQL fills with new rows, in percent. Where a row changes within its page, no
    index is written.
    """
    pages: dict[str, Any] = {} if filled == 100 else {"postgresql_with": {"fillfactor": filled}}
    images = () if travel is Travel.UP_ONLY else (local("image_hash", BigId), local("image_version", BigId))
    return Table(
        name,
        metadata,
        # BIGSERIAL in PostgreSQL, so that the centre can count from 1; every insert still names its id.
        _column(travel, "id", BigId, primary_key=True, autoincrement=True),
        _column(travel, "uid", Uuid, nullable=False, unique=True),
        down_only("version", BigId, nullable=False, server_default="0"),
        *columns,
        *images,
        _column(travel, "created_at", Moment, nullable=False),
        _column(travel, "deleted_at", Moment),
        info={"noun": noun, "travel": travel, "since": since},
        **pages,
    )


def stamps() -> Column[Any]:
    """Who wrote each field last: the hybrid time and the end of the change set's uid, by the field's name.

    A field that has no entry was written when the record was made.
    """
    return down_only("stamps", Document, since=2)


def local_table(name: str, *columns: Any) -> Table:
    """A table that is this replica's own; no door guards it."""
    return Table(name, metadata, *columns, info={"travel": Travel.LOCAL})


def one_of(column: str, *values: str) -> CheckConstraint:
    """A checked enumeration. It may grow, never shrink: older rows and older devices still say the old words."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _column(travel: Travel, name: str, *args: Any, since: int = 1, **options: Any) -> Column[Any]:
    return Column(name, *args, info={"travel": travel, "since": since}, **options)
