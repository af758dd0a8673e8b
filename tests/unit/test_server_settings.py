"""The server's settings: the names that people know, and a sentence for each that is wrong."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from server_sync.central.access.messengers import TWILIO_URL, SmtpMail, TwilioSms
from server_sync.central.access.rate_limits import DEFAULTS, Kind
from server_sync.central.settings import ServerSettings, SettingsError, read_settings


def read(environment: Mapping[str, str]) -> ServerSettings:
    return read_settings(database="sqlite:///x.db", environment=environment)


def test_nothing_said_means_shut_to_others_and_nothing_sent() -> None:
    settings = read({})
    assert (settings.host, settings.cors_origins, settings.trusted_proxies) == ("127.0.0.1", (), ())
    assert (settings.smtp, settings.twilio, settings.redis_url) == (None, None, "")
    assert settings.rate_limits == DEFAULTS


def test_names_that_people_know_are_taken() -> None:
    settings = read(
        {
            "SECRET_KEY": "k" * 32,
            "SMTP_HOST": "mail.clinic.example",
            "SMTP_FROM": "Riverside <desk@clinic.example>",
            "SMTP_USER": "desk",
            "SMTP_PASSWORD": "secret",
            "TWILIO_ACCOUNT_SID": "AC1",
            "TWILIO_AUTH_TOKEN": "token",
            "TWILIO_FROM": "+15550100",
            "REDIS_URL": "rediss://:secret@cache.example:6380/1",
            "CORS_ORIGINS": "https://clinic.example/, http://localhost:3000",
            "TRUSTED_PROXIES": "10.0.0.0/8, ::1",
            "RATE_LIMITS": "search=9/second",
        }
    )
    assert settings.smtp == SmtpMail("mail.clinic.example", 587, "Riverside <desk@clinic.example>", "desk", "secret")
    assert settings.twilio == TwilioSms("AC1", "token", "+15550100", TWILIO_URL)
    assert settings.cors_origins == ("https://clinic.example", "http://localhost:3000")
    assert settings.trusted_proxies == ("10.0.0.0/8", "::1")
    assert settings.rate_limits[Kind.SEARCH] == "9/second"


def test_secrets_are_not_in_what_a_traceback_would_print() -> None:
    names = {"SMTP_HOST": "m", "SMTP_FROM": "a@b", "SMTP_USER": "u", "SMTP_PASSWORD": "zwq-1"}
    names |= {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "zwq-2", "TWILIO_FROM": "+1"}
    names |= {"SECRET_KEY": "zwq-3" * 9, "REDIS_URL": "redis://:zwq-4@host"}
    assert "zwq" not in repr(read(names))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY should have at least 32"),
        ("SMTP_HOST", "mail.clinic.example", "SMTP_FROM should say whom"),
        ("TWILIO_FROM", "+15550100", "belong together"),
        ("REDIS_URL", "memcached://host", "REDIS_URL should be like"),
        ("REDIS_URL", "redis", "REDIS_URL should be like"),
        ("CORS_ORIGINS", "*", "CORS_ORIGINS should list origins"),
        ("CORS_ORIGINS", "https://clinic.example/page", "CORS_ORIGINS should list origins"),
        ("CORS_ORIGINS", "http://[", "CORS_ORIGINS should list origins"),
        ("TRUSTED_PROXIES", "*", "TRUSTED_PROXIES should list addresses"),
        ("TRUSTED_PROXIES", "10.0.0.0/99", "TRUSTED_PROXIES should list addresses"),
        ("RATE_LIMITS", "search=often", "search should be like 60/minute"),
        ("RATE_LIMITS", "research=1/minute", "is none of"),
    ],
)
def test_what_is_wrong_is_named(name: str, value: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        read({name: value})


def test_half_a_mail_account_is_named() -> None:
    with pytest.raises(SettingsError, match="SMTP_USER and SMTP_PASSWORD belong together"):
        read({"SMTP_HOST": "m", "SMTP_FROM": "a@b.example", "SMTP_USER": "desk"})
    with pytest.raises(SettingsError, match="SMTP_PORT should be a whole number"):
        read({"SMTP_HOST": "m", "SMTP_FROM": "a@b.example", "SMTP_PORT": "many"})
