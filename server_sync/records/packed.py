"""Columns of text in PostgreSQL's own binary form: nothing in them is taken for a sign of a format."""

from __future__ import annotations

from collections.abc import Collection

_TEXT_OID = 25
_NULL = b"\xff\xff\xff\xff"


class Packed(bytes):
    """A value that is given to PostgreSQL as it is, in its binary form."""

    __slots__ = ()


def packed_texts(values: Collection[str | bytes | int | None]) -> Packed:
    """These as one `TEXT[]`, for `unnest`; bytes are UTF-8, numbers become their digits."""
    numbers = (
        1,
        1,
        _TEXT_OID,
        len(values),
        1,
    )  # dimensions, whether any is null, kind, how many, the first one's place
    parts = [number.to_bytes(4, "big") for number in numbers]
    for value in values:
        if value is None:
            parts.append(_NULL)
            continue
        said = value if type(value) is bytes else str(value).encode()
        parts += len(said).to_bytes(4, "big"), said
    return Packed(b"".join(parts))
