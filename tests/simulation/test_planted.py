"""The simulation has teeth: each planted bug is caught by its seed, and the same seed is clean without it."""

from __future__ import annotations

import pytest

from tests.simulation import planted
from tests.simulation.plan import CENTRE, Plan
from tests.simulation.runs import plan_of, run_seed
from tests.simulation.shrinking import shrink


@pytest.mark.parametrize("bug", planted.BUGS, ids=lambda bug: bug.name)
def test_planted_bug_is_caught(bug: planted.Bug) -> None:
    with planted.in_force(bug):
        assert run_seed(bug.seed).violations
    assert run_seed(bug.seed).violations == []


def test_there_are_at_least_twenty_bugs_each_with_a_name_and_a_sentence() -> None:
    assert len({bug.name for bug in planted.BUGS}) == len(planted.BUGS) >= 20
    assert all(len(bug.what.split()) > 4 for bug in planted.BUGS)


def test_failing_plan_shrinks_to_what_it_needs_to_fail() -> None:
    plan = plan_of(1)
    culprit = next(doing for doing in plan.doings if doing.machine != CENTRE)

    def fails(candidate: Plan) -> bool:
        return culprit in candidate.doings and plan.troubles[0] in candidate.troubles

    small = shrink(plan, fails)
    assert (small.doings, small.troubles) == ((culprit,), (plan.troubles[0],))
    assert set(small.machines) <= {CENTRE, culprit.machine, plan.troubles[0].machine}
