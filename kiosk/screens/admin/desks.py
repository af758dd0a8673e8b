"""What the admin's screens ask of this machine: small asynchronous interfaces, one for each section.

`kiosk.app.admin` implements them; `tests.fakes.admin_desks` has ones that keep everything in memory. Both pass the
same contract suite. Every method may be called on the UI thread and never blocks it; every method may raise
`server_sync.protocol.faults.Fault` when the world broke.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.screens.admin.clinic_desk import ClinicDesk
from kiosk.screens.admin.papers_desk import PapersDesk
from kiosk.screens.admin.policy_desk import PolicyDesk
from kiosk.screens.admin.templates_desk import TemplatesDesk

if TYPE_CHECKING:
    from kiosk.screens.admin.analytics_desk import AnalyticsDesk
    from server_sync.desk.sync_log.entries import LogEntry, LogPage, Place


@dataclass(slots=True)
class Errand:
    """Something that takes a while: it tells how far it is, and may be given up. Lives on the UI thread."""

    told: Callable[[int], None]
    """Called on the UI thread with per cent; -1 where only a count is known."""
    is_given_up: bool = False
    counted: int = 0
    """What was done so far, where it is counted."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Somebody gave it up; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not done. `code` is stable; `words`, where there are any, are for people and in English."""

    code: str
    words: str = ""


# The sync log.


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries: those that meet all of it; what is empty asks nothing. Days are the clinic's own."""

    since: date | None = None
    until: date | None = None
    device: str = ""
    intent: str = ""
    noun: str = ""
    status: str = ""


MOST_COUNTED = 10_000
"""Of a long log nobody waits for the exact number: it is said to be more."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the log may be filtered by, as it occurs in it."""

    devices: tuple[tuple[str, str], ...]
    """Uid and name."""
    intents: tuple[str, ...]
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogDetail:
    """One entry whole, its body as indented JSON."""

    entry: LogEntry
    body: str
    actor: str = ""
    """Who did it: a colleague's name, `patient`, `system`, or empty where nobody knows."""
    about: str = ""
    """The colleague or machine that it concerns; never a patient."""


@dataclass(frozen=True, slots=True)
class Written:
    """An export that stands in its folder."""

    file: Path
    entries: int


@dataclass(frozen=True, slots=True)
class SyncState:
    """How this machine stands with its servers. `link` is the worker's word, or `alone` where no server is named."""

    link: str
    by_hub: bool = False
    pending: int = 0
    held: int = 0
    since: datetime | None = None
    last_sync: datetime | None = None
    cause: str = ""
    done: int = 0
    total: int = 0
    failed: int = 0
    """Sets that the server keeps back."""
    conflicts: int = 0
    """Sets of which a person should look at a part."""
    server: str = ""


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of asking the server at once."""

    state: SyncState
    sent: int
    """Sets that were settled meanwhile."""


class SyncDesk(Protocol):
    """The log of what was done and sent, and the way to the server."""

    async def read_log(self, asked: Asked, after: Place | None) -> LogPage:
        """Some entries, newest first, from the newest or from a place on."""
        ...

    async def count_log(self, asked: Asked) -> int:
        """How many there are; `MOST_COUNTED + 1` where there are more."""
        ...

    async def read_entry(self, entry_id: int) -> LogDetail | None:
        """One entry with its body; None where it has left the log."""
        ...

    async def choices(self) -> Choices:
        """What there is to filter by."""
        ...

    async def export(
        self, asked: Asked, kind: str, folder: str, language: str, errand: Errand
    ) -> Written | Refused | GivenUp:
        """Write all that was asked for to a file in `folder`: `csv` and `pdf` in `language`, or `jsonl`, in names."""
        ...

    async def state(self) -> SyncState:
        """How things stand now."""
        ...

    async def sync_now(self) -> Synced:
        """Try the server at once; comes back when it has answered, or after some seconds."""
        ...


# Machines.


@dataclass(frozen=True, slots=True)
class Printer:
    """The printer of this machine. `state` as `kiosk.devices.printer.PrinterState` says it; `none` without one."""

    state: str
    since: datetime | None
    name: str


@dataclass(frozen=True, slots=True)
class Health:
    """How this machine is. Sizes in bytes; what nobody can tell is None."""

    name: str
    version: str
    records_bytes: int
    free_bytes: int | None
    disk_bytes: int | None
    memory_bytes: int | None
    clock_behind_ms: int | None
    """How far the clock is behind the centre's; negative where it is ahead."""
    up_since: datetime
    printer: Printer


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine of the clinic. What only the centre knows is None where it was not asked."""

    name: str
    kind: str
    series: str
    is_this: bool
    is_revoked: bool
    last_seen: datetime | None = None
    trouble: str = ""
    """What it needs somebody for, such as `printer_paper_out` or `machine_silent`; empty where nothing was told."""
    trouble_since: datetime | None = None


class MachinesDesk(Protocol):
    """This machine and the others."""

    async def health(self) -> Health:
        """How this machine is; asks the printer, which takes some seconds where it is silent."""
        ...

    async def machines(self) -> tuple[Machine, ...]:
        """Every machine of this place."""
        ...

    async def print_test_page(self, language: str) -> str:
        """Print one; `printed`, `unknown`, `failed` or `no_printer`."""
        ...


# Settings.


class SettingKind(StrEnum):
    """What a setting's value is."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    LIST = "list"
    LANGUAGES = "languages"
    ZONE = "zone"
    ADDRESS = "address"
    PATH = "path"
    COLOUR = "colour"


class SettingSource(StrEnum):
    """Where a setting's value stands; the first two win over the file."""

    COMMAND_LINE = "command_line"
    ENVIRONMENT = "environment"
    FILE = "file"
    SERVER = "server"
    """The server said it when this machine was enrolled."""
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of this machine, its value as text."""

    name: str
    value: str
    kind: SettingKind
    source: SettingSource
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0
    waits: bool = False
    """Whether another value stands in the file than this run of the program read."""


@dataclass(frozen=True, slots=True)
class Changed:
    """It stands in the file. What the program read at its start holds until the next one."""


class SettingsDesk(Protocol):
    """The settings file of this machine."""

    async def settings(self) -> tuple[Setting, ...]:
        """Every setting, in the file's order."""
        ...

    async def change(self, name: str, value: str) -> Changed | Refused:
        """Write one; `wrong_value`, `not_writable`, `won_over` (by the environment) or `file_broken`."""
        ...


# Who works here.


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works at the clinic."""

    id: int
    name: str
    role: str
    room: str
    specialty: str
    email: str
    is_active: bool
    works_everywhere: bool


@dataclass(frozen=True, slots=True)
class ColleagueDetails:
    """What an admin says of somebody; all of it."""

    name: str
    role: str
    room: str = ""
    specialty: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """They may choose a password and a PIN with this code, which is shown once."""

    login: str
    code: str
    until: str


class ColleaguesDesk(Protocol):
    """Who works at the clinic. Read here; changed at the centre, as whoever is signed in."""

    async def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody, by name, also those who left."""
        ...

    async def add(self, details: ColleagueDetails) -> Colleague | Refused:
        """Make somebody known; `needs_server`, `sign_in_again`, or the server's own code."""
        ...

    async def change(self, colleague_id: int, details: ColleagueDetails) -> Colleague | Refused:
        """Change what is said of somebody; refuses as `add` does."""
        ...

    async def deactivate(self, colleague_id: int) -> Colleague | Refused:
        """Let somebody in no more; refuses as `add` does."""
        ...

    async def invite(self, colleague_id: int, login: str) -> Invited | Refused:
        """Let somebody choose how they sign in; refuses as `add` does."""
        ...

    async def give_pin(self, colleague_id: int, pin: str) -> Changed | Refused:
        """Give somebody the PIN by which they sign in at a desk; refuses as `add` does, and what is easy to guess."""
        ...


# Copies of the records.


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that was opened, checked and counted."""

    file: Path
    made_at: datetime
    place: str
    device: str
    patients: int
    appointments: int
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a copy; what is in it only its passphrase tells."""

    file: Path
    bytes: int
    changed_at: datetime


class CopiesDesk(Protocol):
    """Copies of this machine's records. Refusals are `kept_copy.WhyNot`'s, `disk_full`, `storage_broken`, `no_key`."""

    async def folders(self) -> tuple[Path, ...]:
        """Where a copy or an export may go: sticks first, then the user's own folder."""
        ...

    async def found(self, folder: str) -> tuple[Found, ...]:
        """The copies in a folder, newest first."""
        ...

    async def keep(self, folder: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        """Keep a copy in a folder, and try it."""
        ...

    async def try_out(self, file: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        """Open, check and count a copy."""
        ...

    async def put_back(self, file: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        """Lay a copy beside the records; the next start of the program takes it."""
        ...

    def invent_passphrase(self) -> str:
        """A passphrase that nobody guesses, in groups that can be copied by hand."""
        ...


@dataclass(frozen=True, slots=True)
class AdminDesks:
    """All of them."""

    sync: SyncDesk
    machines: MachinesDesk
    settings: SettingsDesk
    colleagues: ColleaguesDesk
    copies: CopiesDesk
    papers: PapersDesk
    policy: PolicyDesk
    analytics: AnalyticsDesk
    templates: TemplatesDesk
    clinic: ClinicDesk
    restart: Callable[[], None] = field(default=lambda: None)
    """Ends the program and begins it anew."""
