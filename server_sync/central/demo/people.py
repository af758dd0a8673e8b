"""The invented people of the demo clinic, the same for the same seed, from the lists in `resources/demo`."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import product
from random import Random
from typing import Any

PATIENTS = 300

AREA_CODES = tuple(range(210, 220))
"""Ten, that differ in their last digit: with it, the last eight digits of 555-01xx are unlike from person to person."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who never was. `email` is what the demo knows them by when it runs again."""

    first_name: str
    last_name: str
    gender: str
    date_of_birth: date
    phone: str
    email: str


@cache
def demo_lists() -> dict[str, Any]:  # Any: a TOML document of our own
    """The clinic, its doctors and the lists of names."""
    return tomllib.loads((files("resources") / "demo" / "clinic.toml").read_text("utf-8"))


def invent_people(seed: int, today: date) -> tuple[Person, ...]:
    """All patients of the demo. Their ages follow `today`'s year only."""
    random = Random(seed)  # noqa: S311 - invented people, no secrets
    names = _names(random)
    phones = _phones()
    return tuple(
        Person(
            first_name=first,
            last_name=last,
            gender=random.choice(("female", "male", "other", "unknown")),
            date_of_birth=_birth_date(random, today),
            phone=phones[place],
            email=f"patient{place + 1:03d}@example.org",
        )
        for place, (first, last) in enumerate(names)
    )


def _names(random: Random) -> Sequence[tuple[str, str]]:
    chosen: list[tuple[str, str]] = []
    for kind in demo_lists()["names"]:
        pairs = list(product(kind["first"], kind["last"]))
        count = PATIENTS * kind["share"] // 100
        # A small list names several people alike, as life does: the phone and the birth date tell them apart.
        chosen += random.sample(pairs * (count // len(pairs) + 1), count)
    random.shuffle(chosen)
    return chosen


def _phones() -> Sequence[str]:
    american = [f"+1 {AREA_CODES[n % 10]} 555 01{n // 10:02d}" for n in range(10, PATIENTS // 2 + 10)]
    british = [f"+44 7700 900{n:03d}" for n in range(PATIENTS - PATIENTS // 2)]
    return [phone for pair in zip(american, british, strict=True) for phone in pair]


def _birth_date(random: Random, today: date) -> date:
    first = date(today.year - 92, 1, 1)
    return first + timedelta(days=random.randrange(90 * 365))
