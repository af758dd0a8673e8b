"""A hub's settings, read from the environment and the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url

from server_sync.central.settings import ServerSettings, SettingsError, data_folder, read_settings


@dataclass(frozen=True, slots=True)
class HubSettings:
    """What a hub needs beside what every server needs."""

    server: ServerSettings
    centre_url: str
    code: str = field(default="", repr=False)
    """The one-time code by which it joins; used once."""
    database_key: str | None = field(default=None, repr=False)
    """64 hexadecimal digits: the records are encrypted with it. None: the disk is to be."""

    @property
    def folder(self) -> Path:
        """Where it keeps what it is. Raises SettingsError where its database is no file."""
        url = make_url(self.server.database_url)
        if url.get_backend_name() != "sqlite" or not url.database:
            raise SettingsError("a hub keeps its records in a file of its own: sqlite:///... and not another server's")
        return Path(url.database).parent


def read_hub_settings(
    *,
    centre: str | None = None,
    database: str | None = None,
    code: str | None = None,
    host: str | None = None,
    port: int | None = None,
    environment: Mapping[str, str] = os.environ,
) -> HubSettings:
    """What the command line says, else ANTEROOM_CENTRE and what every server reads. Raises SettingsError."""
    url = database or environment.get("DATABASE_URL") or f"sqlite:///{data_folder(environment) / 'hub.db'}"
    server = read_settings(database=url, host=host, port=port, workers=1, environment=environment)
    return HubSettings(
        server,
        _address(centre or environment.get("ANTEROOM_CENTRE", "")),
        code or environment.get("ANTEROOM_ENROL", ""),
        _key(environment),
    )


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError("--centre (ANTEROOM_CENTRE) should be the centre's address, such as https://clinic.example")
    return text.rstrip("/")


def _key(environment: Mapping[str, str]) -> str | None:
    key = environment.get("HUB_DATABASE_KEY", "")
    if key and not re.fullmatch("[0-9a-f]{64}", key):
        raise SettingsError("HUB_DATABASE_KEY should be 64 hexadecimal digits, chosen at random")
    return key or None
