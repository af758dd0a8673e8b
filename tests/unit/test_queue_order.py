"""The order of the queue: worked examples of the design page, and what holds whoever waits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import prod
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server_sync.clinic.policy_documents import (
    parse_policy,
    policy_document,
    policy_in_force,
    preset_policy,
    stored_policy,
)
from server_sync.clinic.queue_explanation import Explanation, explain
from server_sync.clinic.queue_order import Emergency, Override, QueueOrder, Waiting, ordered
from server_sync.clinic.queue_policy import DAY_CLINIC, Policy, PolicyRefused, SpecialReason, special_reason
from server_sync.clinic.queue_presets import PRESETS

TEN = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
ALWAYS = settings(derandomize=True, deadline=None, max_examples=150)
ALL_DAY = Policy(
    name="ctas", targets_min=((2, 15.0), (3, 30.0), (4, 60.0), (5, 120.0)), betas=((5, 2.0),), reference_min=90.0
)


def ago(minutes: float) -> datetime:
    return TEN - timedelta(minutes=minutes)


def walk_in(key: int, waited: float, level: int | None = None, special: SpecialReason | None = None) -> Waiting:
    return Waiting(key, f"20260309-{key:03d}", ago(waited), triage_level=level, special=special)


def booked(key: int, booked_ago: float, arrived_ago: float, level: int | None = None) -> Waiting:
    return Waiting(key, f"20260309-{key:03d}", ago(arrived_ago), booked_for=ago(booked_ago), triage_level=level)


def line(*waiting: Waiting, policy: Policy = DAY_CLINIC, now: datetime = TEN) -> list[int]:
    return [entry.waiting.key for entry in ordered(waiting, policy, now)]


def explained(one: Waiting, *others: Waiting, policy: Policy = DAY_CLINIC) -> Explanation:
    entries = ordered((one, *others), policy, TEN)
    place = next(place for place, entry in enumerate(entries) if entry.waiting.key == one.key)
    return explain(entries, place, policy, TEN)


def score(one: Waiting, policy: Policy = DAY_CLINIC) -> float:
    (entry,) = ordered((one,), policy, TEN)
    return entry.score(TEN)


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        (walk_in(1, 90), 100),
        (walk_in(1, 45, level=3), 200),
        (walk_in(1, 15, level=2), 600),
        (walk_in(1, 30, level=3, special=SpecialReason.AGE), 300),
        (walk_in(1, 60, level=4, special=SpecialReason.PREGNANT), 150),
        (booked(1, 20, 40), 450),
        (walk_in(1, 90, level=5), 100),
    ],
)
def test_whoever_reaches_their_target_scores_a_hundred_times_their_severity(waiting: Waiting, expected: float) -> None:
    assert score(waiting) == pytest.approx(expected, abs=1e-9)


def test_urgent_patient_passes_a_routine_one_who_has_waited_thirty_times_as_long() -> None:
    assert line(walk_in(1, 90), walk_in(2, 3, level=2)) == [2, 1]
    assert line(walk_in(1, 90), walk_in(2, 2, level=2)) == [1, 2]


def test_appointment_waits_from_its_booked_time_and_not_from_an_early_arrival() -> None:
    (entry,) = ordered((booked(1, booked_ago=5, arrived_ago=50),), DAY_CLINIC, TEN)
    assert (entry.waited_min(TEN), entry.due_at) == (5, TEN + timedelta(minutes=15))


def test_fifteen_minutes_late_is_still_an_appointment_and_sixteen_is_a_walk_in() -> None:
    punctual, late = ordered((booked(1, 25, 10), booked(2, 26, 10)), DAY_CLINIC, TEN)
    assert (punctual.terms.target_min, punctual.is_late) == (20, False)
    assert (late.terms.target_min, late.is_late, late.waited_min(TEN)) == (90, True, 10)


def test_who_came_before_their_time_is_served_when_nobody_else_waits_and_then_by_their_time() -> None:
    early, earlier = booked(1, -20, 5), booked(2, -10, 1)
    assert line(early, earlier, walk_in(3, 0)) == [3, 2, 1]


def test_who_came_early_with_a_special_reason_is_not_put_behind_for_it() -> None:
    special = booked(2, -10, 1)._replace(special=SpecialReason.AGE)
    assert line(booked(1, -10, 5), special) == [2, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (walk_in(2, 30), walk_in(1, 29)),
        (booked(2, 30, 45), booked(1, 30, 40)),
        (walk_in(1, 30), walk_in(2, 30)),
        (walk_in(2, 0, level=2), walk_in(1, 0)),
    ],
    ids=["longer wait", "earlier arrival", "smaller number", "shorter target at no wait"],
)
def test_ties_are_broken_in_a_fixed_order(one: Waiting, other: Waiting) -> None:
    assert line(other, one) == [one.key, other.key]


def test_override_goes_before_the_order_and_says_who_when_and_why() -> None:
    override = Override(ago(1), "nurse", "collapsed in the corridor")
    first = walk_in(1, 5)._replace(override=override)
    assert line(walk_in(2, 80, level=2), first) == [1, 2]
    (note,) = explained(first, walk_in(2, 80, level=2)).notes
    assert note.text == "put first by nurse: collapsed in the corridor"
    assert ("at", ago(1).isoformat(timespec="seconds")) in note.parameters


def test_triage_keeps_the_reference_time() -> None:
    order = QueueOrder(DAY_CLINIC)
    order.insert(walk_in(1, 80))
    order.insert(walk_in(2, 85))
    assert order.retriage(1, 2) is None
    assert [one and one.key for one in (order.pop(TEN), order.pop(TEN), order.pop(TEN))] == [1, 2, None]


def test_emergency_is_named_and_never_queues() -> None:
    order = QueueOrder(DAY_CLINIC)
    assert order.insert(walk_in(1, 5, level=1)) == Emergency(1, "20260309-001")
    order.insert(walk_in(2, 5))
    assert order.retriage(2, 1) == Emergency(2, "20260309-002")
    assert (len(order), order.choose(TEN), line(walk_in(1, 5, level=1))) == (0, None, [])


def test_explanation_says_in_sentences_what_the_score_is_made_of() -> None:
    told = explained(walk_in(1, 30, level=3, special=SpecialReason.AGE), walk_in(2, 60), walk_in(3, 1, level=2))
    assert [factor.sentence.text for factor in told.factors] == [
        "waited 30 min of the reference 90",
        "triage 3: target 45 instead of 90 min",
        "75 years or older: target 30 instead of 45 min",
    ]
    assert prod(factor.value for factor in told.factors) * 100 == pytest.approx(told.score, abs=1e-9)
    assert (told.policy, len(told.policy_version), told.due_at) == ("day_clinic", 12, TEN)
    assert told.overtakes == ("20260309-002",)
    assert told.severity_score * told.wait_score / 100 == pytest.approx(told.score)


def test_explanation_names_lateness_and_a_clock_that_nobody_compared() -> None:
    told = explained(booked(1, 40, 10)._replace(is_clock_verified=False))
    assert [note.key for note in told.notes] == ["late", "clock_unverified"]
    assert told.lane.channel == "walk_in"


def test_clock_that_is_ahead_lets_nobody_pass_and_one_that_is_behind_breaks_no_number() -> None:
    """A machine whose clock was never compared: its walk-in may seem to come at ten past, or in 1970."""
    ahead = Waiting(1, "B001", TEN + timedelta(minutes=10), triage_level=2, is_clock_verified=False)
    behind = Waiting(2, "B002", datetime(1970, 1, 1, tzinfo=UTC), triage_level=2, is_clock_verified=False)
    assert line(ahead, walk_in(3, 1), walk_in(4, 0)) == [3, 4, 1]
    assert line(ahead, now=TEN + timedelta(minutes=11)) == [1]
    assert [note.key for note in explained(ahead).notes] == ["clock_unverified"]
    told = explained(behind, walk_in(3, 600)).as_snapshot()
    assert (told["queue_position"], told["priority_score"], told["wait_time_score"]) == (1, 99_999_999, 99_999_999)


def test_clock_that_is_put_back_changes_no_order_for_long() -> None:
    crowd = [walk_in(1, 60), walk_in(2, 3, level=2), booked(3, -10, 5)]
    before = line(*crowd)
    assert line(*crowd, now=TEN - timedelta(hours=2)) == [1, 2, 3]
    assert line(*crowd) == before


def test_whoever_missed_their_call_waits_anew_from_then() -> None:
    told = explained(walk_in(1, 60)._replace(counted_from=ago(9)))
    assert (told.reference, [note.key for note in told.notes]) == (ago(9), ["requeued"])


def test_beyond_its_target_a_level_with_beta_grows_faster() -> None:
    assert score(walk_in(1, 240, level=5), ALL_DAY) == pytest.approx(100 * 90 / 120 * (1 + 2 * 1))
    told = explained(walk_in(1, 240, level=5), policy=ALL_DAY)
    assert told.factors[-1].value == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"targets_min": {"2": 15, "3": 15, "4": 90}}, "targets_do_not_grow"),
        ({"targets_min": {"2": 15, "3": 22, "4": 90}}, "special_reaches_next_level"),
        ({"targets_min": {"2": 15, "3": 22.5, "4": 90}}, "special_reaches_next_level"),
        ({"appointment_target_min": 15}, "appointment_reaches_urgent"),
        ({"appointment_target_min": 19}, "special_appointment_passes_urgent"),
        ({"targets_min": {"1": 5, "2": 15}}, "emergencies_never_queue"),
        ({"targets_min": {}}, "no_targets"),
        ({"targets_min": {"7": 15}}, "unknown_level"),
        ({"targets_min": {"2": "soon"}}, "not_a_number"),
        ({"targets_min": {"2": True}}, "not_a_number"),
        ({"targets_min": 15}, "not_a_policy"),
        ({"targets_min": {"2": 1e-9}}, "target_out_of_range"),
        ({"reference_min": float("nan")}, "target_out_of_range"),
        ({"reference_min": 10**400}, "target_out_of_range"),
        ({"special_factor": 1.5}, "factor_out_of_range"),
        ({"betas": {"4": 0.5}}, "beta_out_of_range"),
        ({"betas": {"4": 50}}, "beta_overtakes"),
        ({"tagrets_min": {}}, "unknown_setting"),
        ({"preset": "esi"}, "unknown_preset"),
        ({"preset": ["ctas"]}, "unknown_preset"),
        ({"preset": "mts", "targets_min": {"2": 60, "3": 10}}, "targets_do_not_grow"),
        ({"name": " "}, "not_a_name"),
        ({"name": "a\x00b"}, "not_a_name"),
        ({"name": "\ud800"}, "not_a_name"),
        ({"name": "a" * 81}, "not_a_name"),
        ({"special_factor": "1/0"}, "not_a_number"),
        ({"special_factor": "1e9"}, "not_a_number"),
        ([], "not_a_policy"),
    ],
)
def test_configuration_that_would_order_people_wrongly_is_refused_with_its_reason(document: object, code: str) -> None:
    with pytest.raises(PolicyRefused) as refused:
        parse_policy(document)
    assert refused.value.code == code
    assert refused.value.words


def test_policy_is_the_day_clinics_but_for_what_a_location_says() -> None:
    stricter = parse_policy({"targets_min": {"2": 10, "3": 40, "4": 80}, "late_after_min": 5})
    assert (stricter.appointment_target_min, stricter.late_after_min) == (20, 5)
    assert stricter.version != DAY_CLINIC.version == parse_policy(None).version == parse_policy({}).version


def test_policy_as_it_is_stored_holds_no_floats_and_says_the_same() -> None:
    wanted = {"special_factor": 0.7, "targets_min": {"2": 15.0, "3": 44.5, "4": 90}}
    stored = stored_policy(wanted)
    assert stored == {"special_factor": "0.7", "targets_min": {"2": 15, "3": "44.5", "4": 90}}
    assert parse_policy(stored) == parse_policy(wanted)
    assert parse_policy({"special_factor": "2/3"}) == DAY_CLINIC


def test_desk_goes_on_with_the_day_clinics_policy_where_it_cannot_read_its_own() -> None:
    assert policy_in_force({"from_the_future": 1}) is DAY_CLINIC
    assert policy_in_force({"late_after_min": 5}).late_after_min == 5


@pytest.mark.parametrize(
    ("name", "targets"),
    [
        ("day_clinic", [15, 45, 90, 90]),
        ("ctas", [15, 30, 60, 120]),
        ("mts", [10, 60, 120, 240]),
        ("ats", [10, 30, 60, 120]),
    ],
)
def test_presets_have_the_published_targets_and_are_sound_policies(name: str, targets: list[float]) -> None:
    policy = preset_policy(name)
    assert [policy.level_target_min(level) for level in (2, 3, 4, 5)] == targets
    assert (policy.name, PRESETS[name].source != "") == (name, True)
    assert set(PRESETS[name].goals_percent) <= {level for level, _ in policy.targets_min}


def test_location_changes_what_it_wants_of_a_preset() -> None:
    own = parse_policy({"preset": "mts", "name": "Northgate", "appointment_target_min": 15})
    assert (own.name, own.appointment_target_min, own.level_target_min(5)) == ("Northgate", 15, 240)
    assert own.version != preset_policy("mts").version
    assert preset_policy("day_clinic") == DAY_CLINIC


@pytest.mark.parametrize("name", list(PRESETS))
def test_whole_document_of_a_policy_says_the_same_without_the_preset(name: str) -> None:
    whole = policy_document(preset_policy(name))
    assert "preset" not in whole
    assert stored_policy(whole) == whole
    assert parse_policy(whole) == preset_policy(name)


@pytest.mark.parametrize(
    ("born", "said", "reason"),
    [
        (date(1951, 3, 9), None, SpecialReason.AGE),
        (date(1951, 3, 10), None, None),
        (date(2025, 3, 10), None, SpecialReason.INFANT),
        (date(2025, 3, 9), None, None),
        (date(1990, 1, 1), SpecialReason.INFANT, None),
        (date(1990, 1, 1), SpecialReason.AGE, None),
        (None, SpecialReason.INFANT, SpecialReason.INFANT),
        (None, SpecialReason.AGE, None),
        (date(1940, 1, 1), SpecialReason.PREGNANT, SpecialReason.PREGNANT),
        (date(2030, 1, 1), None, None),
        (None, None, None),
    ],
)
def test_age_is_the_records_and_counts_through_the_special_flag_alone(
    born: date | None, said: SpecialReason | None, reason: SpecialReason | None
) -> None:
    assert special_reason(born, TEN.date(), said) is reason


minutes = st.integers(-60, 600)
levels = st.sampled_from([None, 2, 3, 4, 5])
reasons = st.sampled_from([None, SpecialReason.AGE, SpecialReason.DISABILITY])
policies = st.sampled_from([DAY_CLINIC, ALL_DAY])


@st.composite
def people(draw: st.DrawFn, key: int = 0) -> Waiting:
    arrived = ago(draw(st.integers(0, 600)))
    offset = draw(st.none() | st.integers(-90, 90))
    booked_for = None if offset is None else arrived + timedelta(minutes=offset)
    return Waiting(key, f"{key:03d}", arrived, booked_for, draw(levels), draw(reasons))


crowds = st.lists(people(), max_size=12).map(
    lambda crowd: [one._replace(key=key, number=f"{key:03d}") for key, one in enumerate(crowd)]
)


@ALWAYS
@given(crowds, policies, st.randoms(use_true_random=False), st.integers(0, 300))
def test_order_is_the_same_for_any_order_of_arrival_in_the_list_and_for_the_heaps(
    crowd: list[Waiting], policy: Policy, random: Random, later: int
) -> None:
    now = TEN + timedelta(minutes=later)
    shuffled = list(crowd)
    random.shuffle(shuffled)
    order = QueueOrder(policy)
    for one in shuffled:
        order.insert(one._replace(triage_level=2))
        order.insert(one)
    from_heaps = [one.key for one in iter(lambda: order.pop(now), None)]
    assert line(*crowd, policy=policy, now=now) == line(*shuffled, policy=policy, now=now) == from_heaps


@ALWAYS
@given(policies, st.integers(-30, 600), levels, levels, reasons, st.booleans())
def test_of_two_who_waited_equally_long_in_a_channel_the_more_urgent_comes_first(
    policy: Policy, waited: int, one: int | None, other: int | None, special: SpecialReason | None, has_booked: bool
) -> None:
    def somebody(key: int, level: int | None) -> Waiting:
        made = booked(key, waited, waited, level) if has_booked or waited < 0 else walk_in(key, waited, level)
        return made._replace(special=special)

    if (one or 4) < (other or 4):
        assert line(somebody(2, one), somebody(1, other), policy=policy) == [2, 1]


@ALWAYS
@given(crowds, policies)
def test_factors_reproduce_every_score(crowd: list[Waiting], policy: Policy) -> None:
    entries = ordered(crowd, policy, TEN)
    for place in range(len(entries)):
        told = explain(entries, place, policy, TEN)
        product = 100 * prod(factor.value for factor in told.factors)
        assert abs(product - told.score) <= 1e-9 * max(1, abs(told.score))
        assert all(factor.sentence.text for factor in told.factors)


@ALWAYS
@given(crowds)
def test_nobody_is_overtaken_by_who_comes_after_their_bound(crowd: list[Waiting]) -> None:
    """No starvation: with k = b_i / b_max, nobody who arrives after r_i + (1 - k) (t - r_i) can overtake i."""
    entries = [entry for entry in ordered(crowd, DAY_CLINIC, TEN) if entry.reference <= TEN]
    steepest = max((entry.terms.per_minute for entry in entries), default=1)
    for place, entry in enumerate(entries):
        part = entry.terms.per_minute / steepest
        bound = entry.reference + (1 - part) * (TEN - entry.reference) + timedelta(milliseconds=1)
        assert not any(other.reference > bound for other in entries[:place])


@ALWAYS
@given(st.lists(st.tuples(st.sampled_from(["insert", "cancel", "retriage", "pop"]), people()), max_size=60))
def test_level_1_is_never_queued_whatever_is_done(steps: list[tuple[str, Waiting]]) -> None:
    order = QueueOrder(DAY_CLINIC)
    held: dict[int, Waiting] = {}
    for key, (step, one) in enumerate(steps):
        level = 1 if key % 3 == 0 else one.triage_level
        somebody = one._replace(key=key, number=f"{key:03d}", triage_level=level)
        target = next(iter(held), None)
        if step == "insert" and order.insert(somebody) is None:
            held[key] = somebody
        elif step == "cancel" and target is not None:
            order.remove(target)
            del held[target]
        elif step == "retriage" and target is not None:
            if order.retriage(target, level or 3) is not None:
                del held[target]
            else:
                held[target] = held[target]._replace(triage_level=level or 3)
        elif step == "pop" and (popped := order.pop(TEN)) is not None:
            assert popped.key == line(*held.values())[0]
            del held[popped.key]
        assert len(order) == len(held)
        assert all(not waiting.is_emergency for waiting in held.values())


def test_day_of_people_judged_anew_leaves_no_more_behind_than_wait() -> None:
    order = QueueOrder(DAY_CLINIC)
    for key in range(100):
        order.insert(walk_in(key, key))
    for turn in range(5_000):
        order.retriage(turn % 100, 2 + turn % 3)
        order.insert(walk_in(1_000 + turn, turn % 60))
        order.remove(1_000 + turn)
    kept = sum(len(heap) for heap in order._heaps.values())
    assert kept <= 2 * len(order) + 1
    assert [one.key for one in iter(lambda: order.pop(TEN), None)] == line(
        *(walk_in(key, key, 2 + (4_900 + key) % 3) for key in range(100))
    )


def test_of_ten_thousand_who_wait_nobody_stands_behind_a_lower_score() -> None:
    random = Random(3)
    crowd = [
        Waiting(key, f"{key:05d}", ago(random.random() * 500), None, random.choice([None, 2, 3, 4]))
        for key in range(10_000)
    ]
    entries = ordered(crowd, DAY_CLINIC, TEN)
    assert {entry.waiting.key for entry in entries} == set(range(10_000))
    scores = [entry.score(TEN) for entry in entries]
    assert scores == sorted(scores, reverse=True)
