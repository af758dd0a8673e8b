"""Everything that is pressed in the kiosk's window, before the pages see it: touches, keys, and scanners."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPointerEvent, QWindow

from kiosk.screens.patient.service_gesture import CHORD, CornerTaps
from kiosk.screens.patient.shell import PatientShell
from kiosk.screens.scanner import Burst

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
)
CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class WindowWatch(QObject):
    """An event filter on the window. It names nothing that was typed, to no log."""

    def __init__(self, shell: PatientShell, *, closable: bool) -> None:
        """`closable`: whether the window may be closed by its frame or a chord, as in a demo."""
        super().__init__()
        self._shell = shell
        self.closable = closable
        self._burst = Burst()
        self._corner_taps = CornerTaps()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the pages have what is theirs; true where an event ends here."""
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._shell.set_keyboard(False)
            self._shell.touched()
            return self._asks_for_service(watched, event) or not self._shell.settled
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._shell.touched()
            return self._key(event)
        if kind == QEvent.Type.Close and not self.closable:
            event.ignore()
            return True
        return False

    def _asks_for_service(self, window: QObject, event: QEvent) -> bool:
        """Count a press; true where it was the gesture's last."""
        if not isinstance(event, QPointerEvent) or not isinstance(window, QWindow):
            return False
        at_s = self._shell.time.monotonic_s()
        asks = self._corner_taps.tapped(event.points()[0].position(), window.size(), at_s)
        if asks:
            self._shell.open_service()
        return asks

    def _key(self, event: QKeyEvent) -> bool:
        key, at_s = event.key(), self._shell.time.monotonic_s()
        if (key, event.modifiers()) == CHORD:
            self._shell.open_service()
            return True
        if key in ENTER:
            return self._enter(at_s)
        if key in MOVES:
            self._shell.set_keyboard(True)
            return False
        if key in MODIFIERS:
            return False
        if key == Qt.Key.Key_Backspace:
            self._shell.current_screen.erased()
            return True
        return self._character(event, at_s)

    def _enter(self, at_s: float) -> bool:
        reading = self._burst.end(at_s)
        if reading is not None:
            self._shell.current_screen.scanned(reading)
        return reading is not None

    def _character(self, event: QKeyEvent, at_s: float) -> bool:
        """Take a character; chords and control characters are part of no code of ours, and act on nothing."""
        text = event.text()
        chord = bool(event.modifiers() & CHORDS)
        if text or chord:
            self._burst.add(text if text.isprintable() and text and not chord else UNREADABLE, at_s)
        if chord:
            return True
        if text == " " and not self._burst.running:
            return False
        if text.isprintable() and text:
            self._shell.current_screen.typed(text)
        return bool(text)
