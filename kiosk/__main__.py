"""`python -m kiosk`: the patient's screens; `enrol` joins this machine to a clinic, `demo` shows the whole product."""

from __future__ import annotations

import sys

USAGE = """python -m kiosk [FACE] [--settings FILE] [--SETTING VALUE ...]
    the screens of one face: patient (the lobby's touchscreen, where neither this nor the settings say another),
    reception (staff at the desk), board (the waiting room), admin
python -m kiosk enrol --server ADDRESS --code CODE [--settings FILE] [--SETTING VALUE ...]
    join this machine to its clinic, with the code that an administrator was shown; with --again it keeps its records
python -m kiosk backup --to FOLDER [--passphrase-file FILE] [--settings FILE] [--SETTING VALUE ...]
    an encrypted copy of this machine's records, tried before it counts; asks for its passphrase where no file has it
python -m kiosk restore FILE [--passphrase-file FILE] [--settings FILE] [--SETTING VALUE ...]
    put a copy back, on this machine or on another; what stands here is kept beside it, under another name
python -m kiosk preview KIND --out FILE.png [--language LANGUAGE] [--settings FILE] | --begin FOLDER
    draw what a template makes: queue_ticket, help_ticket, appointment_slip, receipt, test_page; or write ours to change
python -m kiosk demo [--folder FOLDER] [--headless]
    a server, a kiosk, a printer and a clinic of made-up people, on this machine

Settings stand in a TOML file; `--printer-host 192.0.2.7` or ANTEROOM_PRINTER_HOST=192.0.2.7 say printer.host.
"""
FACES = ("patient", "reception", "board", "admin")
WRONG_USE = 2
"""The exit code where the command line or a setting is wrong: starting again will not help."""


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    command, rest = ("", given) if not given or given[0].startswith("-") else (given[0], given[1:])
    if command == "help" or "--help" in given or "-h" in given:
        sys.stdout.write(USAGE)
        return 0
    # Imported one by one: screens must not wait for what the others need.
    if not command or command in FACES:
        from kiosk.app.command_line import show_screens

        return show_screens(command, rest)
    if command == "enrol":
        from kiosk.app.command_line import enrol

        return enrol(rest)
    if command in ("backup", "restore"):
        from kiosk.app import copy_commands

        return copy_commands.backup(rest) if command == "backup" else copy_commands.restore(rest)
    if command == "preview":
        from kiosk.app.paper_preview import main as preview

        return preview(rest)
    if command == "demo":
        from kiosk.app.demo.show import main as demo

        return demo(rest)
    sys.stderr.write(f"{command} is no command of the kiosk.\n\n{USAGE}")
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
