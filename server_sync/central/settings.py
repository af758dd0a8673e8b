"""The central server's settings, read from the environment and the command line, under the names its users know."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from server_sync.central.access.messengers import TWILIO_URL, SmtpMail, TwilioSms
from server_sync.central.access.rate_limits import DEFAULTS, Kind, parse_limits

DEFAULT_PORT = 8080
SHORTEST_SECRET = 32
SUBMISSION_PORT = 587


class SettingsError(Exception):
    """A setting is wrong; the message names it and says what would be right."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Everything that the server needs, already checked. Port 0 takes any free one."""

    database_url: str
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    secret_key: str = field(default="", repr=False)
    """Signs access tokens and seals the audit trail; empty: the centre keeps one in its database."""
    max_body_bytes: int = 8 * 2**20
    """Largest request body on the wire."""
    max_inflated_bytes: int = 32 * 2**20
    """Largest request body after decompression."""
    rate_limits: Mapping[Kind, str] = field(default_factory=lambda: DEFAULTS)
    """How often callers may ask, by kind of operation; a kind that is not named has no limit."""
    redis_url: str = field(default="", repr=False)
    """Counts for all processes at once; empty: each counts for itself."""
    availability_cache_s: int = 0
    """For how long Redis keeps free slots; 0: they are always asked of the database, as booking always is."""
    cors_origins: tuple[str, ...] = ()
    """Web pages of which origins may call this server; none by default."""
    smtp: SmtpMail | None = None
    """Where e-mail to patients goes out; None: none is sent."""
    twilio: TwilioSms | None = None
    """Where SMS to patients go out; None: none are sent."""
    trusted_proxies: tuple[str, ...] = ()
    """Whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses and networks."""
    ws_port: int | None = None
    """Another port for the same application, where sockets are to have one of their own."""
    workers: int = 1
    """Processes that serve side by side."""
    pool_size: int = 20
    """Connections that one process may hold at PostgreSQL."""
    statement_timeout_s: float = 15.0
    """What takes PostgreSQL longer is given up, and answered 503."""
    metrics_port: int | None = None
    """Another port still, for the metrics of just this process; of several workers, each takes the next."""
    metrics_token: str = field(default="", repr=False)
    """Whoever holds it may read the metrics from afar; empty: only this machine may."""
    desk_threads: int = 4
    """Operations that run at once; each holds one database connection of the pool's."""


def read_settings(
    *,
    database: str | None = None,
    host: str | None = None,
    port: int | None = None,
    workers: int | None = None,
    environment: Mapping[str, str] = os.environ,
) -> ServerSettings:
    """What the command line says, else DATABASE_URL, HOST and PORT, else a database in the user's own data folder."""
    url = database or environment.get("DATABASE_URL") or f"sqlite:///{data_folder(environment) / 'centre.db'}"
    return ServerSettings(
        database_url=database_url(url),
        host=host or environment.get("HOST") or "127.0.0.1",
        port=_port(environment.get("PORT")) if port is None else port,
        secret_key=_secret_key(environment.get("SECRET_KEY", "")),
        rate_limits=_rate_limits(environment.get("RATE_LIMITS", "")),
        smtp=_smtp(environment),
        twilio=_twilio(environment),
        redis_url=_redis_url(environment.get("REDIS_URL", "")),
        availability_cache_s=_count("AVAILABILITY_CACHE_S", environment, usual=0, least=0),
        cors_origins=tuple(_origin(text) for text in _listed(environment.get("CORS_ORIGINS", ""))),
        trusted_proxies=tuple(_network(text) for text in _listed(environment.get("TRUSTED_PROXIES", ""))),
        ws_port=_port(environment["WS_PORT"], "WS_PORT") if environment.get("WS_PORT") else None,
        workers=_count("WEB_CONCURRENCY", environment, usual=1, least=1) if workers is None else workers,
        pool_size=_count("DATABASE_POOL_SIZE", environment, usual=20, least=10),
        statement_timeout_s=_count("DATABASE_STATEMENT_TIMEOUT_S", environment, usual=15, least=1),
        metrics_port=_port(environment["METRICS_PORT"], "METRICS_PORT") if environment.get("METRICS_PORT") else None,
        metrics_token=environment.get("METRICS_TOKEN", ""),
    )


def database_url(text: str) -> str:
    """A URL in SQLAlchemy's form; `postgres://` and `postgresql://`, as hosts give them, get our driver."""
    for scheme in ("postgres://", "postgresql://"):
        if text.startswith(scheme):
            text = "postgresql+psycopg://" + text.removeprefix(scheme)
    try:
        backend = make_url(text).get_backend_name()
    except ArgumentError as error:
        raise SettingsError("the database should be a URL, such as postgresql://user@host/name") from error
    if backend not in ("postgresql", "sqlite"):
        raise SettingsError(f"the database should be PostgreSQL or SQLite, not {backend}")
    return text


def data_folder(environment: Mapping[str, str]) -> Path:
    """Where a server keeps its files, unless it is told otherwise."""
    chosen = environment.get("ANTEROOM_DATA")
    if chosen:
        return Path(chosen)
    shared = environment.get("XDG_DATA_HOME") or environment.get("LOCALAPPDATA")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "anteroom"


def _secret_key(text: str) -> str:
    if text and len(text) < SHORTEST_SECRET:
        raise SettingsError(f"SECRET_KEY should have at least {SHORTEST_SECRET} characters, chosen at random")
    return text


def _listed(text: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(",")) if part]


def _rate_limits(text: str) -> Mapping[Kind, str]:
    try:
        return parse_limits(text)
    except ValueError as error:
        raise SettingsError(f"RATE_LIMITS: {error}") from error


def _redis_url(text: str) -> str:
    if text and not text.startswith(("redis://", "rediss://", "redis+unix://")):
        raise SettingsError("REDIS_URL should be like redis://host:6379/0")
    return text


def _origin(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise SettingsError(f"CORS_ORIGINS should list origins such as https://clinic.example, not {text!r}")
    return f"{parts.scheme}://{parts.netloc}"


def _network(text: str) -> str:
    try:
        return str(ip_network(text, strict=False)) if "/" in text else str(ip_address(text))
    except ValueError as error:
        raise SettingsError(f"TRUSTED_PROXIES should list addresses such as 10.0.0.0/8, not {text!r}") from error


def _smtp(environment: Mapping[str, str]) -> SmtpMail | None:
    host = environment.get("SMTP_HOST", "")
    if not host:
        return None
    sender = environment.get("SMTP_FROM", "")
    if "@" not in parseaddr(sender)[1]:
        raise SettingsError("SMTP_FROM should say whom e-mail comes from, such as desk@clinic.example")
    port = _port(environment.get("SMTP_PORT") or str(SUBMISSION_PORT), "SMTP_PORT")
    user, password = environment.get("SMTP_USER", ""), environment.get("SMTP_PASSWORD", "")
    if bool(user) != bool(password):
        raise SettingsError("SMTP_USER and SMTP_PASSWORD belong together")
    return SmtpMail(host, port, sender, user, password)


def _twilio(environment: Mapping[str, str]) -> TwilioSms | None:
    names = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM")
    account, token, sender = (environment.get(name, "") for name in names)
    if not (account or token or sender):
        return None
    if not (account and token and sender):
        raise SettingsError(f"{', '.join(names)} belong together")
    return TwilioSms(account, token, sender, environment.get("TWILIO_URL") or TWILIO_URL)


def _count(name: str, environment: Mapping[str, str], *, usual: int, least: int) -> int:
    text = environment.get(name) or str(usual)
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= 1000:
        raise SettingsError(f"{name} should be a whole number from {least} to 1000, not {text!r}")
    return int(text)


def _port(text: str | None, name: str = "PORT") -> int:
    if not text:
        return DEFAULT_PORT
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise SettingsError(f"{name} should be a whole number from 0 to 65535, not {text!r}")
    return int(text)
