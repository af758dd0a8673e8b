"""When the world breaks: one error with a stable code, and whether trying again can help.

Fault                     the world broke; `code` is stable, `retry_helps` says whether waiting may mend it
  StorageFault            disk full, database locked, damaged or sealed with another key
  TransportFault          the server cannot be reached, or does not answer in time
  ProtocolFault           the other side answered something that is not our protocol, or refused it
  RefusedFault            the other side understood and refuses: revoked, too old, wrong key
"""

from __future__ import annotations


class Fault(Exception):
    """The world broke. `code` is a stable, lower-case identifier; the message is for logs and names no patient."""

    retry_helps = False

    def __init__(self, code: str, message: str, *, retry_helps: bool | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        if retry_helps is not None:
            self.retry_helps = retry_helps


class StorageFault(Fault):
    """The local database or its disk failed."""


class TransportFault(Fault):
    """The server could not be reached; nothing is known about whether it saw the request."""

    retry_helps = True

    def __init__(self, code: str, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(code, message)
        self.retry_after_s = retry_after_s


class ProtocolFault(Fault):
    """What arrived is not what `server_sync/README.md` specifies."""


class RefusedFault(Fault):
    """The other side understood the request and refuses it for good."""
