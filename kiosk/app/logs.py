"""The kiosk's logs: JSON lines in a rotating file, which name events and ids and never a person.

What is written is decided by type, not by discipline: of a record's fields only ids, numbers, truths, durations
and enumerations pass, and the texts under a few names that hold none of a patient's words. Messages are fixed
sentences and their arguments are dropped; of an exception the types and the places in the code are kept, not its
message, since a message may quote what a person typed. A `Fault` names no patient by its contract, so its code is kept.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from uuid import UUID

from server_sync.protocol.faults import Fault

OWN_LOGGERS = ("kiosk", "server_sync")
TEXT_FIELDS = frozenset(
    {"state", "code", "cause", "screen", "language", "file", "version", "category", "kind", "actor"}
)
"""Fields whose texts are ours, not a person's."""
_RECORD_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
FILE_BYTES = 2_000_000
FILES_KEPT = 5


class JsonLines(logging.Formatter):
    """One record, one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Say when, how grave, where and what; see the module for what is left out."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        line |= {name: value for name, value in vars(record).items() if _may_be_written(name, value)}
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = describe(record.exc_info[1])
        return json.dumps(line, default=str, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in OWN_LOGGERS:
        return str(record.msg)
    # Libraries write what they were given into their messages; the place names the message as well.
    return f"{record.module}:{record.lineno}"


def _may_be_written(name: str, value: object) -> bool:
    if name in _RECORD_FIELDS:
        return False
    if isinstance(value, UUID | Enum | int | float | None):
        return True
    return isinstance(value, str) and name in TEXT_FIELDS


def describe(error: BaseException) -> list[dict[str, object]]:
    """Tell an exception and what caused it, the outermost first: types and places, no messages, no values."""
    told: list[dict[str, object]] = []
    current: BaseException | None = error
    while current is not None and len(told) < 8:
        one: dict[str, object] = {"type": f"{type(current).__module__}.{type(current).__qualname__}"}
        if isinstance(current, Fault):
            one["code"] = current.code
        frames = traceback.extract_tb(current.__traceback__)[-30:]
        one["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told.append(one)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return told


def write_logs_to(folder: Path) -> logging.Handler:
    """Send all logs of this process to `folder`, or to stderr where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "kiosk.jsonl", maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8"
        )
    except OSError as error:
        sys.stderr.write(f"logs go to stderr, {folder} cannot be written: {error.strerror}\n")
        handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in OWN_LOGGERS:
        logging.getLogger(name).setLevel(logging.INFO)
    # A full disk while logging is not worth a traceback on the terminal for each line.
    logging.raiseExceptions = False
    return handler


def catch_the_uncaught(send_home: Callable[[], None]) -> None:
    """Log what nobody caught, on any thread, and call `send_home` from that thread."""
    log = logging.getLogger(__name__)

    def on_main_thread(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("uncaught on the main thread", exc_info=error)
        send_home()

    def on_another_thread(caught: threading.ExceptHookArgs) -> None:
        thread = caught.thread.name if caught.thread else ""
        log.critical("uncaught on another thread", exc_info=caught.exc_value or True, extra={"kind": thread})
        send_home()

    sys.excepthook = on_main_thread
    threading.excepthook = on_another_thread


def on_loop_exception(send_home: Callable[[], None]) -> Callable[[object, Mapping[str, object]], None]:
    """Make an asyncio exception handler that logs without quoting the task, and sends the screen home."""
    log = logging.getLogger(__name__)

    def handle(_loop: object, context: Mapping[str, object]) -> None:
        error = context.get("exception")
        log.critical("uncaught in a task", exc_info=error if isinstance(error, BaseException) else None)
        send_home()

    return handle
