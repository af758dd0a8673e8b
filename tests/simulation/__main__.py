"""The simulation's commands: run a range of seeds, replay one, shrink one, try the planted bugs, add to the report."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable

from tests.simulation import planted
from tests.simulation.plan import Plan
from tests.simulation.runs import plan_of, run_seeds, simulator
from tests.simulation.shrinking import shrink, told
from tests.simulation.totals import Totals, keep, kept
from tests.simulation.world import Findings


def main() -> int:
    """One command; its exit code is 1 where an invariant was broken."""
    options = _parsed()
    bug = planted.named(options.planted) if getattr(options, "planted", None) else None
    match options.command:
        case "run" | "long-run":
            return _run(options, add=options.command == "long-run", bug=bug)
        case "replay":
            with planted.in_force(bug):
                return _tell(simulator().run_seed(options.seed, tells=True))
        case "shrink":
            with planted.in_force(bug):
                return _shrink(options.seed)
        case _:
            return _teeth(options.seeds, options.first, options.processes)


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("run", "run seeds"), ("long-run", "run seeds and add them to the report")):
        run = commands.add_parser(name, help=words)
        run.add_argument("--seeds", type=int, default=100)
        run.add_argument("--first", type=int, default=1)
        run.add_argument("--processes", type=int, default=os.cpu_count() or 1)
        run.add_argument("--planted", help="with this bug planted")
    for name, words in (("replay", "tell one seed step by step"), ("shrink", "make a failing seed small")):
        one = commands.add_parser(name, help=words)
        one.add_argument("seed", type=int)
        one.add_argument("--planted", help="with this bug planted")
    teeth = commands.add_parser("teeth", help="find a seed that catches each planted bug")
    teeth.add_argument("--seeds", type=int, default=2000)
    teeth.add_argument("--first", type=int, default=1)
    teeth.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _run(options: argparse.Namespace, *, add: bool, bug: planted.Bug | None) -> int:
    seeds = range(options.first, options.first + options.seeds)
    totals, before = Totals([[seeds.start, seeds.stop - 1]]), kept() if add else Totals()
    if add:
        before.plus(totals)  # a range that was counted already is refused before it runs
    began = time.process_time(), time.monotonic()
    for findings in run_seeds(seeds, options.processes, lambda: planted.in_force(bug)):
        totals.add(findings)
        if findings.violations:
            _say(f"seed {findings.seed}: {findings.violations[0]}")
    _say(totals.table())
    _say(f"{time.monotonic() - began[1]:.0f} s")
    if add:
        keep(before.plus(totals), planted.table())
    return 1 if totals.violations else 0


def _tell(findings: Findings) -> int:
    _say(f"seed {findings.seed}: {findings.acknowledged} acknowledged, healed after {findings.healing_s} s")
    for violation in findings.violations:
        _say(f"  {violation}")
    return 1 if findings.violations else 0


def _shrink(seed: int) -> int:
    plan = plan_of(seed)
    broken = simulator().run(plan).names()
    if not broken:
        _say(f"seed {seed} breaks nothing")
        return 0

    def fails(candidate: Plan) -> bool:
        return bool(broken & simulator().run(candidate).names())

    small = shrink(plan, fails)
    _say(told(small))
    return _tell(simulator().run(small))


def _teeth(seeds: int, first: int, processes: int) -> int:
    missed = 0
    for bug in planted.BUGS:
        found = _first_failing(run_seeds(range(first, first + seeds), processes, lambda bug=bug: planted.in_force(bug)))  # type: ignore[misc]  # a default binds it
        missed += found is None
        _say(f"{bug.name}: " + ("not caught" if found is None else f"seed {found.seed}, {sorted(found.names())}"))
    return 1 if missed else 0


def _first_failing(findings: Iterable[Findings]) -> Findings | None:
    return next((one for one in findings if one.violations), None)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
