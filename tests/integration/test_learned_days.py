"""Learning waits from a location's own past days, keeping it, and handing it to devices: with the real records."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import update

from server_sync.__main__ import main
from server_sync.central.nightly import due, learn
from server_sync.clinic.queue_policy import Channel, Lane
from server_sync.clinic.waits import Method
from server_sync.desk.place import location_of
from server_sync.desk.waits.foreseen import foresee_walk_in
from server_sync.desk.waits.kept import keep_file, kept_file, kept_version
from server_sync.desk.waits.knowledge import UnreadableKnowledge, packed, unpacked
from server_sync.desk.waits.past import history_of, past_days, taught_by
from server_sync.desk.waits.site_history import SiteHistory, WalkIns
from server_sync.desk.waits.told import WaitMemory, memory_of_replica
from server_sync.records.database import Database, open_database
from server_sync.records.tables import learned_waits, queue_management
from tests.clinics import MORNING, LittleClinic
from tests.integration.test_queue import Desk
from tests.integration.test_told_waits import estimate

DAYS = 12
A_DAY = 30
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def desk(clinic: LittleClinic) -> Desk:
    return Desk(clinic)


def live_through(clinic: LittleClinic, days: int, lasting_min: float = 18.0) -> None:
    """So many days until yesterday on which the doctor saw people in the order of their coming."""
    random = Random(5)
    for back in range(days, 0, -1):
        day = MORNING.date() - timedelta(days=back)
        clinic.open_on(day)
        live_a_day(clinic, day, random, lasting_min)


def live_a_day(clinic: LittleClinic, day: date, random: Random, lasting_min: float) -> None:
    opens = datetime.combine(day, time(8), UTC)
    free = opens
    with clinic.centre.work("a_past_day", "system") as work:
        for number, minutes in enumerate(sorted(random.uniform(0, 480) for _ in range(A_DAY)), start=1):
            arrived = opens + minutes * MINUTE
            called = max(free, arrived)
            free = called + random.lognormvariate(0, 0.3) * lasting_min * MINUTE
            work.create(
                queue_management,
                token_number=f"{day:%Y%m%d}-{number:03d}",
                doctor_id=clinic.doctor["id"],
                location_id=clinic.location["id"],
                business_date=day,
                current_status="completed",
                check_in_time=arrived,
                called_time=called,
                consultation_start_time=called,
                consultation_end_time=free,
                clock_offset_ms=0,
            )


def forget(clinic: LittleClinic) -> WaitMemory:
    """As a process that starts anew."""
    memory = memory_of_replica(clinic.centre)
    fresh = WaitMemory()
    memory.__dict__.update(fresh.__dict__)
    return memory


def kept(clinic: LittleClinic) -> bytes:
    with clinic.centre.read() as reading:
        file = kept_file(reading, clinic.location["id"])
    assert file is not None
    return file


@pytest.fixture(scope="module")
def lesson_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    """What twelve days taught, learned once for all of these tests."""
    database = open_database(f"sqlite:///{tmp_path_factory.mktemp('school') / 'centre.db'}")
    try:
        clinic = LittleClinic(database, tmp_path_factory.mktemp("kiosks"))
        live_through(clinic, DAYS)
        lesson = learn(clinic.centre, clinic.location["id"])
        assert (lesson.days, lesson.visits, lesson.has_model) == (DAYS, DAYS * A_DAY, True)
        yield kept(clinic)
    finally:
        database.close()


def test_what_past_days_taught_answers_first_and_names_itself(
    clinic: LittleClinic, desk: Desk, lesson_file: bytes
) -> None:
    version = keep_file(clinic.centre.database, desk.location, lesson_file, clinic.clock.now())
    places = [desk.joined() for _ in range(3)]
    foresee_walk_in(clinic.centre, desk.location, desk.doctor)
    places.append(desk.joined())

    said = [estimate(desk, place) for place in places]

    assert {one.method for one in said} == {Method.LEARNED}
    assert {one.model_version for one in said} == {version}
    assert desk.row(places[-1])["wait_estimate"]["model_version"] == version
    assert said[0].p50_min < said[1].p50_min < said[2].p50_min < said[3].p50_min
    assert 40 < said[3].p50_min < 75, "consultations of 18 minutes, three times"


def test_two_equal_pasts_teach_the_same_file(clinic: LittleClinic, lesson_file: bytes) -> None:
    knowledge = unpacked(lesson_file)

    assert packed(knowledge.history, knowledge.model) == lesson_file
    assert len(lesson_file) < 200_000


def test_with_fewer_than_ten_days_only_the_habits_of_the_place_are_learned(clinic: LittleClinic, desk: Desk) -> None:
    live_through(clinic, 3, lasting_min=30)
    lesson = learn(clinic.centre, desk.location)
    places = [desk.joined() for _ in range(3)]

    said = estimate(desk, places[-1])

    assert (lesson.days, lesson.has_model) == (3, False)
    assert said.method is Method.SIMULATED
    assert said.p50_min > 45, "consultations of half an hour, twice"


def test_a_location_without_a_past_learns_nothing_and_says_so(clinic: LittleClinic, desk: Desk) -> None:
    lesson = learn(clinic.centre, desk.location)

    assert (lesson.days, lesson.visits, lesson.has_model) == (0, 0, False)
    assert estimate(desk, desk.joined()).method is Method.SIMULATED


def test_a_moment_of_a_past_day_is_told_without_what_came_after_it(clinic: LittleClinic, desk: Desk) -> None:
    live_through(clinic, 1)
    with clinic.centre.read() as reading:
        (day,) = past_days(reading, location_of(reading, desk.location))
    row = day.whole.rows[12]
    course = day.then(row["check_in_time"])

    assert {one.place_id for one in course.waiting} == {
        other["id"]
        for other in day.whole.rows
        if other["check_in_time"] <= row["check_in_time"]
        and (other["called_time"] > row["check_in_time"] or other["id"] == row["id"])
    }
    assert all(
        seen["consultation_end_time"] is None or seen["consultation_end_time"] <= course.now for seen in course.rows
    )


def test_habits_are_how_long_visits_last_who_walks_in_when_and_who_stays_away(clinic: LittleClinic, desk: Desk) -> None:
    live_through(clinic, 4, lasting_min=20)
    with clinic.centre.read() as reading:
        history = history_of(past_days(reading, location_of(reading, desk.location)))

    lasted = history.lasted_min[desk.doctor]
    assert len(lasted) == 4 * A_DAY
    assert 17 < sum(lasted) / len(lasted) < 25
    assert sum(one.expected for one in history.arrivals) == pytest.approx(A_DAY)
    assert {one.hour for one in history.arrivals} <= set(range(8, 17))
    assert history.no_show == pytest.approx(0.185), "nobody was booked"
    assert taught_by((), history) is None


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (lambda file: file[:-200], "damaged"),
        (lambda file: file[:4000] + b"?" + file[4001:], "damaged"),
        (lambda file: file.replace(file.split(b"\n")[1], b"0" * 64), "damaged"),
        (lambda file: file.replace(b"anteroom waits 1", b"anteroom waits 2", 1), "other_version"),
        (lambda _file: b"", "damaged"),
        (lambda _file: b"PK\x03\x04 something else", "damaged"),
    ],
    ids=["cut short", "one byte", "another hash", "another version", "empty", "something else"],
)
def test_a_file_that_is_damaged_or_of_another_version_is_refused_and_the_next_layer_answers(
    clinic: LittleClinic,
    desk: Desk,
    lesson_file: bytes,
    spoilt: object,
    code: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    keep_file(clinic.centre.database, desk.location, lesson_file, clinic.clock.now())
    bad = spoilt(lesson_file)  # type: ignore[operator]
    with pytest.raises(UnreadableKnowledge) as refused:
        keep_file(clinic.centre.database, desk.location, bad, clinic.clock.now())
    assert refused.value.code == code
    assert kept(clinic) == lesson_file, "what was there before stands"

    with clinic.centre.database.writing() as connection:
        connection.execute(update(learned_waits).values(file=bad, version="0" * 12))
    forget(clinic)

    assert estimate(desk, desk.joined()).method is Method.SIMULATED
    assert [record.code for record in caplog.records if hasattr(record, "code")] == [code]


def test_a_whole_file_that_makes_no_sense_is_damaged(lesson_file: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("document.npy", b"no numbers")
    content = out.getvalue()
    for inside in (content, b"no archive at all"):
        digest = hashlib.sha256(inside).hexdigest().encode()
        with pytest.raises(UnreadableKnowledge) as refused:
            unpacked(b"anteroom waits 1\n" + digest + b"\n" + inside)
        assert refused.value.code == "damaged"


def test_knowledge_without_a_model_comes_back_as_it_was() -> None:
    habits = SiteHistory({7: (12.5, 9.0)}, (WalkIns(9, Lane(3, Channel.WALK_IN, True), None, 1.5),), 0.2, (-3.0, 9.0))

    back = unpacked(packed(habits, None))

    assert back.history == habits
    assert back.model is None


def test_anybody_may_have_it_learned_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'centre.db'}"
    assert main(["demo-clinic", "--database", url]) == 0
    capsys.readouterr()

    assert main(["learn-waits", "--database", url]) == 0

    assert "too little to learn from yet: " in capsys.readouterr().out
    assert main(["learn-waits", "--database", url, "--location-id", "99"]) == 1


def test_it_is_learned_once_a_night_by_one_process_and_never_by_day(clinic: LittleClinic) -> None:
    assert due(clinic.centre) == [], "it is nine in the morning"
    clinic.clock.move(timedelta(hours=17))

    assert due(clinic.centre) == [clinic.location["id"]]
    assert due(clinic.centre) == [], "somebody has taken the turn"
    clinic.clock.move(timedelta(hours=24))
    assert due(clinic.centre) == [clinic.location["id"]]


def test_a_new_version_is_noticed_within_minutes(clinic: LittleClinic, desk: Desk, lesson_file: bytes) -> None:
    place = [desk.joined() for _ in range(2)][-1]
    assert estimate(desk, place).method is Method.SIMULATED
    keep_file(clinic.centre.database, desk.location, lesson_file, clinic.clock.now())
    clinic.clock.move(11 * MINUTE)

    assert estimate(desk, place).method is Method.LEARNED
    with clinic.centre.read() as reading:
        assert kept_version(reading, desk.location) == unpacked(lesson_file).version
