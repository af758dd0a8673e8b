"""What a record was like as its server sent it, as one number by which two replicas compare."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import orjson

from server_sync.protocol.canonical import Json


def image_hash(values: Sequence[Json]) -> int:
    """The first 62 bits of SHA-256 over a row's values as on the wire, in the order of the columns' names.

    Documents are written with sorted keys, as `protocol.canonical` has them.
    """
    return int.from_bytes(hashlib.sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).digest()[:8], "big") >> 2
