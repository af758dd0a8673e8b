"""What a device makes of an HTTP answer: only its own server's word is a refusal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, TransportFault
from server_sync.worker.answers import fault_in, message_in

OURS = b'{"success": false, "error": {"code": "unknown_key", "message": "", "fields": {}}}'
HTML = b"<html>blocked by policy</html>"


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (401, OURS, RefusedFault, "unknown_key"),
        (403, OURS, RefusedFault, "unknown_key"),
        (403, HTML, ProtocolFault, "not_our_server"),
        (404, HTML, ProtocolFault, "not_our_server"),
        (302, b"", ProtocolFault, "not_our_server"),
        (204, b"", ProtocolFault, "not_our_server"),
        (422, OURS, ProtocolFault, "unknown_key"),
        (429, HTML, TransportFault, "server_busy"),
        (503, b"", TransportFault, "server_busy"),
        (500, OURS, TransportFault, "server_error"),
        (502, HTML, TransportFault, "server_error"),
    ],
)
def test_answer_stands_for_one_fault(status: int, body: bytes, kind: type[Fault], code: str) -> None:
    fault = fault_in(status, {}, body)
    assert (type(fault), fault.code) == (kind, code)


@pytest.mark.parametrize("body", [b"", HTML, b'{"success": tr', b"NaN"])
def test_good_status_with_no_json_is_somebody_elses(body: bytes) -> None:
    with pytest.raises(ProtocolFault, match="not_our_server"):
        message_in(200, {}, body)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7.0), ("", None), ("soon", None), ("-3", None), ("٣", None), ("9" * 400, 999_999_999.0)],
)
def test_retry_after_is_read_in_seconds(header: str, seconds: float | None) -> None:
    fault = fault_in(503, {"retry-after": header}, b"")
    assert isinstance(fault, TransportFault)
    assert fault.retry_after_s == seconds


def test_retry_after_is_read_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    fault = fault_in(503, {"retry-after": later}, b"")
    assert isinstance(fault, TransportFault)
    assert fault.retry_after_s is not None
    assert 60 < fault.retry_after_s <= 90
