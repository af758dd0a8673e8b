"""The letters that a person may type their name with, by language, in rows as on the keyboards that are usual there."""

from __future__ import annotations

_LATIN = ("qwertyuiop", "asdfghjkl'", "zxcvbnm-")
_ROWS = {
    "es": (*_LATIN, "áéíóúüñ"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn'-ùû", "àâçéèêëîïô"),
    "ar": ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظدذ", "أإآ"),
    "hi": ("अआइईउऊऋएऐओऔ", "कखगघङचछजझञ", "टठडढणतथदधन", "पफबभमयरलवशषसह", "ािीुूृे", "ैोौंँः्"),
}
_COMBINING = frozenset("ािीुूृेैोौंँः्")
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
