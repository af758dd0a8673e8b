"""What somebody who signed in with their PIN may do at the centre: their session there, in memory and nowhere else.

All of it blocks on the network: for threads that may wait.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, TransportFault
from server_sync.worker.answers import fault_in, message_in
from server_sync.worker.transport import UNREACHABLE

if TYPE_CHECKING:
    from httpx import Response

SIGN_IN_S = 4.0
"""Somebody stands there: whoever is known here is let in without the centre after that."""
ANSWER_S = 15.0
FILE_S = 60.0
"""Of a report that the centre counts and draws first."""
RENEWED_BEFORE_S = 30.0
"""A token that ends so soon is renewed first."""


@dataclass(frozen=True, slots=True)
class _Tokens:
    access: str
    refresh: str
    good_until_s: float
    """By the monotonic clock."""


class CentreSession:
    """One person's session at a time. Safe from any thread."""

    def __init__(self, server_url: str) -> None:
        self._server_url = server_url
        self._lock = threading.Lock()
        self._tokens: _Tokens | None = None

    def sign_in(self, device_key: str, login: str, pin: str) -> bool:
        """Whether this PIN is theirs; if so, their session begins.

        Raises TransportFault where nothing useful answered, RefusedFault where the centre knows this device no more.
        """
        self.end()
        try:
            said = self._send("POST", "/api/auth/pin", {"login": login, "pin": pin}, device_key, SIGN_IN_S)
        except RefusedFault as fault:
            if fault.code == "sign_in_refused":
                return False
            raise
        except ProtocolFault as fault:
            if fault.code == "sign_in_refused":
                return False
            raise TransportFault(fault.code, fault.message) from fault
        self._keep(said)
        return True

    def end(self) -> None:
        """Forget whose session it was."""
        with self._lock:
            self._tokens = None

    @property
    def is_open(self) -> bool:
        """Whether whoever is signed in here is so at the centre."""
        with self._lock:
            return self._tokens is not None

    def ask(self, method: str, path: str, body: Mapping[str, object]) -> Any:
        """The centre's answer, for the caller to parse. Raises LookupError where no session is open, and Fault."""
        return self._send(method, path, body, self._access(), ANSWER_S)

    def fetch(self, path: str) -> bytes:
        """A file that the centre makes. Raises as `ask` does."""
        answer = self._request("GET", path, {}, self._access(), FILE_S)
        if answer.status_code != 200:
            raise fault_in(answer.status_code, answer.headers, answer.content)
        return answer.content

    def _access(self) -> str:
        with self._lock:
            tokens = self._tokens
        if tokens is None:
            raise LookupError("nobody is signed in at the centre")
        if monotonic() > tokens.good_until_s - RENEWED_BEFORE_S:
            self._keep(self._send("POST", "/api/auth/refresh", {"refresh_token": tokens.refresh}, "", ANSWER_S))
            with self._lock:
                tokens = self._tokens or tokens
        return tokens.access

    def _keep(self, said: Mapping[str, Any]) -> None:
        good_until_s = monotonic() + float(said["expires_in_s"])
        with self._lock:
            self._tokens = _Tokens(said["access_token"], said["refresh_token"], good_until_s)

    def _send(self, method: str, path: str, body: Mapping[str, object], key: str, limit_s: float) -> Any:
        answer = self._request(method, path, body, key, limit_s)
        said: Any = message_in(answer.status_code, answer.headers, answer.content)
        try:
            return said["data"]
        except (TypeError, KeyError) as error:
            raise ProtocolFault("not_our_server", "something answered in the server's place") from error

    def _request(self, method: str, path: str, body: Mapping[str, object], key: str, limit_s: float) -> Response:
        import httpx

        head = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        try:
            with httpx.Client(timeout=limit_s, trust_env=False) as client:
                content = json.dumps(body).encode() if body else None
                return client.request(method, self._server_url + path, content=content, headers=head)
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise TransportFault(UNREACHABLE, f"the server could not be reached ({type(error).__name__})") from error


def refusal_code(fault: Fault) -> str:
    """What a screen says of a fault of `ask`."""
    return "needs_server" if isinstance(fault, TransportFault) else fault.code
