"""The letters that a person may type their name with, by language, in rows as on the keyboards that are usual there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LATIN = ("qwertyuiop", "asdfghjkl'", "zxcvbnm-")
_ROWS: Mapping[str, Sequence[str | tuple[str, ...]]] = {
    "es": (*_LATIN, "áéíóúüñ"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn'-ùû", "àâçéèêëîïô"),
    # With the letters by which Arabic writes p, ch, v and g of foreign names, and the sign of a doubled letter.
    "ar": ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظدذ", ("أ", "إ", "آ", "لا", "پ", "چ", "ڤ", "گ", "\N{ARABIC SHADDA}")),
    # With the vowels of English names (ऑ, ॅ), the dot below (ज़, फ़) and the joined letters that names hold most.
    "hi": (
        "अआइईउऊऋएऐओऔऑ",
        "कखगघङचछजझञ",
        "टठडढणतथदधन",
        "पफबभमयरलवशषसह",
        "ािीुूृेैोौ",
        ("ॉ", "ॅ", "ं", "ँ", "ः", "्", "़", "क्ष", "त्र", "ज्ञ", "श्र"),
    ),
    "zh": _LATIN,
}
COMPOSES = "zh"
"""The language whose letters become characters (`pinyin`)."""
_COMBINING = frozenset("ािीुूृेैोौॉॅंँः़्\N{ARABIC SHADDA}")
_CARRIER = "\N{DOTTED CIRCLE}"


def rows_of(language: str) -> tuple[tuple[str, ...], ...]:
    """The rows of keys for a language (BCP 47); Latin letters for those that have no keys here."""
    return tuple(tuple(row) for row in _ROWS.get(language, (*_LATIN, "áàâäéèêëíñ", "óöúüçß")))


def face_of(letter: str, *, begins_word: bool) -> str:
    """What stands on a key: a capital where a word begins, a sign that joins others on a dotted circle."""
    if letter in _COMBINING:
        return _CARRIER + letter
    return letter.upper() if begins_word and len(letter.upper()) == 1 else letter


def letter_on(face: str) -> str:
    """What a key types."""
    return face.removeprefix(_CARRIER)
