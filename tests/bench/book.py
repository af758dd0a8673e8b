"""Booking over HTTP beside an endpoint of the same server that does one bare INSERT; and many who want few places.

16 clients book at once, every rule and the guarantee of the slots on, people who are new and people who are known;
the bare INSERT takes the same body, the same pool and the same commit. They take turns, so that both see the same disk.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from statistics import median

from tests.bench.load import Reply, Request, request, send_all
from tests.bench.server_under_load import LoadedServer, loaded_server
from tests.bench.table import Row

CLIENTS = 16
TURNS = 5
A_TURN = 400
RACERS = 2_000
PLACES = 200


def measure() -> list[Row]:
    """Two rows: the throughput's ratio, and how many of the racers got one of the places."""
    with loaded_server(appointments=10_000, patients=5_000) as server:
        slots = free_slots(server)
        send_all(server.port, [booking(slots.pop(), number) for number in range(100)], CLIENTS)  # warm
        return [_throughput(server, slots), _race(server, slots)]


def free_slots(server: LoadedServer) -> list[tuple[int, str]]:
    """Doctor and local start of every free slot of the coming weeks, the doctors in turn."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    path = f"/api/appointments/availability?location_id=1&date={tomorrow}&days=28"
    ((reply,), _took) = send_all(server.port, [request("GET", path)], 1)
    doctors = json.loads(reply.body)["data"]
    listed = [[(doctor["doctor_id"], slot["start_time"]) for slot in doctor["available_slots"]] for doctor in doctors]
    return [slot for turn in zip(*listed, strict=False) for slot in turn]


def booking(slot: tuple[int, str], number: int, path: str = "/api/appointments/book") -> Request:
    """A request for a slot; every second person is new."""
    doctor_id, starts_at = slot
    person = number // 2 * 2 if number % 2 else number
    body = {
        "doctor_id": doctor_id,
        "scheduled_date": starts_at,
        "duration_minutes": 15,
        "patient_details": {
            "first_name": f"Given{person}",
            "last_name": "Sample",
            "phone": f"+44 7700 {person:06d}",
            "email": f"person{person}@example.org",
        },
        "reason_for_visit": "follow-up",
        "urgency_level": "routine",
        "payment_method": "desk",
        "payment_amount": "40.00",
    }
    return request("POST", path, body)


def _throughput(server: LoadedServer, slots: list[tuple[int, str]]) -> Row:
    booked, inserted, number = [], [], 1_000
    for _ in range(TURNS):
        chosen = [slots.pop() for _ in range(A_TURN)]
        people = range(number, number + A_TURN)
        number += A_TURN
        booked.append(_rate(server, [booking(slot, who) for slot, who in zip(chosen, people, strict=True)]))
        bare = [booking(slot, who, "/bench/insert") for slot, who in zip(chosen, people, strict=True)]
        inserted.append(_rate(server, bare))
    ratio = median(booked) / median(inserted)
    how = f"{median(booked):.0f}/s of {median(inserted):.0f}/s, {CLIENTS} clients, {TURNS} x {A_TURN} requests each"
    return Row("book / one bare INSERT, throughput over HTTP", ratio, 0.5, how=how, is_floor=True)


def _rate(server: LoadedServer, requests: Sequence[Request]) -> float:
    replies, took_s = send_all(server.port, requests, CLIENTS)
    _all_good(replies)
    return len(replies) / took_s


def _all_good(replies: Sequence[Reply]) -> None:
    bad = [reply for reply in replies if reply.status != 200]
    if bad:
        raise RuntimeError(f"{len(bad)} of {len(replies)} were refused: {bad[0].body[:300]!r}")


def _race(server: LoadedServer, slots: list[tuple[int, str]]) -> Row:
    """Ten clients for each place, all at once, on 2,000 connections."""
    wanted = [slots.pop() for _ in range(PLACES)]
    requests = [booking(wanted[number % PLACES], 100_000 + 2 * number) for number in range(RACERS)]
    replies, took_s = send_all(server.port, requests, RACERS)
    counted = Counter(f"{reply.status} {code_of(reply)}".strip() for reply in replies)
    how = f"{', '.join(f'{count} x {what}' for what, count in counted.most_common())}, {took_s:.1f} s in all"
    booked = sum(count for what, count in counted.items() if what == "200")
    wrong = sum(count for what, count in counted.items() if what not in ("200", "409 slot_full"))
    missed = abs(booked - PLACES) + wrong
    return Row(f"{RACERS} clients for {PLACES} places: not as it should be", missed, 0, unit="", how=how)


def code_of(reply: Reply) -> str:
    """The stable code of a refusal; empty where it was none."""
    return "" if reply.status == 200 else str(json.loads(reply.body)["error"]["code"])
