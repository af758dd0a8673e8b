"""The kiosk's commands, from the words of the command line to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kiosk.app.settings import Settings, SettingsError, read_settings, split_options

FAILED = 1
BEGIN_AGAIN = 75
"""How a run ends that somebody asked to begin anew, with other settings or with records that were put back."""
WRONG_USE = 2


def show_screens(face: str, arguments: Sequence[str]) -> int:
    """`python -m kiosk FACE`, or the settings' own face where `face` is empty."""
    settings = settings_from([*arguments, *(["--face", face] if face else [])])
    if settings is None:
        return WRONG_USE
    from kiosk.app.kiosk import run

    return ended(run(settings), ["kiosk", *([face] if face else []), *arguments])


def ended(code: int, again: Sequence[str]) -> int:
    """How a run ended; where somebody asked for it the module and arguments of `again` take this run's place."""
    if code == BEGIN_AGAIN:
        # The same process anew: what watches over it sees no end. Nothing of this run is left but its number.
        os.execv(sys.executable, [sys.executable, "-m", *again])  # noqa: S606 - these are our own words
    return code


def enrol(arguments: Sequence[str]) -> int:
    """`python -m kiosk enrol`."""
    again = "--again" in arguments
    own, others = take_options([one for one in arguments if one != "--again"], ("--server", "--code"))
    server = ["--server-url", own["--server"]] if "--server" in own else []
    settings = settings_from([*others, *server], joining=True)
    if settings is None:
        return WRONG_USE
    if settings.server_url is None or "--code" not in own:
        sys.stderr.write("enrol needs --server ADDRESS and --code CODE\n")
        return WRONG_USE
    return (_enrol_again if again else _enrol)(settings, settings.server_url, own["--code"])


def _enrol(settings: Settings, server_url: str, code: str) -> int:
    from kiosk.app.enrolment import AlreadyEnrolledError
    from kiosk.app.enrolment import enrol as join
    from kiosk.app.open_records import RecordsRefusedError, sentence
    from kiosk.app.secrets import NoSafeStorageError
    from server_sync.protocol.faults import Fault
    from server_sync.worker.enrolment import enrol as ask_server

    try:
        enrolment, kept = join(settings, lambda: ask_server(server_url, code))
    except (AlreadyEnrolledError, RecordsRefusedError, NoSafeStorageError, Fault) as error:
        sys.stderr.write(sentence(error.message if isinstance(error, Fault) else str(error)) + "\n")
        return FAILED
    if kept is not None:
        sys.stdout.write(f"Records that could not be read any more are kept as {kept}.\n")
    sys.stdout.write(
        f"This machine is a kiosk of {enrolment.location['name']} now, with the series {enrolment.series}.\n"
    )
    return 0


def _enrol_again(settings: Settings, server_url: str, code: str) -> int:
    from kiosk.app.enrolment import OtherPlaceError, enrol_again
    from kiosk.app.open_records import RecordsRefusedError, sentence
    from kiosk.app.secrets import NoSafeStorageError
    from server_sync.protocol.faults import Fault
    from server_sync.worker.enrolment import enrol as ask_server

    try:
        enrolment, offered = enrol_again(settings, lambda was: ask_server(server_url, code, was))
    except (OtherPlaceError, RecordsRefusedError, NoSafeStorageError, Fault) as error:
        sys.stderr.write(sentence(error.message if isinstance(error, Fault) else str(error)) + "\n")
        return FAILED
    sys.stdout.write(
        f"This machine is a kiosk of {enrolment.location['name']} again, with the series {enrolment.series}. "
        f"It kept its records, and has {offered} works to offer that the server does not know.\n"
    )
    return 0


def taken_apart(
    arguments: Sequence[str], own_names: tuple[str, ...], *, joining: bool = False
) -> tuple[dict[str, str], Settings | None]:
    """A command's own options, and the settings that the others make; None where one is wrong, which was said."""
    own, others = take_options(arguments, own_names)
    return own, settings_from(others, joining=joining)


def settings_from(arguments: Sequence[str], *, joining: bool = False) -> Settings | None:
    """Read the settings that a command line names; None, with words on standard error, where they are wrong."""
    try:
        return read_settings(split_options(arguments), joining=joining)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return None


def take_options(arguments: Sequence[str], names: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """Part a command's own options from those that name settings."""
    own: dict[str, str] = {}
    others: list[str] = []
    rest = list(arguments)
    while rest:
        option, equals, value = rest[0].partition("=")
        if option not in names:
            others.append(rest.pop(0))
        elif equals:
            own[option] = value
            rest.pop(0)
        else:
            own[option] = rest[1] if len(rest) > 1 else ""
            del rest[:2]
    return own, others
