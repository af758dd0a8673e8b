"""Reading the parts of a message: each checks its kind, and whatever a wrong shape raises becomes one fault."""

from __future__ import annotations

from typing import Any

from server_sync.clinic.clocks import HybridTime
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import ProtocolFault


class Reading:
    """Turns whatever a wrong shape raises into one fault."""

    __slots__ = ("code",)

    def __init__(self, code: str) -> None:
        self.code = code

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, KeyError | TypeError | ValueError | AttributeError):
            raise ProtocolFault(self.code, "a part is missing or of a wrong kind") from error


def content_of(body: Any) -> Any:
    """What a successful answer carries. Raises ValueError, TypeError or KeyError for any other."""
    if body["success"] is not True:
        raise ValueError("not a success")
    return body["data"]


def text(value: object) -> str:
    """Text, or TypeError."""
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def hybrid_time(value: object) -> str:
    """A hybrid time's text, or empty. Raises TypeError or ValueError."""
    stamp = text(value)
    return str(HybridTime.parse(stamp)) if stamp else ""


def truth(value: object) -> bool:
    """True or False, or TypeError."""
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def count(value: object) -> int:
    """A whole number from 0, or TypeError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("not a whole number from 0")
    return value


def mapping(value: object) -> dict[str, Json]:
    """An object, or TypeError."""
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def list_of(value: object) -> list[Any]:
    """A list, or TypeError."""
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value
