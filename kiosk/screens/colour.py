"""How far two colours stand apart, and what a clinic's own colour must hold against (WCAG 2.2, 1.4.6)."""

from __future__ import annotations

import re

LEAST_CONTRAST = 7.0
GROUNDS = ("#FFFFFF", "#F5F2EC", "#E2EFEE")
"""Words in the primary colour stand on surface, paper and tint; white words stand on it."""


def rgb(colour: str) -> tuple[int, int, int] | None:
    """Red, green and blue of `#084F56`, 0-255 each; None where it is no such colour."""
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) is None:
        return None
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(first: str, second: str) -> float:
    """The ratio between two colours, from 1 to 21. Raises ValueError where one is none."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def poorest_contrast(primary: str) -> float:
    """Of a primary colour against each ground that it meets. Raises ValueError where it is no colour."""
    return min(contrast(primary, ground) for ground in GROUNDS)


def _luminance(colour: str) -> float:
    parts = rgb(colour)
    if parts is None:
        raise ValueError("a colour is # and six hexadecimal digits")
    red, green, blue = (_linear(part / 255) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
