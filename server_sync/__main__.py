"""The command line of the server side: it serves, migrates, verifies, mends, and makes what a clinic begins with."""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from server_sync.protocol.faults import Fault

KINDS = ("kiosk", "reception", "board", "hub")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: the world broke, said on stderr; 2: not understood."""
    options = _parser().parse_args(arguments)
    from server_sync.central.settings import SettingsError

    try:
        return int(options.run(options) or 0)
    except (SettingsError, Fault, OSError) as error:
        sys.stderr.write(f"anteroom: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server_sync", description="Anteroom's central server.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="answer devices and people until SIGTERM")
    _takes_database(serve)
    serve.add_argument("--host", help="address to listen at (HOST; default 127.0.0.1)")
    serve.add_argument("--port", type=int, help="TCP port, 0 for any free one (PORT; default 8080)")
    serve.add_argument("--workers", type=int, help="processes that serve side by side (WEB_CONCURRENCY; default 1)")
    serve.set_defaults(run=_serve)

    hub = commands.add_parser("hub", help="serve a lobby while its centre cannot be reached, until SIGTERM")
    hub.add_argument("--centre", help="the centre's address, such as https://clinic.example (ANTEROOM_CENTRE)")
    hub.add_argument("--database", help="URL of a SQLite file (DATABASE_URL; default: hub.db in your data folder)")
    hub.add_argument(
        "--enrol", metavar="CODE", help="join the clinic by a code of enrol-code --kind hub (ANTEROOM_ENROL)"
    )
    hub.add_argument("--host", help="address to listen at (HOST; default 127.0.0.1)")
    hub.add_argument("--port", type=int, help="TCP port, 0 for any free one (PORT; default 8080)")
    hub.set_defaults(run=_hub)

    migrate = commands.add_parser("migrate", help="bring the database to this version")
    _takes_database(migrate)
    migrate.set_defaults(run=_migrate)

    demo = commands.add_parser(
        "demo-clinic", help="make a clinic of invented people, or lay its day around the present"
    )
    _takes_database(demo)
    demo.add_argument("--now", type=_moment, help="the present, in ISO 8601 with its offset; default: the clock")
    demo.add_argument("--time-zone", help="the clinic's, such as Europe/Berlin; default: this machine's")
    demo.add_argument("--public-url", help="where tickets' QR codes lead, such as https://clinic.example")
    demo.add_argument("--somebody-waits", action="store_true", help="some have come already, one is being seen")
    demo.set_defaults(run=_demo_clinic)

    location = commands.add_parser("location", help="make one of the clinic's locations known, before its devices join")
    _takes_database(location)
    location.add_argument("--name", required=True, help='what people call it, such as "Riverside Clinic"')
    location.add_argument("--time-zone", required=True, help="such as Europe/Berlin")
    location.add_argument("--code", default="", help="stands in its numbers, such as N2; the first location has none")
    location.add_argument("--phone")
    location.add_argument("--opening-hours", help='in the clinic\'s words, such as "Mon-Fri 8:00-18:00"')
    location.add_argument("--waiting-area", help="where people with a number wait")
    location.add_argument("--public-url", help="where tickets' QR codes lead, such as https://clinic.example")
    location.set_defaults(run=_location)

    enrol = commands.add_parser("enrol-code", help="make a device known and print its one-time code, good for an hour")
    _takes_database(enrol)
    enrol.add_argument("--name", required=True, help='what people call it, such as "Lobby kiosk 1"')
    enrol.add_argument("--kind", choices=KINDS, default="kiosk")
    enrol.add_argument("--location", default="", help="code of its location; default: the first one")
    enrol.set_defaults(run=_enrol_code)

    staff = commands.add_parser("staff", help="make somebody known who works here, and let them choose a password")
    _takes_database(staff)
    staff.add_argument("--name", required=True, help='what people call them, such as "Dr Okafor"')
    staff.add_argument("--role", required=True, choices=("receptionist", "nurse", "doctor", "admin"))
    staff.add_argument("--login", required=True, help="what they type to sign in: their e-mail address")
    staff.add_argument("--location", help="code of the only location that they work at; default: all of them")
    staff.add_argument("--password-stdin", action="store_true", help="take the first line of stdin as their password")
    staff.set_defaults(run=_staff)

    export = commands.add_parser("export-log", help="write the sync log, or some of it, as CSV, JSON Lines or PDF")
    _takes_database(export)
    export.add_argument("--format", required=True, choices=("csv", "jsonl", "pdf"))
    export.add_argument("--out", required=True, type=Path, help="the file; it appears once it is whole")
    export.add_argument("--from", dest="first_day", type=date.fromisoformat, help="first day, such as 2026-03-01")
    export.add_argument("--to", dest="last_day", type=date.fromisoformat, help="last day, included")
    export.add_argument("--location", type=_number, help="number of a location; its days and times. Default: all")
    export.add_argument("--device", help="uid of a device")
    export.add_argument("--intent", help="what was done, such as check_in")
    export.add_argument("--type", dest="noun", help="what it was done to, such as queue or patient")
    export.add_argument("--status", choices=("pending", "synced", "failed", "conflict"))
    export.add_argument("--bodies", action="store_true", help="with what was changed: names patients, not for PDF")
    export.set_defaults(run=_export_log)

    learn = commands.add_parser("learn-waits", help="learn from past days how long people wait; done each night")
    _takes_database(learn)
    learn.add_argument("--location-id", type=_number, help="number of a location; default: all")
    learn.set_defaults(run=_learn_waits)

    reindex = commands.add_parser("reindex", help="make anew what patients are searched by")
    _takes_database(reindex)
    reindex.set_defaults(run=_reindex)

    epoch = commands.add_parser("new-epoch", help="after a backup was restored: let every device begin anew")
    _takes_database(epoch)
    epoch.set_defaults(run=_new_epoch)

    verify = commands.add_parser("verify", help="check that nobody altered the audit trail; 1 where somebody did")
    _takes_database(verify)
    verify.set_defaults(run=_verify)
    return parser


def _number(said: str) -> int:
    """Of a record: 1 and more, as far as databases count."""
    number = int(said)
    if not 0 < number < 2**63:
        raise ValueError("not a record's number")
    return number


def _takes_database(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--database", help="URL of PostgreSQL or SQLite (DATABASE_URL; default: a file in your data folder)"
    )


@contextlib.contextmanager
def _modules_are_no_garbage() -> Iterator[None]:
    """Import what stays until the end. Measured: to look for garbage meanwhile was a fifth of starting a server."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def _serve(options: argparse.Namespace) -> None:
    with _modules_are_no_garbage():
        from server_sync.central.logs import write_logs_to_stderr
        from server_sync.central.serving import serve
        from server_sync.central.settings import read_settings
        from server_sync.central.workers import serve_side_by_side

    settings = read_settings(database=options.database, host=options.host, port=options.port, workers=options.workers)
    write_logs_to_stderr()
    run = serve if settings.workers == 1 else serve_side_by_side
    run(settings, lambda url: print(f"Anteroom's server is ready at {url}", flush=True))


def _hub(options: argparse.Namespace) -> None:
    with _modules_are_no_garbage():
        from server_sync.central.logs import write_logs_to_stderr
        from server_sync.hub.serving import serve_hub
        from server_sync.hub.settings import read_hub_settings

    settings = read_hub_settings(
        centre=options.centre, database=options.database, code=options.enrol, host=options.host, port=options.port
    )
    write_logs_to_stderr()
    serve_hub(settings, lambda url: print(f"Anteroom's hub is ready at {url}", flush=True))


def _migrate(options: argparse.Namespace) -> None:
    from server_sync.central.settings import read_settings
    from server_sync.records.database import open_database
    from server_sync.records.migration import migrate, revision_of

    database = open_database(read_settings(database=options.database).database_url)
    migrate(database)
    print(f"The database stands at revision {revision_of(database)}.")
    database.close()


def _demo_clinic(options: argparse.Namespace) -> None:
    from server_sync.central.demo.clinic import make_demo_clinic
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings

    replica = open_centre(read_settings(database=options.database).database_url)
    made = make_demo_clinic(
        replica,
        now=options.now,
        time_zone=options.time_zone,
        public_url=options.public_url,
        somebody_waits=options.somebody_waits,
    )
    replica.database.close()
    print(json.dumps(asdict(made), default=str, ensure_ascii=False))


def _location(options: argparse.Namespace) -> int:
    from server_sync.central.desk.clinic_locations import LocationRefusedError, add_location
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings

    replica = open_centre(read_settings(database=options.database).database_url)
    try:
        row = add_location(
            replica,
            name=options.name,
            time_zone=options.time_zone,
            code=options.code,
            phone=options.phone,
            opening_hours=options.opening_hours,
            waiting_area=options.waiting_area,
            public_url=options.public_url,
        )
    except LocationRefusedError as refused:
        sys.stderr.write(f"anteroom: {refused}\n")
        return 1
    finally:
        replica.database.close()
    print(json.dumps({"location_id": row["id"], "name": row["name"], "code": row["code"]}, ensure_ascii=False))
    return 0


def _enrol_code(options: argparse.Namespace) -> int:
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings
    from server_sync.central.sync.enrolment import UnknownLocationError, invite_device

    replica = open_centre(read_settings(database=options.database).database_url)
    try:
        invited = invite_device(replica, options.name, options.kind, options.location)
    except UnknownLocationError:
        shown = replica.database.engine.url.render_as_string(hide_password=True)
        sys.stderr.write(
            f"anteroom: {shown} holds no such location; make it first: python -m server_sync location "
            '--name "Riverside Clinic" --time-zone Europe/Berlin\n'
        )
        return 1
    finally:
        replica.database.close()
    print(json.dumps(asdict(invited) | {"expires_at": invited.expires_at.isoformat()}, default=str, ensure_ascii=False))
    return 0


def _staff(options: argparse.Namespace) -> int:
    from server_sync.central.access.first_staff import StaffRefusedError, add_member
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings

    settings = read_settings(database=options.database)
    password = sys.stdin.readline().rstrip("\r\n") if options.password_stdin else None
    replica = open_centre(settings.database_url)
    try:
        added = add_member(replica, settings, options.name, options.role, options.login, options.location, password)
    except StaffRefusedError as refused:
        sys.stderr.write(f"anteroom: {refused}\n")
        return 1
    finally:
        replica.database.close()
    print(json.dumps(asdict(added), default=str, ensure_ascii=False))
    return 0


def _learn_waits(options: argparse.Namespace) -> None:
    from server_sync.central.nightly import learn, locations_of
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings

    centre = open_centre(read_settings(database=options.database).database_url)
    try:
        for location_id in [options.location_id] if options.location_id else locations_of(centre):
            lesson = learn(centre, location_id)
            came = f"{lesson.visits} visits on {lesson.days} days"
            print(
                f"{lesson.location}: {'learned from' if lesson.has_model else 'too little to learn from yet:'} {came}"
            )
    finally:
        centre.database.close()


def _reindex(options: argparse.Namespace) -> None:
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings
    from server_sync.records.terms import refill_terms

    replica = open_centre(read_settings(database=options.database).database_url)
    with replica.database.writing() as connection:
        count = refill_terms(connection)
    replica.database.close()
    print(f"{count} patients can be found again.")


def _export_log(options: argparse.Namespace) -> int:
    from server_sync.central.desk.sync_log import Asked
    from server_sync.central.desk.sync_log_file import ExportRefusedError, export_to_file
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings
    from server_sync.desk.sync_log.export import Format
    from server_sync.records.outbox import SyncStatus

    asked = Asked(
        first_day=options.first_day,
        last_day=options.last_day,
        location_id=options.location,
        device_uid=options.device,
        intent=options.intent,
        noun=options.noun,
        status=options.status and SyncStatus(options.status),
        with_bodies=options.bodies,
    )
    replica = open_centre(read_settings(database=options.database).database_url)
    try:
        count = export_to_file(replica, asked, Format(options.format), options.out, _say_how_far)
    except ExportRefusedError as refused:
        sys.stderr.write(f"anteroom: {refused}\n")
        return 1
    finally:
        replica.database.close()
    sys.stderr.write("\n" if count else "")
    print(json.dumps({"file": str(options.out), "entries": count}, ensure_ascii=False))
    return 0


def _say_how_far(done: int, of: int) -> bool:
    """One line on standard error that counts up."""
    sys.stderr.write(f"\r{done:,} of {of:,} entries")
    sys.stderr.flush()
    return True


def _new_epoch(options: argparse.Namespace) -> None:
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings
    from server_sync.central.sync.new_epoch import begin_epoch

    replica = open_centre(read_settings(database=options.database).database_url)
    epoch = begin_epoch(replica)
    replica.database.close()
    print(f"Epoch {epoch} has begun: devices read everything anew, and offer again what they had been answered.")
    print("Whoever was erased since the backup is back with it. Reception machines and hubs that knew of it have them")
    print("erased again once they are heard (in the audit trail: erase_again). Erase by hand whom none of them knew.")


def _verify(options: argparse.Namespace) -> int:
    from server_sync.central.access.audit_check import check_audit
    from server_sync.central.opening import open_centre
    from server_sync.central.settings import read_settings

    settings = read_settings(database=options.database)
    replica = open_centre(settings.database_url)
    try:
        checked = check_audit(replica, settings)
    finally:
        replica.database.close()
    print(json.dumps(asdict(checked), default=str, ensure_ascii=False))
    return 1 if checked.findings else 0


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("the present needs its offset, such as 2026-03-01T10:00:00+01:00")
    return moment


if __name__ == "__main__":
    sys.exit(main())
