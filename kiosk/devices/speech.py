"""A voice that needs no network: espeak-ng, which knows all our languages and takes 20 ms for a sentence."""

from __future__ import annotations

import logging
import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.devices.sound import Player, SoundQueue

log = logging.getLogger(__name__)

VOICES = {"en": "en-gb", "es": "es", "fr": "fr-fr", "hi": "hi", "ar": "ar", "zh": "cmn"}
"""espeak-ng's voice for each of our languages; a small machine may come without some of them."""
WORDS_A_MINUTE = 150
"""Slower than its own 175: people listen among others, and not all of them in their first language."""
LONGEST_TEXT = 2_000
MAKING_TAKES_S = 5.0


class Voice(Protocol):
    """Says things aloud, one after the other; every method may be called from any thread and never blocks."""

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a language (BCP 47)."""
        ...

    def say(self, text: str, language: str) -> None:
        """Say it after all that waits; nothing in a language that it has no voice for."""
        ...

    def chime(self, sound: Path) -> None:
        """Play a WAV file, in its turn."""
        ...

    def tell(self, done: Callable[[], None]) -> None:
        """Have `done` called, on whatever thread, once all before it has been heard; never where it was silenced."""
        ...

    def silence(self) -> None:
        """Stop, and forget what waits."""
        ...

    def close(self) -> None:
        """Be silent for good."""
        ...


class EspeakVoice:
    """Speaks through espeak-ng and a player of the system's."""

    def __init__(self, player: Player, program: str = "espeak-ng") -> None:
        self._program = program
        self._sounds = SoundQueue(player)
        self._has = frozenset(VOICES.values())
        self.asked = threading.Event()
        """Set once the program has said which voices it has; until then it is believed to have all of ours."""
        threading.Thread(target=self._ask, name="voices", daemon=True).start()

    def speaks(self, language: str) -> bool:
        """See `Voice.speaks`."""
        return VOICES.get(_primary(language)) in self._has

    def say(self, text: str, language: str) -> None:
        """See `Voice.say`."""
        if self.speaks(language) and text.strip():
            self._sounds.put(self._spoken(text[:LONGEST_TEXT], VOICES[_primary(language)]))

    def chime(self, sound: Path) -> None:
        """See `Voice.chime`."""
        self._sounds.put(sound.read_bytes)

    def tell(self, done: Callable[[], None]) -> None:
        """See `Voice.tell`."""
        self._sounds.tell(done)

    def silence(self) -> None:
        """See `Voice.silence`."""
        self._sounds.silence()

    def close(self) -> None:
        """See `Voice.close`."""
        self._sounds.close()

    def _ask(self) -> None:
        try:
            told = subprocess.run(
                [self._program, "--voices"], capture_output=True, text=True, timeout=MAKING_TAKES_S, check=True
            )
            # Priority, language, age and gender, name, file; a line for each voice, below a line of titles.
            self._has = frozenset(line.split()[1] for line in told.stdout.splitlines()[1:] if len(line.split()) > 1)
        except (OSError, ValueError, subprocess.SubprocessError):
            log.warning("the voices could not be listed", extra={"code": "no_voices"})
        self.asked.set()

    def _spoken(self, text: str, voice: str) -> Callable[[], bytes]:
        def make() -> bytes:
            # The text goes by standard input: a command line would show it to everybody on this machine.
            command = [self._program, "-v", voice, "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout", "-b", "1"]
            spoken = subprocess.run(
                command, input=text.encode(), capture_output=True, timeout=MAKING_TAKES_S, check=True
            )
            return spoken.stdout

        return make


class SilentVoice:
    """A voice that keeps what it would have said: for machines without sound, and for tests."""

    def __init__(self, speaks: frozenset[str] = frozenset(VOICES)) -> None:
        """`speaks` are the languages that it has voices for."""
        self._speaks = speaks
        self.said: list[tuple[str, str]] = []
        """Text and language; a sound's file name with an empty language."""

    def speaks(self, language: str) -> bool:
        """See `Voice.speaks`."""
        return _primary(language) in self._speaks

    def say(self, text: str, language: str) -> None:
        """See `Voice.say`."""
        if self.speaks(language) and text.strip():
            self.said.append((text, language))

    def chime(self, sound: Path) -> None:
        """See `Voice.chime`."""
        self.said.append((sound.name, ""))

    def tell(self, done: Callable[[], None]) -> None:
        """See `Voice.tell`: at once, since nothing takes time here."""
        done()

    def silence(self) -> None:
        """See `Voice.silence`: what was said stays said."""

    def close(self) -> None:
        """See `Voice.close`."""


def voice_here() -> Voice | None:
    """This machine's voice; None where it has no program that speaks, or none that plays."""
    from kiosk.devices.sound import player_here

    player = player_here()
    if player is None or shutil.which("espeak-ng") is None:
        return None
    return EspeakVoice(player)


def _primary(language: str) -> str:
    return language.split("-")[0].lower()
