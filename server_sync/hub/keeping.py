"""What other devices hand in: kept unaltered, durable before it is answered, and laid over this hub's rows.

`held` is all that a hub promises. The centre settles; until then what is laid over the rows here is a prediction, by
the rules by which the centre will judge.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from server_sync.central.sync.settling.offers import DeviceIdentity, Refusal
from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.hub.door import Readable, door_for, one_sequence
from server_sync.hub.soundness import is_sound
from server_sync.hub.stored_sets import insert_held
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import StorageFault
from server_sync.protocol.push import HELD, REFUSED, ForgedSet, Push, SentSet, SetAnswer
from server_sync.records.feed.publishing import read_rows
from server_sync.records.feed.scope import Touched
from server_sync.records.replica import Replica
from server_sync.records.tables import BY_NOUN, held_sets, offline_sync_logs, upstreams
from server_sync.records.tables import replica as replica_table
from server_sync.records.tables.schema import SENT_DOWN, SENT_UP, Travel
from server_sync.records.terms import refresh_terms_of
from server_sync.records.upstream.base_images import Image, stored_bases
from server_sync.records.upstream.held_sets import readable
from server_sync.records.upstream.passing_on import existing, is_ready, tell, today_at_centre
from server_sync.records.upstream.putting_back import put_back
from server_sync.records.upstream.standing import own_state
from server_sync.records.upstream.unsettled import Reference, Unsettled
from server_sync.worker.laid_over import lay_over


class Keeper:
    """Keeps what devices of this place did. Threads may share it.

    `on_news()` is called after each commit that changed what machines here should hold; `on_held()` after one that
    left something to forward.
    """

    def __init__(
        self, replica: Replica, on_news: Callable[[], None], on_held: Callable[[], None] = lambda: None
    ) -> None:
        self._replica = replica
        self._on_news = on_news
        self.on_held = on_held
        self._unsettled = Unsettled()
        self._taken_up = "", 0  # of its own log: under which name, and through which sequence
        self._lock = threading.Lock()

    def keep(self, device: DeviceIdentity, push: Push) -> tuple[SetAnswer, ...]:
        """Keep a device's sets, each once and in its order; an answer for each. Raises StorageFault.

        Known sets get the centre's own answer once there is one.
        """
        with self._lock, self._undoing(), self._replica.database.writing() as connection:
            _refuse_while_empty(connection, device.location_id)
            door = door_for(connection, device, push)
            new = [one for one in push.sets if not isinstance(one, ForgedSet) and door.takes(one)]
            if new:
                self._take(connection, device, new)
        if new:
            self.on_held()
            self._on_news()
        return tuple(door.answer(one) for one in push.sets)

    def take_up_own(self) -> None:
        """Lay over the rows, and tell the machines here, what this hub did itself since last time. Raises StorageFault.

        Called after each of its own commits, and once when it starts. What could not be taken up is at the next call.
        """
        with self._lock, self._undoing(), self._replica.database.writing() as connection:
            own = own_state(connection)
            name, before = self._taken_up
            after = before if name == own.device_id else 0
            self._catch_up(connection)
            rows = connection.execute(_OWN_LATER, {"device": own.device_id, "after": after}).scalars()
            made = [ChangeSet.from_json(row) for row in rows]
            self._lay(connection, {}, [one for change_set in made for one in _named(change_set)])
        self._taken_up = own.device_id, max([after, *(one.sequence for one in made)])
        self._on_news()

    def give_up(self, device_uid: UUID, outcome: str, uids: Iterable[UUID] | None = None) -> None:
        """The centre will never take these sets (all that a device has here, where none are named) from this device.

        They are kept, and nothing of them stands here any more. Where they are a copy's, so is what it did after them:
        once the original's are settled, that would fit their sequence by chance. Raises StorageFault.
        """
        with self._lock, self._undoing(), self._replica.database.writing() as connection:
            self._catch_up(connection)
            is_it = (held_sets.c.device_id == str(device_uid)) & (held_sets.c.status == HELD)
            chosen = is_it if uids is None else is_it & _of_these(connection, outcome, list(uids))
            bodies = connection.execute(select(held_sets.c.body).where(chosen)).scalars().all()
            connection.execute(held_sets.update().where(chosen).values(status=REFUSED, outcome=outcome[:64]))
            self._catch_up(connection)
            named = [one for body in bodies for one in _named_in(body)]
            removed = put_back(connection, [one for one in named if not self._unsettled.names(one)])
            self._lay(connection, {}, named, removed)
        self._on_news()

    def _take(self, connection: Connection, device: DeviceIdentity, new: Sequence[Readable]) -> None:
        self._catch_up(connection)
        unsound = self._unsound(connection, device, new)
        laid = [sent.change_set for sent in new if isinstance(sent, SentSet) and sent.change_set.uid not in unsound]
        named = list(dict.fromkeys(one for change_set in laid for one in _named(change_set)))
        # Over these nothing is laid yet, or any more: so they are as the centre sent them.
        bare = [one for one in named if not self._unsettled.names(one)]
        based = stored_bases(connection, bare)
        bare = [one for one in bare if one not in based]
        images = {**dict.fromkeys(bare), **read_rows(connection, bare, SENT_UP | SENT_DOWN)}
        insert_held(connection, device, new, unsound, self._replica.clock.now())
        self._see(connection, new)
        if min(one_sequence(sent) for sent in new) <= self._unsettled.last_of(str(device.uid)):
            self._unsettled.begin_anew()  # it fills a gap
        self._catch_up(connection)
        self._lay(connection, images, named)

    def _unsound(self, connection: Connection, device: DeviceIdentity, new: Sequence[Readable]) -> set[UUID]:
        """Sets of which nothing is laid over the rows; they stand to be judged by the centre."""
        readable_ones = [sent.change_set for sent in new if isinstance(sent, SentSet)]
        rows = read_rows(connection, [one for read in readable_ones for one in _named(read)], SENT_UP | SENT_DOWN)
        return {read.uid for read in readable_ones if not is_sound(device, read, rows)}

    def _lay(
        self,
        connection: Connection,
        images: Mapping[Reference, Image | None],
        named: Sequence[Reference],
        removed: Collection[Reference] = (),
    ) -> None:
        """Lay what is held over `images` and what was `named`, and tell the machines here; of what was not here before
        nothing is said, but for what was `removed`.
        """
        believed_now = self._believed_now(connection)
        lain = lay_over(connection, images, self._unsettled, touched=named, believed_now=believed_now)
        laid = sorted(lain | set(named))
        people = [uid for noun, uid in laid if noun == "patient"]
        if people:
            refresh_terms_of(connection, people)
        here = list(existing(connection, laid))
        location_id = self._replica.identity.location_id
        if (here or removed) and location_id is not None and is_ready(connection, location_id):
            gone = sorted(set(removed) - set(here))
            tell(connection, location_id, [Touched(*one) for one in here], gone, self._replica.clock.now())

    def _believed_now(self, connection: Connection) -> datetime:
        """The present by this hub's clock, which may be years ahead: no later than the day after the centre's last."""
        now = self._replica.clock.now()
        today = today_at_centre(connection)
        return now if today is None else min(now, today + timedelta(days=1))

    def _catch_up(self, connection: Connection) -> None:
        own = own_state(connection)
        centre = connection.execute(_CENTRE).first()
        reflected, settled = (centre.reflected_through, centre.settled_of) if centre is not None else (0, None)
        self._unsettled.catch_up(connection, own.device_id, reflected, settled or {})

    def _see(self, connection: Connection, new: Sequence[Readable]) -> None:
        """What is done after this was heard of is stamped after it; a clock that runs ahead is not believed."""
        furthest = to_unix_ms(self._replica.clock.now()) + MAX_DRIFT_MS
        times = [time for sent in new if isinstance(sent, SentSet) and (time := _time_of(sent)).unix_ms <= furthest]
        if times:
            seen = func.max(replica_table.c.last_hybrid_time, str(max(times)))
            connection.execute(replica_table.update().values(last_hybrid_time=seen))

    def _undoing(self) -> _Undoing:
        return _Undoing(self._unsettled)


class _Undoing:
    """What was read within a transaction that did not commit was not there."""

    def __init__(self, unsettled: Unsettled) -> None:
        self._unsettled = unsettled

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is not None:
            self._unsettled.begin_anew()


def _refuse_while_empty(connection: Connection, location_id: int) -> None:
    if not is_ready(connection, location_id):
        raise StorageFault("not_ready", "this hub does not hold the clinic's records yet", retry_helps=True)


def _of_these(connection: Connection, outcome: str, uids: Sequence[UUID]) -> ColumnElement[bool]:
    these = held_sets.c.change_set_uid.in_(uids)
    if outcome != Refusal.REUSED_SEQUENCE:
        return these
    first = connection.execute(select(func.min(held_sets.c.sequence)).where(these)).scalar()
    return these if first is None else held_sets.c.sequence >= first


def _named(change_set: ChangeSet) -> list[Reference]:
    return [(one.noun, one.uid) for one in change_set.changes if one.noun in _COME_DOWN]


def _named_in(body: str) -> list[Reference]:
    read = readable(body)
    return [] if read is None else _named(read)


def _time_of(sent: SentSet) -> HybridTime:
    try:
        return HybridTime.parse(sent.change_set.made_at)
    except ValueError:
        return HybridTime(0, 0)


_COME_DOWN = frozenset(noun for noun, table in BY_NOUN.items() if table.info["travel"] is not Travel.UP_ONLY)
_CENTRE = select(upstreams.c.reflected_through, upstreams.c.settled_of).where(upstreams.c.name == "")
_OWN_LATER = (
    select(offline_sync_logs.c.data)
    .where(offline_sync_logs.c.device_id == bindparam("device"), offline_sync_logs.c.sequence > bindparam("after"))
    .where(offline_sync_logs.c.sync_status == "pending")
)
