"""A real Secret Service of the tests' own: gnome-keyring on a D-Bus session that nobody else is on."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

START_TIMEOUT_S = 20.0


class SecretServiceMissingError(RuntimeError):
    """This machine lacks the programs for it; the message says what to install."""


@contextmanager
def running_secret_service() -> Iterator[str]:
    """Start a bus and an empty, unlocked keyring on it; lend the bus's address, for DBUS_SESSION_BUS_ADDRESS."""
    for program in ("dbus-daemon", "gnome-keyring-daemon"):
        if shutil.which(program) is None:
            raise SecretServiceMissingError(
                f"These tests start a Secret Service of their own, and this machine has no {program}. "
                '"sh installers/setup test" installs it where apt can.'
            )
    # Not where pytest keeps its folders: a socket's path may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="anteroom-secrets-", dir="/tmp") as folder:
        address = f"unix:path={folder}/bus"
        environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address, "HOME": folder, "XDG_RUNTIME_DIR": folder}
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(variable, None)
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
        keyring = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        with _running(bus, environment) as speaking_bus:
            assert speaking_bus.stdout is not None
            # It says its address once it listens; a keyring that comes too early stays off the bus for good.
            speaking_bus.stdout.readline()
            with _running(keyring, environment, "password"):
                _wait_for("org.freedesktop.secrets", address)
                yield address


@contextmanager
def _running(command: list[str], environment: dict[str, str], says: str = "") -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdin is not None
            process.stdin.write(says)
            process.stdin.close()
            yield process
        finally:
            process.terminate()


def _wait_for(name: str, address: str) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while not _owned(name, address):
        if time.monotonic() > deadline:
            raise TimeoutError(f"nobody took the name {name} on the bus within {START_TIMEOUT_S:.0f} s")
        time.sleep(0.01)


def _owned(name: str, address: str) -> bool:
    # On Linux alone there is such a bus, and the package that speaks to it.
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    bus = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
    with open_dbus_connection(bus=address) as connection:
        reply = connection.send_and_get_reply(new_method_call(bus, "NameHasOwner", "s", (name,)))
    return bool(reply.body[0])
