"""Reading any table: a mapping of columns, a list of records, a data frame, a structured array.

Nothing here raises for what stands in a cell: what cannot be read is not known (NaN, or the empty word).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from math import isfinite, nan
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]
Words: TypeAlias = NDArray[np.str_]
Anything: TypeAlias = Any
"""A table or a cell as somebody hands it over: read here, once, by what it is."""

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_S = 86_400
_TRUE = frozenset({"true", "t", "yes", "y", "1", "1.0"})
_FALSE = frozenset({"false", "f", "no", "n", "0", "0.0"})


class Table:
    """Columns by name, all of one length; a missing column is one of which nothing is known."""

    def __init__(self, columns: Mapping[str, Sequence[Anything]], length: int) -> None:
        self._columns = columns
        self._length = length

    def __len__(self) -> int:
        return self._length

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that are there."""
        return tuple(self._columns)

    def cells(self, name: str) -> Sequence[Anything]:
        """As they were handed over; None throughout where the column is missing."""
        return self._columns.get(name, [None] * self._length)

    def seconds(self, name: str) -> Numbers:
        """Moments in seconds since 1970: from numbers of seconds, (aware) datetimes, ISO text, numpy's datetime64."""
        return self._read(name, _seconds)

    def local_minutes(self, name: str) -> Numbers:
        """The same moments in minutes since 1970 by the clock on their own wall (of their own zone)."""
        return self._read(name, _local_seconds) / 60

    def numbers(self, name: str) -> Numbers:
        """As floats; booleans are 0 and 1."""
        return self._read(name, _number)

    def words(self, name: str) -> Words:
        """As text; the empty word where nothing is known."""
        return np.array([_word(cell) for cell in self.cells(name)], dtype=np.str_).reshape(self._length)

    def _read(self, name: str, read: Anything) -> Numbers:
        cells: Anything = self.cells(name)
        if isinstance(cells, np.ndarray) and cells.dtype.kind in "fiu" and cells.ndim == 1:
            values = cells.astype(np.float64)
            values[~np.isfinite(values)] = nan
            return values
        return np.array([read(cell) for cell in cells], dtype=np.float64).reshape(self._length)


def read_table(table: Anything) -> Table:
    """Whatever it is, by its columns. Raises ValueError where it is no table or its columns differ in length."""
    if isinstance(table, Sequence) and not isinstance(table, str | bytes):
        # Records that say nothing are rows all the same.
        return Table(_of_records(list(table)), len(table))
    columns = _columns(table)
    lengths = {len(cells) for cells in columns.values()}
    if len(lengths) > 1:
        raise ValueError(f"the table's columns differ in length: {sorted(lengths)}")
    return Table(columns, lengths.pop() if lengths else 0)


def _columns(table: Anything) -> dict[str, Sequence[Anything]]:
    if isinstance(table, Table):
        return {name: table.cells(name) for name in table.names}
    if isinstance(table, np.ndarray) and table.dtype.names:
        return {name: _plain(table[name]) for name in table.dtype.names}
    if isinstance(table, Mapping):
        return {str(name): _plain(cells) for name, cells in table.items()}
    if hasattr(table, "columns") and hasattr(table, "__getitem__"):  # a data frame of any library
        return {str(name): _plain(table[name]) for name in table.columns}
    if isinstance(table, Iterable) and not isinstance(table, str | bytes):
        return _of_records(list(table))
    raise ValueError("a table is a mapping of columns, a list of records, a data frame or a structured array")


def _of_records(records: list[Anything]) -> dict[str, Sequence[Anything]]:
    rows = [row if isinstance(row, Mapping) else _fields(row) for row in records]
    names = dict.fromkeys(str(name) for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def _fields(row: Anything) -> Mapping[str, Anything]:
    if hasattr(row, "_asdict"):  # a named tuple
        return row._asdict()  # type: ignore[no-any-return]  # what named tuples promise
    raise ValueError("each record of a list is a mapping")


def _plain(cells: Anything) -> Sequence[Anything]:
    if isinstance(cells, np.ndarray):
        return cells if cells.ndim == 1 and cells.dtype.kind in "fiu" else list(cells)  # type: ignore[return-value]
    if hasattr(cells, "to_numpy"):  # a series: its numbers as they are, its moments by pandas' own type
        return _plain(cells.to_numpy())
    if isinstance(cells, str | bytes) or not isinstance(cells, Iterable):
        raise ValueError("each column is a list of cells")  # noqa: TRY004  # callers are told one error
    return list(cells)


def _seconds(cell: Anything) -> float:
    try:
        if isinstance(cell, str):
            return _seconds_of_text(cell)
        if isinstance(cell, datetime):
            return _of_datetime(cell)
        if isinstance(cell, np.datetime64):
            return nan if np.isnat(cell) else float((cell - np.datetime64(0, "s")) / np.timedelta64(1, "s"))
        if isinstance(cell, date):
            return float((cell.toordinal() - _EPOCH_DAY) * _DAY_S)
    except (ValueError, OverflowError):
        return nan
    return _number(cell)


def _seconds_of_text(text: str) -> float:
    stripped = text.strip()
    try:
        return _of_datetime(datetime.fromisoformat(stripped))
    except ValueError:
        return _number(stripped)


def _of_datetime(moment: datetime) -> float:
    if moment != moment:  # pandas' NaT is a datetime that equals nothing
        return nan
    # A time without a zone is taken as UTC: only differences and the time of day are used.
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _local_seconds(cell: Anything) -> float:
    if isinstance(cell, str):
        try:
            cell = datetime.fromisoformat(cell.strip())
        except ValueError:
            return _number(cell)
    if isinstance(cell, datetime) and cell == cell:
        return cell.replace(tzinfo=UTC).timestamp()
    return _seconds(cell)


def _number(cell: Anything) -> float:
    if cell is None:
        return nan
    if isinstance(cell, str):
        word = cell.strip().lower()
        if word in _TRUE or word in _FALSE:
            return float(word in _TRUE) if word not in {"1", "0", "1.0", "0.0"} else float(word)
    try:
        value = float(cell)
    except (TypeError, ValueError, OverflowError):
        return nan
    return value if isfinite(value) else nan


def _word(cell: Anything) -> str:
    if cell is None or (isinstance(cell, float) and not isfinite(cell)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
