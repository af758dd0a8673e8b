"""A queue's policy as a document: read from what a location has stored, written so that records may hold it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from functools import lru_cache

from server_sync.clinic.queue_policy import DAY_CLINIC, EMERGENCY_LEVEL, LEAST_URGENT_LEVEL, Policy, PolicyRefused
from server_sync.clinic.queue_presets import PRESETS

_LONGEST_NAME = 80
_FRACTION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,20}|/[1-9][0-9]{0,5})?")


def parse_policy(document: object) -> Policy:
    """A location's `queue_policy` (JSON): what differs from a preset, the day clinic's where none is named; null is
    the day clinic itself.

    `{"preset": "ctas", "targets_min": {"2": 10, "3": 40, "4": 90}, "betas": {"4": 2}, "special_factor": "2/3", ...}`,
    names as in `Policy`. Raises PolicyRefused.
    """
    if document is None:
        return DAY_CLINIC
    if not isinstance(document, Mapping):
        raise PolicyRefused("not_a_policy", "a policy is an object with the names of what differs")
    if "preset" in document:
        return parse_policy(_from_preset(document))
    if unknown := sorted(str(name) for name in set(document) - {field.name for field in fields(Policy)}):
        raise PolicyRefused("unknown_setting", f"a policy has no {', '.join(unknown)}")
    values = {str(name): _setting(str(name), value) for name, value in document.items()}
    return Policy(**values)  # type: ignore[arg-type]  # each value was read by its name's kind just now


def preset_policy(name: str) -> Policy:
    """A preset, as it is. Raises PolicyRefused for a name that is none."""
    return parse_policy({"preset": name})


def policy_document(policy: Policy) -> dict[str, object]:
    """All of a policy, as `parse_policy` reads it and records may hold it: it stays what it is if a preset changes."""
    content = {field.name: getattr(policy, field.name) for field in fields(policy)}
    by_level = {name: {str(level): each for level, each in content[name]} for name in ("targets_min", "betas")}
    told = content | by_level
    if not policy.triage_by_reception:
        # Versions before this setting refuse a document that names it.
        del told["triage_by_reception"]
    return {name: stored_policy(value) for name, value in told.items()}


def stored_policy(document: object) -> object:
    """The document as it may stand in records, whose log is hashed and knows no floats: fractions as text."""
    if isinstance(document, Mapping):
        return {str(name): stored_policy(value) for name, value in document.items()}
    if isinstance(document, list):
        return [stored_policy(value) for value in document]
    if not isinstance(document, float):
        return document
    return int(document) if document.is_integer() else repr(document)


def policy_in_force(document: object) -> Policy:
    """As `parse_policy`; the day clinic's where the document is refused.

    A desk must go on: a policy that a newer centre allowed may be one that this version cannot read. Which one was in
    force stands in each explanation.
    """
    if document is None:
        return DAY_CLINIC
    return _in_force(json.dumps(document, sort_keys=True))


@lru_cache(maxsize=256)
def _in_force(text: str) -> Policy:
    try:
        return parse_policy(json.loads(text))
    except PolicyRefused:
        return DAY_CLINIC


def _from_preset(document: Mapping[str, object]) -> dict[str, object]:
    wanted = document["preset"]
    preset = PRESETS.get(wanted) if isinstance(wanted, str) else None
    if preset is None:
        raise PolicyRefused("unknown_preset", f"there are the presets {', '.join(PRESETS)}")
    differs = {name: value for name, value in document.items() if name != "preset"}
    return {"name": preset.name, **preset.document, **differs}


def _setting(name: str, value: object) -> object:
    if name in ("targets_min", "betas"):
        return _by_level(name, value)
    if name == "name":
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_NAME or not value.isprintable():
            raise PolicyRefused("not_a_name", f"a policy's name is a text of up to {_LONGEST_NAME} characters")
        return value.strip()
    if name == "triage_by_reception":
        if not isinstance(value, bool):
            raise PolicyRefused("not_yes_or_no", f"{name} is true or false")
        return value
    return _number(name, value)


def _by_level(name: str, value: object) -> tuple[tuple[int, float], ...]:
    if not isinstance(value, Mapping):
        raise PolicyRefused("not_a_policy", f"{name} is an object of numbers by triage level")
    levels = {str(level): level for level in range(EMERGENCY_LEVEL, LEAST_URGENT_LEVEL + 1)}
    if unknown := sorted(str(level) for level in value if str(level) not in levels):
        raise PolicyRefused("unknown_level", f"there is no triage level {', '.join(unknown)}")
    return tuple(sorted((levels[str(level)], _number(name, minutes)) for level, minutes in value.items()))


def _number(name: str, value: object) -> float:
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return float(Fraction(value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PolicyRefused("not_a_number", f"{name} is a number")
    # A whole number may be too large for a float; the bounds below are far nearer.
    return float(max(min(value, 1e9), -1e9))
