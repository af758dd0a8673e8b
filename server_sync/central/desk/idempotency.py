"""Requests that were sent twice count once: the answer to an `Idempotency-Key` is kept with what it did.

The key is taken at the start of the transaction that has the effect and the answer stored at its end, so two of the
same request at once wait for each other, and a crash leaves both or neither. A refusal is not kept: it did nothing,
and the same request may be tried again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import CursorResult, bindparam, delete, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import RefusedFault
from server_sync.records.tables import idempotency_keys
from server_sync.records.work import Work

KEPT_FOR = timedelta(hours=48)
_LONGEST_SCOPE = 120
_PRUNED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Once:
    """A request that is to count once. `scope` is who asked for what: keys of two callers are two keys."""

    scope: str
    key: str
    request_hash: str
    kept_for: timedelta = KEPT_FOR

    @property
    def identity(self) -> dict[str, str]:
        """The primary key of what is kept."""
        return {"scope": self.scope[:_LONGEST_SCOPE], "key_hash": hashlib.sha256(self.key.encode()).hexdigest()}


def hash_of_body(body: Any) -> str:  # Any: decoded JSON
    """What two bodies share that say the same, whatever their spaces and the order of their keys."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def answered_before(work: Work, once: Once | None) -> Json | None:
    """The answer that this request got before; None where it is the first: then the key is taken until the work ends.

    Waits for the same request where it is under way. Raises RefusedFault `idempotency_key_reused` where the key came
    with another body.
    """
    if once is None:
        return None
    _prune(work)
    connection = work.connection
    is_postgres = connection.dialect.name == "postgresql"
    # Dated so that all are forgotten at one age: what is to be kept for longer is of later.
    created_at = work.now + (once.kept_for - KEPT_FOR)
    row = {**once.identity, "request_hash": once.request_hash, "created_at": created_at}
    if connection.execute(_taking(is_postgres), row).first() is not None:
        return None
    kept = connection.execute(_KEPT, once.identity).one()
    if kept.request_hash != once.request_hash:
        raise RefusedFault("idempotency_key_reused", "this key came with another request before")
    answer: Json = json.loads(kept.answer["text"])
    return answer


def keep_answer(work: Work, once: Once | None, answer: Json) -> None:
    """Store the answer beside what it did; it commits with it. As text: a document of PostgreSQL sorts its keys."""
    if once is not None:
        identity = {f"of_{name}": value for name, value in once.identity.items()}
        work.connection.execute(_ANSWERED, {**identity, "answer": {"text": json.dumps(answer)}})


def _prune(work: Work) -> int:
    """Forget some of the keys that are too old, and none that somebody else is at."""
    statement = _pruning(work.connection.dialect.name == "postgresql")
    result: CursorResult[Any] = work.connection.execute(statement, {"before": work.now - KEPT_FOR})
    return result.rowcount


@cache
def _taking(is_postgres: bool) -> Any:  # Any: two dialects' INSERTs share no type with ON CONFLICT
    statement: Any = (postgresql if is_postgres else sqlite).insert(idempotency_keys)
    named: dict[str, Any] = {name: bindparam(name) for name in ("scope", "key_hash", "request_hash", "created_at")}
    statement = statement.values(**named, status=0, answer={})
    return statement.on_conflict_do_nothing().returning(idempotency_keys.c.key_hash)


@cache
def _pruning(is_postgres: bool) -> Any:
    table = idempotency_keys.c
    old = select(table.scope, table.key_hash).where(table.created_at < bindparam("before")).limit(_PRUNED_AT_ONCE)
    if is_postgres:
        old = old.with_for_update(skip_locked=True)
    return delete(idempotency_keys).where(tuple_(table.scope, table.key_hash).in_(old))


_THIS = (
    idempotency_keys.c.scope == bindparam("scope"),
    idempotency_keys.c.key_hash == bindparam("key_hash"),
)
_KEPT = select(idempotency_keys.c.request_hash, idempotency_keys.c.answer).where(*_THIS)
_ANSWERED = (
    update(idempotency_keys)
    .where(
        idempotency_keys.c.scope == bindparam("of_scope"),
        idempotency_keys.c.key_hash == bindparam("of_key_hash"),
    )
    .values(status=200, answer=bindparam("answer"))
)
