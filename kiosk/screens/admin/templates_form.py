"""What an admin typed for a session's template, and whether a template can be asked for with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any, TypeVar

from kiosk.screens.admin.templates_desk import SessionAsked
from server_sync.clinic.session_templates import (
    LEAST_MEAN_MIN,
    MOST_DAYS,
    MOST_MEAN_MIN,
    MOST_NO_SHOW,
    minute_of,
)
from server_sync.clinic.slots import CELL_MIN

WORKING_DAYS = frozenset(range(5))
_TIME = re.compile(r"([0-9]{1,2})(?:[:.hH]?([0-9]{2}))?")
_TYPED = ("first", "last", "starts", "ends", "mean", "no_show")
_A_DAY_MIN = 24 * 60

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """As it was typed; an empty mean or share is to come from the clinic's past. Days are `2026-03-09`."""

    doctor_id: int = 0
    first: str = ""
    last: str = ""
    starts: str = "08:00"
    ends: str = "12:00"
    mean: str = ""
    """Minutes."""
    no_show: str = ""
    """Per cent."""
    weekdays: frozenset[int] = WORKING_DAYS
    replaces: bool = False

    @property
    def typed(self) -> dict[str, str]:
        """What is typed by hand, by field, in a page's order."""
        return {name: getattr(self, name) for name in _TYPED}

    def with_typed(self, name: str, typed: str) -> TemplateForm:
        """The same with another text in one of the fields."""
        if name not in _TYPED:
            return self
        fields: dict[str, Any] = {name: typed}  # `replace` can't know which of them it is
        return replace(self, **fields)


@dataclass
class _Judge:
    """Reads what was typed and notes what is wrong with it."""

    wrong: dict[str, str] = field(default_factory=dict)

    def read(self, name: str, typed: str, read: Callable[[str], Value], code: str) -> Value | None:
        try:
            return read(typed)
        except ValueError:
            self.wrong[name] = code
            return None

    def refuse(self, name: str, code: str, is_wrong: bool) -> None:
        if is_wrong:
            self.wrong.setdefault(name, code)


def judged(form: TemplateForm) -> SessionAsked | Mapping[str, str]:
    """What to ask for, or what is wrong: a stable code by the field's name."""
    judge = _Judge()
    first = judge.read("first", form.first, _day, "no_day")
    last = judge.read("last", form.last, _day, "no_day")
    starts = judge.read("starts", form.starts, _time, "no_time")
    ends = judge.read("ends", form.ends, _time, "no_time")
    mean = judge.read("mean", form.mean, _number, "no_mean")
    share = judge.read("no_show", form.no_show, _number, "no_share")
    judge.refuse("doctor", "no_doctor", form.doctor_id == 0)
    judge.refuse("weekdays", "no_weekday", not form.weekdays)
    if first is not None and last is not None:
        judge.refuse("last", "before_first", last < first)
        judge.refuse("last", "too_many_days", (last - first).days >= MOST_DAYS)
    judge.refuse("mean", "no_mean", mean is not None and not LEAST_MEAN_MIN <= mean <= MOST_MEAN_MIN)
    judge.refuse("no_show", "no_share", share is not None and not 0 <= share <= 100 * MOST_NO_SHOW)
    if starts is not None and ends is not None:
        length = (minute_of(ends) or _A_DAY_MIN) - minute_of(starts)
        judge.refuse("ends", "before_start", length <= 0)
        judge.refuse("ends", "shorter_than_visit", length < (mean or LEAST_MEAN_MIN))
    if judge.wrong or first is None or last is None or starts is None or ends is None:
        return judge.wrong
    rate = None if share is None else round(share / 100, 4)
    return SessionAsked(form.doctor_id, first, last, starts, ends, form.weekdays, mean, rate, form.replaces)


def _plain(typed: str) -> str:
    """With digits of any script as 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in typed.strip())


def _day(typed: str) -> date:
    return date.fromisoformat(_plain(typed))


def _time(typed: str) -> time:
    """`8`, `8:00`, `8.30` or `0830`, on the clinic's grid; 24:00 is the day's end."""
    match = _TIME.fullmatch(_plain(typed))
    if match is None:
        raise ValueError(typed)
    hours, minutes = int(match[1]), int(match[2] or 0)
    if minutes % CELL_MIN:
        raise ValueError(typed)
    return time(0) if (hours, minutes) == (24, 0) else time(hours, minutes)


def _number(typed: str) -> float | None:
    plain = _plain(typed).removesuffix("%").removesuffix("٪").strip().replace(",", ".").replace("٫", ".")
    if plain and not re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain):
        raise ValueError(typed)
    return float(plain) if plain else None
