"""Reading the kiosk's screens aloud to whoever cannot see them, as they chose or asked by F2; a press interrupts it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.screens import by_name

if TYPE_CHECKING:
    from kiosk.devices.speech import Voice
    from kiosk.screens.patient.screen import PatientScreen
    from kiosk.screens.patient.shell import PatientShell
    from kiosk.screens.timing import Timer

LOOKS_EVERY_S = 0.5
"""Longer than the slide between pages: what leaves is not read."""
ISOLATES = "\u2066\u2069"
"""What stands around digits that are read from left to right in any language (Unicode)."""
SWITCH = Qt.Key.Key_F2


class ReadAloud(QObject):
    """Says what stands newly on the screen, in the person's language. Lives on the UI thread; ends with the session."""

    def __init__(self, shell: PatientShell, window: QWindow, voice: Voice) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._voice = voice
        self._look: Timer | None = None
        self._page: tuple[PatientScreen, str] | None = None
        self._said: set[str] = set()
        self._focused = ""
        shell.can_read_aloud = True
        shell.easeChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn it on and off by F2; be quiet at any other press."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._voice.silence()
            if event.key() == SWITCH and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                ease = self._shell.ease
                self._shell.set_ease(replace(ease, read_aloud=not ease.read_aloud))
                return True
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._voice.silence()
        return False

    def _follow(self) -> None:
        """Begin or end as the person wishes; with their session the wish ends as all others do."""
        if self._shell.ease.read_aloud and self._look is None:
            self._next()
        elif not self._shell.ease.read_aloud and self._look is not None:
            self._stop()

    def _stop(self) -> None:
        self._voice.silence()
        if self._look is not None:
            self._look.stop()
        self._look, self._page, self._focused = None, None, ""
        self._said.clear()
        self._shell.set_voiceless(voiceless=False)

    def _next(self) -> None:
        self._look = self._shell.time.after(LOOKS_EVERY_S, self._next)
        page = (self._shell.current_screen, self._shell.interpreter.language.code)
        if page != self._page:
            self._page = page
            self._said.clear()
            self._voice.silence()
        self._shell.set_voiceless(voiceless=not self._voice.speaks(page[1]))
        unsaid = self._shell.current_screen.unsaid
        items = [item for item in by_name.shown(self._window) if item.name.strip(ISOLATES) not in unsaid]
        for item in items:
            self._tell_once(item)
        self._tell_focus(next((item for item in items if item.focused), None))

    def _tell_once(self, item: by_name.Shown) -> None:
        # Keys of a pad are said when they have the focus; a clock or a countdown is news only once.
        # A description is what somebody typed: a name, a birthday, an opinion. The lobby does not hear it.
        known = re.sub(r"\d", "", item.name) or item.name
        if len(item.name) > 1 and known not in self._said:
            self._said.add(known)
            self._voice.say(item.name, self._shell.interpreter.language.code)

    def _tell_focus(self, item: by_name.Shown | None) -> None:
        name = item.name if item else ""
        if item and name != self._focused and self._shell.keyboard:
            self._voice.say(item.name, self._shell.interpreter.language.code)
        self._focused = name
