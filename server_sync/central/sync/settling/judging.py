"""Judging one set against the picture: what it comes to, or why it is quarantined whole."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import StatementError

from server_sync.central.sync.settling.columns import columns_of
from server_sync.central.sync.settling.offers import DeviceIdentity, Settled
from server_sync.central.sync.settling.ownership import check_ownership
from server_sync.central.sync.settling.picture import Picture, Row
from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.merge.change_sets import judge
from server_sync.merge.disputes import conflict_row
from server_sync.merge.stamps import is_ahead, stamp_at_centre
from server_sync.merge.verdicts import Dispute, Outcome, Quarantined, Verdict, summary
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import ProtocolFault
from server_sync.records.outbox import SyncStatus
from server_sync.records.tables.types import format_moment

log = logging.getLogger(__name__)

BROKEN_RULE = "This breaks a rule of the records: a number is taken, or something it refers to is missing."
CLOCK_AHEAD = "The machine's clock was ahead: this counts as of a minute after its arrival at the latest."

MISJUDGED = (
    Quarantined,
    ProtocolFault,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    StatementError,
)
"""What judging a set may raise that is the set's own fault: a rule that it breaks, or nonsense that no rule foresaw."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the sets of one device, one after the other, and lays over the picture what each comes to."""

    device: DeviceIdentity
    now: datetime
    believed_now: datetime
    """As `now`, but that a clock that was set back is not believed."""
    next_time: Callable[[HybridTime], HybridTime]
    """The centre's next hybrid time, after another."""
    picture: Picture
    new_uid: Callable[[], UUID]
    new_conflict_id: Callable[[], int]
    latest: str = field(init=False)
    """The hybrid time beyond which nothing is believed, as text, which sorts as it does."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "latest", str(HybridTime(to_unix_ms(self.believed_now) + MAX_DRIFT_MS, 0)))

    def settled(self, change_set: ChangeSet) -> Settled:
        """What one set comes to, laid over the picture; raises as `verdicts` does."""
        return self.answer(change_set, self.verdicts(change_set))

    def answer(self, change_set: ChangeSet, verdicts: Sequence[Verdict]) -> Settled:
        """The answer to a set that was applied, which says so where the set comes from the future."""
        summed = summary(verdicts)
        status = SyncStatus.CONFLICT if summed.needs_a_person else SyncStatus.SYNCED
        words = summed.words
        if change_set.made_at > self.latest and is_ahead(change_set, self.believed_now):
            words = f"{words} {CLOCK_AHEAD}".strip()
        return Settled(change_set.uid, status, summed.outcome, words)

    def verdicts(self, change_set: ChangeSet) -> list[Verdict]:
        """What one set comes to; laid over the picture. Raises Quarantined or ProtocolFault, having laid nothing.

        What nonsense raises, it raises too: see MISJUDGED.
        """
        picture = self.picture
        check_ownership(self.device, change_set, picture)
        stamp = stamp_at_centre(change_set, self.believed_now, self.next_time)
        verdicts = judge(change_set, picture.rows, picture.twins, picture.conflicts, stamp=stamp)
        self.lay(change_set, verdicts)
        return verdicts

    def lay(self, change_set: ChangeSet, verdicts: Sequence[Verdict]) -> None:
        """Let later sets see these verdicts, and note what of them is for a person."""
        ready = [(verdict, columns_of(verdict.noun).checked(verdict.values)) for verdict in verdicts]
        for verdict, values in ready:
            self.picture.lay(verdict, values, change_set)
        for verdict in verdicts:
            if verdict.dispute is not None:
                self._open_conflict(change_set, verdict.dispute)

    def _open_conflict(self, change_set: ChangeSet, dispute: Dispute) -> None:
        if dispute.joins is not None:
            widened: Row = {"fields": dispute.fields or None, "words": dispute.words}
            self.picture.lay(Verdict("conflict", dispute.joins, Outcome.APPLIED), widened, change_set)
            return
        uid = self.new_uid()
        about = self.picture.rows.get((dispute.noun, dispute.record_uid), {})
        location_id = about.get("location_id")
        row = conflict_row(
            dispute,
            uid=uid,
            location_id=self.device.location_id if location_id is None else location_id,
            patient_id=about.get("id") if dispute.noun == "patient" else about.get("patient_id"),
            change_set_uid=change_set.uid,
            created_at=format_moment(self.now),
        )
        whole: Row = {"id": self.new_conflict_id(), **row}
        self.picture.lay(Verdict("conflict", uid, Outcome.APPLIED, is_new=True), whole, change_set)


def quarantined(uid: UUID, error: Exception) -> Settled:
    """The answer to a set of which nothing may be applied."""
    if isinstance(error, Quarantined):
        return Settled(uid, SyncStatus.FAILED, error.reason, error.words)
    if isinstance(error, ProtocolFault):
        return Settled(uid, SyncStatus.FAILED, error.code, error.message)
    # Values of wrong kinds, which no rule foresaw. A 500 would hold up this device's whole log for ever.
    log.error("a change set could not be judged", exc_info=error, extra={"change_set": uid})
    return Settled(uid, SyncStatus.FAILED, "not_understood", f"This could not be understood ({type(error).__name__}).")


def broken_rule(uid: UUID) -> Settled:
    """The answer to a set that the database itself refuses."""
    return Settled(uid, SyncStatus.FAILED, "broken_rule", BROKEN_RULE)
