"""What reports say, in six languages: a file of words for each beside the code (`resources/reports`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")
RIGHT_TO_LEFT = frozenset({"ar"})


class Words:
    """One language's words. Raises KeyError for a language or a word that there is not."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.is_right_to_left = language in RIGHT_TO_LEFT
        self._words = _words(language)
        self.weekdays = tuple(self._words["weekdays"].split())

    def __call__(self, key: str, **values: object) -> str:
        """A word, with `values` in the places that it keeps for them."""
        return self._words[key].format(**values) if values else self._words[key]

    def lane(self, code: str) -> str:
        """`appointment_special` in words."""
        plain = code.removesuffix("_special")
        return self(plain) if plain == code else self("special", lane=self(plain))

    def column(self, key: str) -> str:
        """A column's heading; the five scores are their own."""
        return key.removeprefix("score_") if key.startswith("score_") else self(key)


@cache
def _words(language: str) -> Mapping[str, str]:
    if language not in LANGUAGES:
        raise KeyError(language)
    words: Mapping[str, str] = json.loads(files("resources").joinpath("reports", f"{language}.json").read_text("utf-8"))
    return words
