"""What an HTTP answer means to a device: the message in it, or the fault that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from server_sync.protocol.errors import parse_error_code
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.strict_json import decode

NOT_OUR_SERVER = "not_our_server"
"""Code of the ProtocolFault where something else answered: a proxy, a portal, or half of an answer."""

_REFUSALS = frozenset({401, 403, 410, 426})
_BUSY = frozenset({429, 503})


def message_in(status: int, headers: Mapping[str, str], body: bytes) -> Any:  # Any: for a parser to check
    """The JSON of a good answer. Raises the Fault that any other stands for."""
    if status != 200:
        raise fault_in(status, headers, body)
    try:
        return decode(body)
    except ProtocolFault as fault:
        raise ProtocolFault(NOT_OUR_SERVER, "something between here and the server answered for it") from fault


def fault_in(status: int, headers: Mapping[str, str], body: bytes) -> Fault:
    """What a bad answer stands for. Only our own server's word counts as a refusal: a proxy's 403 is no verdict."""
    code = _code_in(body)
    if status in _BUSY or status >= 500:
        kind = "server_busy" if status in _BUSY else "server_error"
        return TransportFault(kind, f"the server answered {status}", retry_after_s=_retry_after_s(headers))
    if code is None:
        return ProtocolFault(NOT_OUR_SERVER, f"something answered {status} in the server's place")
    if status in _REFUSALS:
        return RefusedFault(code, f"the server refused: {status}")
    return ProtocolFault(code, f"the server did not take it: {status}")


def _code_in(body: bytes) -> str | None:
    try:
        return parse_error_code(decode(body))
    except ProtocolFault:
        return None


def _retry_after_s(headers: Mapping[str, str]) -> float | None:
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
