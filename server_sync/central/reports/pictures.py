"""Each report as one picture that a director can read from across a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from server_sync.central.reports.drawing import (
    ALERT,
    GOOD,
    INK,
    LINE,
    PALE,
    PRIMARY,
    QUIET_LINE,
    SOFT_INK,
    SUN,
    SURFACE,
    TINT,
    Image,
    canvas,
    frame,
    legend,
    nothing,
    quiet,
    rendered,
)
from server_sync.desk.analytics.shown import shown
from server_sync.desk.analytics.table import Cell, Column, Kind, Table
from server_sync.desk.analytics.words import Words

MOST_BARS = 16
"""Of one picture: more could not be read. The others stand in the table."""

_TOP, _BOTTOM = 0.745, 0.115
_HEAT = LinearSegmentedColormap.from_list("anteroom", [TINT, PALE, PRIMARY])

Row = Mapping[str, Any]  # Any: cells of several kinds, by column


def picture(table: Table, words: Words, about: str, kind: Image) -> bytes:
    """The report drawn. `about` says which days, where and of whom."""
    with canvas() as figure:
        frame(figure, words, table.report, about)
        rows = [dict(zip((column.key for column in table.columns), row, strict=True)) for row in table.rows]
        if rows:
            _DRAWN[table.report](figure, rows, words)
        else:
            nothing(figure, words)
        return rendered(figure, kind)


def _waits(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    lanes = [row for row in rows if row["doctor"] is None and row["lane"] is not None]
    doctors = [row for row in rows if row["doctor"] is not None and row["lane"] is None]
    left, right = _two(figure, words)
    _dumbbells(left, lanes, [words.lane(str(row["lane"])) for row in lanes], words)
    chosen = _chosen(doctors, "seen", figure, words)
    _dumbbells(right, chosen, [_name(row, words) for row in chosen], words)


def _dumbbells(axes: Axes, rows: Sequence[Row], names: Sequence[str], words: Words) -> None:
    quiet(axes, words)
    for place, row in enumerate(rows):
        axes.plot(
            [row["median"], row["p90"]], [place, place], color=PALE, linewidth=7, solid_capstyle="round", zorder=2
        )
    places = range(len(rows))
    axes.scatter([row["median"] for row in rows], places, s=95, color=PRIMARY, zorder=3, label=words("median"))
    axes.scatter([row["p90"] for row in rows], places, s=95, color=SUN, zorder=3, label=words("p90"))
    targets = [(row["target"], place) for place, row in enumerate(rows) if row["target"] is not None]
    if targets:
        at, on = zip(*targets, strict=True)
        axes.scatter(at, on, s=320, marker="|", linewidths=2.6, color=ALERT, zorder=4, label=words("target"))
    _named(axes, names, words)
    _from_zero(axes, words)
    legend(axes, words, 3)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: words("minutes", minutes=f"{value:.0f}")))


def _flow(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    axes = _one(figure, words)
    quiet(axes, words, grid="y")
    hours = [row["hour"] for row in rows]
    booked, walked = [row["with_appointment"] for row in rows], [row["walked_in"] for row in rows]
    axes.bar(hours, booked, width=0.78, color=PRIMARY, label=words("with_appointment"))
    axes.bar(hours, walked, width=0.78, bottom=booked, color=PALE, label=words("walked_in"))
    axes.plot(hours, [row["called"] for row in rows], color=SUN, linewidth=3, marker="o", label=words("called"))
    axes.set_xticks(hours, [f"{hour:02d}" for hour in hours])
    axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.set_ylim(bottom=0)
    legend(axes, words, 3)


def _peaks(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    _week(figure, rows, "arrived_a_day", words, "{:.1f}")


def _slots(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    _week(figure, rows, "booked", words, "{:.0f}")


def _week(figure: Figure, rows: Sequence[Row], key: str, words: Words, shape: str) -> None:
    axes = _one(figure, words)
    quiet(axes, words)
    axes.grid(visible=False)
    hours = range(min(row["hour"] for row in rows), max(row["hour"] for row in rows) + 1)
    days = range(max(5, 1 + max(row["weekday"] for row in rows)))
    most = max(row[key] for row in rows) or 1
    found = {(row["weekday"], row["hour"]): row[key] for row in rows}
    grid = [[found.get((day, hour), 0) / most for hour in hours] for day in days]
    edges = [hour - 0.5 for hour in (*hours, hours[-1] + 1)]
    axes.pcolormesh(edges, [day - 0.5 for day in range(len(days) + 1)], grid, cmap=_HEAT, vmin=0, vmax=1,
                    edgecolors=SURFACE, linewidth=3)  # fmt: skip
    for (day, hour), value in found.items():
        told = shape.format(value)
        tone = SURFACE if value / most > 0.6 else INK
        axes.text(hour, day, told, ha="center", va="center", fontsize=10.5 if len(hours) <= 14 else 8, color=tone)
    axes.set_xticks(list(hours), [f"{hour:02d}" for hour in hours])
    axes.set_yticks(list(days), [words.weekdays[day] for day in days])
    axes.invert_yaxis()


def _efficiency(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    chosen = _chosen([row for row in rows if row["index"] is not None], "visits", figure, words)
    if not chosen:
        nothing(figure, words)
        return
    axes = _one(figure, words, 0.2)
    quiet(axes, words)
    axes.axvline(1, color=LINE, linewidth=1.6, zorder=1)
    places = range(len(chosen))
    indices = [row["index"] for row in chosen]
    axes.hlines(list(places), 1, indices, color=PALE, linewidth=7, zorder=2)
    axes.scatter(indices, places, s=110, color=PRIMARY, zorder=3)
    reach = max(0.25, *(abs(index - 1) for index in indices)) * 1.25
    for place, row in enumerate(chosen):
        side = 1 if row["index"] >= 1 else -1
        on_the_right = (side > 0) is not words.is_right_to_left
        told = f"{row['index']:.2f}   {words('visits')}: {row['visits']:,}"
        axes.annotate(told, (row["index"], place), xytext=(11 if on_the_right else -11, 0), textcoords="offset points",
                      ha="left" if on_the_right else "right", va="center", fontsize=10, color=SOFT_INK)  # fmt: skip
    _named(axes, [_name(row, words) for row in chosen], words)
    axes.set_xlim(*((1 + reach, 1 - reach) if words.is_right_to_left else (1 - reach, 1 + reach)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: f"{value:.2f}"))


def _attendance(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    parts = (("kept", PRIMARY), ("open", TINT), ("cancelled", SUN), ("no_show", ALERT))
    _shares(figure, rows, parts, "booked", words)


def _satisfaction(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    tones = (ALERT, SUN, QUIET_LINE, PALE, PRIMARY)
    parts = tuple((f"score_{score}", tone) for score, tone in zip(range(1, 6), tones, strict=True))
    _shares(figure, rows, parts, "answers", words)


def _shares(
    figure: Figure, rows: Sequence[Row], parts: Sequence[tuple[str, str]], whole: str, words: Words
) -> None:  # fmt: skip
    chosen = _chosen([row for row in rows if row[whole]], whole, figure, words)
    if not chosen:
        nothing(figure, words)
        return
    axes = _one(figure, words, 0.2)
    quiet(axes, words)
    before = [0.0] * len(chosen)
    for key, tone in parts:
        wide = [row[key] / row[whole] for row in chosen]
        axes.barh(range(len(chosen)), wide, left=before, height=0.62, color=tone, label=words.column(key))
        for place, (start, width) in enumerate(zip(before, wide, strict=True)):
            if width >= 0.05:
                ink = SURFACE if tone in (PRIMARY, ALERT, GOOD) else INK
                axes.text(
                    start + width / 2, place, f"{width * 100:.0f} %", ha="center", va="center", fontsize=10, color=ink
                )
        before = [start + width for start, width in zip(before, wide, strict=True)]
    _named(axes, [f"{_name(row, words)}   {row[whole]:,}" for row in chosen], words)
    axes.set_xlim(*((1, 0) if words.is_right_to_left else (0, 1)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: f"{value * 100:.0f} %"))
    legend(axes, words, len(parts))


def _revenue(figure: Figure, rows: Sequence[Row], words: Words) -> None:
    currencies = [str(row["currency"]) for row in rows if row["doctor"] is None][:2]
    sides = _two(figure, words) if len(currencies) > 1 else (_one(figure, words, 0.2),)
    for axes, currency in zip(sides, currencies, strict=False):
        _paid(figure, axes, [row for row in rows if row["currency"] == currency and row["doctor"] is not None], words)
        total = next(row["paid"] for row in rows if row["currency"] == currency and row["doctor"] is None)
        place = 1.0 if words.is_right_to_left else 0.0
        side = "right" if words.is_right_to_left else "left"
        told = f"{words('paid')}: {total:,.2f} {currency}"
        axes.text(place, 1.02, told, transform=axes.transAxes, ha=side, va="bottom", fontsize=13, weight=600)


def _paid(figure: Figure, axes: Axes, rows: Sequence[Row], words: Words) -> None:
    quiet(axes, words)
    by_doctor: dict[str, float] = {}
    for row in rows:
        by_doctor[_name(row, words)] = by_doctor.get(_name(row, words), 0.0) + float(row["paid"])
    told = [{"doctor": name, "paid": paid} for name, paid in by_doctor.items()]
    chosen = _chosen(told, "paid", figure, words)
    places = range(len(chosen))
    axes.barh(places, [row["paid"] for row in chosen], height=0.62, color=PRIMARY)
    for place, row in enumerate(chosen):
        axes.annotate(f"{row['paid']:,.2f}", (row["paid"], place), xytext=(-6 if words.is_right_to_left else 6, 0),
                      textcoords="offset points", ha="right" if words.is_right_to_left else "left", va="center",
                      fontsize=10, color=SOFT_INK)  # fmt: skip
    _named(axes, [str(row["doctor"]) for row in chosen], words)
    most = max((row["paid"] for row in chosen), default=0) * 1.2 or 1
    axes.set_xlim(*((most, 0) if words.is_right_to_left else (0, most)))
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: f"{value:,.0f}"))


def _one(figure: Figure, words: Words, names: float = 0.1) -> Axes:
    """The whole width but for `names`, where reading begins."""
    start, end = (1 - 0.965, 1 - names) if words.is_right_to_left else (names, 0.965)
    return figure.add_axes((start, _BOTTOM, end - start, _TOP - _BOTTOM))


def _two(figure: Figure, words: Words) -> tuple[Axes, Axes]:
    starts = (0.535, 0.035) if words.is_right_to_left else (0.165, 0.665)
    first, second = (figure.add_axes((start, _BOTTOM, 0.3, _TOP - _BOTTOM)) for start in starts)
    return first, second


def _chosen(rows: Sequence[Row], key: str, figure: Figure, words: Words) -> list[Row]:
    """Those of whom there is most, in the order of the table; how many others there are stands beneath."""
    largest = sorted(rows, key=lambda row: -row[key])[:MOST_BARS]
    left_out = len(rows) - len(largest)
    if left_out:
        edge, side = (0.035, "left") if words.is_right_to_left else (0.965, "right")
        figure.text(edge, 0.03, words("more", count=left_out), fontsize=10, color=SOFT_INK, ha=side, va="center")
    return [row for row in rows if any(row is one for one in largest)]


def _name(row: Row, words: Words) -> str:
    cell: Cell = row["doctor"]
    told = shown(cell, Column("doctor", Kind.NAME), words)
    return told if len(told) <= 21 else f"{told[:20]}…"


def _named(axes: Axes, names: Sequence[str], _words: Words) -> None:
    axes.set_yticks(range(len(names)), list(names), fontsize=11 if len(names) <= 12 else 9.5)
    axes.set_ylim(max(len(names), 4) - 0.5, -0.5)


def _from_zero(axes: Axes, words: Words) -> None:
    most = max(axes.get_xlim())
    axes.set_xlim(*((most, 0) if words.is_right_to_left else (0, most)))


_DRAWN: Mapping[str, Callable[[Figure, Sequence[Row], Words], None]] = MappingProxyType(
    {
        "waits": _waits,
        "flow": _flow,
        "peaks": _peaks,
        "efficiency": _efficiency,
        "slots": _slots,
        "attendance": _attendance,
        "revenue": _revenue,
        "satisfaction": _satisfaction,
    }
)
