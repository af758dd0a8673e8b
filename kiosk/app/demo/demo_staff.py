"""Invented people who work at the demo's clinic, and the PIN by which each signs in at its desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
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


ADMIN = DemoMember("Kim Berger", "admin", "kim@demo.example")
STAFF = (
    DemoMember("Sam Ortega", "receptionist", "sam@demo.example"),
    DemoMember("Noor Haddad", "nurse", "noor@demo.example"),
    ADMIN,
)


def make_known(server_url: str, add: Callable[[DemoMember, str], None]) -> None:
    """Make them known and let each choose the PIN, the clinic's doctors too, who are known already.

    `add` gives one a sign-in with a password, at the server's side. Raises OSError where the server does not answer.
    """
    for member in STAFF:
        add(member, _PASSWORD)
        _choose_pin(server_url, member.login)
    kim = _sign_in(server_url, ADMIN.login)
    for doctor in _ask("GET", f"{server_url}/api/doctors", None, kim)["data"]:
        login = {"login": doctor["email"]}
        invited = _ask("POST", f"{server_url}/api/staff/{doctor['id']}/credentials", login, kim)["data"]
        _ask("POST", f"{server_url}/api/auth/set-up", {"code": invited["code"], "password": _PASSWORD})
        _choose_pin(server_url, doctor["email"])


def _choose_pin(server_url: str, login: str) -> None:
    chosen = {"password": _PASSWORD, "pin": PIN}
    _ask("PUT", f"{server_url}/api/auth/pin", chosen, _sign_in(server_url, login))


def _sign_in(server_url: str, login: str) -> str:
    session = _ask("POST", f"{server_url}/api/auth/sign-in", {"login": login, "password": _PASSWORD})
    return str(session["data"]["access_token"])


def _ask(method: str, url: str, body: dict[str, str] | None, token: str = "") -> Any:  # Any: JSON
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    sent = None if body is None else json.dumps(body).encode()
    asked = Request(url, sent, headers, method=method)  # noqa: S310 - our own server
    with urlopen(asked, timeout=10) as answer:  # noqa: S310
        return json.load(answer)
