"""Whatever a client sends, the server answers in its one shape and never with 500: every operation that takes a body.

Stock FastAPI answers 500 to NaN, infinities and lone surrogates; others stumble over depth, size and encodings.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from server_sync.clinic.roles import Role
from server_sync.records.database import open_database
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.sites import RunningServer

ODD_VALUES = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-1e999",
    "1" * 5000,
    "-" + "9" * 400,
    "9007199254740993",
    "1.5",
    "-1",
    "0",
    "-0",
    "1e2",
    "1E400",
    "true",
    "null",
    '""',
    '" "',
    '"\\ud800"',
    '"\\udfff\\ud800"',
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\u0007"',
    '"\\u202e"',
    '"\\ufeff"',
    '"' + "x" * 5_000 + '"',
    '"' + "\U0001f600" * 300 + '"',
    "[]",
    "{}",
    "[[]]",
    '[{"a": [null]}]',
    '"0001-01-01"',
    '"9999-12-31T23:59:59Z"',
    '"0000-00-00"',
    '"2024-02-30"',
    '"2024-13-01 25:61:61"',
    '"2024-01-15T10:00:00+99:99"',
    '"-1"',
    '"1\'; DROP TABLE patients; --"',
    '"<script>alert(1)</script>"',
    '"../../../etc/passwd"',
    '"%s%n%x"',
    '"{{7*7}}"',
]

ODD_BODIES = [
    b"",
    b" ",
    b"\x00",
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b"nul",
    b"null",
    b"true",
    b"0",
    b"-",
    b"NaN",
    b"Infinity",
    b"1e999",
    b"[]",
    b"[1]",
    b'"text"',
    b"{} {}",
    b"{},",
    b"{'a': 1}",
    b"{a: 1}",
    b'{"a": 1,}',
    b'{"a": 01}',
    b'{"a": .5}',
    b'{"a": +1}',
    b'{"a": 0x10}',
    b'{"a" 1}',
    b'{"a": "\x01"}',
    b'{"a": "\\x41"}',
    b'{"a": "\\u12"}',
    b'{"a": 1, "a": 2}',
    b'{"": ""}',
    b'{"\\ud800": 1}',
    b'{"\\u0000": 1}',
    b"\xff\xfe{\x00}\x00",
    b"\xef\xbb\xbf{}",
    b"\xff",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b'{"a": "\xed\xa0\x80"}',
    b'{"a": "\xc3"}',
    "{}".encode("utf-16"),
    "{}".encode("utf-32"),
    b"+AHsAfQ-",
    b"[" * 100_000,
    b"[" * 100_000 + b"]" * 100_000,
    b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    b'{"a": ' + b"9" * 10_000 + b"}",
    b'{"a": ' + b"[1," * 40 + b"1" + b"]" * 40 + b"}",
    b"// no comment\n{}",
    b"/* */ {}",
    b"{}\x00",
    b"\x1f\x8b\x08",
    b"a=1&b=2",
    b"<xml/>",
    b"--boundary\r\n",
]


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client with the role of an admin at a running server."""
    folder = tmp_path_factory.mktemp("odd")
    clinic = LittleClinic(open_database(f"sqlite:///{folder}/centre.db", enforce_references=True), folder)
    server = RunningServer(clinic.centre)
    server.start()
    headers = staff_headers(clinic.centre, Role.ADMIN)
    with httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=30) as client:
        yield client
    server.stop()
    clinic.centre.database.close()


def test_no_body_makes_the_server_stumble(http: httpx.Client) -> None:
    for method, path, _example in operations_with_a_body(http):
        for body in ODD_BODIES:
            told(http, method, path, body)


def test_no_value_of_any_field_makes_the_server_stumble(http: httpx.Client) -> None:
    for method, path, example in operations_with_a_body(http):
        for body in spoilt(example):
            told(http, method, path, body)


def test_no_encoding_makes_the_server_stumble(http: httpx.Client) -> None:
    bomb = gzip.compress(b" " * 40 * 2**20)
    for method, path, _example in operations_with_a_body(http):
        for encoding, body in (("gzip", b"{}"), ("gzip", bomb), ("br", b"{}"), ("gzip, gzip", bomb), ("\xe4", b"{}")):
            told(http, method, path, body, {"Content-Encoding": encoding})
        for kind in (
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/json; charset=no",
        ):
            told(http, method, path, b"{}", {"Content-Type": kind})


def test_there_are_odd_bodies_for_every_operation_that_takes_one(http: httpx.Client) -> None:
    found = list(operations_with_a_body(http))
    tried = sum(len(ODD_BODIES) + len(list(spoilt(example))) for _method, _path, example in found)
    assert len(found) >= 20
    assert tried > 318 * 5


def told(
    http: httpx.Client, method: str, path: str, body: bytes, headers: dict[str, str] | None = None
) -> httpx.Response:
    """The answer, which has one of the two shapes and is never the server's fault."""
    kind = {"Content-Type": "application/json"} | (headers or {})
    sent = [(name.encode(), value.encode("latin-1")) for name, value in kind.items()]
    reply = http.request(method, path, content=body, headers=sent)
    said = f"{method} {path} {body[:80]!r} -> {reply.status_code} {reply.text[:200]}"
    assert reply.status_code < 500, said
    if reply.status_code >= 400:
        assert reply.json()["success"] is False, said
        assert set(reply.json()["error"]) >= {"code", "message", "fields"}, said
    return reply


def operations_with_a_body(http: httpx.Client) -> Iterator[tuple[str, str, Any]]:
    """Method, path and example of each, with ids that may exist."""
    document = http.get("/api/openapi.json").json()
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if "requestBody" in operation and not path.endswith("/sign-out"):
                yield method.upper(), filled(path), example_of(operation)


def filled(path: str) -> str:
    """A path with 1 for each id."""
    return "/".join("1" if part.startswith("{") else part for part in path.split("/"))


def example_of(operation: dict[str, Any]) -> Any:
    """The body that the document shows."""
    (content,) = [content for kind, content in operation["requestBody"]["content"].items() if "json" in kind]
    return content["example"]


def spoilt(example: Any) -> Iterator[bytes]:
    """The example with one of its fields replaced by something odd, for each field and each oddity; and with more."""
    for place in places_in(example):
        for odd in ODD_VALUES:
            yield with_raw(example, place, odd)
    yield json.dumps({**example, "unknown\u202e": {"a": [1]}}).encode()


def places_in(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each field, however deep."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*above, key)
        yield from places_in(inner, (*above, key))


def with_raw(example: Any, place: tuple[Any, ...], raw: str) -> bytes:
    """The example as JSON with `raw` where `place` leads."""
    mark = "\ue000here\ue000"
    copy = json.loads(json.dumps(example))
    inner = copy
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = mark
    return json.dumps(copy, ensure_ascii=False).replace(f'"{mark}"', raw).encode("utf-8", "surrogatepass")
