"""Chinese characters from pinyin: what a few Latin letters may mean, the likeliest in a name first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import resources

TABLE = Path(resources.__file__).parent / "names" / "pinyin.txt"
"""Made by resources/names/make_pinyin.py; 30 KB."""
LONGEST_SYLLABLE = 6
MOST_LETTERS = 24
"""Four syllables of the longest; more letters are a word of another language."""


@cache
def table() -> dict[str, str]:
    """By syllable, without tones and with v for ü, its characters. Read once, when the kiosk warms up."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {syllable: characters for syllable, _, characters in (line.partition(" ") for line in lines)}


@dataclass(frozen=True, slots=True)
class Composition:
    """Letters that are not characters yet, and which of what they may mean is shown first."""

    letters: str = ""
    first: int = 0

    def with_letter(self, letter: str) -> Composition:
        """One letter more."""
        return Composition(self.letters + letter)

    def without_last(self) -> Composition:
        """One letter less."""
        return Composition(self.letters[:-1])

    def turned(self, shown: int) -> Composition:
        """The next `shown` of what they may mean; after the last the first again."""
        following = self.first + shown
        return replace(self, first=following if following < len(self.candidates) else 0)

    @property
    def syllable(self) -> str:
        """The longest syllable that the letters begin with; empty where they begin with none."""
        small = self.letters.lower()
        lengths = range(min(LONGEST_SYLLABLE, len(small)), 0, -1)
        return next((small[:length] for length in lengths if small[:length] in table()), "")

    @property
    def candidates(self) -> str:
        """The characters that the first syllable may be; of one that is not finished yet, the likeliest of each."""
        if self.syllable:
            return table()[self.syllable]
        small = self.letters.lower()
        begun = [characters[0] for syllable, characters in table().items() if small and syllable.startswith(small)]
        return "".join(dict.fromkeys(begun))

    def after_choice(self) -> Composition:
        """What is left once a character was chosen."""
        return Composition(self.letters[len(self.syllable) :] if self.syllable else "")
