"""The papers of a machine, in memory: templates are judged as the printer judges them, and drawn as one dot."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass, field

from kiosk.printing.content import PaperKind
from kiosk.printing.mistakes import BadTemplate
from kiosk.printing.template import parse_template
from kiosk.printing.templates import source_of
from kiosk.screens.admin.papers_desk import BadPaper, Drawn, Kept, NotKept, Paper, PaperState

DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


@dataclass
class FakePapers:
    """Implements `kiosk.screens.admin.papers_desk.PapersDesk`."""

    own: dict[str, str] = field(default_factory=dict)
    drawn: list[tuple[str, str]] = field(default_factory=list)
    """Kind and language of what was drawn."""

    async def papers(self) -> tuple[Paper, ...]:
        return tuple(self._paper(kind) for kind in PaperKind)

    async def draw(self, kind: str, source: str, language: str) -> Drawn | BadPaper:
        wrong = _wrong(kind, source)
        if wrong is None:
            self.drawn.append((kind, language))
        return wrong or Drawn(DOT)

    async def keep(self, kind: str, source: str) -> Kept | BadPaper | NotKept:
        wrong = _wrong(kind, source)
        if wrong is None:
            self.own[kind] = source
        return wrong or Kept()

    async def begin_again(self, kind: str) -> Kept | NotKept:
        self.own.pop(kind, None)
        return Kept()

    def _paper(self, kind: PaperKind) -> Paper:
        own = self.own.get(kind.value)
        return Paper(kind.value, PaperState.OURS if own is None else PaperState.OWN, own or source_of(kind))


def _wrong(kind: str, source: str) -> BadPaper | None:
    try:
        parse_template(PaperKind(kind), source)
    except BadTemplate as bad:
        return BadPaper(bad.mistake.value, bad.block, bad.values)
    return None
