"""Every table in one place, by its name and by its noun on the wire."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Table

from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.tables.access import credentials, idempotency_keys, server_secrets, sessions
from server_sync.records.tables.hub_state import held_sets, site_devices
from server_sync.records.tables.journal import (
    audit_anchors,
    audit_trail,
    feed,
    feed_heads,
    offline_sync_logs,
    register,
    register_digests,
    register_heads,
)
from server_sync.records.tables.people import devices, locations, patient_terms, patients, users
from server_sync.records.tables.replica_state import (
    base_images,
    counters,
    held_rows,
    known_erasures,
    learned_waits,
    print_jobs,
    replica,
    upstreams,
)
from server_sync.records.tables.schema import SENT_DOWN, Travel, metadata
from server_sync.records.tables.visits import (
    appointment_reminders,
    appointments,
    availability,
    conflicts,
    feedback,
    help_calls,
    lease_asks,
    lease_clocks,
    lease_recoveries,
    lease_sales,
    payments,
    queue_management,
    slot_counts,
    slot_leases,
)

__all__ = [
    "BY_NOUN",
    "SYNCED",
    "appointment_reminders",
    "appointments",
    "audit_anchors",
    "audit_trail",
    "availability",
    "base_images",
    "conflicts",
    "counters",
    "credentials",
    "devices",
    "feed",
    "feed_heads",
    "feedback",
    "held_rows",
    "held_sets",
    "help_calls",
    "idempotency_keys",
    "known_erasures",
    "learned_waits",
    "lease_asks",
    "lease_clocks",
    "lease_recoveries",
    "lease_sales",
    "locations",
    "metadata",
    "offline_sync_logs",
    "patient_terms",
    "patients",
    "payments",
    "print_jobs",
    "queue_management",
    "register",
    "register_digests",
    "register_heads",
    "replica",
    "sent_columns",
    "server_secrets",
    "sessions",
    "site_devices",
    "slot_counts",
    "slot_leases",
    "upstreams",
    "users",
]

BY_NOUN: dict[str, Table] = {table.info["noun"]: table for table in metadata.sorted_tables if "noun" in table.info}
"""Tables that hold records, in an order in which referred ones come first."""

SYNCED: frozenset[str] = frozenset(table.name for table in BY_NOUN.values())
"""Names of tables that are written through the two doors only."""


@cache
def sent_columns(
    table: Table, classes: frozenset[Travel] = SENT_DOWN, version: int = SCHEMA_VERSION
) -> tuple[str, ...]:
    """The columns that travel to and from devices of a version of the schema, in a stable order."""
    return tuple(
        str(column.name)
        for column in table.columns
        if column.info["travel"] in classes and column.info["since"] <= version
    )
