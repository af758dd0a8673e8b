"""A report as CSV: RFC 4180, UTF-8 with a byte order mark, plain numbers, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from server_sync.desk.analytics.table import Cell, Table
from server_sync.desk.sync_log.export import plain


def as_csv(table: Table) -> bytes:
    """The whole file. The header row is the columns' stable names; what nobody knows is an empty cell.

    Who or which way "all together" means stands as `all`, so that no row can be taken for whoever was free.
    """
    paper = io.StringIO(newline="")
    rows = csv.writer(paper, lineterminator="\r\n")
    rows.writerow(column.key for column in table.columns)
    names = {"doctor", "lane", "method"}
    for row in table.rows:
        rows.writerow(
            "all" if cell is None and column.key in names else _cell(cell)
            for cell, column in zip(row, table.columns, strict=True)
        )
    return b"\xef\xbb\xbf" + paper.getvalue().encode("utf-8", "replace")


def _cell(cell: Cell) -> str | int | Decimal | None:
    if isinstance(cell, str):
        return plain(cell)
    return f"{cell:.4f}".rstrip("0").rstrip(".") if isinstance(cell, float) else cell
