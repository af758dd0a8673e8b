"""The kinds of fields that requests carry: bounds that every database and every replica can keep."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Header, Path, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

LARGEST_ID = 2**53
"""The ids of all replicas lie below: a whole number that JavaScript's floats can hold."""

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


class Body(BaseModel):
    """A request's body. Fields that we do not know are left aside: clients may be newer than we are."""

    model_config = ConfigDict(str_strip_whitespace=True)


def _printable(text: str) -> str:
    """No database keeps U+0000, and no person types another control character but line breaks and tabs."""
    if any(ord(sign) < 32 and sign not in "\n\r\t" for sign in text):
        raise ValueError("control characters are not text")
    return text


def _of_our_time(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError("not a day of our time")
    return day


# Plain text first and bounds after it, so that the OpenAPI document says the bounds.
ShortText = Annotated[str, StringConstraints(max_length=200), AfterValidator(_printable)]
LongText = Annotated[str, StringConstraints(max_length=4000), AfterValidator(_printable)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100), AfterValidator(_printable)]
Day = Annotated[date, AfterValidator(_of_our_time)]

Id = Annotated[int, Field(ge=1, le=LARGEST_ID, strict=True)]
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
