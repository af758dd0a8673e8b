"""The one shape of every error that the server answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import text


def encode_error(
    code: str, message: str, fields: Mapping[str, str] | None = None, more: Mapping[str, Json] | None = None
) -> dict[str, Json]:
    """The one shape of every error; `fields` says by name what is wrong with each, `more` what would help."""
    error: dict[str, Json] = {"code": code, "message": message, "fields": dict(fields or {}), **(more or {})}
    return {"success": False, "error": error}


def parse_error_code(body: Any) -> str | None:
    """The stable code of an error, or None where the body is not one of ours."""
    try:
        return text(body["error"]["code"])
    except (KeyError, TypeError):
        return None
