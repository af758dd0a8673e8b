"""The rules of leases: who may still sell, who may hold how many, and which configurations are refused."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from server_sync.clinic.leases import (
    USUAL,
    Asked,
    LeasePolicy,
    LeasePolicyRefused,
    NoUptime,
    RunTime,
    evenly,
    is_due,
    lease_policy_in_force,
    may_sell,
    parse_lease_policy,
    proven_s,
)
from server_sync.merge.leases import merge_lease
from server_sync.merge.verdicts import Outcome, Quarantined
from server_sync.protocol.changes import Action, RecordChange
from server_sync.records.boot_clock import BootClock

ASKED = Asked("machine", "boot/run", 10_000)
HOUR_S = 3600


def at(elapsed_ms: int, run: str = "boot/run", machine: str = "machine") -> RunTime:
    return RunTime(machine, run, elapsed_ms)


def test_the_holder_sells_for_its_own_time_from_when_it_asked() -> None:
    assert may_sell(ASKED, at(10_000), HOUR_S)
    assert may_sell(ASKED, at(10_000 + HOUR_S * 1000 - 1), HOUR_S)
    assert not may_sell(ASKED, at(10_000 + HOUR_S * 1000), HOUR_S)
    assert proven_s(ASKED, at(12_500)) == 2.5


@pytest.mark.parametrize(
    "now", [at(9_999), at(10_001, "boot/other run"), at(10_001, "other boot/run"), at(10_001, machine="copy"), None]
)
def test_who_cannot_prove_how_long_it_was_does_not_sell(now: RunTime | None) -> None:
    assert not may_sell(ASKED, now, HOUR_S)
    assert is_due(ASKED, now, HOUR_S)
    assert not may_sell(None, at(10_001), HOUR_S)


def test_a_lease_is_exchanged_at_half_of_its_time() -> None:
    assert not is_due(ASKED, at(10_000 + HOUR_S * 500 - 1), HOUR_S)
    assert is_due(ASKED, at(10_000 + HOUR_S * 500), HOUR_S)


def test_a_day_is_shared_so_that_most_of_it_is_left() -> None:
    def grant(of_the_day: int, free: int, here: int = 0, by_all: int = 0) -> int:
        return USUAL.places_to_grant(of_the_day=of_the_day, free=free, held_here=here, held_by_all=by_all)

    assert grant(20, 20) == 2
    assert grant(20, 20, here=1, by_all=1) == 1
    assert grant(20, 20, by_all=4) == 0
    assert grant(20, 3) == 1
    assert grant(20, 1) == 0
    assert grant(4, 4) == 0
    assert grant(20, 20, here=5, by_all=9) == 0


def test_what_is_granted_is_spread_over_the_day() -> None:
    assert evenly(range(20), 2) == [5, 15]
    assert evenly(range(3), 1) == [1]
    assert evenly([7], 4) == [7]
    assert evenly([], 4) == []
    assert len(set(evenly(range(7), 7))) == 7


def test_kiosks_hold_nothing_unless_it_says_so() -> None:
    assert [kind for kind in ("kiosk", "reception", "hub", "board") if USUAL.lets_hold(kind)] == ["reception", "hub"]
    assert LeasePolicy(kinds=("kiosk",)).lets_hold("kiosk")
    assert not LeasePolicy(days=0).lets_hold("reception")


def test_a_policy_says_what_differs() -> None:
    policy = parse_lease_policy({"kinds": ["kiosk"], "days": 1, "moves_when_taken": True, "sell_for_h": 2})
    assert policy == LeasePolicy(kinds=("kiosk",), days=1, moves_when_taken=True, sell_for_h=2)
    assert policy.sell_for_s == 7200
    assert parse_lease_policy(None) == USUAL


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ([], "not_a_policy"),
        ({"placesperday": 1}, "unknown_setting"),
        ({"kinds": "kiosk"}, "not_kinds"),
        ({"kinds": ["board"]}, "unknown_kind"),
        ({"days": True}, "not_a_number"),
        ({"days": 15}, "out_of_range"),
        ({"share_percent": 51}, "out_of_range"),
        ({"sell_for_h": 0}, "out_of_range"),
        ({"moves_when_taken": 1}, "not_a_choice"),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused_and_the_usual_one_holds(document: object, code: str) -> None:
    with pytest.raises(LeasePolicyRefused) as refused:
        parse_lease_policy(document)
    assert refused.value.code == code
    assert lease_policy_in_force(document) == USUAL


def test_a_device_may_give_a_lease_back_and_do_nothing_else_to_it() -> None:
    one = UUID(int=1)

    def change(action: Action = Action.UPDATE, **fields: object) -> RecordChange:
        return RecordChange("lease", action, one, dict(fields), {})  # type: ignore[arg-type]  # JSON

    moment = "2026-03-09T10:00:00.000000Z"
    given_back = merge_lease(change(returned_at=moment), {"returned_at": None})
    assert (given_back.outcome, given_back.values) == (Outcome.APPLIED, {"returned_at": moment})
    assert merge_lease(change(returned_at=moment), {"returned_at": moment}).outcome is Outcome.ALREADY_SO
    for wrong in (
        change(returned_at=None),
        change(returned_at=moment, seats=9),
        change(written_off_at=None),
        change(Action.DELETE, deleted_at=moment),
    ):
        with pytest.raises(Quarantined):
            merge_lease(wrong, {"returned_at": None})


def test_a_machine_counts_its_time_since_boot_and_says_nothing_where_it_cannot(tmp_path: Path) -> None:
    boot, machine = tmp_path / "boot_id", tmp_path / "machine-id"
    assert BootClock(boot, machine).read() is None
    boot.write_text("0c0ffee0-0000-4000-8000-000000000000\n")
    machine.write_text("0123456789abcdef0123456789abcdef\n")
    first, second = BootClock(boot, machine).read(), BootClock(boot, machine).read()
    assert first is not None
    assert second is not None
    assert (first.boot_id, first.machine_id) == (boot.read_text().strip(), machine.read_text().strip())
    assert first.elapsed_ms <= second.elapsed_ms
    machine.write_bytes(b"\xff\xfe")
    assert BootClock(boot, machine).read() is None
    assert NoUptime().read() is None
