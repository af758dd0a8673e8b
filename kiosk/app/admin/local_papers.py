"""The templates of this machine's papers: read, drawn as they would be printed, and put in force."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kiosk.app.admin.errands import on_a_thread
from kiosk.app.settings import PRINTER_TEMPLATES, Settings
from kiosk.app.settings_file import BEFORE, NotWritten, change_setting
from kiosk.printing.content import PaperKind
from kiosk.printing.mistakes import BadTemplate
from kiosk.printing.template import parse_template
from kiosk.printing.templates import Templates, source_of, trying
from kiosk.screens.admin.papers_desk import BadPaper, Drawn, Kept, NotKept, Paper, PaperState
from server_sync.protocol.faults import StorageFault


class LocalPapers:
    """Implements `kiosk.screens.admin.papers_desk.PapersDesk`; called on the UI thread, whose loop awaits it."""

    def __init__(self, settings: Settings, environment: Mapping[str, str] = os.environ) -> None:
        self._settings = settings
        self._environment = environment
        self._folder = settings.printer.templates

    async def papers(self) -> tuple[Paper, ...]:
        """See `PapersDesk.papers`."""
        return await on_a_thread(lambda: tuple(map(self._paper, PaperKind)))

    async def draw(self, kind: str, source: str, language: str) -> Drawn | BadPaper:
        """See `PapersDesk.draw`."""
        return await on_a_thread(lambda: self._draw(PaperKind(kind), source, language))

    async def keep(self, kind: str, source: str) -> Kept | BadPaper | NotKept:
        """See `PapersDesk.keep`."""
        return await on_a_thread(lambda: self._keep(PaperKind(kind), source))

    async def begin_again(self, kind: str) -> Kept | NotKept:
        """See `PapersDesk.begin_again`."""
        return await on_a_thread(lambda: self._begin_again(PaperKind(kind)))

    def _paper(self, kind: PaperKind) -> Paper:
        ours = Paper(kind.value, PaperState.OURS, source_of(kind))
        if self._folder is None:
            return ours
        try:
            source = (self._folder / f"{kind}.toml").read_text("utf-8")
        except FileNotFoundError:
            return ours
        except (OSError, UnicodeDecodeError):
            return Paper(kind.value, PaperState.WRONG, ours.source)
        return Paper(kind.value, PaperState.OWN if _wrong(kind, source) is None else PaperState.WRONG, source)

    def _draw(self, kind: PaperKind, source: str, language: str) -> Drawn | BadPaper:
        from kiosk.printing.preview import preview, sample, save_picture

        wrong = _wrong(kind, source)
        if wrong is not None:
            return wrong
        printer, clinic = self._settings.printer, self._settings.clinic.name
        templates: Templates = trying(kind, source)
        picture = preview(sample(kind, language, clinic), printer.width_mm, templates, printer.logo)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "paper.png"
            if not save_picture(picture, file):
                raise StorageFault("picture_not_written", "the paper was drawn and could not be written")
            return Drawn(file.read_bytes())

    def _keep(self, kind: PaperKind, source: str) -> Kept | BadPaper | NotKept:
        wrong = _wrong(kind, source)
        if wrong is not None:
            return wrong
        folder = self._folder or self._settings.file.absolute().parent / "templates"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _replace(folder / f"{kind}.toml", source)
        except OSError:
            return NotKept("not_writable")
        if self._folder is None:
            refused = change_setting(self._settings, PRINTER_TEMPLATES.name, str(folder), self._environment)
            if isinstance(refused, NotWritten):
                return NotKept(refused.why.value)
            self._folder = folder
        return Kept()

    def _begin_again(self, kind: PaperKind) -> Kept | NotKept:
        if self._folder is None:
            return Kept()
        file = self._folder / f"{kind}.toml"
        try:
            if file.exists():
                file.replace(file.with_name(file.name + BEFORE))
        except OSError:
            return NotKept("not_writable")
        return Kept()


def _wrong(kind: PaperKind, source: str) -> BadPaper | None:
    try:
        parse_template(kind, source)
    except BadTemplate as bad:
        return BadPaper(bad.mistake.value, bad.block, bad.values)
    return None


def _replace(file: Path, source: str) -> None:
    """Write a template whole or not at all; what stood there stays beside it."""
    fresh = file.with_name(file.name + ".fresh")
    with fresh.open("w", encoding="utf-8") as written:
        written.write(source)
        written.flush()
        os.fsync(written.fileno())
    if file.exists():
        file.replace(file.with_name(file.name + BEFORE))
    fresh.replace(file)
