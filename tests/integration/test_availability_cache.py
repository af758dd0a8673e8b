"""Free slots kept in a real Redis for some seconds: quicker to tell, and never what decides a booking."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_sync.central.access.callers import PUBLIC
from server_sync.central.desk import booking
from server_sync.central.desk.availability import availability_text
from server_sync.central.desk.availability_cache import AvailabilityCache, cache_at, cached_availability
from server_sync.central.settings import SettingsError, read_settings
from server_sync.desk.appointments.availability import SlotWish
from server_sync.desk.appointments.booking import BookingWish
from server_sync.desk.appointments.outcomes import Declined, Person, Reason
from server_sync.records.database import open_database
from tests.clinics import MORNING, LittleClinic
from tests.sites import eventually


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    path = tmp_path / "redis.sock"
    command = ["redis-server", "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(tmp_path)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        eventually(path.exists)
        yield f"redis+unix://{path}", server
    finally:
        server.terminate()
        server.wait(10)


def book_ten(clinic: LittleClinic, name: str) -> Declined | None:
    wish = BookingWish(clinic.doctor["id"], MORNING.replace(hour=10), Person("Jane", name, "+44 7700 900123"))
    outcome = booking.book(clinic.centre, PUBLIC, wish, None, lambda _booked: None)
    return outcome if isinstance(outcome, Declined) else None


def test_what_is_kept_may_be_old_and_booking_knows_better(
    clinic: LittleClinic, redis: tuple[str, subprocess.Popen[bytes]]
) -> None:
    cache, wish = AvailabilityCache(redis[0], 60), SlotWish(first=MORNING.date())
    fresh = cached_availability(clinic.centre, cache, wish)
    assert book_ten(clinic, "Sample") is None
    assert cached_availability(clinic.centre, cache, wish) == fresh
    assert availability_text(clinic.centre, wish) != fresh
    refused = book_ten(clinic, "Late")
    assert refused is not None
    assert refused.reason is Reason.SLOT_FULL
    assert cached_availability(clinic.centre, cache, SlotWish(first=MORNING.date(), public_only=True)) != fresh


def test_a_redis_that_is_gone_stops_nobody(clinic: LittleClinic, redis: tuple[str, subprocess.Popen[bytes]]) -> None:
    cache, wish = AvailabilityCache(redis[0], 60), SlotWish(first=MORNING.date())
    cached_availability(clinic.centre, cache, wish)
    redis[1].terminate()
    redis[1].wait(10)
    book_ten(clinic, "Sample")
    assert cached_availability(clinic.centre, cache, wish) == availability_text(clinic.centre, wish)
    assert cached_availability(clinic.centre, cache, wish) == availability_text(clinic.centre, wish)


def test_nothing_is_kept_unless_somebody_wants_it(clinic: LittleClinic) -> None:
    usual = read_settings(database="sqlite:///x", environment={"REDIS_URL": "redis://localhost"})
    assert cache_at(usual.redis_url, usual.availability_cache_s) is None
    wanted = {"REDIS_URL": "redis://localhost", "AVAILABILITY_CACHE_S": "5"}
    settings = read_settings(database="sqlite:///x", environment=wanted)
    assert cache_at(settings.redis_url, settings.availability_cache_s) is not None
    assert cache_at("", 5) is None
    wish = SlotWish(first=MORNING.date())
    assert cached_availability(clinic.centre, None, wish) == availability_text(clinic.centre, wish)
    with pytest.raises(SettingsError):
        read_settings(database="sqlite:///x", environment={"AVAILABILITY_CACHE_S": "soon"})
