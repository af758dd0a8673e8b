"""Gives Python its own import back, which PySide6 replaces by one that reads the source of every module.

PySide6 looks there for the word PySide6, for its switch `from __feature__ import ...`, which nobody here uses; and
`linecache` keeps what was read for ever. Measured (6.11.3): the kiosk holds 12 MiB of sources less without, and each
import is sooner done. Imported before all else that is ours, so that it holds for that as well.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # it replaces the import when it is first imported

# Kept by shiboken under this name; where a later version no longer does, nothing is won and nothing lost.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
