"""What the sync log says, on screens, in tables and on paper, in six languages: `resources/sync_log`, a file for each.

Machines go on by the stable names, in JSON Lines and over the wire; people read these words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from server_sync.desk.sync_log.right_to_left import END_OF_IT, LEFT_TO_RIGHT

LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")
RIGHT_TO_LEFT = frozenset({"ar"})

Sections = Mapping[str, Mapping[str, str]]


class LogWords:
    """One language's words. Raises KeyError for a language that there is not."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.is_right_to_left = language in RIGHT_TO_LEFT
        self._sections = _sections(language)

    def column(self, name: str) -> str:
        """A column's heading."""
        return self._sections["column"][name]

    def status(self, name: str) -> str:
        """What became of a set."""
        return self._said("status", name)

    def intent(self, name: str) -> str:
        """What was done."""
        return self._said("intent", name)

    def noun(self, name: str) -> str:
        """What kind of record."""
        return self._said("type", name)

    def action(self, name: str) -> str:
        """What happened to the record."""
        return self._said("action", name)

    def outcome(self, name: str) -> str:
        """How a set was settled. Rare ones of which nobody thought keep their names."""
        return self._said("outcome", name)

    def paper(self, key: str, **values: object) -> str:
        """A word of the printed log, with `values` in the places that it keeps for them."""
        if self.is_right_to_left:  # a date or an address within the sentence is not turned about
            values = {name: _isolated(str(said)) for name, said in values.items()}
        return self._sections["paper"][key].format(**values)

    def number(self, count: int) -> str:
        """A count, its thousands parted as the language does."""
        return f"{count:,}".replace(",", self._sections["language"]["group"])

    def _said(self, section: str, name: str) -> str:
        """Where there is no word, as of a newer version's names: the name, as people write it."""
        return self._sections[section].get(name) or name.replace("_", " ")


def asked_in_words(
    words: LogWords, first: date | None, last: date | None, device: str, intent: str, noun: str, status: str
) -> tuple[tuple[str, str], ...]:
    """A filter, label by label; what was not asked for is not said. `device` is what people call it."""
    first_day, last_day = first or words.paper("beginning"), last or words.paper("end")
    told = (
        (words.paper("days"), words.paper("days_are", first=first_day, last=last_day) if first or last else ""),
        (words.column("device"), device),
        (words.column("intent"), intent and words.intent(intent)),
        (words.column("type"), noun and words.noun(noun)),
        (words.column("status"), status and words.status(status)),
    )
    return tuple((label, said) for label, said in told if said)


def _isolated(said: str) -> str:
    return f"{LEFT_TO_RIGHT}{said}{END_OF_IT}" if said.isascii() else said


@cache
def _sections(language: str) -> Sections:
    if language not in LANGUAGES:
        raise KeyError(language)
    sections: Sections = json.loads(files("resources").joinpath("sync_log", f"{language}.json").read_text("utf-8"))
    return sections
