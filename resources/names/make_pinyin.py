"""Make the table by which Chinese names are written from pinyin; run by hand, rarely.

    python -m venv aside && aside/bin/pip install pypinyin==0.53.0 jieba==0.42.1
    aside/bin/python resources/names/make_pinyin.py

Readings are pypinyin's, for each character of GB 2312 (which our Chinese font holds); how often a character is used is
counted in jieba's dictionary, and counts many times more where a word is marked there as a person's name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import jieba  # type: ignore[import-not-found]  # installed aside, for this script alone
import pypinyin  # type: ignore[import-not-found]  # as above

TABLE = Path(__file__).parent / "pinyin.txt"
A_NAME_COUNTS = 200
SURNAMES = {"ou": "区", "shan": "单", "zeng": "曾", "qiu": "仇", "xie": "解", "zha": "查", "ren": "任", "gai": "盖"}
"""Read otherwise as a surname than in most words; each stands early under that reading."""


def characters() -> list[str]:
    """Every character of GB 2312 that is no sign."""
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    return list(b"".join(bytes((row, cell)) for row in rows for cell in cells).decode("gb2312", "ignore"))


def uses() -> Counter[str]:
    """How often each character is used, above all in names."""
    counted: Counter[str] = Counter()
    dictionary = Path(jieba.__file__).parent / "dict.txt"
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, times, kind = line.split(" ")
        for character in word:
            counted[character] += int(times) * (A_NAME_COUNTS if kind.startswith("nr") else 1)
    return counted


def readings(character: str) -> list[str]:
    """Its syllables without tones, the usual one first; ü is written v, as on Chinese keyboards."""
    plain = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True, errors="ignore")
    return [one for one in (plain[0] if plain else []) if one.isascii() and one.isalpha()]


def main() -> None:
    """Write a line for each syllable: the syllable, a blank, and its characters, those likeliest in a name first."""
    counted, by_syllable = uses(), defaultdict(list)
    for character in characters():
        for rank, syllable in enumerate(readings(character)):
            # A rarer reading stands behind: it has a tenth of the character's uses.
            by_syllable[syllable].append((-counted[character] // (10 if rank else 1), character))
    for syllable, character in SURNAMES.items():
        by_syllable[syllable] = [one for one in by_syllable[syllable] if one[1] != character]
        by_syllable[syllable].append(
            (sorted(by_syllable[syllable])[min(2, len(by_syllable[syllable]) - 1)][0], character)
        )
    lines = [f"{one} {''.join(char for _, char in sorted(found))}" for one, found in sorted(by_syllable.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
