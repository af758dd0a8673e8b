"""A stream of ESC/POS bytes cut into commands, however the network cut it: the ear of the virtual printer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

_DLE, _ESC, _FS, _GS = 0x10, 0x1B, 0x1C, 0x1D
_TEXT = re.compile(rb"[\x20-\xff]+")


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `name` as in the manuals (`ESC E`, `GS v 0`, `TEXT`, `LF`), and its parameters and data."""

    name: str
    arguments: bytes = b""
    raw: bytes = b""
    """All its bytes, as they came."""


class UnknownCommandError(ValueError):
    """Bytes that this printer does not know; a real one would print garbage."""


# Bytes that follow ESC x and GS x, where their number is fixed.
_ESC_LENGTHS = {
    **dict.fromkeys(b"@2", 0),
    **dict.fromkeys(b"!-3EGJMRSTUVadtr{", 1),
    **dict.fromkeys(b"$\\", 2),
    **dict.fromkeys(b"c", 2),
    **dict.fromkeys(b"p", 3),
}
_GS_LENGTHS = {**dict.fromkeys(b"!BHIabfhrw", 1), **dict.fromkeys(b"LPW", 2)}
_DLE_DC4_LENGTHS = {1: 2, 2: 2, 3: 3, 7: 1, 8: 7}
_CONTROLS = {0x0A: "LF", 0x0D: "CR", 0x09: "HT", 0x0C: "FF", 0x00: "NUL", 0x18: "CAN"}


class CommandReader:
    """Holds what has come until a command is whole."""

    def __init__(self) -> None:
        self._waiting = b""

    def read(self, received: bytes) -> Iterator[Command]:
        """The commands that are complete now. Raises `UnknownCommandError` and forgets what is waiting."""
        self._waiting += received
        while self._waiting:
            found = _first_command(self._waiting)
            if found is None:
                return
            command, length = found
            raw, self._waiting = self._waiting[:length], self._waiting[length:]
            yield replace(command, raw=raw)

    def forget(self) -> None:
        """Throw away an incomplete command."""
        self._waiting = b""


def _first_command(stream: bytes) -> tuple[Command, int] | None:
    if text := _TEXT.match(stream):
        return Command("TEXT", text[0]), text.end()
    if stream[0] in _CONTROLS:
        return Command(_CONTROLS[stream[0]]), 1
    reader = _PREFIXES.get(stream[0])
    if reader is None:
        raise UnknownCommandError(stream[:1].hex())
    if len(stream) < 2:
        return None
    try:
        return reader(stream)
    except IndexError:
        return None


def _fixed(prefix: str, stream: bytes, lengths: dict[int, int]) -> tuple[Command, int] | None:
    if stream[1] not in lengths:
        raise UnknownCommandError(stream[:4].hex(" "))
    return _cut(f"{prefix} {chr(stream[1])}", stream, 2, 2 + lengths[stream[1]])


def _cut(name: str, stream: bytes, start: int, end: int) -> tuple[Command, int] | None:
    return None if len(stream) < end else (Command(name, stream[start:end]), end)


def _little_endian(stream: bytes, start: int, size: int) -> int:
    if len(stream) < start + size:
        raise IndexError
    return int.from_bytes(stream[start : start + size], "little")


def _read_dle(stream: bytes) -> tuple[Command, int] | None:
    match stream[1]:
        case 0x04:
            return _cut("DLE EOT", stream, 2, 3)
        case 0x05:
            return _cut("DLE ENQ", stream, 2, 3)
        case 0x14:
            return _cut("DLE DC4", stream, 2, 3 + _DLE_DC4_LENGTHS.get(stream[2], 0))
        case _:
            raise UnknownCommandError(stream[:3].hex(" "))


def _read_esc(stream: bytes) -> tuple[Command, int] | None:
    if stream[1:2] == b"*":
        columns = _little_endian(stream, 3, 2)
        return _cut("ESC *", stream, 2, 5 + columns * (3 if stream[2] in (32, 33) else 1))
    return _fixed("ESC", stream, _ESC_LENGTHS)


def _read_gs(stream: bytes) -> tuple[Command, int] | None:
    match stream[1:2]:
        case b"v":
            size = _little_endian(stream, 4, 2) * _little_endian(stream, 6, 2)
            return _cut("GS v 0", stream, 3, 8 + size)
        case b"(":
            return _cut(f"GS ( {chr(stream[2])}", stream, 5, 5 + _little_endian(stream, 3, 2))
        case b"8":
            return _cut(f"GS ( {chr(stream[2])}", stream, 7, 7 + _little_endian(stream, 3, 4))
        case b"V":
            return _cut("GS V", stream, 2, 4 if stream[2] in (65, 66, 97, 98, 103, 104) else 3)
        case _:
            return _fixed("GS", stream, _GS_LENGTHS)


def _read_fs(stream: bytes) -> tuple[Command, int] | None:
    return _fixed("FS", stream, {**dict.fromkeys(b".&", 0), **dict.fromkeys(b"!C", 1)})


_PREFIXES: dict[int, Callable[[bytes], tuple[Command, int] | None]] = {
    _DLE: _read_dle,
    _ESC: _read_esc,
    _FS: _read_fs,
    _GS: _read_gs,
}
