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
# What a long number looks like with all digits as zeros and all that may stand before it as a colon.
_ALIKE = bytes.maketrans(b"123456789[,", b"000000000::")
_SPACES_AND_MINUS = b" \t\n\r-"
_LONG_ZERO = b"0" * 16

_NESTING = frozenset({dict, list})


def decode(body: bytes) -> Any:  # Any: what arrived, for a parser to check
    """The value in `body`, which must be UTF-8.

    Raises ProtocolFault `malformed_json` for NaN, infinities, half a surrogate pair, nesting beyond MAX_DEPTH and
    whatever is no JSON. Whole numbers beyond 2**53 become floats, as in JavaScript; no change set may hold those.
    """
    value = _slowly(body) if _has_long_number(body) else read(body)
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


def _has_long_number(body: bytes) -> bool:
    """The expression alone takes 25 ns a byte, as long as all the rest; few bodies need it."""
    alike = body.translate(_ALIKE, _SPACES_AND_MINUS)
    is_likely = b":" + _LONG_ZERO in alike or alike.startswith(_LONG_ZERO)
    return is_likely and _LONG_NUMBER.search(body) is not None


def _refuse_depth(value: Any) -> None:
    """Level by level. Most of what is read is lists of plain values, which are seen as that at once."""
    level = [value] if type(value) in _NESTING else []
    for _ in range(MAX_DEPTH):
        values = [outer.values() if type(outer) is dict else outer for outer in level]
        nesting = [some for some in values if not _NESTING.isdisjoint(map(type, some))]
        level = [one for some in nesting for one in some if type(one) in _NESTING]
        if not level:
            return
    raise ProtocolFault("malformed_json", "the body is nested too deeply")


def _refuse_surrogates(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise ProtocolFault("malformed_json", "the body holds half a surrogate pair") from error
