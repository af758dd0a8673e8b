"""The voice: announcements one after the other, interrupted at once, and never the end of the kiosk."""

from __future__ import annotations

import io
import threading
import wave
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kiosk.devices.sound import MOST_WAITING, SoundQueue
from kiosk.devices.speech import VOICES, EspeakVoice, SilentVoice, Voice

CHIME = Path(__file__).parents[3] / "resources" / "sounds" / "chime.wav"


class HeldPlayer:
    """Plays nothing, and ends a sound only when it is told to, or stopped."""

    def __init__(self) -> None:
        self.played: list[bytes] = []
        self.changed = threading.Condition()
        self.may_end = False

    def play(self, wav: bytes) -> None:
        with self.changed:
            self.played.append(wav)
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.may_end, 5)

    def stop(self) -> None:
        with self.changed:
            self.may_end = True
            self.changed.notify_all()

    def wait_for(self, count: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.played) >= count, 5), self.played


def test_a_second_announcement_waits_for_the_end_of_the_first() -> None:
    player = HeldPlayer()
    sounds = SoundQueue(player)
    sounds.put(lambda: b"first")
    sounds.put(lambda: b"second")
    player.wait_for(1)
    assert player.played == [b"first"]
    player.stop()
    player.wait_for(2)
    assert player.played == [b"first", b"second"]
    sounds.close()


def test_silence_stops_what_plays_and_drops_what_waits() -> None:
    player = HeldPlayer()
    sounds = SoundQueue(player)
    sounds.put(lambda: b"first")
    sounds.put(lambda: b"second")
    player.wait_for(1)
    sounds.silence()
    sounds.put(lambda: b"third")
    player.wait_for(2)
    assert player.played == [b"first", b"third"]
    sounds.close()


def test_of_too_many_sounds_the_oldest_that_waits_gives_way() -> None:
    player = HeldPlayer()
    sounds = SoundQueue(player)
    sounds.put(lambda: b"plays")
    player.wait_for(1)
    for number in range(MOST_WAITING + 2):
        sounds.put(partial(str.encode, str(number)))
    player.stop()
    player.wait_for(1 + MOST_WAITING)
    assert player.played == [b"plays", *(str(number).encode() for number in range(2, MOST_WAITING + 2))]
    sounds.close()


def test_whoever_asks_hears_when_all_before_it_was_played() -> None:
    player = HeldPlayer()
    sounds = SoundQueue(player)
    heard = threading.Event()
    sounds.put(lambda: b"first")
    sounds.tell(heard.set)
    player.wait_for(1)
    assert not heard.is_set()
    player.stop()
    assert heard.wait(5)
    sounds.close()


def test_a_sound_that_cannot_be_made_costs_only_itself() -> None:
    player = HeldPlayer()
    player.may_end = True
    sounds = SoundQueue(player)
    sounds.put(Path("/nowhere/chime.wav").read_bytes)
    sounds.put(lambda: b"next")
    player.wait_for(1)
    assert player.played == [b"next"]
    sounds.close()


@pytest.mark.parametrize("language", VOICES)
def test_espeak_speaks_every_language_of_ours(language: str) -> None:
    player = HeldPlayer()
    player.may_end = True
    voice = EspeakVoice(player)
    voice.say("B 17", language)
    player.wait_for(1)
    with wave.open(io.BytesIO(player.played[0])) as spoken:
        assert (spoken.getnchannels(), spoken.getsampwidth()) == (1, 2)
        loudness = array("h", spoken.readframes(spoken.getnframes()))
        assert max(loudness, default=0) > 3_000, "it is heard: a tenth of full scale"
    voice.close()


def test_a_language_without_a_voice_on_this_machine_is_not_spoken(tmp_path: Path) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(
        "#!/bin/sh\necho 'Pty Language Age/Gender VoiceName File'\necho ' 2 en-gb --/M English gmw/en'\n"
    )
    program.chmod(0o755)
    for there, spoken in ((program, ["en"]), (tmp_path / "nothing", list(VOICES))):
        voice = EspeakVoice(HeldPlayer(), str(there))
        assert voice.asked.wait(5)
        assert [language for language in VOICES if voice.speaks(language)] == spoken
        voice.close()


def spoken_by_espeak() -> tuple[Voice, Callable[[], int]]:
    player = HeldPlayer()
    player.may_end = True
    return EspeakVoice(player), lambda: len(player.played)


def kept_silent() -> tuple[Voice, Callable[[], int]]:
    voice = SilentVoice()
    return voice, lambda: len(voice.said)


@pytest.mark.parametrize("kind", [spoken_by_espeak, kept_silent])
def test_a_voice_says_what_it_can_and_tells_when_it_was_heard(
    kind: Callable[[], tuple[Voice, Callable[[], int]]],
) -> None:
    voice, count = kind()
    assert [voice.speaks(language) for language in ("zh-Hans", "AR", "tlh")] == [True, True, False]
    heard = threading.Event()
    for text, language in (("B 17", "tlh"), ("  ", "en"), ("B 17", "zh-Hans")):
        voice.say(text, language)
    voice.chime(CHIME)
    voice.tell(heard.set)
    assert heard.wait(5)
    assert count() == 2
    voice.silence()
    voice.close()


def test_the_chime_is_a_sound_that_every_player_takes() -> None:
    with wave.open(str(CHIME)) as chime:
        assert chime.getframerate() == 22_050
        assert 1.0 < chime.getnframes() / chime.getframerate() < 3.0
