"""Keyrings that a test can hold in its hand: one that keeps what it is given, and two that go wrong."""

from __future__ import annotations


class RememberingKeyring:
    """Keeps everything until the test ends."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password


class SwallowingKeyring(RememberingKeyring):
    """Takes every key without a word and keeps none, as keyring's null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class LockedKeyring(RememberingKeyring):
    """Nobody typed its password."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("org.freedesktop.Secret.Error.IsLocked")
