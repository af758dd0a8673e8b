"""What Qt and QML complain about, brought into our logs: where and how grave, without the words."""

from __future__ import annotations

import logging
import sys
from pathlib import PurePath

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages(*, with_words: bool) -> None:
    """Take over Qt's messages.

    `with_words` writes them to stderr as well, for development: a script's error may quote what it was given.
    """

    def take(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        place = PurePath(context.file).name if context.file else ""
        log.log(
            _LEVELS.get(kind, logging.WARNING),
            "Qt has something to say",
            extra={"category": context.category or "", "file": place, "in_line": context.line},
        )
        if with_words:
            sys.stderr.write(f"Qt: {words}\n")

    qInstallMessageHandler(take)
