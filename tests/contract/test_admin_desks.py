"""The admin's desks: the ones in memory and the ones on this machine's records and files answer alike."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.admin.local_analytics import LocalAnalytics
from kiosk.app.admin.local_clinic import LocalClinic
from kiosk.app.admin.local_colleagues import LocalColleagues
from kiosk.app.admin.local_copies import LocalCopies
from kiosk.app.admin.local_machines import LocalMachines
from kiosk.app.admin.local_papers import LocalPapers
from kiosk.app.admin.local_policy import LocalPolicy
from kiosk.app.admin.local_settings import LocalSettings
from kiosk.app.admin.local_sync import LocalSync
from kiosk.app.admin.local_templates import LocalTemplates
from kiosk.app.back_office import BackOffice
from kiosk.app.open_records import restored_beside
from kiosk.app.paths import Places
from kiosk.app.secrets import DATABASE_KEY, DevelopmentFile
from kiosk.app.settings import KeyStorage, PrinterKind, PrinterSettings, Settings, read_settings
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.screens.admin.desks import (
    AdminDesks,
    Asked,
    Changed,
    ColleagueDetails,
    Errand,
    GivenUp,
    KeptCopy,
    Refused,
    SettingSource,
    Written,
)
from kiosk.screens.admin.papers_desk import BadPaper, Drawn, Kept, PaperState
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.records.database import open_database
from tests.clinics import DEVICE_KEY, HandClock, LittleClinic
from tests.fakes.admin_desks import PASSPHRASE, STICK, FakeAdmin


@dataclass
class Admin:
    """An admin's desks, and a folder for what is written."""

    desks: AdminDesks
    folder: str


def hear(_percent: int) -> None:
    """Nobody looks at how far it is."""


@pytest.fixture(params=["in memory", "on this machine"])
def admin(request: pytest.FixtureRequest) -> Admin:
    made: Admin = request.getfixturevalue("remembered" if request.param == "in memory" else "here")
    return made


@pytest.fixture
def remembered() -> Admin:
    return Admin(FakeAdmin().desks(), str(STICK))


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    enrol_a_desk(tmp_path)
    printer = VirtualPrinter(width_mm=80).start()
    file = tmp_path / "kiosk.toml"
    file.write_text('[clinic]\nname = "Riverside"\ntime_zone = "Europe/London"\n', "utf-8")
    usual = read_settings({}, {}, Places(file, tmp_path, tmp_path))
    yield replace(
        usual,
        keys=KeyStorage.DEVELOPMENT_FILE,
        database=tmp_path / "kiosk-B.db",
        printer=PrinterSettings(PrinterKind.NETWORK, "127.0.0.1", printer.port, 80),
    )
    printer.stop()


@pytest.fixture
def here(settings: Settings, tmp_path: Path, qapp: QCoreApplication) -> Iterator[Admin]:
    office = BackOffice(settings)
    office.start(lambda _error: None)
    (tmp_path / "stick").mkdir()
    yield Admin(
        AdminDesks(
            LocalSync(lambda: office, "", lambda: "Kim Berger"),
            LocalMachines(lambda: office, settings, lambda: "kim", "0.1.0"),
            LocalSettings(settings, {}),
            LocalColleagues(lambda: office, None),
            LocalCopies(settings, tmp_path),
            LocalPapers(settings, {}),
            LocalPolicy(lambda: office, None),
            LocalAnalytics(lambda: office, None),
            LocalTemplates(lambda: office, None),
            LocalClinic(lambda: office, None),
        ),
        str(tmp_path / "stick"),
    )
    office.stop()


def enrol_a_desk(folder: Path) -> None:
    """A desk at which three people were checked in, of which the server has heard nothing yet."""
    database = open_database(f"sqlite:///{folder / 'centre.db'}")
    now = datetime.now(UTC)
    clinic = LittleClinic(database, folder, HandClock(now))
    uids = [
        clinic.book(now + timedelta(minutes=20), code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")["uid"]
        for number in range(3)
    ]
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    for uid in uids:
        with device.replica.work("check_in", "patient") as work:
            check_in(work, uid, TicketPrinting("en", has_printer=False))
    device.database.close()
    database.close()
    DevelopmentFile(folder / "kiosk-B.db.keys").write(DATABASE_KEY, DEVICE_KEY)


def test_what_waits_is_found_by_its_state_newest_first(admin: Admin) -> None:
    page = asyncio.run(admin.desks.sync.read_log(Asked(status="pending"), None))

    assert len(page.entries) == 3 == asyncio.run(admin.desks.sync.count_log(Asked(status="pending")))
    assert page.older is None
    happened = [entry.happened_at for entry in page.entries]
    assert happened == sorted(happened, reverse=True)
    assert {entry.settled_at for entry in page.entries} == {None}


def test_nothing_happened_in_a_year_to_come(admin: Admin) -> None:
    asked = Asked(since=date(2040, 1, 1), until=date(2040, 12, 31))

    assert asyncio.run(admin.desks.sync.read_log(asked, None)).entries == ()


def test_what_there_is_to_filter_by_occurs_in_the_log(admin: Admin) -> None:
    choices = asyncio.run(admin.desks.sync.choices())

    assert "check_in" in choices.intents
    for uid, name in choices.devices:
        assert name
        assert asyncio.run(admin.desks.sync.count_log(Asked(device=uid))) > 0


def test_an_entry_is_told_with_its_body(admin: Admin) -> None:
    entry = asyncio.run(admin.desks.sync.read_log(Asked(intent="check_in"), None)).entries[0]
    detail = asyncio.run(admin.desks.sync.read_entry(entry.id))

    assert detail is not None
    assert detail.entry.intent == "check_in"
    assert isinstance(orjson.loads(detail.body), dict)
    assert asyncio.run(admin.desks.sync.read_entry(999_999)) is None


def test_an_export_that_is_given_up_is_none(admin: Admin) -> None:
    errand = Errand(hear, is_given_up=True)

    assert asyncio.run(admin.desks.sync.export(Asked(), "csv", admin.folder, "en", errand)) == GivenUp()
    assert not list(Path(admin.folder).glob("*"))


def test_health_says_who_this_is_and_how_its_printer_is(admin: Admin) -> None:
    health = asyncio.run(admin.desks.machines.health())

    assert health.name
    assert health.records_bytes > 0
    assert health.printer.state == "ready"
    assert [one.is_this for one in asyncio.run(admin.desks.machines.machines())].count(True) == 1


def test_a_test_page_comes_out(admin: Admin) -> None:
    assert asyncio.run(admin.desks.machines.print_test_page("en")) == "printed"


def test_a_setting_that_was_changed_stands_and_waits_for_the_next_start(admin: Admin) -> None:
    before = {one.name: one for one in asyncio.run(admin.desks.settings.settings())}
    assert not before["printer.port"].waits
    assert before["printer.port"].source is SettingSource.DEFAULT

    assert asyncio.run(admin.desks.settings.change("printer.port", "9101")) == Changed()

    after = {one.name: one for one in asyncio.run(admin.desks.settings.settings())}
    assert (after["printer.port"].value, after["printer.port"].source) == ("9101", SettingSource.FILE)
    assert after["printer.port"].waits


@pytest.mark.parametrize(("name", "value"), [("printer.port", "99999"), ("clinic.primary_colour", "#FFFFFF")])
def test_a_wrong_setting_is_refused(admin: Admin, name: str, value: str) -> None:
    answer = asyncio.run(admin.desks.settings.change(name, value))

    assert isinstance(answer, Refused)
    assert answer.code == "wrong_value"
    assert answer.words


def test_a_copy_is_kept_and_opens_with_its_passphrase_alone(admin: Admin) -> None:
    desk = admin.desks.copies
    kept = asyncio.run(desk.keep(admin.folder, PASSPHRASE, Errand(hear)))

    assert isinstance(kept, KeptCopy)
    assert kept.patients > 0
    assert str(kept.file) in [str(one.file) for one in asyncio.run(desk.found(admin.folder))]
    assert asyncio.run(desk.try_out(str(kept.file), "another passphrase", Errand(hear))) == Refused("not_opened")
    assert isinstance(asyncio.run(desk.put_back(str(kept.file), PASSPHRASE, Errand(hear))), KeptCopy)


def test_a_weak_passphrase_keeps_nothing(admin: Admin) -> None:
    before = asyncio.run(admin.desks.copies.found(admin.folder))

    assert asyncio.run(admin.desks.copies.keep(admin.folder, "secret", Errand(hear))) == Refused("too_weak")
    assert asyncio.run(admin.desks.copies.found(admin.folder)) == before


def test_a_passphrase_that_is_made_up_is_strong_enough(admin: Admin) -> None:
    assert len(set(admin.desks.copies.invent_passphrase())) >= 12


READ: dict[str, Callable[[bytes], int]] = {
    "csv": lambda written: len(list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))) - 1,
    "jsonl": lambda written: len(written.splitlines()),
    "pdf": lambda written: 3 if written.startswith(b"%PDF") else 0,
}


@pytest.mark.parametrize("kind", ["csv", "jsonl", "pdf"])
def test_an_export_holds_every_entry_and_tells_how_far_it_is(here: Admin, kind: str) -> None:
    told: list[int] = []
    written = asyncio.run(here.desks.sync.export(Asked(), kind, here.folder, "en", Errand(told.append)))

    assert isinstance(written, Written)
    assert written.entries == READ[kind](written.file.read_bytes()) == 3
    assert [file.name for file in Path(here.folder).iterdir()] == [written.file.name]
    assert told[-1] == 100


def test_an_export_to_a_stick_that_was_pulled_out_says_so(here: Admin) -> None:
    refused = asyncio.run(here.desks.sync.export(Asked(), "csv", here.folder + "/gone", "en", Errand(hear)))

    assert isinstance(refused, Refused)
    assert refused.code == "not_writable"


def test_alone_nothing_is_awaited_when_somebody_asks_for_the_server(here: Admin) -> None:
    synced = asyncio.run(here.desks.sync.sync_now())

    assert (synced.state.link, synced.state.pending, synced.sent) == ("alone", 3, 0)


def test_a_copy_goes_to_no_stick_that_was_pulled_out(here: Admin) -> None:
    refused = asyncio.run(here.desks.copies.keep(here.folder + "/gone", PASSPHRASE, Errand(hear)))

    assert isinstance(refused, Refused)
    assert refused.code == "storage_broken"


def test_what_was_put_back_waits_beside_the_records(here: Admin, settings: Settings) -> None:
    kept = asyncio.run(here.desks.copies.keep(here.folder, PASSPHRASE, Errand(hear)))
    assert isinstance(kept, KeptCopy)

    asyncio.run(here.desks.copies.put_back(str(kept.file), PASSPHRASE, Errand(hear)))

    assert restored_beside(settings.database).exists()


def test_people_are_read_here_and_changed_only_with_the_server(here: Admin) -> None:
    colleagues = asyncio.run(here.desks.colleagues.colleagues())

    assert [one.name for one in colleagues] == ["Dr Okafor"]
    details = ColleagueDetails("Dr Okafor", "admin")
    assert asyncio.run(here.desks.colleagues.change(colleagues[0].id, details)) == Refused("needs_server")


def test_what_the_command_line_or_the_environment_said_wins_over_the_file(settings: Settings) -> None:
    said = replace(settings, options={"printer.port": "9200"})
    desk = LocalSettings(said, {"ANTEROOM_SOUND": "no"})
    sources = {one.name: one.source for one in asyncio.run(desk.settings())}

    assert sources["printer.port"] is SettingSource.COMMAND_LINE
    assert sources["sound"] is SettingSource.ENVIRONMENT
    assert asyncio.run(desk.change("printer.port", "9101")) == Refused("won_over")
    assert asyncio.run(desk.change("sound", "yes")) == Refused("won_over")


OWN_TICKET = """
[[block]]
text = "Our own words"

[[block]]
text = "{short_number}"
scale = 4
"""


def test_a_template_of_the_clinics_own_is_drawn_kept_and_taken_back(admin: Admin) -> None:
    papers = admin.desks.papers
    ours = asyncio.run(papers.papers())[0]
    assert ours.state is PaperState.OURS
    drawn = asyncio.run(papers.draw(ours.kind, OWN_TICKET, "ar"))
    assert isinstance(drawn, Drawn)
    assert drawn.png.startswith(b"\x89PNG")
    assert asyncio.run(papers.keep(ours.kind, OWN_TICKET)) == Kept()
    own = asyncio.run(papers.papers())[0]
    assert (own.state, own.source) == (PaperState.OWN, OWN_TICKET)
    assert asyncio.run(papers.begin_again(ours.kind)) == Kept()
    assert asyncio.run(papers.papers())[0] == ours


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("[[block]]\ntext = 7\n", BadPaper("no_text", 1, ("text", "400"))),
        ("[[block", BadPaper("ends_early")),
        ("[[block]]\nrule = true\n[[block]]\nqr = x", BadPaper("not_toml", 0, ("4", "6"))),
        ("x" * 30_000, BadPaper("too_long", 0, ("20000",))),
    ],
)
def test_a_template_that_is_wrong_is_refused_with_its_reason_and_what_was_in_force_stays(
    admin: Admin, source: str, wrong: BadPaper
) -> None:
    papers = admin.desks.papers
    assert asyncio.run(papers.keep("queue_ticket", OWN_TICKET)) == Kept()
    assert asyncio.run(papers.keep("queue_ticket", source)) == wrong
    assert asyncio.run(papers.draw("queue_ticket", source, "en")) == wrong
    assert asyncio.run(papers.papers())[0].source == OWN_TICKET
