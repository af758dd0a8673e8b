"""The benches of the queue's order, run briefly and with wide bounds: the figures themselves are `make bench-queue`."""

from __future__ import annotations

from functools import cache

import pytest

from tests.bench.queue import day_clinic, history, one_server, operations, promises, urgent_care
from tests.bench.queue.acceptance import goals_met
from tests.bench.queue.figures import Figures
from tests.bench.queue.people import EMERGENCY
from tests.bench.queue.runs import Run, one_seed

SEED = 1


@cache
def figures_of(bench: str, load: float, policy: str) -> Figures:
    return one_seed(Run(bench, load, policy), SEED, days=60 if bench == "A" else 80)


@pytest.mark.parametrize(("lane", "share"), list(urgent_care.GOALS.items()))
def test_most_of_every_level_are_seen_within_their_target_in_urgent_care(lane: str, share: float) -> None:
    assert figures_of("A", 0.80, "ours").share_in_target(lane) >= share - 0.05


def test_people_are_late_by_less_than_under_strict_priority_and_nobody_is_forgotten() -> None:
    ours, strict = figures_of("A", 0.88, "ours"), figures_of("A", 0.88, "strict")
    assert ours.weighted_lateness_min < 0.95 * strict.weighted_lateness_min
    assert ours.worst_tail < 0.8 * strict.worst_tail
    assert ours.share_beyond("5", 3) < 0.8 * strict.share_beyond("5", 3)


def test_steep_beta_keeps_more_of_the_lowest_class_from_waiting_for_ever() -> None:
    ours, steep = figures_of("A", 0.88, "ours"), figures_of("A", 0.88, "ours, beta 2")
    assert steep.share_beyond("5", 3) < 0.9 * ours.share_beyond("5", 3)


def test_day_clinic_keeps_six_lanes_of_seven_and_half_the_lateness_of_a_weighted_sum() -> None:
    ours, capped = figures_of("B", 0.93, "ours"), figures_of("B", 0.93, "capped sum")
    assert ours.weighted_lateness_min <= 6
    assert ours.weighted_lateness_min <= 0.55 * capped.weighted_lateness_min
    assert ours.worst_tail <= 3
    assert goals_met(ours) >= 6 > goals_met(capped)


def test_day_clinic_beyond_its_capacity_lets_nobody_wait_for_ever() -> None:
    ours = figures_of("B", 1.0, "ours")
    assert ours.weighted_lateness_min <= 15
    assert ours.worst_tail <= 4


def test_people_are_told_their_wait_far_better_than_by_counting_heads_and_it_mostly_holds() -> None:
    said = promises.simulated_promises(SEED, days=3)
    assert said.mean_error_min <= 10
    assert said.mean_error_min <= 0.5 * said.naive_error_min
    assert all(share > 0.6 for share in said.covered().values())
    assert 0.85 < said.shown_holds < 0.99


def test_everybody_who_came_was_served_once() -> None:
    assert figures_of("A", 0.80, "ours").count == figures_of("A", 0.80, "strict").count
    people = day_clinic.people(SEED, 0, 0.93)
    visits = history.day(SEED, 0, 0.93)
    assert [visit.served.person for visit in visits] == [one for one in people if one.level != EMERGENCY]
    assert all(visit.served.started_min >= visit.served.person.arrived_min for visit in visits)


def test_waits_of_one_server_are_near_their_exact_values_and_only_shared_out_anew() -> None:
    waits = one_server.mean_waits(SEED, 60_000)
    for wait, exact in zip(waits["ours"], one_server.EXACT_WAITS_MIN, strict=True):
        assert wait == pytest.approx(exact, rel=0.25)
    assert one_server.conserved(waits["ours"]) == pytest.approx(one_server.conserved(waits["first come"]), rel=0.02)


def test_whatever_is_done_to_a_queue_its_heaps_give_the_order_of_the_rules() -> None:
    operations.run(40, seed_is_fixed=True)
