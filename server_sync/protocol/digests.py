"""How two replicas find out whether they hold the same: what is asked, and how it is answered.

A digest is a count of rows and two sums over their image hashes. Sums and hashes travel as decimal text: they may be
larger than what every reader of JSON takes for a whole number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import Reading, content_of, count, list_of, mapping, text

BUCKETS = 64

MOST_REFERENCES = 1_000
"""Records that may be asked for at a time."""

Reference = tuple[str, UUID]


def bucket_of(uid: UUID) -> int:
    """Its uid's last byte says in which bucket a record is counted: that byte is random."""
    return uid.bytes[-1] % BUCKETS


@dataclass(frozen=True, slots=True)
class Digest:
    """What some rows add up to: how many, and the sums of the lower 31 and of the upper bits of their image hashes."""

    count: int = 0
    low: int = 0
    high: int = 0

    def to_json(self) -> list[Json]:
        """As on the wire."""
        return [self.count, str(self.low), str(self.high)]

    @classmethod
    def from_json(cls, given: Any) -> Digest:
        """Read one. Raises ValueError or TypeError."""
        rows, low, high = list_of(given)
        return cls(count(rows), whole(low), whole(high))


class Compared(StrEnum):
    """What comparing came to."""

    SAME = "same"
    MOVED_ON = "moved_on"
    """The server has news since that cursor, or has not counted it yet: compare again after the next pull."""
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class DigestQuestion:
    """What a machine holds of each noun at a cursor: of the server's last images, never of what it laid over them."""

    cursor: str
    digests: Mapping[str, Digest]


@dataclass(frozen=True, slots=True)
class DigestAnswer:
    """How that compares. `buckets` are the server's, of the nouns that differ; empty buckets are left out."""

    state: Compared
    buckets: Mapping[str, Mapping[int, Digest]]


@dataclass(frozen=True, slots=True)
class Image:
    """Which image of a record the server holds."""

    uid: UUID
    version: int
    hash: int


@dataclass(frozen=True, slots=True)
class ImagesQuestion:
    """Which images do some buckets of a noun hold at a cursor?"""

    cursor: str
    noun: str
    buckets: Sequence[int]


@dataclass(frozen=True, slots=True)
class ImagesAnswer:
    """All images of the buckets, or none where the server has moved on."""

    state: Compared
    images: Sequence[Image]


def encode_question(question: DigestQuestion) -> dict[str, Json]:
    """What `POST /api/sync/digests` takes."""
    digests: dict[str, Json] = {noun: digest.to_json() for noun, digest in question.digests.items()}
    return {"cursor": question.cursor, "digests": digests}


def parse_question(body: Any) -> DigestQuestion:
    """Raises ProtocolFault `malformed_digests`."""
    with Reading("malformed_digests"):
        digests = mapping(body["digests"]).items()
        return DigestQuestion(text(body["cursor"]), {noun: Digest.from_json(given) for noun, given in digests})


def encode_answer(answer: DigestAnswer) -> dict[str, Json]:
    """The content of its answer."""
    buckets: dict[str, Json] = {
        noun: {str(bucket): digest.to_json() for bucket, digest in held.items()}
        for noun, held in answer.buckets.items()
    }
    return {"state": answer.state.value, "buckets": buckets}


def parse_answer(body: Any) -> DigestAnswer:
    """Raises ProtocolFault `malformed_digests`."""
    with Reading("malformed_digests"):
        content = content_of(body)
        buckets = {
            noun: {int(bucket): Digest.from_json(given) for bucket, given in mapping(held).items()}
            for noun, held in mapping(content["buckets"]).items()
        }
        return DigestAnswer(Compared(content["state"]), buckets)


def encode_images_question(question: ImagesQuestion) -> dict[str, Json]:
    """What `POST /api/sync/images` takes."""
    return {"cursor": question.cursor, "type": question.noun, "buckets": list(question.buckets)}


def parse_images_question(body: Any) -> ImagesQuestion:
    """Raises ProtocolFault `malformed_digests`."""
    with Reading("malformed_digests"):
        buckets = [_bucket(one) for one in list_of(body["buckets"])]
        return ImagesQuestion(text(body["cursor"]), text(body["type"]), buckets)


def encode_images(answer: ImagesAnswer) -> dict[str, Json]:
    """The content of its answer."""
    images: list[Json] = [[str(one.uid), one.version, str(one.hash)] for one in answer.images]
    return {"state": answer.state.value, "images": images}


def parse_images(body: Any) -> ImagesAnswer:
    """Raises ProtocolFault `malformed_digests`."""
    with Reading("malformed_digests"):
        content = content_of(body)
        images = [
            Image(UUID(text(uid)), count(version), whole(hashed)) for uid, version, hashed in list_of(content["images"])
        ]
        return ImagesAnswer(Compared(content["state"]), images)


def encode_references(references: Sequence[Reference]) -> dict[str, Json]:
    """What `POST /api/sync/rows` takes."""
    listed: list[Json] = [[noun, str(uid)] for noun, uid in references]
    return {"references": listed}


def parse_references(body: Any) -> tuple[Reference, ...]:
    """Raises ProtocolFault `malformed_references`, also for more than MOST_REFERENCES."""
    with Reading("malformed_references"):
        references = tuple((text(noun), UUID(text(uid))) for noun, uid in list_of(body["references"]))
        if len(references) > MOST_REFERENCES:
            raise ValueError("too many")
        return references


def whole(given: Any) -> int:
    """A number that travels as text. Raises ValueError or TypeError."""
    written = text(given)
    if not (written.isascii() and written.isdecimal() and len(written) <= 20):
        raise ValueError("not a whole number")
    return int(written)


def _bucket(given: Any) -> int:
    bucket = count(given)
    if bucket >= BUCKETS:
        raise ValueError("no such bucket")
    return bucket
