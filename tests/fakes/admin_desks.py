"""The admin's desks with a little clinic in memory; as deterministic as the tests that ask them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.screens.admin.desks import (
    MOST_COUNTED,
    AdminDesks,
    Asked,
    Changed,
    Choices,
    Colleague,
    ColleagueDetails,
    Errand,
    Found,
    GivenUp,
    Health,
    Invited,
    KeptCopy,
    LogDetail,
    Machine,
    Printer,
    Refused,
    Setting,
    SettingKind,
    SettingSource,
    Synced,
    SyncState,
    Written,
)
from kiosk.screens.colour import poorest_contrast
from server_sync.desk.sync_log.entries import LogEntry, LogPage, Place
from tests.fakes.analytics import FakeAnalytics
from tests.fakes.clinic_desk import FakeClinicDesk
from tests.fakes.papers import FakePapers
from tests.fakes.policy import FakePolicy
from tests.fakes.templates import FakeTemplates

NOW = datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
KIOSK, DESK = "00000000-0000-7000-8000-00000000000b", "00000000-0000-7000-8000-00000000000c"
NAMES = {KIOSK: "Lobby kiosk 1", DESK: "Reception desk"}
DONE = ("check_in", "call_next", "walk_in", "print_test_page", "register", "settle_conflict", "book")
PAGE = 40
BODY = '{\n  "intent": "check_in",\n  "changes": []\n}'
STICK = Path("/media/kim/ANTEROOM")
PASSPHRASE = "k7mw-9xqp-hf4t-zr2c-ue8n-3vbd"
READY = Printer("ready", NOW, "192.0.2.7:9100")


def entry(number: int) -> LogEntry:
    """One of the log: every seventh waits, every eleventh was kept back, every thirteenth is to be looked at."""
    status = (
        "pending" if number > 117 else "failed" if number % 37 == 0 else "conflict" if number % 29 == 0 else "synced"
    )
    happened = NOW - timedelta(minutes=3 * (120 - number), seconds=number % 60)
    return LogEntry(
        number,
        happened,
        None if status == "pending" else happened + timedelta(seconds=2),
        KIOSK if number % 3 else DESK,
        NAMES[KIOSK if number % 3 else DESK],
        number,
        DONE[number % len(DONE)],
        "queue",
        4_000 + number,
        "update",
        status,
        {"synced": "applied", "failed": "unknown_record", "conflict": "checked_in_twice"}.get(status),
        "Checked in at two machines: number B 17 stands, B 18 leads to it." if status == "conflict" else None,
        {"intent": DONE[number % len(DONE)], "changes": [{"noun": "queue", "action": "update"}]},
    )


def _is_older(one: LogEntry, place: Place) -> bool:
    return (one.happened_at, one.id) < (place.happened_at, place.id)


@dataclass
class FakeSync:
    """A hundred and twenty entries, and a server that answers at once."""

    current: SyncState = field(
        default_factory=lambda: SyncState(
            "online", pending=3, since=NOW, last_sync=NOW, failed=3, conflicts=4, server="https://clinic.example"
        )
    )
    entries: list[LogEntry] = field(default_factory=lambda: [entry(number) for number in range(120, 0, -1)])
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    refusal: Refused | None = None
    more_than_counted: bool = False

    def __post_init__(self) -> None:
        self.gate.set()

    async def read_log(self, asked: Asked, after: Place | None) -> LogPage:
        met = [one for one in self._met(asked) if after is None or _is_older(one, after)]
        return LogPage(tuple(met[:PAGE]), met[PAGE - 1].place if len(met) > PAGE else None)

    async def count_log(self, asked: Asked) -> int:
        return MOST_COUNTED + 1 if self.more_than_counted else len(self._met(asked))

    async def read_entry(self, entry_id: int) -> LogDetail | None:
        found = next((one for one in self.entries if one.id == entry_id), None)
        if found is None:
            return None
        return LogDetail(found, BODY, "patient" if found.intent == "check_in" else "Kim Berger")

    async def choices(self) -> Choices:
        return Choices(tuple(NAMES.items()), tuple(sorted(DONE)), ("queue",))

    async def export(
        self, asked: Asked, kind: str, folder: str, language: str, errand: Errand
    ) -> Written | Refused | GivenUp:
        errand.counted = 40
        errand.told(33)
        await self.gate.wait()
        if errand.is_given_up:
            return GivenUp()
        return self.refusal or Written(Path(folder) / f"sync-log-20261123-084100.{kind}", len(self._met(asked)))

    async def state(self) -> SyncState:
        return self.current

    async def sync_now(self) -> Synced:
        await self.gate.wait()
        sent, self.current = self.current.pending, replace(self.current, pending=0)
        return Synced(self.current, sent)

    def _met(self, asked: Asked) -> list[LogEntry]:
        return [
            one
            for one in self.entries
            if asked.device in ("", one.device_uid)
            and asked.intent in ("", one.intent)
            and asked.noun in ("", one.noun)
            and asked.status in ("", one.status)
            and (asked.since is None or one.happened_at.date() >= asked.since)
            and (asked.until is None or one.happened_at.date() <= asked.until)
        ]


@dataclass
class FakeMachines:
    """A machine that is well, and three others."""

    printer: Printer = READY
    clock_behind_ms: int | None = -400
    free_bytes: int | None = 41_300_000_000
    outcome: str = "printed"
    printed: list[str] = field(default_factory=list)

    async def health(self) -> Health:
        return Health(
            "Reception desk",
            "0.5.0",
            38_400_000,
            self.free_bytes,
            120_000_000_000,
            148_000_000,
            self.clock_behind_ms,
            NOW - timedelta(hours=3),
            self.printer,
        )

    async def machines(self) -> tuple[Machine, ...]:
        return (
            Machine(
                "Lobby kiosk 1",
                "kiosk",
                "B",
                is_this=False,
                is_revoked=False,
                last_seen=NOW - timedelta(minutes=14),
                trouble="machine_silent",
                trouble_since=NOW - timedelta(minutes=14),
            ),
            Machine("Reception desk", "reception", "C", is_this=True, is_revoked=False),
            Machine("Waiting room", "board", "D", is_this=False, is_revoked=False, last_seen=NOW),
            Machine("Old kiosk", "kiosk", "A", is_this=False, is_revoked=True),
        )

    async def print_test_page(self, language: str) -> str:
        self.printed.append(language)
        return self.outcome


def _settings() -> dict[str, Setting]:
    known = (
        Setting("face", "admin", SettingKind.CHOICE, SettingSource.COMMAND_LINE, ("patient", "reception", "admin")),
        Setting("clinic.name", "Riverside Clinic", SettingKind.TEXT, SettingSource.SERVER),
        Setting("clinic.time_zone", "Europe/Berlin", SettingKind.ZONE, SettingSource.SERVER),
        Setting("clinic.default_language", "en", SettingKind.LANGUAGES, SettingSource.DEFAULT),
        Setting("clinic.languages", "en, es, fr, hi, ar, zh", SettingKind.LANGUAGES, SettingSource.FILE),
        Setting("clinic.opening_hours", "Mon-Fri 8:00-17:00", SettingKind.TEXT, SettingSource.SERVER),
        Setting("clinic.phone", "030 555 0100", SettingKind.TEXT, SettingSource.SERVER),
        Setting("clinic.primary_colour", "", SettingKind.COLOUR, SettingSource.DEFAULT),
        Setting("clinic.logo", "", SettingKind.PATH, SettingSource.DEFAULT),
        Setting("server_url", "https://clinic.example", SettingKind.ADDRESS, SettingSource.FILE),
        Setting("hub_url", "", SettingKind.ADDRESS, SettingSource.DEFAULT),
        Setting("find_hub", "true", SettingKind.YES_NO, SettingSource.DEFAULT, ("true", "false")),
        Setting("database", "", SettingKind.PATH, SettingSource.DEFAULT),
        Setting("logs", "", SettingKind.PATH, SettingSource.DEFAULT),
        Setting("keys", "automatic", SettingKind.CHOICE, SettingSource.DEFAULT, ("automatic", "systemd", "keyring")),
        Setting("printer.kind", "network", SettingKind.CHOICE, SettingSource.FILE, ("none", "network", "usb")),
        Setting("printer.host", "192.0.2.7", SettingKind.TEXT, SettingSource.FILE),
        Setting("printer.port", "9100", SettingKind.NUMBER, SettingSource.DEFAULT, (), 1, 65_535),
        Setting("printer.width_mm", "80", SettingKind.CHOICE, SettingSource.DEFAULT, ("58", "80")),
        Setting("window.fullscreen", "true", SettingKind.YES_NO, SettingSource.ENVIRONMENT, ("true", "false")),
    )
    return {one.name: one for one in known}


@dataclass
class FakeSettings:
    """A settings file in memory, which refuses what is wrong as the real one does."""

    known: dict[str, Setting] = field(default_factory=_settings)
    refusal: Refused | None = None

    async def settings(self) -> tuple[Setting, ...]:
        return tuple(self.known.values())

    async def change(self, name: str, value: str) -> Changed | Refused:
        setting = self.known[name]
        if self.refusal is not None:
            return self.refusal
        if setting.source in (SettingSource.COMMAND_LINE, SettingSource.ENVIRONMENT):
            return Refused("won_over")
        if setting.kind is SettingKind.NUMBER and not (
            value.isdigit() and setting.lowest <= int(value) <= setting.highest
        ):
            return Refused("wrong_value", f"a whole number from {setting.lowest} to {setting.highest}")
        if setting.kind is SettingKind.COLOUR and value and poorest_contrast(value) < 7:
            return Refused("wrong_value", "darker")
        self.known[name] = replace(setting, value=value, source=SettingSource.FILE, waits=True)
        return Changed()


@dataclass
class FakeColleagues:
    """Four people; the server may be away."""

    people: dict[int, Colleague] = field(
        default_factory=lambda: {
            one.id: one
            for one in (
                Colleague(3, "Dr Ada Okafor", "doctor", "Room 3", "General practice", "", True, False),
                Colleague(4, "Kim Berger", "admin", "", "", "kim@clinic.example", True, True),
                Colleague(2, "Noor Haddad", "nurse", "", "", "", True, False),
                Colleague(1, "Sam Ortega", "receptionist", "", "", "sam@clinic.example", True, False),
                Colleague(5, "Robin Vale", "receptionist", "", "", "", False, False),
            )
        }
    )
    refusal: Refused | None = None
    pins: dict[int, str] = field(default_factory=dict)

    async def colleagues(self) -> tuple[Colleague, ...]:
        return tuple(sorted(self.people.values(), key=lambda one: one.name))

    async def add(self, details: ColleagueDetails) -> Colleague | Refused:
        return self._keep(max(self.people) + 1, details)

    async def change(self, colleague_id: int, details: ColleagueDetails) -> Colleague | Refused:
        return self._keep(colleague_id, details)

    async def deactivate(self, colleague_id: int) -> Colleague | Refused:
        admins = [one.id for one in self.people.values() if one.role == "admin" and one.is_active]
        if self.refusal is not None or admins == [colleague_id]:
            return self.refusal or Refused("last_admin")
        self.people[colleague_id] = replace(self.people[colleague_id], is_active=False)
        return self.people[colleague_id]

    async def give_pin(self, colleague_id: int, pin: str) -> Changed | Refused:
        if self.refusal is None and len(pin) >= 6:
            self.pins[colleague_id] = pin
        return self.refusal or (Changed() if len(pin) >= 6 else Refused("pin_too_short"))

    async def invite(self, colleague_id: int, login: str) -> Invited | Refused:
        return self.refusal or Invited(login, "KMPX7R4TUA", "2026-11-25T08:41:00+00:00")

    def _keep(self, colleague_id: int, details: ColleagueDetails) -> Colleague | Refused:
        if self.refusal is not None:
            return self.refusal
        before = self.people.get(colleague_id)
        self.people[colleague_id] = Colleague(
            colleague_id,
            details.name,
            details.role,
            details.room,
            details.specialty,
            details.email,
            is_active=before is None or before.is_active,
            works_everywhere=before is not None and before.works_everywhere,
        )
        return self.people[colleague_id]


@dataclass
class FakeCopies:
    """A stick with one copy on it, which opens with `PASSPHRASE`."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    files: list[Found] = field(
        default_factory=lambda: [Found(STICK / "anteroom-riverside-clinic-20261122-180000.backup", 37_900_000, NOW)]
    )
    put_back_files: list[str] = field(default_factory=list)
    refusal: Refused | None = None

    def __post_init__(self) -> None:
        self.gate.set()

    async def folders(self) -> tuple[Path, ...]:
        return STICK, Path("/home/ada")

    async def found(self, folder: str) -> tuple[Found, ...]:
        return tuple(self.files) if Path(folder) == STICK else ()

    async def keep(self, folder: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        if len(passphrase) < 12:
            return Refused("too_weak")
        file = Path(folder) / "anteroom-riverside-clinic-20261123-084100.backup"
        told = await self._work(file, errand)
        if isinstance(told, KeptCopy):
            self.files.insert(0, Found(file, told.bytes, NOW))
        return told

    async def try_out(self, file: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        return await self._work(Path(file), errand) if passphrase == PASSPHRASE else Refused("not_opened")

    async def put_back(self, file: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        told = await self.try_out(file, passphrase, errand)
        if isinstance(told, KeptCopy):
            self.put_back_files.append(file)
        return told

    def invent_passphrase(self) -> str:
        return PASSPHRASE

    async def _work(self, file: Path, errand: Errand) -> KeptCopy | Refused | GivenUp:
        errand.told(43)
        await self.gate.wait()
        if errand.is_given_up:
            return GivenUp()
        return self.refusal or KeptCopy(
            file, NOW, "Riverside Clinic", "Reception desk", 1_412, 3_077, 21_480, 37_900_000
        )


@dataclass
class FakeAdmin:
    """All of them, and how often the program was to begin anew."""

    sync: FakeSync = field(default_factory=FakeSync)
    machines: FakeMachines = field(default_factory=FakeMachines)
    settings: FakeSettings = field(default_factory=FakeSettings)
    colleagues: FakeColleagues = field(default_factory=FakeColleagues)
    copies: FakeCopies = field(default_factory=FakeCopies)
    papers: FakePapers = field(default_factory=FakePapers)
    policy: FakePolicy = field(default_factory=FakePolicy)
    analytics: FakeAnalytics = field(default_factory=FakeAnalytics)
    templates: FakeTemplates = field(default_factory=FakeTemplates)
    clinic: FakeClinicDesk = field(default_factory=FakeClinicDesk)
    restarts: int = 0

    def desks(self) -> AdminDesks:
        return AdminDesks(
            self.sync,
            self.machines,
            self.settings,
            self.colleagues,
            self.copies,
            self.papers,
            self.policy,
            self.analytics,
            self.templates,
            self.clinic,
            restart=self._restart,
        )

    def _restart(self) -> None:
        self.restarts += 1
