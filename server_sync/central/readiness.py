"""Whether this process can do its work."""

from __future__ import annotations

from server_sync.protocol.faults import StorageFault
from server_sync.records.migration import HEAD, revision_of
from server_sync.records.replica import Replica


def check_records(replica: Replica) -> None:
    """Read the records. Raises StorageFault where they can't be read or are of another version (`not_migrated`)."""
    if revision_of(replica.database) != HEAD:
        raise StorageFault("not_migrated", "the records are of another version")
