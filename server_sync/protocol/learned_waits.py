"""How a device asks for what was learned of its location's waits: a file, where the server has another than it."""

from __future__ import annotations

import base64
from typing import Any

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import Reading, content_of, text

MOST_BYTES = 4 * 1024 * 1024


def encode_learned(file: bytes | None) -> dict[str, Json]:
    """What `GET /api/sync/waits` answers; null where the server has nothing else than the device."""
    return {"file": None if file is None else base64.b64encode(file).decode()}


def parse_learned(body: Any) -> bytes | None:
    """The file, or None. Raises ProtocolFault `malformed_waits`, also beyond MOST_BYTES."""
    with Reading("malformed_waits"):
        said = content_of(body)["file"]
        if said is None:
            return None
        file = base64.b64decode(text(said), validate=True)
        if len(file) > MOST_BYTES:
            raise ValueError("too long")
        return file
