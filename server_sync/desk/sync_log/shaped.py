"""Devanagari as a PDF wants it: glyph by glyph, in the order and at the places that HarfBuzz finds for them.

A PDF's text operators shape nothing: a vowel sign that is written before its consonant, and consonants that become one
letter, have to be drawn as such. Glyphs that no character stands for get codes of Unicode's private use area, which
live in one document's font and are read back by nobody: what was written stands beside them (`streamed_pdf`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

JOINERS = "\u200c\u200d"
"""They are seen by nobody, and say whether consonants join."""
_DEVANAGARI = ("\u0900", "\u097f")
_PRIVATE_USE = 0xE000


class Glyph(NamedTuple):
    """One glyph of a line, lengths in thousandths of the text's size."""

    code: str
    """What stands for it in the font."""
    advance: float
    right: float
    """How far from the pen it is drawn."""
    up: float
    own_width: float
    """How far the font itself moves the pen."""


def needs_shaping(text: str) -> bool:
    """Whether its letters change with their neighbours."""
    first, last = _DEVANAGARI
    return any(first <= letter <= last for letter in text)


class Shaper:
    """Shapes with one font of one document; it adds codes to that font."""

    def __init__(self, font: TTFont) -> None:
        self._font = font
        self._shaping = uharfbuzz.Font(font.hbFace)
        self._codes: dict[int, int] = {}
        self._next_code = _PRIVATE_USE

    def glyphs(self, text: str) -> Iterator[Glyph]:
        """What is drawn for `text`, all of whose letters the font has."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaping, buffer)
        scale = self._font.pdfScale
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            advance = float(scale(place.x_advance))
            code = self._code_of(glyph.codepoint, advance)
            own_width = float(self._font.face.charWidths[code])
            yield Glyph(chr(code), advance, float(scale(place.x_offset)), float(scale(place.y_offset)), own_width)

    def _code_of(self, glyph: int, width: float) -> int:
        face = self._font.face
        known = self._codes.get(glyph) or next(iter(face.glyphToChar.get(glyph, ())), None)
        if known is None:
            while self._next_code in face.charToGlyph:
                self._next_code += 1
            known = self._next_code
            face.charToGlyph[known], face.charWidths[known] = glyph, width
        self._codes[glyph] = known
        return int(known)
