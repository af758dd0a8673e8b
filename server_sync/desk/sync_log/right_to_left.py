"""Arabic and Hebrew as a PDF wants them: letters in the forms that they join in, in the order in which they are seen.

A PDF's text operators draw glyph by glyph from left to right and shape nothing. This is enough for names: the joined
forms come from Unicode's own presentation forms, the order from a short form of its bidirectional algorithm (one
paragraph, no embeddings: digits and Latin words keep their direction among letters that run the other way; what stands
between the marks of a left-to-right isolate is one thing, as a date that would else be turned about).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

_STRONG: Mapping[str, int] = MappingProxyType({"L": 0, "R": 1, "AL": 1})
_NUMBERS = frozenset({"EN", "AN"})
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_PRESENTATION_FORMS = (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD))
_TATWEEL = "\u0640"
LEFT_TO_RIGHT, END_OF_IT = "\u2066", "\u2069"
_ISOLATED = re.compile(f"{LEFT_TO_RIGHT}(.*?)(?:{END_OF_IT}|$)")
_STAND_IN = 0xF0000
"""Of private use, and to Unicode a letter that runs to the right: it stands for what is isolated."""


class _Forms(NamedTuple):
    """How a letter (or two that become one) is written: alone, at a word's end, its beginning, or within."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


def as_seen(text: str) -> str:
    """`text` from left to right as it stands on paper, joined; the same text where nothing runs to the left."""
    if not any(_STRONG.get(unicodedata.bidirectional(letter)) for letter in text):
        return _ISOLATED.sub(r"\1", text) if LEFT_TO_RIGHT in text else text
    isolated: list[str] = []

    def stand_in(found: re.Match[str]) -> str:
        isolated.append(found[1])
        return chr(_STAND_IN + len(isolated) - 1)

    letters = list(_joined(_ISOLATED.sub(stand_in, text)))
    ordered = _in_order(letters, _levels(letters))
    return "".join(isolated[ord(one) - _STAND_IN] if one and ord(one[0]) >= _STAND_IN else one for one in ordered)


def _joined(text: str) -> Iterator[str]:
    """Each letter in the form that its neighbours ask for; lam and alef become one."""
    forms = _letter_forms()
    pieces = list(_pieces(text, forms))
    solid = [piece for piece in pieces if not _is_mark(piece)]
    place = 0
    for piece in pieces:
        if _is_mark(piece):
            yield piece
            continue
        before, after = solid[place - 1] if place else "", solid[place + 1] if place + 1 < len(solid) else ""
        place += 1
        own = forms.get(piece)
        if own is None:
            yield piece
            continue
        from_before = _reaches_on(before, forms) and bool(own.final)
        to_after = _reaches_back(after, forms) and bool(own.initial)
        wanted = own.medial if from_before and to_after else own.final if from_before else own.initial * to_after
        yield wanted or own.isolated or piece


def _pieces(text: str, forms: dict[str, _Forms]) -> Iterator[str]:
    start = 0
    while start < len(text):
        length = 2 if text[start : start + 2] in forms and len(text) - start > 1 else 1
        yield text[start : start + length]
        start += length


def _is_mark(piece: str) -> bool:
    """Marks above and below stand on their letter and part no word."""
    return unicodedata.category(piece[0]) == "Mn"


def _reaches_on(piece: str, forms: dict[str, _Forms]) -> bool:
    return piece == _TATWEEL or (piece in forms and bool(forms[piece].initial))


def _reaches_back(piece: str, forms: dict[str, _Forms]) -> bool:
    return piece == _TATWEEL or (piece in forms and bool(forms[piece].final))


@cache
def _letter_forms() -> dict[str, _Forms]:
    """From Unicode's table of presentation forms, each of which says of which letters it is what form."""
    forms: dict[str, _Forms] = {}
    for code in _PRESENTATION_FORMS:
        kind, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(one, 16)) for one in codes)
        if kind.strip("<>") in _Forms._fields and 0 < len(letters) <= 2 and " " not in letters:
            forms[letters] = forms.get(letters, _Forms())._replace(**{kind.strip("<>"): chr(code)})
    return forms


def _levels(letters: Sequence[str]) -> list[int]:
    """0 runs to the right, 1 to the left, 2 to the right within what runs to the left."""
    kinds = [unicodedata.bidirectional(letter[0]) for letter in letters]
    base = next((_STRONG[kind] for kind in kinds if kind in _STRONG), 0)
    known = list(_known_directions(kinds, base))
    levels: list[int] = []
    for place, (kind, direction) in enumerate(zip(kinds, known, strict=True)):
        before = next((one for one in reversed(known[:place]) if one is not None), base)
        after = next((one for one in known[place + 1 :] if one is not None), base)
        # What is neutral goes with its neighbours where they agree.
        own = direction if direction is not None else before if before == after else base
        levels.append(2 if own < base or (own == 1 and kind in _NUMBERS) else own)
    return levels


def _known_directions(kinds: Sequence[str], base: int) -> Iterator[int | None]:
    """1 to the left, 0 to the right, None for what has no direction; a number goes with the word before it."""
    last = base
    for kind in kinds:
        last = _STRONG.get(kind, last)
        yield last if kind in _STRONG or kind in _NUMBERS else None


def _in_order(letters: Sequence[str], levels: Sequence[int]) -> list[str]:
    """Unicode's rule L2: from the highest level down, what lies at it or above is turned around."""
    pairs = [
        (letter.translate(_MIRRORED) if level == 1 else letter, level)
        for letter, level in zip(letters, levels, strict=True)
    ]
    for least in (2, 1):
        turned: list[tuple[str, int]] = []
        for is_in, run in groupby(pairs, key=lambda pair: pair[1] >= least):
            letters_of_run = list(run)
            turned += reversed(letters_of_run) if is_in else letters_of_run
        pairs = turned
    return [letter for letter, _level in pairs]
