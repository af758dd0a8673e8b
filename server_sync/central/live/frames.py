"""WebSocket text frames (RFC 6455) as bytes, encoded once for everybody: what a server sends is neither masked nor,
here, compressed, so the same bytes do for a thousand displays.
"""

from __future__ import annotations

_FINAL_TEXT = 0x81
_LONGEST_SHORT, _LONGEST_MIDDLE = 125, 0xFFFF


def text_frame(payload: bytes) -> bytes:
    """One unfragmented text message of UTF-8 `payload`."""
    size = len(payload)
    if size <= _LONGEST_SHORT:
        return bytes((_FINAL_TEXT, size)) + payload
    if size <= _LONGEST_MIDDLE:
        return bytes((_FINAL_TEXT, 126)) + size.to_bytes(2, "big") + payload
    return bytes((_FINAL_TEXT, 127)) + size.to_bytes(8, "big") + payload
