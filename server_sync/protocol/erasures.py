"""How a device tells a server that went back in time whom it had erased: by uid, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import Reading, content_of, count, list_of, text

MOST_ERASURES = 10
"""People who may be named at a time: each costs a look through the whole log."""


def encode_erasures(uids: Sequence[UUID]) -> dict[str, Json]:
    """What `POST /api/sync/erasures` takes."""
    listed: list[Json] = [str(uid) for uid in uids]
    return {"patients": listed}


def parse_erasures(body: Any) -> tuple[UUID, ...]:
    """Raises ProtocolFault `malformed_erasures`, also for more than MOST_ERASURES."""
    with Reading("malformed_erasures"):
        uids = tuple(UUID(text(uid)) for uid in list_of(body["patients"]))
        if len(uids) > MOST_ERASURES:
            raise ValueError("too many")
        return uids


def parse_erased(body: Any) -> int:
    """How many of them the server has erased again. Raises ProtocolFault `malformed_erasures`."""
    with Reading("malformed_erasures"):
        return count(content_of(body)["erased"])
