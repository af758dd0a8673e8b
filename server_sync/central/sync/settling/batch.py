"""One batch of one device, in one transaction: read, judge set after set, write in bulk, split only what fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, NestedTransaction
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from server_sync.central.desk.duplicates import IDENTIFYING, propose_same_people
from server_sync.central.places.offered_places import places_before, settle_places
from server_sync.central.sync.settling.erased import without_the_erased
from server_sync.central.sync.settling.joined_people import (
    asked_of_who_stands,
    circles_opened,
    is_of_joined,
    refuse_dead_ends,
)
from server_sync.central.sync.settling.judging import MISJUDGED, Judge, broken_rule, quarantined
from server_sync.central.sync.settling.news import named_in, publish_settled
from server_sync.central.sync.settling.offers import DeviceIdentity, Offered, Settled
from server_sync.central.sync.settling.picture import Picture, Reference
from server_sync.central.sync.settling.places import may_change_places
from server_sync.central.sync.settling.reading import (
    Statement,
    is_postgres,
    read_picture,
    read_references,
    read_rows,
)
from server_sync.central.sync.settling.receipts import receipts_of, writing_receipts
from server_sync.central.sync.settling.waiting import Quarantine
from server_sync.central.sync.settling.writing import UnderWay, begin_to_write, write_laid
from server_sync.merge.verdicts import Verdict
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.push import UnreadableSet
from server_sync.records.outbox import SyncStatus
from server_sync.records.replica import Replica
from server_sync.records.tables import BY_NOUN
from server_sync.records.terms import SEARCHED, refresh_terms_of

Laid = tuple[Mapping[Reference, ChangeSet], Mapping[Reference, set[str]]]


WRITTEN_AHEAD = 100
"""Sets after which PostgreSQL is given something to do while the next are judged."""
_HANDED_OVER_EVERY = 10
"""Sets after which it is given more of that."""


@dataclass(slots=True)
class Batch:
    """The sets of one device that are settled in one transaction.

    `device` is who made them: whoever brings them (the device, a hub, a second try) is no matter here.
    """

    replica: Replica
    connection: Connection
    device: DeviceIdentity
    now: datetime
    picture: Picture = field(default_factory=Picture)
    quarantine: Quarantine = field(default_factory=Quarantine)
    made: list[Reference] = field(default_factory=list)
    named: dict[Reference, None] = field(default_factory=dict)
    renamed: dict[UUID, None] = field(default_factory=dict)
    """Patients who can be found by other words from now on."""
    identified: dict[UUID, None] = field(default_factory=dict)
    """Patients who may turn out to be somebody who is known already."""
    answers: dict[UUID, Settled] = field(default_factory=dict)
    receipts: int = 0
    """Of how many of its sets, from the first on, the receipts are written already."""
    _standing: int = 0
    """Of how many of these nothing takes the receipts back."""
    _kept: Sequence[Offered] = ()
    """The sets whose receipts may be written with what they came to, as long as nothing fails."""
    _judge: Judge | None = None
    _savepoint: NestedTransaction | None = None
    """Around what is written of one stretch."""
    _under_way: UnderWay | None = None
    _ahead: list[Laid] = field(default_factory=list)
    """What was written of this stretch before all of it was judged."""

    def settle(self, offered: Sequence[Offered], *, with_receipts: bool = False) -> list[Offered]:
        """Judge and write these sets, in order; the sets as they are to be kept. `answers` says what they came to.

        `with_receipts`: those of the first `receipts` sets may be written meanwhile, by the same road.
        """
        self._look_at(offered)
        kept = without_the_erased(self.connection, self.picture, offered)
        if with_receipts and is_postgres(self.connection) and not self.answers:
            self._kept = kept
        try:
            self._settle([one.change_set for one in kept if one.uid not in self.answers])
        except BaseException:
            self._let_it_end()
            raise
        return kept

    def _look_at(self, offered: Sequence[Offered]) -> None:
        """Read what these sets may be judged by; one of which nobody can tell what that is, is quarantined."""
        sets = [one.change_set for one in offered]
        try:
            self.picture = read_picture(self.connection, self.device, sets)
        except DBAPIError:
            raise  # the disk's or the server's fault, not a set's
        except MISJUDGED:
            sound = [one for one in sets if self._can_be_looked_at(one)]
            self.picture = read_picture(self.connection, self.device, sound)

    def _can_be_looked_at(self, change_set: ChangeSet) -> bool:
        try:
            read_picture(self.connection, self.device, [change_set])
        except DBAPIError:
            raise  # as above
        except MISJUDGED as error:
            self.answers[change_set.uid] = quarantined(change_set.uid, error)
            return False
        return True

    def name(self, unreadable: UnreadableSet) -> None:
        """Let its device hear how those records stand that a set names which nobody can read: nothing was applied."""
        named = named_in(unreadable.body)
        read_references(self.connection, self.picture, [one for one in named if one not in self.picture.rows])
        self.named |= dict.fromkeys(named)

    def tell_of(self, change_set: ChangeSet) -> None:
        """Let its device hear how those records stand that a set names which was settled before."""
        named = [(change.noun, change.uid) for change in change_set.changes if change.noun in BY_NOUN]
        read_references(self.connection, self.picture, [one for one in named if one not in self.picture.rows])
        self.named |= dict.fromkeys(named)

    def publish(self) -> frozenset[int]:
        """The rest of what follows from the records, and their places in the feed. Last before COMMIT."""
        if self.renamed:
            refresh_terms_of(self.connection, self.renamed)
        proposals = propose_same_people(
            self.connection,
            uids=list(self.identified),
            location_id=self.device.location_id,
            now=self.now,
            new_uid=self.replica.new_uid,
            next_id=self._conflict_id,
        )
        read_references(self.connection, self.picture, proposals)
        self.named |= dict.fromkeys(proposals)
        return publish_settled(self.connection, self.device, self.picture, self.made, self.named, self.now)

    def _settle(self, change_sets: Sequence[ChangeSet]) -> None:
        """Stretches in bulk; in between, alone, what must know how the database stands."""
        stretch: list[ChangeSet] = []
        answers: list[Settled] = []
        for change_set in change_sets:
            if self._goes_alone(change_set):
                self._write(stretch, answers)
                stretch, answers, self._kept = [], [], ()
                self._settle_alone(change_set)
                continue
            stretch.append(change_set)
            try:
                answers.append(self._judged(change_set))
                if len(stretch) % WRITTEN_AHEAD == 0:
                    self._write_ahead(answers)
                elif self._under_way is not None and len(stretch) % _HANDED_OVER_EVERY == 0:
                    self._under_way.go_on()
            except (IntegrityError, DataError):
                self._settle_in_halves(stretch)
                stretch, answers = [], []
        self._write(stretch, answers)

    def _write_ahead(self, answers: Sequence[Settled]) -> None:
        """Let PostgreSQL write what was judged so far, while the next sets are judged. SQLite is no other process."""
        if is_postgres(self.connection):
            self._wait()
            receipts = self._receipts(answers)
            if self.picture.made or self.picture.changed or receipts:
                self._keep_a_savepoint()
                self._under_way = begin_to_write(self.connection, self.picture, receipts)
                self._ahead.append(self.picture.take_laid())

    def _receipts(self, answers: Sequence[Settled]) -> list[Statement]:
        """What writes the receipts of those sets of the first stretch that were judged since the last time.

        Nothing from the first set on that failed: what it waits for is known at the end.
        """
        judged = self._kept[self.receipts : len(answers)]
        told = {one.change_set_uid: one for one in answers[self.receipts :]}
        if not judged or any(one.status is SyncStatus.FAILED for one in told.values()):
            self._kept = self._kept[: self.receipts]
            return []
        self.receipts += len(judged)
        return [writing_receipts(receipts_of(self.device, judged, told, self.picture, self.now))]

    def _wait(self) -> None:
        """For what is being written; before anything else is asked of the connection."""
        under_way, self._under_way = self._under_way, None
        if under_way is not None:
            under_way.wait()

    def _let_it_end(self) -> None:
        """Whatever it comes to: the transaction is to be undone, for which the connection must be free."""
        with suppress(DBAPIError):
            self._wait()

    def _keep_a_savepoint(self) -> None:
        if self._savepoint is None:
            self._savepoint = self.connection.begin_nested()

    def _write(self, stretch: Sequence[ChangeSet], answers: Sequence[Settled]) -> None:
        """In bulk; where that fails, in halves."""
        try:
            self._wait()
            receipts = self._receipts(answers)
            if self.picture.made or self.picture.changed or receipts:
                self._keep_a_savepoint()
                write_laid(self.connection, self.picture, receipts)
            if self._savepoint is not None:
                self._savepoint.commit()
        except (IntegrityError, DataError):
            self._settle_in_halves(stretch)
            return
        laid = [*self._ahead, self.picture.take_laid()]
        self._savepoint, self._ahead, self._standing = None, [], self.receipts
        self._note(stretch, answers, laid)

    def _settle_in_halves(self, stretch: Sequence[ChangeSet]) -> None:
        """Nothing of this stretch was written: judge it anew, until the culprit is alone."""
        if self._savepoint is not None:
            self._savepoint.rollback()
        self._savepoint, self._under_way, self._ahead = None, None, []
        self.receipts, self._kept = self._standing, ()
        self.picture.take_back(0)
        self.picture.take_laid()
        if len(stretch) == 1:
            self._note(stretch, [broken_rule(stretch[0].uid)], [])
            return
        half = len(stretch) // 2
        self._settle(stretch[:half])
        self._settle(stretch[half:])

    def _judged(self, change_set: ChangeSet) -> Settled:
        mark = self.picture.mark()
        try:
            return self._bench().settled(change_set)
        except DBAPIError:
            raise  # the disk's or the server's fault, not the set's
        except MISJUDGED as error:
            self.picture.take_back(mark)
            return quarantined(change_set.uid, error)

    def _settle_alone(self, change_set: ChangeSet) -> None:
        """A set that takes or gives back places in the day, or joins people: by what stands in the database now."""
        laid: list[Laid] = []
        try:
            with self.connection.begin_nested():
                answer = self._judged_alone(change_set, laid)
        except (IntegrityError, DataError):
            answer = broken_rule(change_set.uid)
        except DBAPIError:
            raise  # as above
        except MISJUDGED as error:
            answer = quarantined(change_set.uid, error)
        if answer.status is SyncStatus.FAILED:
            self.picture.take_back(0)
            laid = []
        self._note([change_set], [answer], laid)

    def _judged_alone(self, change_set: ChangeSet, laid: list[Laid]) -> Settled:
        bench, picture = self._bench(), self.picture
        refuse_dead_ends(self.connection, change_set)
        before = places_before(self.connection, change_set)
        verdicts = bench.verdicts(change_set)
        opened = circles_opened(self.connection, picture, verdicts)
        bench.lay(change_set, opened)
        asked = asked_of_who_stands(self.connection, picture, change_set)
        bench.lay(change_set, asked)
        write_laid(self.connection, picture)
        laid.append(picture.take_laid())
        more: list[Verdict] = settle_places(self.connection, self.now, change_set, before)
        if more:
            bench.lay(change_set, more)
            write_laid(self.connection, picture)
            laid.append(picture.take_laid())
        read_rows(self.connection, picture, [one for one in change_set.changes if one.noun == "appointment"])
        return bench.answer(change_set, [*more, *opened, *asked, *verdicts])

    def _note(self, change_sets: Sequence[ChangeSet], answers: Sequence[Settled], laid: Sequence[Laid]) -> None:
        """These sets are past, and what was laid of them stands."""
        self.picture.stands()
        for made, changed in laid:
            self._remember(made, changed)
        for change_set, answer in zip(change_sets, answers, strict=True):
            if answer.status is SyncStatus.FAILED:
                answer = self.quarantine.explained(self.connection, change_set, answer)
            self.answers[change_set.uid] = answer
            for change in change_set.changes:
                if change.noun in BY_NOUN:
                    self.named[change.noun, change.uid] = None

    def _remember(self, made: Mapping[Reference, ChangeSet], changed: Mapping[Reference, set[str]]) -> None:
        self.made += made
        self.named |= dict.fromkeys(changed)
        for noun, uid in made:
            if noun == "patient":
                self.renamed[uid] = self.identified[uid] = None
        for (noun, uid), columns in changed.items():
            if noun == "patient" and not SEARCHED.isdisjoint(columns):
                self.renamed[uid] = None
            if noun == "patient" and not IDENTIFYING.isdisjoint(columns):
                self.identified[uid] = None

    def _goes_alone(self, change_set: ChangeSet) -> bool:
        """Whether it must be judged by what the database says in between: of places in the day, of joined people.

        So must nonsense, which is quarantined there.
        """
        try:
            if may_change_places(change_set, self.picture.rows):
                return True
        except MISJUDGED:
            return True
        return any(is_of_joined(one, self.picture.rows) for one in change_set.changes)

    def _bench(self) -> Judge:
        if self._judge is None or self._judge.picture is not self.picture:
            replica = self.replica
            self._judge = Judge(
                self.device,
                self.now,
                max(self.now, replica.believed_now()),
                replica.centre_time,
                self.picture,
                replica.new_uid,
                self._conflict_id,
            )
        return self._judge

    def _conflict_id(self) -> int:
        self._wait()
        return self.replica.centre_ids.next_id(self.connection, "conflicts")
