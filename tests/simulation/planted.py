"""Bugs planted on purpose, each a swapped function or statement: a harness that misses one is not trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.simulation import planted_leases, planted_past
from tests.simulation.bugs import BUGS, Bug, Patches, in_force, named, table
from tests.simulation.bugs import planted as _bug

__all__ = ["BUGS", "Bug", "in_force", "named", "planted_leases", "planted_past", "table"]


@_bug(2)
def dedupe_off(patches: Patches) -> None:
    """A set that was settled is settled once more when it is offered again."""
    from server_sync.central.sync import ingest

    patches.swap(ingest, "read_known", lambda was: lambda *given, **more: replace(was(*given, **more), answers={}))
    patches.swap(ingest._Door, "_out_of_order", lambda _was: lambda *_: None)


@_bug(4)
def cursor_before_effects(patches: Patches) -> None:
    """A page's cursor is stored in a transaction of its own, before the rows."""
    from sqlalchemy import update

    from server_sync.records.tables import upstreams
    from server_sync.worker import courier

    def wrong(apply_page: Any) -> Any:
        def stored(database: Any, page: Any, *given: Any, **more: Any) -> Any:
            with database.writing() as connection:
                connection.execute(update(upstreams).values(cursor=str(page.cursor)))
            return apply_page(database, page, *given, **more)

        return stored

    patches.swap(courier, "apply_page", wrong)


@_bug(2)
def half_a_page_with_its_cursor(patches: Patches) -> None:
    """A page's first nouns commit with the cursor, the others after it."""
    from server_sync.worker import courier

    def wrong(apply_page: Any) -> Any:
        def stored(database: Any, page: Any, *given: Any, **more: Any) -> Any:
            half = len(page.groups) // 2
            apply_page(database, replace(page, groups=page.groups[:half]), *given, **more)
            return apply_page(database, replace(page, groups=page.groups[half:]), *given, **more)

        return stored

    patches.swap(courier, "apply_page", wrong)


@_bug(1)
def number_from_the_clock(patches: Patches) -> None:
    """A ticket's number is the minute of the day."""
    from server_sync.clinic.numbers import token
    from server_sync.desk import check_in
    from server_sync.desk import help as help_calls
    from server_sync.desk.queue import walk_in

    def number(work: Any, location: Any) -> Any:
        now = location.local(work.now)
        return token(
            location.today(work.now), location.code, work.identity.series, 1 + (now.hour * 60 + now.minute) % 999
        )

    for module in (check_in, help_calls, walk_in):
        patches.swap(module, "next_token", lambda _was: number)


@_bug(2)
def number_outside_the_transaction(patches: Patches) -> None:
    """A ticket's number is counted in memory, from what stood in the records when the process started."""
    from sqlalchemy import func, select

    from server_sync.clinic.numbers import token
    from server_sync.desk import check_in
    from server_sync.desk import help as help_calls
    from server_sync.desk.queue import walk_in
    from server_sync.records.tables import counters

    def number(work: Any, location: Any) -> Any:
        memory = work.replica.__dict__.setdefault("counted_in_memory", {})
        today = location.today(work.now)
        if today not in memory:
            memory[today] = work.scalar(select(func.count()).select_from(counters)) or 0
        memory[today] += 1
        return token(today, location.code, work.identity.series, memory[today])

    for module in (check_in, help_calls, walk_in):
        patches.swap(module, "next_token", lambda _was: number)


@_bug(2)
def no_slot_check(patches: Patches) -> None:
    """Whoever offers an appointment gets its place, free or not."""
    from server_sync.central.places import offered_places

    patches.swap(offered_places, "_moved", lambda _was: lambda *_: True)


@_bug(1)
def retry_under_a_new_id(patches: Patches) -> None:
    """What is offered again is offered under a fresh id."""
    from uuid import UUID

    from server_sync.worker import courier

    class Offered:
        def __init__(self, courier_: Any) -> None:
            self.courier, self.count = courier_, 0

    def wrong(push: Any) -> Any:
        async def pushed(self: Any) -> Any:
            transport, seen = self._transport, self.__dict__.setdefault("offered_before", set())
            send = transport.push

            async def renamed(sets: Any) -> Any:
                fresh = []
                for change_set, hashed in sets:
                    again = change_set.uid in seen
                    seen.add(change_set.uid)
                    other = replace(change_set, uid=UUID(int=change_set.uid.int ^ len(seen))) if again else change_set
                    fresh.append((other, other.hash() if again else hashed))
                return await send(fresh)

            transport.push = renamed
            try:
                return await push(self)
            finally:
                transport.push = send

        return pushed

    patches.swap(courier.Courier, "push", wrong)


@_bug(1)
def exception_swallowed(patches: Patches) -> None:
    """The worker's loop swallows what goes wrong, and waits for good; its watchdog sleeps."""
    import asyncio

    from server_sync.worker import sync_loop

    def wrong(push: Any) -> Any:
        async def swallowed(self: Any) -> Any:
            try:
                return await push(self)
            except Exception:  # noqa: BLE001
                self.alive_until = float("inf")
                await asyncio.Event().wait()

        return swallowed

    patches.swap(sync_loop.SyncLoop, "_push", wrong)


@_bug(1)
def back_off_never_reset(patches: Patches) -> None:
    """A pause after errors is never taken back once things go well."""
    from server_sync.worker import pace

    patches.swap(pace._Lane, "recover", lambda _was: lambda self: None)


@_bug(1)
def all_pending_marked_as_sent(patches: Patches) -> None:
    """An answer marks all that is pending, also what was committed meanwhile; nobody compares what was answered."""
    from sqlalchemy import update

    from server_sync.records import outbox
    from server_sync.records.tables import offline_sync_logs

    def wrong(mark: Any) -> Any:
        def marked(database: Any, answers: Any, answered_at: Any, *more: Any) -> None:
            mark(database, answers, answered_at, *more)
            with database.writing() as connection:
                sent = {"sync_status": "synced", "server_timestamp": answered_at}
                connection.execute(update(offline_sync_logs).values(sent))

        return marked

    patches.swap(outbox, "mark_answered", wrong)
    patches.swap(outbox, "offer_again", lambda _was: lambda *_, **__: 0)


@_bug(2)
def no_overlay(patches: Patches) -> None:
    """What a device did and is not settled yet is not laid over what it pulls."""
    from server_sync.worker import courier

    patches.swap(courier, "lay_over", lambda _was: lambda *_, **__: set())


@_bug(2)
def feed_keeps_old_places(patches: Patches) -> None:
    """A record that changes again keeps its place in the feed, and who has passed it never hears."""
    from server_sync.records.feed import publishing
    from server_sync.records.prepared import Prepared

    patches.swap(
        publishing,
        "_MOVE",
        lambda _was: Prepared(publishing._MOVING.on_conflict_do_nothing(index_elements=publishing._PLACES)),
    )


@_bug(1)
def half_a_set_settled(patches: Patches) -> None:
    """Of a set that changes three records the last one is not written."""
    from server_sync.central.sync.settling import judging

    def wrong(judge: Any) -> Any:
        def judged(*given: Any, **more: Any) -> Any:
            told = judge(*given, **more)
            return told[:-1] if len(told) > 2 else told

        return judged

    patches.swap(judging, "judge", wrong)


@_bug(3)
def answered_before_commit(patches: Patches) -> None:
    """The server answers, and only then commits; nobody compares what was answered."""
    import gzip
    import json

    from server_sync.records import outbox
    from tests.simulation import engine
    from tests.simulation.disks import PowerCutError

    def wrong(answer: Any) -> Any:
        def answered(centre: Any, device: Any, path: str, content: bytes, params: Any) -> Any:
            try:
                return answer(centre, device, path, content, params)
            except PowerCutError:
                if not content:
                    raise
                sets = json.loads(gzip.decompress(content))["change_sets"]
                said = {"status": "synced", "outcome": "applied", "resolution": ""}
                results = [{"id": one["id"], **said} for one in sets]
                return 200, {}, json.dumps({"success": True, "data": {"results": results}}).encode()

        return answered

    patches.swap(engine, "answer", wrong)
    patches.swap(outbox, "offer_again", lambda _was: lambda *_, **__: 0)


@_bug(5)
def settled_through_ignored(patches: Patches) -> None:
    """A device takes what it did for unsettled for ever, and lays it over all that comes."""
    from server_sync.records.upstream import unsettled

    def wrong(catch_up: Any) -> Any:
        return lambda self, connection, device_id, _reflected, *more: catch_up(self, connection, device_id, 0, *more)

    patches.swap(unsettled.Unsettled, "catch_up", wrong)


@_bug(1)
def twins_merged_silently(patches: Patches) -> None:
    """Of two records that are alike the server merges one into the other without asking anybody."""
    from sqlalchemy import select, update

    from server_sync.central.sync.settling import batch
    from server_sync.records.database import DOOR
    from server_sync.records.tables import patients

    def wrong(propose: Any) -> Any:
        def merged(connection: Any, *, uids: Any, **more: Any) -> Any:
            for uid in uids:
                key = select(patients.c.phone_key).where(patients.c.uid == uid).scalar_subquery()
                alike = select(patients.c.uid).where(patients.c.phone_key == key, patients.c.uid != uid)
                other = connection.execute(alike.order_by(patients.c.uid).limit(1)).scalar()
                one = update(patients).where(patients.c.uid == uid).values(merged_into_uid=other)
                connection.execute(one.execution_options(**DOOR))
            return propose(connection, uids=uids, **more)

        return merged

    patches.swap(batch, "propose_same_people", wrong)


@_bug(1)
def newest_first(patches: Patches) -> None:
    """A device offers what it did last first."""
    from server_sync.records import outbox

    patches.swap(outbox, "pending", lambda was: lambda *given, **more: tuple(reversed(was(*given, **more))))


@_bug(1)
def stamped_by_the_wall_clock(patches: Patches) -> None:
    """What a device does is stamped by its wall clock, wherever that was set."""
    from server_sync.clinic.clocks import HybridTime, to_unix_ms

    patches.swap(HybridTime, "tick", lambda _was: lambda self, wall: HybridTime(to_unix_ms(wall), 0))


@_bug(2)
def only_the_first_record_is_published(patches: Patches) -> None:
    """The feed hears of the first record of what the centre itself does, and of no other."""
    from server_sync.records.feed import publishing

    patches.swap(
        publishing, "publishing", lambda was: lambda ask, touched, *rest, **more: was(ask, touched[:2], *rest, **more)
    )


@_bug(1)
def page_ends_beyond_its_rows(patches: Patches) -> None:
    """A page's cursor says that its reader has everything, however much did not fit."""
    from server_sync.central.sync import feed_pages

    def wrong(read_page: Any) -> Any:
        def read(connection: Any, reader: Any, start: Any, limit: int, standing: Any) -> Any:
            page = read_page(connection, reader, start, limit, standing)
            return replace(page, cursor=str(standing.end), is_last=True)

        return read

    patches.swap(feed_pages, "read_page", wrong)


@_bug(9)
def sequence_in_memory(patches: Patches) -> None:
    """A device counts its sequence in memory as well, and goes on after what was rolled back."""
    from server_sync.records import work

    def wrong(seal: Any) -> Any:
        def sealed(self: Any, state: Any) -> None:
            memory = self.replica.__dict__
            state.sequence = max(state.sequence, memory.get("counted_sequence", 0))
            memory["counted_sequence"] = state.sequence + 1
            seal(self, state)

        return sealed

    patches.swap(work.Work, "_seal_on_device", wrong)


@_bug(1)
def later_arrival_wins(patches: Patches) -> None:
    """Of two values the one that arrives later stands, whenever it was written."""
    from server_sync.merge import change_sets

    patches.swap(
        change_sets, "merge_patient", lambda was: lambda change, held, _stamp, *more: was(change, held, "f", *more)
    )


@_bug(2)
def backward_step_keeps_its_round(patches: Patches) -> None:
    """Calling somebody back in line begins no new round: a stale step of another desk overrides it."""
    from server_sync.merge import queue

    patches.swap(queue, "round_of", lambda _was: lambda _step: 0)


@_bug(1)
def two_visits_of_one(patches: Patches) -> None:
    """An appointment that was checked in at two machines is two visits."""
    from server_sync.merge import change_sets
    from server_sync.merge.fields import create

    patches.swap(change_sets, "merge_new_place", lambda _was: lambda change, *_, **__: [create(change)])


@_bug(2)
def commits_do_not_wait_for_the_disk(patches: Patches) -> None:
    """Commits do not wait until the disk has them (`synchronous=NORMAL`): a power cut takes the last of them."""
    from tests.simulation.disks import Disk

    patches.swap(Disk, "synchronous", lambda _was: 1)
