"""A messenger that keeps what it was given."""

from __future__ import annotations

from dataclasses import dataclass

from server_sync.protocol.faults import TransportFault


@dataclass(frozen=True, slots=True)
class KeptMessage:
    to: str
    text: str


class KeepingMessenger:
    """Passes the contract suite of messengers; `broken` makes it fail as a server does that refuses."""

    def __init__(self) -> None:
        self.kept: list[KeptMessage] = []
        self.broken = False

    def send(self, to: str, subject: str, text: str) -> None:
        if self.broken or "\n" in to or not to:
            raise TransportFault("not_sent", "it did not take it")
        self.kept.append(KeptMessage(to, text))
