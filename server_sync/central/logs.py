"""The server's logs: JSON lines on stderr, which name events and ids and never a person.

As in the kiosk, type decides and not discipline: ids, numbers and truths pass, texts only under a few names that hold
none of a patient's words; of an exception its type and the places in the code, not its message.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import traceback
from datetime import UTC, datetime
from enum import Enum
from types import TracebackType
from uuid import UUID

log = logging.getLogger(__name__)

TEXT_FIELDS = frozenset({"state", "code", "cause", "intent", "outcome", "version"})
_RECORD_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_MOST_PLACES = 30


class JsonLines(logging.Formatter):
    """One record, one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Say when, how grave, where and what."""
        own = record.name.partition(".")[0] == "server_sync"
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Libraries write what they were given into their messages; the place names the message as well.
            "event": str(record.msg) if own else f"{record.module}:{record.lineno}",
        }
        line |= {name: value for name, value in vars(record).items() if _may_be_written(name, value)}
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = _told(record.exc_info[1])
        return json.dumps(line, default=str, ensure_ascii=False)


def write_logs_to_stderr() -> None:
    """Send all logs of this process to stderr, where a supervisor keeps them."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("server_sync").setLevel(logging.INFO)
    logging.raiseExceptions = False
    sys.excepthook = _say_what_nobody_caught
    threading.excepthook = lambda it: _say_what_nobody_caught(it.exc_type, it.exc_value, it.exc_traceback)
    sys.unraisablehook = lambda it: _say_what_nobody_caught(it.exc_type, it.exc_value, it.exc_traceback)


def _say_what_nobody_caught(
    kind: type[BaseException], error: BaseException | None, _places: TracebackType | None
) -> None:
    """Python would print the message too: PostgreSQL's quotes the row that it refuses."""
    if not issubclass(kind, KeyboardInterrupt | SystemExit):
        log.critical("nobody caught this", exc_info=error)


def _may_be_written(name: str, value: object) -> bool:
    if name in _RECORD_FIELDS:
        return False
    if isinstance(value, UUID | Enum | int | float | None):
        return True
    return isinstance(value, str) and name in TEXT_FIELDS


def _code(error: BaseException) -> str | None:
    """Ours, or PostgreSQL's SQLSTATE: five letters that name no value."""
    code = getattr(error, "code", None) or getattr(error, "sqlstate", None)
    return code if isinstance(code, str) else None


def _told(error: BaseException) -> list[dict[str, object]]:
    told: list[dict[str, object]] = []
    current: BaseException | None = error
    while current is not None and len(told) < 8:
        frames = traceback.extract_tb(current.__traceback__)[-_MOST_PLACES:]
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told.append({"type": type(current).__qualname__, "code": _code(current), "places": places})
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return told
