"""The section in which a copy of the records is kept, tried, and put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import CopiesDesk, Found, KeptCopy
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 200


@dataclass(frozen=True, slots=True)
class FolderLine:
    """A place for copies."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy that lies in the folder."""

    key: str
    name: str
    when: str
    size: str


@QmlElement
class CopiesSection(AdminSection):
    """Copies of this machine's records, in one folder at a time."""

    kind = "copies"
    page_file = "admin/copies/Copies.qml"

    folderChanged = Signal()
    passphraseChanged = Signal()
    chosenChanged = Signal()
    triedChanged = Signal()

    def __init__(self, shell: StaffShell, desk: CopiesDesk, restart: Callable[[], None]) -> None:
        super().__init__(shell)
        self._desk = desk
        self._restart = restart
        self._folders, self._copies = Rows(FolderLine), Rows(CopyLine)
        self._found: tuple[Found, ...] = ()
        self._folder = ""
        self._passphrase = ""
        self._invented = False
        self._opening = ""
        self._chosen = ""
        self._tried: KeptCopy | None = None
        self._ready = False
        self.wordsChanged.connect(self._words)

    def shown(self) -> None:
        """Look which places there are, and what lies there."""
        self.shell.ask(self, self._desk.folders(), self._show_folders)

    def forget(self) -> None:
        """No passphrase remains."""
        super().forget()
        self._passphrase = self._opening = ""
        self._invented = False
        self._leave()
        self.passphraseChanged.emit()

    @Property(Rows, constant=True)
    def folders(self) -> Rows:
        """Where copies may be kept."""
        return self._folders

    @Property(str, notify=folderChanged)
    def folder(self) -> str:
        """Which of them it is now."""
        return self._folder

    @Property(Rows, constant=True)
    def copies(self) -> Rows:
        """What lies there, newest first."""
        return self._copies

    @Property(bool, notify=folderChanged)
    def nothingThere(self) -> bool:
        """Whether no copy lies there."""
        return not self._found

    @Property(str, notify=passphraseChanged)
    def passphrase(self) -> str:
        """What is to seal the next copy."""
        return self._passphrase

    @Property(bool, notify=passphraseChanged)
    def invented(self) -> bool:
        """Whether the program made it up, so that it must be shown."""
        return self._invented

    @Property(str, notify=passphraseChanged)
    def opening(self) -> str:
        """What was typed to open the chosen copy."""
        return self._opening

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        """The copy that is looked at; empty: none."""
        return self._chosen

    @Property(str, notify=chosenChanged)
    def chosenName(self) -> str:
        """Its name."""
        return Path(self._chosen).name if self._chosen else ""

    @Property(bool, notify=triedChanged)
    def tried(self) -> bool:
        """Whether it was opened, checked and counted, or just made."""
        return self._tried is not None

    @Property(bool, notify=triedChanged)
    def ready(self) -> bool:
        """Whether it lies ready for the next start."""
        return self._ready

    @Property(str, notify=triedChanged)
    def madeAt(self) -> str:
        """When the tried copy was made."""
        return "" if self._tried is None else self.moment(self._tried.made_at)

    @Property(str, notify=triedChanged)
    def madeOf(self) -> str:
        """Of which machine and place."""
        return "" if self._tried is None else " · ".join(filter(None, (self._tried.place, self._tried.device)))

    @Property(str, notify=triedChanged)
    def patients(self) -> str:
        """How many patients are in it."""
        return "" if self._tried is None else str(self._tried.patients)

    @Property(str, notify=triedChanged)
    def appointments(self) -> str:
        """How many appointments."""
        return "" if self._tried is None else str(self._tried.appointments)

    @Property(str, notify=triedChanged)
    def size(self) -> str:
        """How large it is."""
        return "" if self._tried is None else self.shell.interpreter.locale.formattedDataSize(self._tried.bytes)

    @Slot(str)
    def chooseFolder(self, folder: str) -> None:
        """Another place."""
        self._folder = folder
        self._leave()
        self.folderChanged.emit()
        self.shell.ask(self, self._desk.found(folder), self._show_found)

    @Slot(str)
    def typePassphrase(self, typed: str) -> None:
        """What is to seal the next copy."""
        self._passphrase, self._invented = typed[:LONGEST], False
        self.say()
        self.passphraseChanged.emit()

    @Slot()
    def invent(self) -> None:
        """Make one up that nobody guesses."""
        self._passphrase, self._invented = self._desk.invent_passphrase(), True
        self.say()
        self.passphraseChanged.emit()

    @Slot(str)
    def typeOpening(self, typed: str) -> None:
        """What opens the chosen copy."""
        self._opening = typed[:LONGEST]
        self.say()
        self.passphraseChanged.emit()

    @Slot(str)
    def choose(self, file: str) -> None:
        """Look at a copy."""
        if not self.running:
            self._leave()
            self._chosen = file
            self.chosenChanged.emit()

    @Slot()
    def keep(self) -> None:
        """Keep a copy in the folder."""
        folder, passphrase = self._folder, self._passphrase
        self._leave()
        self.run(lambda errand: self._desk.keep(folder, passphrase, errand), self._kept)

    @Slot()
    def tryOut(self) -> None:
        """Open, check and count the chosen copy."""
        file, passphrase = self._chosen, self._opening
        if file:
            self.run(lambda errand: self._desk.try_out(file, passphrase, errand), self._show_tried)

    @Slot()
    def putBack(self) -> None:
        """Lay the chosen copy ready for the next start."""
        file, passphrase = self._chosen, self._opening
        if file and self._tried is not None:
            self.run(lambda errand: self._desk.put_back(file, passphrase, errand), self._laid_ready)

    @Slot()
    def restart(self) -> None:
        """Begin the program anew, with what was put back."""
        if self._ready:
            self._restart()

    @Slot()
    def leave(self) -> None:
        """Look at no copy any more."""
        self._leave()

    def _kept(self, copy: KeptCopy) -> None:
        self._tried = copy
        self.triedChanged.emit()
        self.say(told="kept")
        self.shell.ask(self, self._desk.found(self._folder), self._show_found)

    def _show_tried(self, copy: KeptCopy) -> None:
        self._tried = copy
        self.triedChanged.emit()
        self.say(told="tried")

    def _laid_ready(self, copy: KeptCopy) -> None:
        self._tried, self._ready = copy, True
        self.triedChanged.emit()
        self.say(told="ready")

    def _show_folders(self, folders: tuple[Path, ...]) -> None:
        self._folders.show([FolderLine(str(folder), folder.name or str(folder)) for folder in folders])
        if folders:
            self.chooseFolder(self._folder if self._folder in map(str, folders) else str(folders[0]))

    def _show_found(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self._words()
        self.folderChanged.emit()

    @Slot()
    def _words(self) -> None:
        size = self.shell.interpreter.locale.formattedDataSize
        self._copies.show(
            [
                CopyLine(str(one.file), one.file.name, self.moment(one.changed_at), size(one.bytes))
                for one in self._found
            ]
        )
        self.triedChanged.emit()

    def _leave(self) -> None:
        self._chosen = self._opening = ""
        self._tried, self._ready = None, False
        self.say()
        self.chosenChanged.emit()
        self.triedChanged.emit()
        self.passphraseChanged.emit()
