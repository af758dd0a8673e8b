"""Which calls are news, in which order they are announced, and in which words. No Qt, no clock of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.screens.resource_files import RESOURCES

if TYPE_CHECKING:
    from server_sync.desk.queue.board import Call

STALE_AFTER = timedelta(seconds=60)
"""A call that reaches the board later than this is shown and not shouted: whoever was meant has gone in, or left."""


class Announcements:
    """Remembers what was announced."""

    def __init__(self) -> None:
        self._known: dict[UUID, datetime] | None = None

    def news(self, calls: Iterable[Call], now: datetime) -> list[Call]:
        """Those calls that nobody has heard yet, oldest first; of what stands there at the beginning none is."""
        before, self._known = self._known, {call.uid: call.called_at for call in calls}
        if before is None:
            return []
        fresh = [
            call
            for call in calls
            if not call.is_missed
            and (call.uid not in before or call.called_at > before[call.uid])
            and now - call.called_at < STALE_AFTER
        ]
        # They stand newest first: of two of the same moment the one below was called before.
        fresh.reverse()
        return sorted(fresh, key=lambda call: call.called_at)


def still_to_say(waiting: Iterable[Call], standing: Iterable[Call], now: datetime) -> list[Call]:
    """What is still worth shouting of calls that wait for others to be said, oldest first.

    The rule where several are called at once: each number is said once, as it was called last; one that waited for
    60 s or that was missed meanwhile is shown as it stands, and not shouted.
    """
    last = {call.uid: call for call in waiting}
    missed = {call.uid for call in standing if call.is_missed}
    fresh = (call for uid, call in last.items() if uid not in missed and now - call.called_at < STALE_AFTER)
    return sorted(fresh, key=lambda call: call.called_at)


def sentence(call: Call, language: str) -> str:
    """A call as it is said aloud in a language (BCP 47)."""
    words = _words(language.split("-")[0].lower())
    pattern = words["call"] if call.room else words["call_without_room"]
    return pattern.format(number=call.short_number, room=call.room)


@cache
def _words(language: str) -> dict[str, str]:
    file = RESOURCES / "speech" / f"{language}.toml"
    source = file if file.exists() else RESOURCES / "speech" / "en.toml"
    return {name: str(words) for name, words in tomllib.loads(source.read_text(encoding="utf-8")).items()}
