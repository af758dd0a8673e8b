"""The page's figures of acceptance (Q1 to Q7, Q10, Q13) beside what was measured, as rows of one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass

from tests.bench.queue import day_clinic, one_server, promises, speed, urgent_care
from tests.bench.queue.figures import Figures
from tests.bench.queue.runs import Measured, Run, measured

RUNS = (
    *(Run("A", load, policy) for load in (0.80, 0.88) for policy in ("ours", "first come", "strict", "capped sum")),
    Run("A", 0.88, "ours, beta 2"),
    *(Run("B", load, policy) for load in (0.93, 1.0) for policy in ("ours", "first come", "strict", "capped sum")),
    *(Run("B, Poisson", load, policy) for load in (0.93, 1.0) for policy in ("ours", "capped sum")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure; `asked` is its bound where there is one, and `beside` what it is compared with."""

    test: str
    what: str
    measured: float
    asked: float | None = None
    is_floor: bool = False
    unit: str = ""
    error: float = 0.0
    """Standard error over the seeds; 0 where there is none."""
    beside: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the figure is within its bound; None for one without."""
        if self.asked is None:
            return None
        return self.measured >= self.asked if self.is_floor else self.measured <= self.asked


Results = Mapping[Run, Measured]
_Of = Callable[[Figures], float]


def simulated(seeds: range, days: int, executor: Executor) -> list[Row]:
    """Q2 to Q5, and what both depend on."""
    results = measured(RUNS, seeds, days, executor)
    return [*_q2(results), *_q3(results), *_q4(results), *_q5(results), *_poisson(results)]


def one_server_rows(customers: int, executor: Executor) -> list[Row]:
    """Q1: so many customers in all, over ten seeds."""
    each = [customers // one_server.SEEDS] * one_server.SEEDS
    runs = list(executor.map(one_server.mean_waits, range(1, one_server.SEEDS + 1), each))
    ours, first_come = (
        [sum(run[name][place] for run in runs) / len(runs) for place in range(len(one_server.SLOPES))]
        for name in ("ours", "first come")
    )
    rows = [
        Row(
            "Q1",
            f"one server, b = {slope}: mean wait from its exact value",
            abs(wait / exact - 1) * 100,
            5,
            unit=" %",
            beside=f"{wait:.2f} min; exact {exact}",
        )
        for slope, exact, wait in zip(one_server.SLOPES, one_server.EXACT_WAITS_MIN, ours, strict=True)
    ]
    kept, wanted = one_server.conserved(ours), one_server.conserved(first_come)
    return [
        *rows,
        Row(
            "Q1",
            "sum(rho W) from first come's",
            abs(kept / wanted - 1) * 100,
            1,
            unit=" %",
            beside=f"{kept:.2f}; first come {wanted:.2f}; {customers:,} customers",
        ),
    ]


def speed_rows() -> list[Row]:
    """Q7, and the order from scratch."""
    few, many = speed.pop_us(1_000), speed.pop_us(100_000)
    return [
        Row("Q7", "push + pop, 10,000 waiting", speed.push_and_pop_us(10_000), 50, unit=" us", beside="CPU time"),
        Row("Q7", "pop, 100,000 / 1,000 waiting", many / few, 5, unit="x", beside=f"{many:.1f} / {few:.1f} us"),
        Row("Q7", "ordering 10,000 from scratch", speed.ordering_ms(10_000), 100, unit=" ms", beside="CPU time"),
    ]


def promise_rows(seeds: range, days: int, executor: Executor) -> list[Row]:
    """Q10 and Q13: what was learned on top of the simulation; beside it the simulation alone."""
    simulated, learned = promises.promised(seeds, days, executor)
    error, alone = learned.mean_error_min, simulated.mean_error_min
    lanes = simulated.covered()
    return [
        Row(
            "Q10",
            "B .93: mean error of the median",
            error,
            7.2,
            unit=" min",
            beside=f"the simulation alone {alone:.2f}",
        ),
        Row(
            "Q10",
            "B .93: its part of the error of counting heads",
            error / learned.naive_error_min,
            0.45,
            unit="x",
            beside=f"counting heads {learned.naive_error_min:.2f} min; {len(learned.lanes):,} visits",
        ),
        *(
            Row(
                "Q10",
                f"B .93: P90 holds, {lane}",
                share,
                0.87,
                is_floor=True,
                beside=f"the simulation alone {lanes[lane]:.3f}",
            )
            for lane, share in learned.covered().items()
        ),
        Row(
            "Q13",
            "B .93: shown range's upper end holds",
            learned.shown_holds,
            0.88,
            is_floor=True,
            beside="asked .88 to .93",
        ),
        Row(
            "Q13",
            "B .93: and no more often than",
            learned.shown_holds,
            0.93,
            beside=f"the simulation alone {simulated.shown_holds:.3f}",
        ),
        Row(
            "Q10",
            "an estimate where sixty wait",
            promises.estimate_ms(),
            5,
            unit=" ms",
            beside="CPU time, mean over all sixty",
        ),
    ]


def as_markdown(rows: list[Row]) -> str:
    """One table."""
    lines = ["| | what | measured | asked | | beside it |", "|---|---|---:|---:|---|---|"]
    for row in rows:
        error = f" ± {row.error:.2f}" if row.error else ""
        bound = "" if row.asked is None else f"{'>=' if row.is_floor else '<='} {row.asked:g}{row.unit}"
        verdict = {None: "", True: "reached", False: "**not reached**"}[row.reached]
        exact = f"{row.measured:.2f}" if row.unit or row.measured > 1 else f"{row.measured:.3f}"
        figure = f"{row.measured:,.0f}" if row.measured == int(row.measured) else exact
        lines.append(f"| {row.test} | {row.what} | {figure}{row.unit}{error} | {bound} | {verdict} | {row.beside} |")
    return "\n".join(lines)


def _q2(results: Results) -> list[Row]:
    ours = results[Run("A", 0.80, "ours")]
    others = _beside(results, "A", 0.80)
    rows = [
        _row(
            "Q2",
            f"A .80: level {lane} in its target",
            ours,
            _in_target(lane),
            share * 100,
            is_floor=True,
            unit=" %",
            beside=others(_in_target(lane)),
        )
        for lane, share in urgent_care.GOALS.items()
    ]
    return [
        *rows,
        _row("Q2", "A .80: wtard", ours, _late, 4.6, beside=others(_late)),
        _row("Q2", "A .80: r99", ours, _tail, 3.3, beside=others(_tail)),
        _row("Q2", "A .80: level 5 beyond 3T", ours, _lost, 1.4, unit=" %", beside=others(_lost)),
    ]


def _q3(results: Results) -> list[Row]:
    ours, steep = results[Run("A", 0.88, "ours")], results[Run("A", 0.88, "ours, beta 2")]
    strict = results[Run("A", 0.88, "strict")]
    others = _beside(results, "A", 0.88)
    second = _in_target("2")
    share = _late(ours.pooled) / _late(strict.pooled)
    return [
        _row("Q3", "A .88: level 2 in its target", ours, second, 91.5, is_floor=True, unit=" %", beside=others(second)),
        Row("Q3", "A .88: wtard / strict priority's", share, 0.9, unit="x", beside=_figure(ours, _late, others)),
        _row("Q3", "A .88: r99", ours, _tail, 7, beside=others(_tail)),
        _row("Q3", "A .88: level 5 beyond 3T", ours, _lost, 8, unit=" %", beside=others(_lost)),
        _row("Q3", "A .88, beta 2: level 5 beyond 3T", steep, _lost, 5.5, unit=" %"),
    ]


def _q4(results: Results) -> list[Row]:
    ours, capped = results[Run("B", 0.93, "ours")], results[Run("B", 0.93, "capped sum")]
    others = _beside(results, "B", 0.93)
    share = _late(ours.pooled) / _late(capped.pooled)
    lanes = [
        _row(
            "Q4",
            f"B .93: {lane} in {target:g} min (goal {share_wanted:.0%})",
            ours,
            _in_target(lane),
            unit=" %",
            beside=others(_in_target(lane)),
        )
        for lane, (target, share_wanted) in day_clinic.GOALS.items()
    ]
    return [
        _row("Q4", "B .93: wtard", ours, _late, 4.3, beside=others(_late)),
        Row("Q4", "B .93: wtard / the capped sum's", share, 0.45, unit="x"),
        Row("Q4", "B .93: lane goals of 7", goals_met(ours.pooled), 6, is_floor=True, beside=others(goals_met)),
        *lanes,
        _row("Q4", "B .93: r99", ours, _tail, 2.6, beside=others(_tail)),
    ]


def _q5(results: Results) -> list[Row]:
    ours, others = results[Run("B", 1.0, "ours")], _beside(results, "B", 1.0)
    return [
        _row("Q5", "B 1.0: wtard", ours, _late, 11.5, beside=others(_late)),
        _row("Q5", "B 1.0: r99", ours, _tail, 3.3, beside=others(_tail)),
    ]


def _poisson(results: Results) -> list[Row]:
    """Not asked: the page gives the number of walk-ins a day; were it only the mean of a Poisson number, this."""
    rows = []
    for load in (0.93, 1.0):
        ours, capped = results[Run("B, Poisson", load, "ours")], results[Run("B, Poisson", load, "capped sum")]
        beside = f"capped sum {_late(capped.pooled):.2f}"
        rows.append(_row("", f"B {load:g}, a Poisson number of walk-ins: wtard", ours, _late, beside=beside))
        rows.append(_row("", f"B {load:g}, a Poisson number of walk-ins: r99", ours, _tail))
    return rows


def goals_met(of: Figures) -> float:
    """How many lanes of the day clinic had their goal."""
    return float(sum(of.share_in_target(lane) >= share for lane, (_, share) in day_clinic.GOALS.items()))


def _row(
    test: str,
    what: str,
    ours: Measured,
    figure: _Of,
    asked: float | None = None,
    *,
    is_floor: bool = False,
    unit: str = "",
    beside: str = "",
) -> Row:
    return Row(test, what, figure(ours.pooled), asked, is_floor, unit, ours.error(figure), beside)


def _beside(results: Results, bench: str, load: float) -> Callable[[_Of], str]:
    def told(figure: _Of) -> str:
        names = ("first come", "strict", "capped sum")
        return ", ".join(f"{name} {figure(results[Run(bench, load, name)].pooled):.2f}" for name in names)

    return told


def _figure(ours: Measured, figure: _Of, others: Callable[[_Of], str]) -> str:
    return f"ours {figure(ours.pooled):.2f}, {others(figure)}"


def _in_target(lane: str) -> _Of:
    return lambda of: 100 * of.share_in_target(lane)


def _late(of: Figures) -> float:
    return of.weighted_lateness_min


def _tail(of: Figures) -> float:
    return of.worst_tail


def _lost(of: Figures) -> float:
    return 100 * of.share_beyond("5", 3)
