"""The kinds of fields that requests carry: bounds that every database and every replica can keep."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Header, Path, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from starlette.convertors import Convertor, register_url_convertor

LARGEST_ID = 2**53
"""The ids of all replicas lie below: a whole number that JavaScript's floats can hold."""


class Body(BaseModel):
    """A request's body. Fields that we do not know are left aside: clients may be newer than we are."""

    model_config = ConfigDict(str_strip_whitespace=True)


class _IdInPath(Convertor[str]):
    """A path with `{name:id}` is only for numbers: what stands there else is another path. Its bounds are PathId's."""

    regex = "[0-9]{1,17}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("id", _IdInPath())


def _whole(value: Any) -> Any:
    """JSON Schema's integers include 30.0; they exclude true and "30"."""
    return int(value) if type(value) is float and value.is_integer() else value


def _day(value: Any) -> Any:
    """Only what the document says: no seconds since 1970, no times."""
    if type(value) is not date and (not isinstance(value, str) or re.fullmatch(DAY, value) is None):
        raise ValueError("a day looks like 2024-01-15")
    return value


DAY = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
"""Days of our time."""

# No database keeps U+0000, and no person types another control character but line breaks and tabs.
_TEXT = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$"
_NAME = r"^[^\x00-\x1f]*[^\x00-\x1f\s][^\x00-\x1f]*$"

# The bounds stand in the OpenAPI document: a client that reads it knows before.
ShortText = Annotated[str, StringConstraints(max_length=200, pattern=_TEXT)]
LongText = Annotated[str, StringConstraints(max_length=4000, pattern=_TEXT)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=_NAME)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date", "pattern": DAY})]

Whole = BeforeValidator(_whole)
"""Beside a strict `int`: takes 30.0 too, as JSON Schema does."""

Id = Annotated[int, Field(ge=1, le=LARGEST_ID, strict=True), Whole]
"""The id of a record, in a body."""

PathId = Annotated[int, Path(ge=1, le=LARGEST_ID)]
"""The id of a record, in a path."""

QueryId = Annotated[int, Query(ge=1, le=LARGEST_ID)]
"""The id of a record, in a query string."""

Limit = Annotated[int, Query(ge=1, le=200)]
"""How many rows of a list are wanted."""

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern="^[!-~]+$",
        description="Makes a retry safe: the same key with the same body is answered the same and counts once.",
    ),
]
