"""Where the database's key and the server's key are kept: systemd's credentials, the system's keyring, or nowhere.

The order is: a credential that systemd handed to the service; Secret Service, Windows' credential locker or the macOS
Keychain, each chosen explicitly; a file that only its owner may read, where the settings say `development-file`;
otherwise a refusal. `keyring` picks backends by itself that swallow keys without a word (its null backend) or keep
them in the clear, so its choice is never used and each key is read back after it was written.

`keyring` is slow to import: call this module on a background thread.
"""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from secrets import token_hex
from typing import Protocol, TypeVar

from kiosk.app.settings import KeyStorage, Settings

SERVICE = "anteroom"
DATABASE_KEY = "anteroom-database-key"
SERVER_KEY = "anteroom-server-key"
KEYRING_PATIENCE_S = 60
"""Long enough for a person to type the keyring's password."""

Answer = TypeVar("Answer")


class NoSafeStorageError(Exception):
    """There is nowhere to keep a key on this machine; the message says what to do about it."""


class KeyMissingError(Exception):
    """The records are here and their key is not; no new key is ever made over existing records."""


class KeyStore(Protocol):
    """Somewhere that keeps a few short texts by name. May block on D-Bus or on a person's password."""

    def read(self, name: str) -> str | None:
        """Return what is kept under `name`, or None. Raises `NoSafeStorageError` where it cannot be reached."""
        ...

    def write(self, name: str, key: str) -> None:
        """Keep `key` under `name`, so that it is there after a restart. Raises `NoSafeStorageError`."""
        ...


class KeyringBackend(Protocol):
    """The three calls of a `keyring` backend that are used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """See keyring.backend.KeyringBackend."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """See keyring.backend.KeyringBackend."""
        ...


class Keyring:
    """The operating system's keyring; one entry per name and database, so that two kiosks share one session."""

    def __init__(self, backend: KeyringBackend, database: Path) -> None:
        self._backend = backend
        self._database = database.absolute()

    def read(self, name: str) -> str | None:
        """See `KeyStore.read`."""
        return _asking_the_keyring(lambda: self._backend.get_password(SERVICE, self._entry(name)))

    def write(self, name: str, key: str) -> None:
        """See `KeyStore.write`."""
        _asking_the_keyring(lambda: self._backend.set_password(SERVICE, self._entry(name), key))

    def _entry(self, name: str) -> str:
        return f"{name}:{self._database}"


class SystemdCredentials:
    """Credentials that systemd decrypts for the service; written with `systemd-creds`, by root, while enrolling."""

    def __init__(
        self,
        handed_over: Path | None,
        credstore: Path = Path("/etc/credstore.encrypted"),
        program: str = "systemd-creds",
    ) -> None:
        self._handed_over = handed_over
        self._credstore = credstore
        self._program = program

    def read(self, name: str) -> str | None:
        """See `KeyStore.read`. Outside the service, as root, the encrypted file itself is read."""
        if self._handed_over is not None:
            file = self._handed_over / name
            return file.read_text("ascii").strip() if file.exists() else None
        file = self._credstore / name
        return self._run("decrypt", f"--name={name}", str(file), "-").strip() if file.exists() else None

    def write(self, name: str, key: str) -> None:
        """See `KeyStore.write`."""
        self._credstore.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._run("encrypt", f"--name={name}", "-", str(self._credstore / name), stdin=key)

    def _run(self, *arguments: str, stdin: str = "") -> str:
        try:
            done = subprocess.run(
                [self._program, *arguments], input=stdin, capture_output=True, check=True, text=True, timeout=60
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise NoSafeStorageError(
                f"systemd-creds could not {arguments[0]} a key ({type(error).__name__}); "
                'enrol the kiosk as root, or set keys = "keyring"'
            ) from error
        return done.stdout


class DevelopmentFile:
    """Keys in a folder of their own, readable by their owner only. Whoever has the disk has the records."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> str | None:
        """See `KeyStore.read`."""
        file = self._folder / name
        if not file.exists():
            return None
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise NoSafeStorageError(f"{file} can be read by others than its owner; run: chmod 600 {file}")
        return file.read_text("ascii")

    def write(self, name: str, key: str) -> None:
        """See `KeyStore.write`. Replaced whole, so that a power cut leaves the old key or the new one."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._folder / f".{name}.fresh"
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._folder / name)


def open_key_store(settings: Settings, environment: Mapping[str, str] = os.environ) -> KeyStore:
    """Choose where this kiosk keeps its keys. Slow where the keyring is used. Raises `NoSafeStorageError`."""
    handed_over = environment.get("CREDENTIALS_DIRECTORY")
    match settings.keys:
        case KeyStorage.DEVELOPMENT_FILE:
            return DevelopmentFile(settings.database.with_name(settings.database.name + ".keys"))
        case KeyStorage.SYSTEMD:
            return SystemdCredentials(Path(handed_over) if handed_over else None)
        case KeyStorage.AUTOMATIC if handed_over and (Path(handed_over) / DATABASE_KEY).exists():
            return SystemdCredentials(Path(handed_over))
        case _:
            return Keyring(system_keyring(), settings.database)


def database_key(store: KeyStore, database: Path) -> str:
    """Return the 64 hex digits that open `database`, made now if there is no database yet.

    Raises `KeyMissingError` where records exist that no key was kept for, and `NoSafeStorageError`.
    """
    key = store.read(DATABASE_KEY)
    if key is None and database.exists() and database.stat().st_size > 0:
        raise KeyMissingError(
            f"The records {database} are here, but their key is not kept on this machine any more. Sign in as the user "
            "that they belong to, or enrol this kiosk again, which keeps them under another name: "
            "`python -m kiosk enrol --server ADDRESS --code CODE`."
        )
    if key is None:
        key = token_hex(32)
        keep(store, DATABASE_KEY, key)
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise KeyMissingError(f"What is kept as {DATABASE_KEY} is not a key of 64 hex digits; restore it from a backup")
    return key


def keep(store: KeyStore, name: str, key: str) -> None:
    """Write a key and read it back, since a keyring may swallow it without a word. Raises `NoSafeStorageError`."""
    store.write(name, key)
    if store.read(name) != key:
        raise NoSafeStorageError(f"{type(store).__name__} took {name} but did not keep it; {_ADVICE}")


_ADVICE = (
    "unlock the login keyring (on Linux: gnome-keyring or KWallet with Secret Service), hand the keys over with "
    'systemd (LoadCredentialEncrypted=), or, for development only, set keys = "development-file"'
)


def system_keyring() -> KeyringBackend:
    """Open the one keyring that this operating system has, never what `keyring` would pick by itself."""
    return _asking_the_keyring(_backend_of_this_system)


def _backend_of_this_system() -> KeyringBackend:
    backend: KeyringBackend
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        backend = WinVaultKeyring()
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacOSKeychain

        backend = MacOSKeychain()
    else:
        backend = _secret_service()
    return backend


def _secret_service() -> KeyringBackend:
    from keyring.backends.SecretService import Keyring as SecretService

    backend = SecretService()  # type: ignore[no-untyped-call]  # keyring annotates only its base class
    collection = backend.get_preferred_collection()  # type: ignore[no-untyped-call]  # as above
    with closing(collection.connection):
        place = str(collection.collection_path)
    # Where nobody has made a login keyring, the default may be the collection that is gone after a restart.
    if place.endswith("/session"):
        raise NoSafeStorageError(f"the keyring of this session forgets its keys at its end; {_ADVICE}")
    return backend


def _asking_the_keyring(question: Callable[[], Answer]) -> Answer:
    """Ask on a thread of its own: a keyring daemon whose prompt nobody can see never answers at all."""
    answers: queue.SimpleQueue[tuple[Answer] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put((question(),))
        except Exception as error:  # noqa: BLE001
            # Each backend raises errors of its own libraries (D-Bus, Win32, Security.framework) beside keyring's.
            answers.put(error)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=KEYRING_PATIENCE_S)
    except queue.Empty:
        raise NoSafeStorageError(f"the keyring has not answered for {KEYRING_PATIENCE_S} s; {_ADVICE}") from None
    if isinstance(answer, NoSafeStorageError):
        raise answer
    if isinstance(answer, Exception):
        raise NoSafeStorageError(f"the keyring does not answer ({type(answer).__name__}); {_ADVICE}") from answer
    return answer[0]
