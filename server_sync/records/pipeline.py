"""PostgreSQL's pipeline mode, spoken straight to libpq through psycopg's `pq`: many statements, one wait.

psycopg's own pipeline waits and looks for answers after each statement; most of what a booking cost in Python went
there. This sends all of a batch, waits once, and reads all answers. Statements are prepared once a connection.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from psycopg import errors, pq
from psycopg.adapt import PyFormat, Transformer
from psycopg.generators import fetch_many, send

from server_sync.records.packed import Packed

Statement = tuple[str, Sequence[Any]]
"""SQL in PostgreSQL's own form (`$1`), and its values."""

_NUMBERS = count(1)


def run_pipeline(
    driver: Any, statements: Sequence[Statement], names: dict[str, bytes], *, then_commit: bool
) -> list[list[tuple[Any, ...]]]:
    """The rows that each statement gives. Begins a transaction where none is open; `then_commit` ends it.

    `driver` is psycopg's connection, of this thread alone; `names` remembers what was prepared on it. Raises psycopg's
    error for the first statement that failed; the transaction is broken then.
    """
    batch = _Batch(driver, names)
    if driver.pgconn.transaction_status == pq.TransactionStatus.IDLE:
        batch.command(b"BEGIN")
    places = [batch.statement(sql, values) for sql, values in statements]
    if then_commit:
        batch.command(b"COMMIT")
    answers = batch.run()
    return [batch.rows(answers[place]) for place in places]


class Sent:
    """Statements that PostgreSQL has been given and works at, while their sender does something else.

    The connection can do nothing else until `wait` has returned or raised, once. A transaction is open already.
    """

    def __init__(self, driver: Any, statements: Sequence[Statement], names: dict[str, bytes]) -> None:
        self._batch = _Batch(driver, names)
        for sql, values in statements:
            self._batch.statement(sql, values)
        self._batch.begin()

    def go_on(self) -> None:
        """Hand over what PostgreSQL takes by now: while it is busy that is little. To be called now and then."""
        self._batch.hand_over()

    def wait(self) -> None:
        """Until all is done. Raises psycopg's error for the first that failed; the transaction is broken then."""
        self._batch.hand_over_all()
        self._batch.answers()


class _Batch:
    """Commands for one trip, and what they were answered."""

    def __init__(self, driver: Any, names: dict[str, bytes]) -> None:
        self._driver = driver
        self._pgconn = driver.pgconn
        self._names = names
        self._new: dict[str, bytes] = {}
        self._sends: list[Any] = []  # Any: calls of libpq that are yet to be made
        self._is_left = False

    def command(self, sql: bytes) -> None:
        """BEGIN or COMMIT."""
        self._sends.append((self._pgconn.send_query_params, (sql, None)))

    def statement(self, sql: str, values: Sequence[Any]) -> int:
        """Prepare it where this connection has not yet; the place of its answer."""
        given, forms = self._given(values)
        name = self._names.get(sql) or self._new.get(sql)
        if name is None:
            name = self._new[sql] = b"anteroom_%d" % next(_NUMBERS)
            # Without types: every parameter is cast where it stands, or compared with a column.
            self._sends.append((self._pgconn.send_prepare, (name, sql.encode())))
        self._sends.append((self._pgconn.send_query_prepared, (name, given, forms)))
        return len(self._sends) - 1

    def _given(self, values: Sequence[Any]) -> tuple[Sequence[Any], Sequence[pq.Format] | None]:
        """The values as libpq takes them, and the form of each."""
        transformer = Transformer(self._driver)
        packed = [type(value) is Packed for value in values]
        if not any(packed):
            return transformer.dump_sequence(values, [PyFormat.TEXT] * len(values)), transformer.formats
        others = [None if is_packed else value for value, is_packed in zip(values, packed, strict=True)]
        texts = transformer.dump_sequence(others, [PyFormat.TEXT] * len(values))
        given = [value if is_packed else text for value, text, is_packed in zip(values, texts, packed, strict=True)]
        return given, [pq.Format.BINARY if is_packed else pq.Format.TEXT for is_packed in packed]

    def run(self) -> list[Any]:
        """The answers, in order. Raises psycopg's error for the first that failed."""
        self.begin()
        self.hand_over_all()
        return self.answers()

    def begin(self) -> None:
        """Hand over as much as PostgreSQL takes at once; libpq keeps the rest."""
        with self._driver.lock, self._unbroken():
            self._pgconn.enter_pipeline_mode()
            for call, arguments in self._sends:
                call(*arguments)
            self._pgconn.pipeline_sync()
        self._is_left = True
        self.hand_over()

    def hand_over(self) -> None:
        """As much of the rest as it takes by now, without waiting."""
        if self._is_left:
            with self._driver.lock, self._unbroken():
                self._is_left = self._pgconn.flush() != 0

    def hand_over_all(self) -> None:
        """The rest, however little of it PostgreSQL has done by then."""
        if self._is_left:
            with self._driver.lock, self._unbroken():
                self._driver.wait(send(self._pgconn))
            self._is_left = False

    def answers(self) -> list[Any]:
        """What was sent is done. Raises psycopg's error for the first that failed."""
        with self._driver.lock, self._unbroken():
            answers: list[Any] = self._driver.wait(self._listen())
            self._pgconn.exit_pipeline_mode()
        self._remember(answers)
        for answer in answers:
            if answer.status == pq.ExecStatus.FATAL_ERROR:
                raise errors.error_from_result(answer, self._driver.info.encoding)
        return answers

    @contextmanager
    def _unbroken(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._pgconn.finish()  # nobody knows where the talk was broken off: the pool opens another
            raise

    def _remember(self, answers: Sequence[Any]) -> None:
        """What was prepared stays so, whatever became of the statements after it."""
        for (call, arguments), answer in zip(self._sends, answers, strict=True):
            if call == self._pgconn.send_prepare and answer.status == pq.ExecStatus.COMMAND_OK:
                self._names[arguments[1].decode()] = arguments[0]

    def rows(self, answer: Any) -> list[tuple[Any, ...]]:
        """What a statement gave, as Python's values."""
        if answer.status != pq.ExecStatus.TUPLES_OK:
            return []
        reader = Transformer(self._driver)
        reader.set_pgresult(answer)
        return reader.load_rows(0, answer.ntuples, tuple)

    def _listen(self) -> Generator[Any, Any, list[Any]]:
        answers = []
        for _ in self._sends:
            results = yield from fetch_many(self._pgconn)
            answers.append(results[-1])
        yield from fetch_many(self._pgconn)  # the sync
        return answers
