"""What every picture shares: the theme's colours and typefaces, its frame, and how it becomes PNG or SVG.

matplotlib keeps fonts and settings for the whole process, so that one picture is drawn at a time.
"""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from server_sync.desk.analytics.words import Words

# As in resources/qml/controls/Theme.qml.
PAPER, SURFACE, INK, SOFT_INK = "#F5F2EC", "#FFFFFF", "#12292E", "#3B535B"
LINE, QUIET_LINE, PRIMARY, TINT = "#8A8678", "#D9D5CB", "#084F56", "#E2EFEE"
SUN, ALERT, GOOD, PALE = "#F2B84B", "#8E1F23", "#155232", "#8FB4B6"

WIDTH_IN, HEIGHT_IN = 12.0, 6.75
DPI = 120

_FONTS = (
    ("AtkinsonHyperlegibleNext-400", "AtkinsonHyperlegibleNext-600"),
    ("NotoSans-400", "NotoSans-700"),
    ("NotoSansArabic-400", "NotoSansArabic-700"),
    ("NotoSansDevanagari-400", "NotoSansDevanagari-700"),
    ("NotoSansSC-400", "NotoSansSC-700"),
)
# It says for each typeface that lacks a weight which one it takes instead: by our own choice.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

_one_at_a_time = threading.Lock()


class Image(StrEnum):
    """How a picture may leave."""

    PNG = "png"
    SVG = "svg"


@contextmanager
def canvas() -> Iterator[Figure]:
    """An empty picture in our colours and typefaces; nobody else draws meanwhile."""
    with _one_at_a_time, mpl.rc_context(_settings()):
        yield Figure(figsize=(WIDTH_IN, HEIGHT_IN), dpi=DPI, facecolor=SURFACE)


def rendered(figure: Figure, kind: Image) -> bytes:
    """The finished picture, within `canvas`. The same picture is the same bytes each time."""
    paper = io.BytesIO()
    if kind is Image.PNG:
        FigureCanvasAgg(figure).print_png(paper)  # type: ignore[no-untyped-call]
    else:
        FigureCanvasSVG(figure).print_svg(paper, metadata={"Date": None})  # type: ignore[no-untyped-call]
    return paper.getvalue()


def frame(figure: Figure, words: Words, report: str, about: str) -> None:
    """The title, one sentence on what is shown, and beneath whose days these are."""
    edge, side = (0.965, "right") if words.is_right_to_left else (0.035, "left")
    figure.text(edge, 0.945, words(report), fontsize=21, weight=600, color=INK, ha=side, va="center")
    figure.text(edge, 0.885, _wrapped(words(f"{report}_note")), fontsize=11.5, color=SOFT_INK, ha=side, va="top")
    figure.text(edge, 0.03, about, fontsize=10, color=SOFT_INK, ha=side, va="center")


def quiet(axes: Axes, words: Words, *, grid: str = "x") -> None:
    """Only the lines that help to read; from right to left where the words run so."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelsize=11, colors=INK)
    axes.set_axisbelow(True)
    axes.grid(axis=grid, color=QUIET_LINE, linewidth=0.8)  # type: ignore[arg-type]  # "x", "y" or "both"
    if words.is_right_to_left:
        axes.invert_xaxis()
        axes.yaxis.tick_right()


def legend(axes: Axes, words: Words, columns: int) -> None:
    """Above the drawing, at the side where reading begins."""
    is_right = words.is_right_to_left
    axes.legend(
        loc="lower right" if is_right else "lower left",
        bbox_to_anchor=(1.0 if is_right else 0.0, 1.01),
        ncols=columns,
        frameon=False,
        fontsize=11,
        borderaxespad=0,
        handlelength=1.1,
        columnspacing=1.6,
        labelcolor=INK,
    )


def nothing(figure: Figure, words: Words) -> None:
    """What is drawn of days on which nothing happened."""
    figure.text(0.5, 0.45, words("nothing"), fontsize=16, color=SOFT_INK, ha="center", va="center")


def _wrapped(sentence: str, most: int = 140) -> str:
    """On two lines where one is too short; a script without spaces is shorter anyway."""
    if len(sentence) <= most:
        return sentence
    cut = sentence.rfind(" ", 0, most)
    return f"{sentence[:cut]}\n{sentence[cut + 1 :]}" if cut > 0 else sentence


@cache
def _families() -> tuple[str, ...]:
    found: list[str] = []
    for weights in _FONTS:
        paths = [str(files("resources").joinpath("fonts", f"{name}.ttf")) for name in weights]
        for path in paths:
            font_manager.fontManager.addfont(path)
        found.append(font_manager.FontProperties(fname=paths[0]).get_name())
    return tuple(found)


def _settings() -> Any:  # Any: matplotlib's own settings are of many types
    return {
        "font.family": list(_families()),
        "svg.fonttype": "path",
        "svg.hashsalt": "anteroom",
        "axes.edgecolor": QUIET_LINE,
        "text.color": INK,
        "axes.labelcolor": SOFT_INK,
        "axes.unicode_minus": False,
    }
