"""What the admin's page of papers asks: our templates or the clinic's own, drawn as they would be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PaperState(StrEnum):
    """Whose template a paper is printed with."""

    OURS = "ours"
    OWN = "own"
    WRONG = "wrong"
    """The clinic's own is wrong: ours is printed."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper. `source` is the template in TOML that would be changed."""

    kind: str
    state: PaperState
    source: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper as a picture."""

    png: bytes


@dataclass(frozen=True, slots=True)
class BadPaper:
    """It was not taken."""

    code: str
    """What is wrong with the template (`kiosk.printing.mistakes.Mistake`)."""
    block: int = 0
    """In which block of it, from 1; 0 where it is the whole."""
    values: tuple[str, ...] = ()
    """What the sentence names, as the mistake has them."""


@dataclass(frozen=True, slots=True)
class NotKept:
    """It could not be written, or the setting `printer.templates` is not ours to change; a code of the settings'."""

    code: str


@dataclass(frozen=True, slots=True)
class Kept:
    """It is printed so from the next start on."""


class PapersDesk(Protocol):
    """The templates of this machine's printer. May raise `server_sync.protocol.faults.Fault`."""

    async def papers(self) -> tuple[Paper, ...]:
        """Every kind, in the order of the program's own list."""
        ...

    async def draw(self, kind: str, source: str, language: str) -> Drawn | BadPaper:
        """Draw what a template makes, with values that are made up, as wide as this machine's paper."""
        ...

    async def keep(self, kind: str, source: str) -> Kept | BadPaper | NotKept:
        """Put a template in force. One that is wrong is refused, and what was in force stays."""
        ...

    async def begin_again(self, kind: str) -> Kept | NotKept:
        """Put ours in force again; the clinic's own is kept beside, as `.before`."""
        ...
