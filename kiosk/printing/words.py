"""The words on paper: one TOML file a language, read once into a frozen value."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")
FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Everything that our papers say in one language; patterns name their parts in braces."""

    name: str
    drawn: bool
    """True where printers have no letters for this language: a paper is drawn as an image."""
    right_to_left: bool
    reprint: str
    your_number: str
    go_to: str
    room: str
    doctor: str
    wait: str
    wait_range: str
    wait_up_to: str
    wait_unknown: str
    ahead: str
    nobody_ahead: str
    late_note: str
    provisional_note: str
    keep_note: str
    follow_note: str
    help_note: str
    help_keep_note: str
    appointment: str
    appointment_day: str
    appointment_time: str
    address: str
    clinic_phone: str
    booking_code: str
    appointment_number: str
    appointment_provisional: str
    appointment_note: str
    receipt: str
    receipt_number: str
    amount: str
    method: str
    seen_by: str
    reference: str
    receipt_note: str
    test_page: str
    machine: str
    printer: str
    paper_width: str
    test_note: str
    methods: Mapping[str, str]
    """How something was paid, by `payments.method`."""
    decimal_mark: str
    group_mark: str
    """Between a large amount's groups of digits."""
    later_groups: int
    """Digits in each group before the last three: 3, or 2 where people count in lakhs."""
    day: str
    issued: str
    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]

    def wait_text(self, wait_min: tuple[int, int] | None) -> str:
        """A wait as people read it; a range that starts at nothing says only how long it may be."""
        if wait_min is None:
            return self.wait_unknown
        lower, upper = wait_min
        if lower in (0, upper):
            return self.wait_up_to.format(upper=upper)
        return self.wait_range.format(lower=lower, upper=upper)

    def ahead_text(self, people_ahead: int) -> str:
        """How many are ahead, by a bare number: it needs no plural, of which Arabic has six."""
        return str(people_ahead) if people_ahead else self.nobody_ahead

    def issued_text(self, issued_at: datetime) -> str:
        """Day and time of issue; hours run from 00 to 23 in every language, as on the clinic's clock."""
        return self._written(self.issued, issued_at)

    def amount_text(self, amount: Decimal, currency: str) -> str:
        """Money as people read it, with its ISO 4217 code: a sign such as $ would not say whose."""
        whole, point, part = f"{amount:f}".partition(".")
        grouped = re.sub(rf"(?<=\d)(?=(\d{{{self.later_groups}}})*\d{{3}}$)", self.group_mark, whole)
        return f"{grouped}{self.decimal_mark if point else ''}{part} {currency}"

    def day_text(self, moment: datetime) -> str:
        """The day alone."""
        return self._written(self.day, moment)

    def _written(self, pattern: str, moment: datetime) -> str:
        return pattern.format(
            weekday=self.weekdays[moment.weekday()],
            day=moment.day,
            month=self.months[moment.month - 1],
            year=moment.year,
            time=f"{moment:%H:%M}",
        )


def is_a_word(name: str) -> bool:
    """Whether a template may name it: one of the words and sentences, not a pattern or a list."""
    return name in _SENTENCES


@cache
def words_for(language: str) -> PaperWords:
    """The words of a BCP 47 language (`ar`, `fr-CA`), or English where we have none."""
    primary = language.split("-")[0].lower()
    chosen = primary if primary in LANGUAGES else FALLBACK_LANGUAGE
    source = resources.files("resources") / "tickets" / "words" / f"{chosen}.toml"
    return _words(tomllib.loads(source.read_text(encoding="utf-8")))


def _words(table: dict[str, Any]) -> PaperWords:  # Any: what TOML holds; a missing or unknown key raises here
    unknown = table.keys() - {field.name for field in fields(PaperWords)}
    if unknown:
        raise KeyError(f"words that no paper uses: {', '.join(sorted(unknown))}")
    for key in ("weekdays", "months"):
        table[key] = tuple(table[key])
    return PaperWords(**table)


_PATTERNS = frozenset({"decimal_mark", "group_mark", "name", "wait_range", "wait_up_to", "issued", "day"})
_SENTENCES = {field.name for field in fields(PaperWords) if field.type == "str"} - _PATTERNS
