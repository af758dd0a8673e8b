"""Columns that a replica computes for itself from others of the same row, at both doors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server_sync.clinic.identity import phone_key


def derived_values(noun: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from `values` (some or all columns of a record); empty where nothing does."""
    if noun == "patient" and "phone" in values:
        return {"phone_key": phone_key(values["phone"])}
    return {}
