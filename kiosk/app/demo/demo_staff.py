"""Invented people who work at the demo's clinic, and the PIN by which each signs in at its desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.request import Request, urlopen

PIN = "402718"
"""Everybody's; a real clinic's people choose their own."""
_PASSWORD = "the demo has no secrets"  # noqa: S105 - of invented people on this machine


@dataclass(frozen=True, slots=True)
class DemoMember:
    """Somebody invented."""

    name: str
    role: str
    login: str


STAFF = (
    DemoMember("Sam Ortega", "receptionist", "sam@demo.example"),
    DemoMember("Noor Haddad", "nurse", "noor@demo.example"),
    DemoMember("Kim Berger", "admin", "kim@demo.example"),
)


def make_known(server_url: str, add: Callable[[DemoMember, str], None]) -> None:
    """Make them known and let each choose the PIN. `add` gives one a sign-in with a password, at the server's side.

    Raises OSError where the server does not answer.
    """
    for member in STAFF:
        add(member, _PASSWORD)
        body = {"login": member.login, "password": _PASSWORD}
        session = _ask("POST", f"{server_url}/api/auth/sign-in", body)
        _ask("PUT", f"{server_url}/api/auth/pin", {"password": _PASSWORD, "pin": PIN}, session["data"]["access_token"])


def _ask(method: str, url: str, body: dict[str, str], token: str = "") -> dict[str, dict[str, str]]:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    asked = Request(url, json.dumps(body).encode(), headers, method=method)  # noqa: S310 - our own server
    with urlopen(asked, timeout=10) as answer:  # noqa: S310
        told: dict[str, dict[str, str]] = json.load(answer)
    return told
