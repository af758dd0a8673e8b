"""What people are told of their wait: at the centre on both databases, and at a kiosk that is cut off."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.visits import QueueStatus
from server_sync.clinic.waits import Method, WaitEstimate
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn, WaitRange
from server_sync.desk.queue.board import board_of
from server_sync.desk.queue.desk_view import desk_board
from server_sync.desk.queue.steps import override, park, set_triage
from server_sync.desk.queue.view import current_queue, follow
from server_sync.desk.waits.course import Course
from server_sync.desk.waits.foreseen import foresee_check_in, foresee_walk_in
from server_sync.desk.waits.site_history import SiteHistory
from server_sync.desk.waits.told import Told, WaitMemory, memory_of_replica, simulated
from server_sync.records.database import Database
from server_sync.records.tables import availability, queue_management
from tests.clinics import MORNING, LittleClinic
from tests.integration.test_queue import Desk, another_doctor, checked_in

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def desk(clinic: LittleClinic) -> Desk:
    return Desk(clinic)


def doctor_who_is_in(clinic: LittleClinic) -> int:
    """A second one, from eight to six."""
    doctor = another_doctor(clinic)
    with clinic.centre.work("set_up", "system") as work:
        work.create(
            availability,
            doctor_id=doctor,
            location_id=clinic.location["id"],
            date=MORNING.date(),
            start_time=time(8),
            end_time=time(18),
        )
    return doctor


@pytest.fixture
def memory(clinic: LittleClinic) -> WaitMemory:
    return memory_of_replica(clinic.centre)


def estimates(desk: Desk) -> dict[int, WaitEstimate | None]:
    with desk.replica.read() as reading:
        queues = current_queue(reading, desk.location)
    return {place.id: place.estimate for queue in queues for place in queue.places}


def estimate(desk: Desk, place: int) -> WaitEstimate:
    found = estimates(desk)[place]
    assert found is not None
    return found


def ranges(desk: Desk) -> dict[int, WaitRange | None]:
    with desk.replica.read() as reading:
        lines = desk_board(reading, desk.location).lines
    return {place.id: place.wait for line in lines for place in line.places}


def followed(desk: Desk, place: int) -> WaitRange | None:
    with desk.replica.read() as reading:
        found = follow(reading, desk.row(place)["follow_code"])
    assert found is not None
    return found.wait


def newcomers(desk: Desk) -> list[WaitRange | None]:
    with desk.replica.read() as reading:
        return [line.wait for line in board_of(reading, desk.location).lines]


def test_waits_are_simulated_from_the_first_day_on_and_say_so(desk: Desk) -> None:
    first, second = desk.joined(), desk.joined()

    assert estimate(desk, first) == WaitEstimate(0, 0, Method.SIMULATED, 0)
    assert estimate(desk, second).method is Method.SIMULATED
    assert 10 < estimate(desk, second).p50_min < 15 < estimate(desk, second).p90_min < 30


def test_ticket_phone_and_desk_say_the_same_range(desk: Desk) -> None:
    places = [desk.joined() for _ in range(4)]

    said = ranges(desk)

    assert [followed(desk, place) for place in places] == [said[place] for place in places]
    assert said[places[0]] == WaitRange(0, 5)


def test_the_median_and_what_it_was_of_stand_beside_the_place(desk: Desk) -> None:
    for _ in range(2):
        desk.joined()
    foresee_walk_in(desk.replica, desk.location, desk.doctor)
    place = desk.joined()
    row, said = desk.row(place), estimate(desk, place)

    assert row["estimated_wait_time_minutes"] == said.median_min
    assert row["wait_estimate"] == {
        "p50": round(said.p50_min, 1),
        "p90": round(said.p90_min, 1),
        "method": "simulated",
        "ahead": 2,
        "model_version": None,
    }


def test_what_was_foreseen_is_said_in_the_work_and_nothing_is_simulated_there(
    clinic: LittleClinic, desk: Desk, memory: WaitMemory
) -> None:
    for _ in range(3):
        desk.joined()
    uid = clinic.book(clinic.clock.now() - 5 * MINUTE, code="40718253", born=date(1940, 1, 2))["uid"]
    asked = []

    def noted(course: Course, history: SiteHistory) -> Sequence[WaitEstimate | None]:
        asked.append(course)
        return simulated(course, history)

    memory.layers = (noted,)
    foresee_check_in(desk.replica, uid)
    played = len(asked)
    with desk.replica.work("check_in", "patient") as work:
        outcome = check_in(work, uid, TicketPrinting("en", has_printer=False))

    assert len(asked) == played > 0
    assert isinstance(outcome, CheckedIn)
    with desk.replica.read() as reading:
        place = reading.scalar(select(queue_management.c.id).where(queue_management.c.uid == outcome.ticket.queue_uid))
    assert desk.row(place)["wait_estimate"]["method"] == "simulated"
    assert outcome.ticket.wait == followed(desk, place)


def test_who_checks_in_where_nothing_was_foreseen_is_told_what_heads_say(desk: Desk) -> None:
    assert desk.row(desk.joined())["wait_estimate"]["method"] == "counted"


def test_whoever_comes_for_one_doctor_does_not_wait_for_the_patients_of_another(
    clinic: LittleClinic, desk: Desk
) -> None:
    other = doctor_who_is_in(clinic)
    busy = [desk.joined() for _ in range(4)]

    assert estimate(desk, desk.joined(doctor=other)).p50_min == 0
    assert estimate(desk, busy[-1]).p50_min > 30


def test_whoever_waits_for_anybody_is_called_by_whichever_doctor_is_free_first(
    clinic: LittleClinic, desk: Desk
) -> None:
    doctor_who_is_in(clinic)
    for _ in range(3):
        desk.joined()

    assert estimate(desk, desk.joined(doctor=None)).p50_min == 0


def test_the_board_says_what_somebody_would_wait_who_comes_now(clinic: LittleClinic, desk: Desk) -> None:
    assert newcomers(desk) == [WaitRange(0, 5)]
    for _ in range(3):
        desk.joined()

    (told,) = newcomers(desk)

    assert told is not None
    assert told.lower_min >= 30


def test_the_urgent_are_told_that_they_are_next_and_an_emergency_is_never_told_a_number(desk: Desk) -> None:
    routine, urgent, emergency = desk.joined(), desk.joined(), desk.joined()
    desk.do(set_triage, urgent, 2)
    desk.do(set_triage, emergency, 1)

    next_one = ranges(desk)[urgent]
    assert next_one is not None
    assert next_one.is_next
    assert ranges(desk)[emergency] is None
    assert followed(desk, emergency) is None
    said = ranges(desk)[routine]
    assert said is not None
    assert said.upper_min > 20, "two are called before them"


def test_where_no_doctor_is_in_nothing_is_said(clinic: LittleClinic, desk: Desk) -> None:
    place = desk.joined(doctor=another_doctor(clinic))

    assert estimates(desk)[place] is None
    assert followed(desk, place) is None


def test_before_the_doors_open_nobody_is_promised_to_be_seen(clinic: LittleClinic, desk: Desk) -> None:
    clinic.clock.move(-90 * MINUTE)  # 7:30, and the doctor comes at eight

    assert estimate(desk, desk.joined()).p50_min == pytest.approx(30)


def test_nobody_is_promised_to_be_seen_before_the_time_that_they_booked(clinic: LittleClinic, desk: Desk) -> None:
    place = checked_in(clinic, desk, 25, "40718253")

    assert estimate(desk, place).p50_min >= 25


def test_a_doctor_who_calls_nobody_is_presumed_to_be_busy(clinic: LittleClinic, desk: Desk) -> None:
    place = desk.joined()
    assert estimate(desk, place).p90_min == 0
    clinic.clock.move(8 * MINUTE)

    assert 5 < estimate(desk, place).p90_min < 30


def test_what_was_announced_stands_while_a_few_minutes_go_by(clinic: LittleClinic, desk: Desk) -> None:
    places = [desk.joined() for _ in range(4)]
    desk.call()
    before = ranges(desk)[places[-1]]
    clinic.clock.move(2 * MINUTE)
    assert ranges(desk)[places[-1]] == before

    desk.set(places[0], "in_consultation")
    desk.set(places[0], "completed")
    desk.call()

    assert ranges(desk)[places[-1]] != before


def test_consultations_that_took_long_here_make_waits_longer(clinic: LittleClinic, desk: Desk) -> None:
    for _ in range(25):
        place = desk.joined()
        desk.call()
        desk.set(place, "in_consultation")
        clinic.clock.move(24 * MINUTE)
        desk.set(place, "completed")
        if clinic.clock.now().hour > 15:
            clinic.clock.move(-6 * 60 * MINUTE)
    clinic.clock.move(-timedelta(hours=1))  # what was read an hour ago is read anew
    first, second = desk.joined(), desk.joined()

    assert estimate(desk, second).p50_min > 15
    assert estimate(desk, first).p50_min < estimate(desk, second).p50_min


def test_a_layer_that_fails_is_named_once_and_the_next_one_answers(
    desk: Desk, memory: WaitMemory, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_course: Course, _history: SiteHistory) -> Sequence[WaitEstimate | None]:
        raise ZeroDivisionError("a model from another world")

    memory.layers = (broken, simulated)
    with caplog.at_level(logging.ERROR):
        places = [desk.joined() for _ in range(3)]

    assert {estimate(desk, place).method for place in places} == {Method.SIMULATED}
    assert [record.layer for record in caplog.records if hasattr(record, "layer")] == ["broken"]
    memory.layers = (broken,)
    assert estimate(desk, desk.joined()).method is Method.COUNTED


def test_a_line_that_is_too_long_to_be_played_is_counted(desk: Desk, memory: WaitMemory) -> None:
    memory.most_simulated = 2
    places = [desk.joined() for _ in range(3)]
    assert estimate(desk, places[2]).method is Method.COUNTED
    desk.do(park, places[0])

    assert estimate(desk, places[2]).method is Method.SIMULATED


def test_a_clock_that_jumps_back_leaves_no_estimate_from_the_future(clinic: LittleClinic, desk: Desk) -> None:
    clinic.clock.move(timedelta(hours=2))
    places = [desk.joined() for _ in range(3)]
    estimates(desk)
    clinic.clock.move(-timedelta(hours=2))

    said = estimate(desk, places[-1])

    assert said.p50_min >= 0
    assert said.p90_min < 24 * 60


def test_what_was_told_stands_for_a_minute_and_never_before_it_was_told() -> None:
    told = Told(MORNING)

    assert told.stands(MORNING)
    assert told.stands(MORNING + 0.9 * MINUTE)
    assert not told.stands(MORNING + MINUTE)
    assert not told.stands(MORNING - 0.1 * MINUTE)


def test_an_emergency_is_promised_no_minutes() -> None:
    row = {"id": 1, "doctor_id": None, "scheduled_date": None, "special_reason": None, "appointment_type": None}

    assert Told(MORNING).of({**row, "triage_level": EMERGENCY_LEVEL}, 0, 1, MORNING) is None
    assert Told(MORNING).of({**row, "triage_level": None}, 0, 1, MORNING) is not None


def test_whom_staff_put_first_is_told_so_and_the_others_wait_longer(desk: Desk) -> None:
    places = [desk.joined() for _ in range(3)]
    desk.call()
    before = estimate(desk, places[1]).p50_min
    desk.do(override, places[2], "in pain")

    assert estimate(desk, places[2]).p50_min < estimate(desk, places[1]).p50_min
    assert estimate(desk, places[1]).p50_min > before


def test_who_is_called_waits_no_more(desk: Desk) -> None:
    place = desk.joined()
    desk.call()

    assert desk.row(place)["current_status"] == QueueStatus.CALLED.value
    assert estimates(desk)[place] is None
    assert followed(desk, place) is None


def test_a_kiosk_that_is_cut_off_tells_what_the_centre_would(clinic: LittleClinic, desk: Desk) -> None:
    kiosk = clinic.enrol("B", 1)
    try:
        clinic.pull(kiosk)
        at_kiosk = Desk(clinic, kiosk.replica)
        place = [at_kiosk.joined() for _ in range(3)][-1]
        there = estimate(at_kiosk, place)
        clinic.sync(kiosk)

        (here,) = (one for one in estimates(desk).values() if one is not None and one.ahead == 2)

        assert there.method is Method.SIMULATED
        assert (here.p50_min, here.p90_min) == pytest.approx((there.p50_min, there.p90_min))
    finally:
        kiosk.database.close()
