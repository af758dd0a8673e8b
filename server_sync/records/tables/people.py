"""Tables of people and places: patients, users (doctors and staff), locations and devices."""

from __future__ import annotations

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, Uuid, text, true

from server_sync.records.tables.schema import (
    Travel,
    derived,
    down_only,
    local,
    local_table,
    one_of,
    shared,
    stamps,
    synced_table,
)
from server_sync.records.tables.types import BigId, Document, Moment, bytewise

locations = synced_table(
    "locations",
    "location",
    down_only("name", Text, nullable=False),
    # Empty for the clinic's first location: its numbers carry no code.
    down_only("code", String(8), nullable=False, server_default="", unique=True),
    down_only("time_zone", Text, nullable=False),
    down_only("default_language", String(16), nullable=False, server_default="en"),
    down_only("address", Text),
    down_only("phone", Text),
    down_only("opening_hours", Text),
    down_only("waiting_area", Text),
    # Where a ticket's QR code leads; null where the clinic publishes no queue.
    down_only("public_url", Text),
    # Whether anybody may ask for free times and book one; all else needs a role.
    down_only("public_booking", Boolean, nullable=False, server_default=true()),
    # What differs from the day clinic's preset (`clinic.queue_order`); null where nothing does.
    down_only("queue_policy", Document),
    down_only("currency", String(3), nullable=False, server_default="EUR"),
    # What differs from the usual rules for places that machines sell while they are cut off (`clinic.leases`).
    down_only("lease_policy", Document, since=2),
    # To what people are asked to agree, by language (`clinic.consent`); null where nobody is asked.
    down_only("consent", Document, since=2),
    # Why people come without an appointment (`clinic.visit_reasons`); null where the program's own reasons serve.
    down_only("visit_reasons", Document, since=2),
    travel=Travel.DOWN_ONLY,
)

users = synced_table(
    "users",
    "user",
    down_only("display_name", Text, nullable=False),
    down_only("role", String(16), nullable=False),
    down_only("specialty", Text),
    down_only("room", Text),
    down_only("email", Text),
    down_only("phone", Text),
    down_only("location_id", BigId, ForeignKey("locations.id"), index=True),
    down_only("is_active", Boolean, nullable=False, server_default=true()),
    one_of("role", "receptionist", "nurse", "doctor", "admin", "system"),
    travel=Travel.DOWN_ONLY,
)

devices = synced_table(
    "devices",
    "device",
    down_only("name", Text, nullable=False),
    down_only("kind", String(16), nullable=False),
    down_only("location_id", BigId, ForeignKey("locations.id"), nullable=False, index=True),
    down_only("series", String(3), nullable=False),
    down_only("id_block", Integer, nullable=False, unique=True),
    down_only("revoked_at", Moment),
    local("enrolment_code_hash", String(64), unique=True),
    local("enrolment_expires_at", Moment),
    local("enrolled_at", Moment),
    local("key_hash", String(64), unique=True),
    # The row of the device that this one was, until its records went back in time or were copied.
    local("renewed_from", BigId),
    local("last_seen_at", Moment),
    one_of("kind", "kiosk", "reception", "board", "hub"),
    Index("uq_devices_location_id_series", "location_id", "series", unique=True),
    travel=Travel.DOWN_ONLY,
)

patients = synced_table(
    "patients",
    "patient",
    shared("patient_number", String(32), nullable=False, unique=True),
    shared("first_name", Text),
    shared("last_name", Text),
    shared("date_of_birth", Date),
    shared("gender", String(16)),
    shared("phone", Text),
    shared("email", Text),
    shared("address", Text),
    shared("emergency_contact_name", Text),
    shared("emergency_contact_phone", Text),
    shared("medical_history", Document),
    shared("insurance_provider", Text),
    shared("insurance_number", Text),
    shared("communication_preferences", Document),
    # What they last said to the clinic's consent, and to which text (`clinic.consent.Answered`): one value, for half
    # of one answer and half of another would be neither.
    shared("consent", Document, since=2),
    shared("is_verified", Boolean, nullable=False, server_default=true()),
    # A merge of duplicates is a pointer, resolved when read; both uids stay resolvable for ever.
    shared("merged_into_uid", Uuid),
    # Names, addresses and documents were taken out at the person's own wish; what remains is that somebody was here.
    shared("erased_at", Moment),
    stamps(),
    # What two spellings of one phone number share (`clinic.identity.phone_key`).
    derived("phone_key", String(8)),
    one_of("gender", "female", "male", "other", "unknown"),
    Index("ix_patients_phone_key_date_of_birth", "phone_key", "date_of_birth"),
    Index("ix_patients_date_of_birth", "date_of_birth"),
    # Few people were ever registered twice.
    Index(
        "ix_patients_merged_into_uid",
        "merged_into_uid",
        sqlite_where=text("merged_into_uid IS NOT NULL"),
        postgresql_where=text("merged_into_uid IS NOT NULL"),
    ),
    filled=75,
)

# What somebody who types a few letters may mean: a row for each word of a name and each way to begin a phone number.
# `term` is the word, folded; `others` the person's other words, so that two typed words are answered by one index.
patient_terms = local_table(
    "patient_terms",
    local("patient_id", BigId, ForeignKey("patients.id"), primary_key=True, autoincrement=False),
    local("term", bytewise(64), primary_key=True),
    local("others", bytewise(), nullable=False, server_default=""),
    Index("ix_patient_terms_term", "term", "others", "patient_id"),
)
