"""JSON from strangers, decoded strictly: what one reader understands, every replica and database understands."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import orjson

from server_sync.protocol.faults import ProtocolFault

MAX_DEPTH = 32
"""Nesting of objects and lists; the deepest message of ours has nine levels."""

_SAFE_WHOLE = 2**53

_LONG_NUMBER = re.compile(rb"(?:^|[:\[,])\s*-?\d{16}")


def decode(body: bytes) -> Any:  # Any: what arrived, for a parser to check
    """The value in `body`, which must be UTF-8.

    Raises ProtocolFault `malformed_json` for NaN, infinities, half a surrogate pair, nesting beyond MAX_DEPTH and
    whatever is no JSON. Whole numbers beyond 2**53 become floats, as in JavaScript; no change set may hold those.
    """
    value = read(body) if _LONG_NUMBER.search(body) is None else _slowly(body)
    _refuse_depth(value)
    return value


def read(body: bytes) -> Any:
    """As `decode`, for readers that check depth and numbers themselves.

    Whole numbers beyond 2**53 stay as they are up to 2**64. Raises ProtocolFault `malformed_json`.
    """
    try:
        return orjson.loads(body)
    except ValueError as error:
        raise ProtocolFault("malformed_json", "the body is not JSON in UTF-8") from error


def _slowly(body: bytes) -> Any:
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse, parse_float=_finite, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        raise ProtocolFault("malformed_json", "the body is not JSON in UTF-8") from error
    if b"\\u" in body:
        _refuse_surrogates(value)
    return value


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number out of range")
    return number


def _whole(text: str) -> int | float:
    number = int(text)  # raises ValueError beyond some thousand digits
    return number if -_SAFE_WHOLE <= number <= _SAFE_WHOLE else _finite(text)


def _refuse_depth(value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [item for outer in level for item in _items(outer) if isinstance(item, dict | list)]
        if not level:
            return
    raise ProtocolFault("malformed_json", "the body is nested too deeply")


def _items(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _refuse_surrogates(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise ProtocolFault("malformed_json", "the body holds half a surrogate pair") from error
