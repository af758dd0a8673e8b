"""Making a failing plan small: whatever can be taken away while the same invariant still fails is taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tests.simulation.plan import CENTRE, IN_LOBBY, Doing, Plan, Trouble

Part = TypeVar("Part", Doing, Trouble, str)
Fails = Callable[[Plan], bool]

MOST_TRIES = 600


def shrink(plan: Plan, fails: Fails) -> Plan:
    """The smallest plan found of which `fails` still says so; `plan` itself must fail."""
    tries = [MOST_TRIES]

    def still_fails(candidate: Plan) -> bool:
        tries[0] -= 1
        return tries[0] > 0 and fails(candidate)

    size = -1
    while size != _size(plan) and tries[0] > 0:
        size = _size(plan)
        for name in plan.machines:
            without = _without_machine(plan, name)
            if name != CENTRE and len(without.machines) > 1 and still_fails(without):
                plan = without
        plan = _fewer(plan, plan.troubles, lambda kept, base: replace(base, troubles=tuple(kept)), still_fails)
        plan = _fewer(plan, plan.doings, lambda kept, base: replace(base, doings=tuple(kept)), still_fails)
    return plan


def told(plan: Plan) -> str:
    """A plan as somebody reads it."""
    lines = [f"seed {plan.seed}: {', '.join(plan.machines)}; mended after {plan.chaos_s:.1f} s"]
    events = [(one.at_s, f"{one.machine}: {one.what} (number {one.number})") for one in plan.doings]
    events += [
        (one.at_s, f"{one.machine}: trouble {one.kind} until {one.until_s}, strength {one.strength:.2f}")
        for one in plan.troubles
    ]
    return "\n".join([*lines, *(f"  {at_s:8.3f} s  {words}" for at_s, words in sorted(events))])


def _fewer(plan: Plan, parts: Sequence[Part], put: Callable[[Sequence[Part], Plan], Plan], fails: Fails) -> Plan:
    """Zeller's ddmin, by complements alone: halves first, single ones last."""
    kept, chunk = list(parts), max(1, len(parts) // 2)
    while kept:
        start = 0
        while start < len(kept):
            fewer = kept[:start] + kept[start + chunk :]
            candidate = put(fewer, plan)
            if fails(candidate):
                kept, plan = fewer, candidate
            else:
                start += chunk
        if chunk == 1:
            break
        chunk = max(1, chunk // 2)
    return plan


def _without_machine(plan: Plan, name: str) -> Plan:
    return replace(
        plan,
        machines=tuple(one for one in plan.machines if one != name),
        doings=tuple(one for one in plan.doings if one.machine != name),
        troubles=tuple(one for one in plan.troubles if one.machine.removeprefix(IN_LOBBY) != name),
    )


def _size(plan: Plan) -> int:
    return len(plan.doings) + len(plan.troubles) + len(plan.machines)
