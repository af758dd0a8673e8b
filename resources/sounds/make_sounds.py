"""Make the sounds that ship with the kiosk, from arithmetic alone; run by hand, rarely.

python resources/sounds/make_sounds.py
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

SOUNDS = Path(__file__).parent
RATE_HZ = 22_050
"""espeak-ng's own rate: one player takes both."""


def tone(hertz: float, seconds: float, loudness: float, decay: float) -> list[float]:
    """A struck tone with a soft beginning and its octave, dying away at `decay` a second."""
    return [
        loudness
        * min(1.0, place / (0.008 * RATE_HZ))
        * math.exp(-decay * place / RATE_HZ)
        * (math.sin(math.tau * hertz * place / RATE_HZ) + 0.3 * math.sin(2 * math.tau * hertz * place / RATE_HZ))
        for place in range(int(seconds * RATE_HZ))
    ]


def mixed(parts: list[tuple[float, list[float]]]) -> list[float]:
    """Sounds that begin at their own seconds, together."""
    length = max(int(begins * RATE_HZ) + len(sound) for begins, sound in parts)
    whole = [0.0] * length
    for begins, sound in parts:
        first = int(begins * RATE_HZ)
        for place, value in enumerate(sound):
            whole[first + place] += value
    return whole


def write(name: str, sound: list[float]) -> None:
    """16 bits, one channel."""
    with wave.open(str(SOUNDS / name), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(b"".join(struct.pack("<h", round(max(-1.0, min(1.0, value)) * 32_000)) for value in sound))


if __name__ == "__main__":
    write("chime.wav", mixed([(0.0, tone(659.26, 1.1, 0.4, 4.5)), (0.45, tone(523.25, 1.6, 0.4, 3.2))]))
    write("attention.wav", mixed([(0.0, tone(587.33, 0.7, 0.3, 6.0)), (0.22, tone(880.0, 0.9, 0.3, 6.0))]))
    write("click.wav", tone(1_400.0, 0.03, 0.18, 160.0))
