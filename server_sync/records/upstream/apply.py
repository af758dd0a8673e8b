"""The second door: what came from upstream is written uncaptured, with its cursor, in one transaction.

A replica never refuses what its upstream sends. Where a row's number is held by another local row, the local one steps
aside until the centre has settled it. Changes that this device made and that are not settled yet stay laid over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Connection, Table, and_, bindparam, delete, or_, select, update
from sqlalchemy.exc import IntegrityError

from server_sync.clinic.clocks import Clock
from server_sync.protocol.canonical import Json
from server_sync.protocol.pages import FeedPage
from server_sync.records.database import DOOR, Database
from server_sync.records.derivation import derived_values
from server_sync.records.erasure import blank_rows, prune_log, records_of
from server_sync.records.feed.images import image_hash
from server_sync.records.feed.leaving import leave, leave_the_unvisited, leave_what_nobody_sent
from server_sync.records.prepared import Prepared, told_as_sqlalchemy_tells
from server_sync.records.statements import replacing
from server_sync.records.tables import BY_NOUN, devices, patients, sent_columns
from server_sync.records.tables.schema import SENT_DOWN
from server_sync.records.terms import forget_terms_of, forget_terms_of_patients, refresh_terms, refresh_terms_of
from server_sync.records.upstream.base_images import (
    NUMBERS,
    Image,
    aside,
    forget_bases,
    forget_bases_of,
    unlaid_bases,
)
from server_sync.records.upstream.held_rows import not_newer, note, noted, release
from server_sync.records.upstream.held_sets import forget_settled
from server_sync.records.upstream.known_erasures import note_erased
from server_sync.records.upstream.own_numbers import count_on
from server_sync.records.upstream.passing_on import HUB, pass_on
from server_sync.records.upstream.putting_back import put_back_what_never_came
from server_sync.records.upstream.received import received
from server_sync.records.upstream.standing import Own, Standing, own_state, reflected_by_centre, stand, standing_with
from server_sync.records.upstream.unsettled import Reference, Unsettled
from server_sync.records.values import fields_from_wire

SEARCHING_KINDS = frozenset({"", "reception", "hub"})
"""Kinds of machines at which somebody types a name; the others make no search terms. Empty: nobody has said yet."""


class Rebase(Protocol):
    """Lays what is not settled over images that were just written; the records that it bears on."""

    def __call__(
        self,
        connection: Connection,
        images: Mapping[Reference, Image | None],
        unsettled: Unsettled,
        /,
        *,
        sent_through: int | None,
    ) -> set[Reference]:
        """`sent_through`, of a hub's images: the centre's rows contain these sequences of this device."""


Group = tuple[tuple[str, ...], Sequence[Sequence[Json]]]
"""Rows that carry the same columns: their names, and the values in that order."""


def apply_page(
    database: Database,
    page: FeedPage,
    clock: Clock,
    *,
    rebase: Rebase | None = None,
    upstream: str = "",
    unsettled: Unsettled | None = None,
    heals: bool = False,
    releases: Collection[Reference] = (),
) -> frozenset[str]:
    """Store a page of an upstream's feed and its cursor; the nouns of which something was written.

    A row never goes backwards, whichever upstream it comes from, but where a restored server starts a new epoch: then
    all of its rows are the truth, whatever their version; or where it `heals` what differed.

    Nor does one that a hub holds go back to the centre's picture of before, until it `releases` the row.

    `rebase` lays what is not settled over what came; without it the rows stand as they were sent. Who applies many
    pages keeps `unsettled` between them. Raises StorageFault; then nothing changed.
    """
    groups = _groups(page)
    if page.reflected_of is None:
        groups = _without_held(database, groups, releases)
    absent = _absent(page)
    # Nobody else need wait while values are checked and bound.
    ready = {} if database.is_postgres else {noun: [_ready(noun, group) for group in groups[noun]] for noun in groups}
    mine = Unsettled() if unsettled is None else unsettled
    if rebase is not None and not mine.has_read:
        with database.reading() as connection:  # all but the newest; nobody waits for it
            own, standing = own_state(connection), standing_with(connection, upstream, page)
            mine.catch_up(connection, own.device_id, standing.reflected_through, _others(own, standing))
    with database.writing() as connection:
        own, standing = own_state(connection), standing_with(connection, upstream, page)
        only_older = not (standing.is_healing or heals)
        _forget_the_erased(connection, groups.get("patient", ()))
        _forget_those_who_left(connection, groups, page.left)
        for noun, some in groups.items():
            for place, group in enumerate(some):
                if database.is_postgres:
                    _write_on_postgres(connection, noun, group, only_older=only_older)
                else:
                    _write_on_sqlite(connection, noun, group, ready[noun][place], only_older=only_older)
        _remove(connection, absent)
        if page.reflected_of is not None:
            note(connection, page, _versions(groups))
        release(connection, releases)
        laid: set[Reference] = set()
        if rebase is not None:
            mine.catch_up(connection, own.device_id, standing.reflected_through, _others(own, standing))
        if mine and rebase is not None:
            images = {**dict(_references(groups, mine)), **dict.fromkeys(absent)}
            # A hub that has heard nothing of what was settled says nothing of it either.
            by_centre = None if page.reflected_of is None else reflected_by_centre(connection)
            laid = rebase(connection, images, mine, sent_through=by_centre)
        back: set[Reference] = set()
        if own.kind == HUB and rebase is not None:
            came = {*_named(groups), *absent, *page.left}
            back = put_back_what_never_came(connection, mine, came, is_last=page.is_last and not heals)
        else:
            forget_bases(connection, unlaid_bases(connection, mine))
        if own.kind in SEARCHING_KINDS:
            refresh_terms(connection, _patients(groups))
            refresh_terms_of(connection, (uid for noun, uid in sorted(laid | back) if noun == "patient"))
        leave(connection, page.left, standing.kept_from if standing.days_have_left else None, mine)
        if page.is_last and (groups or page.left or absent or standing.days_have_left):
            leave_the_unvisited(connection, own.kind, mine)
        if page.is_last and standing.is_healing and rebase is not None and not heals:
            leave_what_nobody_sent(connection, mine)
        stand(connection, upstream, page, standing, own, clock.now())
        if upstream:
            count_on(connection, groups)
        if own.kind == HUB:
            pass_on(connection, page, standing, laid, back, clock.now())
    return frozenset(groups) | {noun for noun, _ in absent}


def _others(own: Own, standing: Standing) -> Mapping[str, int] | None:
    """What is reflected of other devices, where this machine holds sets of theirs."""
    return (standing.settled_of or {}) if own.kind == HUB else None


def _without_held(
    database: Database, groups: dict[str, list[Group]], releases: Collection[Reference]
) -> dict[str, list[Group]]:
    """The rows, but for those of which a hub has brought the same with more on it."""
    with database.reading() as connection:
        held = noted(connection) - set(releases)
        kept = not_newer(connection, _versions(groups), held) if held else set()
    if not kept:
        return groups
    left: dict[str, list[Group]] = {}
    for noun, some in groups.items():
        for names, rows in some:
            place = names.index("uid")
            others = [row for row in rows if (noun, UUID(str(row[place]))) not in kept]
            if others:
                left.setdefault(noun, []).append((names, others))
    return left


def _versions(groups: Mapping[str, list[Group]]) -> dict[Reference, Json]:
    """The version of each row that came."""
    return {
        (noun, UUID(str(row[names.index("uid")]))): row[names.index("version")]
        for noun, some in groups.items()
        for names, rows in some
        for row in rows
    }


def _absent(page: FeedPage) -> list[Reference]:
    """What the upstream holds no more."""
    said = [(entry.noun, entry.uid) for entry in page.entries if entry.row is None]
    return [one for one in [*said, *page.absent] if one[0] in BY_NOUN]


def _patients(groups: Mapping[str, list[Group]]) -> Iterator[int]:
    for names, rows in groups.get("patient", ()):
        place = names.index("id")
        yield from (row[place] for row in rows)  # type: ignore[misc]  # they were just bound as whole numbers


def _groups(page: FeedPage) -> dict[str, list[Group]]:
    """Rows by noun, those that others refer to first; nouns that this version does not know are left out."""
    groups: dict[str, list[Group]] = {noun: [] for noun in BY_NOUN}
    for group in page.groups:
        if group.noun in groups:
            groups[group.noun].append((tuple(group.columns), group.rows))
    alike: dict[tuple[str, tuple[str, ...]], list[Sequence[Json]]] = {}
    for entry in page.entries:
        if entry.row is not None and entry.noun in groups:
            names = tuple(sorted(entry.row))
            alike.setdefault((entry.noun, names), []).append([entry.row[name] for name in names])
    for (noun, names), rows in alike.items():
        groups[noun].append((names, rows))
    return {noun: found for noun, found in groups.items() if found}


def _references(groups: Mapping[str, list[Group]], unsettled: Unsettled) -> Iterator[tuple[Reference, Image]]:
    """Rows over which something is to be laid."""
    for noun, some in groups.items():
        for names, rows in some:
            place = names.index("uid")
            for row in rows:
                reference = noun, UUID(str(row[place]))
                if unsettled.names(reference):
                    yield reference, dict(zip(names, row, strict=True))


def _ready(noun: str, group: Group) -> Sequence[tuple[Any, ...]]:
    names, rows = group
    return received(noun, names, only_older=True).bind(rows, [image_hash(row) for row in rows])


def _write_on_sqlite(
    connection: Connection, noun: str, group: Group, ready: Sequence[tuple[Any, ...]], *, only_older: bool
) -> None:
    names, rows = group
    sql = received(noun, names, only_older=only_older).sql
    driver: Any = connection.connection.driver_connection  # Any: sqlite3 and sqlcipher3 share no type
    try:
        with told_as_sqlalchemy_tells(driver, connection.dialect, sql):
            driver.executemany(sql, ready)
    except IntegrityError:
        for values, row in zip(ready, rows, strict=True):
            given = dict(zip(names, row, strict=True))
            _step_aside(connection, noun, fields_from_wire(BY_NOUN[noun], given, sent_columns(BY_NOUN[noun])))
            with told_as_sqlalchemy_tells(driver, connection.dialect, sql):
                driver.execute(sql, values)


def _write_on_postgres(connection: Connection, noun: str, group: Group, *, only_older: bool) -> None:
    table = BY_NOUN[noun]
    alike = []
    for row in group[1]:
        values = fields_from_wire(table, dict(zip(group[0], row, strict=True)), sent_columns(table, SENT_DOWN))
        alike.append(values | derived_values(noun, values) | {"image_hash": image_hash(row)})
    statement = replacing(table, tuple(alike[0]), only_older=only_older, is_postgres=True)
    try:
        with connection.begin_nested():
            connection.execute(statement, alike)
    except IntegrityError:
        for values in alike:
            _step_aside(connection, noun, values)
            connection.execute(statement, values)


def _step_aside(connection: Connection, noun: str, row: Mapping[str, Any]) -> None:
    """Give a number (and an id) that another local record holds to the one that the centre says has it."""
    table, number = BY_NOUN[noun], NUMBERS.get(noun)
    if number is not None:
        holder = select(table.c.uid).where(table.c[number] == row[number], table.c.uid != row["uid"])
        for uid in connection.execute(holder).scalars().all():
            moved = update(table).where(table.c.uid == uid).values({number: aside(row[number], uid)})
            connection.execute(moved.execution_options(**DOOR))
            if noun == "patient":
                refresh_terms_of(connection, [uid])
    # Nothing that this device made: its ids come from its own block, and only the centre makes devices.
    taken = table.c.id == row["id"]
    if noun == "device":
        same_series = and_(devices.c.location_id == row["location_id"], devices.c.series == row["series"])
        taken = or_(taken, devices.c.id_block == row["id_block"], same_series)
    connection.execute(delete(table).where(taken, table.c.uid != row["uid"]).execution_options(**DOOR))


def _remove(connection: Connection, absent: Iterable[Reference]) -> None:
    for noun, uid in absent:
        table = BY_NOUN[noun]
        if noun == "patient":
            forget_terms_of(connection, uid)
        _removing(table).rows(connection, {"uid": uid})


@cache
def _removing(table: Table) -> Prepared:
    return Prepared(delete(table).where(table.c.uid == bindparam("uid")))


def _forget_those_who_left(
    connection: Connection, groups: Mapping[str, list[Group]], left: Sequence[Reference]
) -> None:
    """What comes although it has left is of somebody who was erased: the log here may still tell of it."""
    if left and (known := set(left).intersection(_named(groups))):
        prune_log(connection, known, is_settled=True)
        forget_settled(connection, known)


def _named(groups: Mapping[str, list[Group]]) -> Iterator[Reference]:
    for noun, some in groups.items():
        for names, rows in some:
            place = names.index("uid")
            yield from ((noun, UUID(str(row[place]))) for row in rows)


def _forget_the_erased(connection: Connection, groups: Iterable[Group]) -> None:
    """What is known here of people who were erased goes, before their rows come; what waits for its answer, with that.

    Once, when it is first heard: what their server writes of a visit later is no secret.
    """
    uids: dict[int, UUID] = {}
    for names, rows in groups:
        if "erased_at" in names:
            erased, place, uid_at = names.index("erased_at"), names.index("id"), names.index("uid")
            uids |= {row[place]: UUID(str(row[uid_at])) for row in rows if row[erased] is not None}  # type: ignore[misc]  # ids are whole numbers
    if not uids:
        return
    known = select(patients.c.id).where(patients.c.id.in_(uids), patients.c.erased_at.is_not(None))
    ids = sorted(set(uids) - set(connection.execute(known).scalars()))
    if ids:
        note_erased(connection, [uids[one] for one in ids])
        records = records_of(connection, ids)
        blank_rows(connection, ids)
        forget_terms_of_patients(connection, ids)
        prune_log(connection, records, is_settled=True)
        forget_settled(connection, records)
        forget_bases_of(connection, (uid for _, uid in records))
