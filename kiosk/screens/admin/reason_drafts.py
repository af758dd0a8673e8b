"""Reasons to come as an admin edits them: in order, and each perhaps without words yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from server_sync.clinic.visit_reasons import LONGEST_WORDS, MOST_REASONS, VisitReason

Reasons = tuple[VisitReason, ...]


def words_of(reason: VisitReason, language: str) -> str:
    """What it is called in a language; empty where it has no words in it."""
    return dict(reason.words).get(language, "")


def is_said(reason: VisitReason) -> bool:
    """Whether it has words in some language."""
    return any(words.strip() for _, words in reason.words)


def called(reason: VisitReason, language: str, default_language: str) -> str:
    """As lists show it; empty while it has no words at all."""
    return reason.said_in(language, default_language) if is_said(reason) else ""


def without_blanks(reasons: Reasons) -> Reasons:
    """As they are to be kept: no language without words."""
    return changed_all(reasons, lambda one: replace(one, words=tuple((of, said) for of, said in _trimmed(one) if said)))


def changed(reasons: Reasons, code: str, change: Callable[[VisitReason], VisitReason]) -> Reasons:
    """With another in the place of one."""
    return changed_all(reasons, lambda one: change(one) if one.code == code else one)


def changed_all(reasons: Reasons, change: Callable[[VisitReason], VisitReason]) -> Reasons:
    """With another in the place of each."""
    return tuple(change(one) for one in reasons)


def said(reason: VisitReason, language: str, words: str) -> VisitReason:
    """Called so in a language; the order of its languages stays."""
    words = words[:LONGEST_WORDS]
    if language in dict(reason.words):
        return replace(reason, words=tuple((of, words if of == language else was) for of, was in reason.words))
    return replace(reason, words=(*reason.words, (language, words)))


def needing(reason: VisitReason, need: str) -> VisitReason:
    """With a need that it implies, or without it where it had it."""
    held = [one for one in reason.needs if one != need]
    return replace(reason, needs=tuple(held if need in reason.needs else (*held, need)))


def added(reasons: Reasons) -> tuple[Reasons, str]:
    """With one more at the end, without words, and its code; as they are where no more may be."""
    if len(reasons) >= MOST_REASONS:
        return reasons, ""
    taken = {one.code for one in reasons}
    code = next(name for number in range(1, MOST_REASONS + 1) if (name := f"own_{number}") not in taken)
    return (*reasons, VisitReason(code, ())), code


def moved(reasons: Reasons, code: str, by: int) -> Reasons:
    """One moved by so many places, as far as there are any."""
    place = next((number for number, one in enumerate(reasons) if one.code == code), -1)
    if place < 0 or not 0 <= place + by < len(reasons):
        return reasons
    left = [one for one in reasons if one.code != code]
    left.insert(place + by, reasons[place])
    return tuple(left)


def dropped(reasons: Reasons, code: str) -> Reasons:
    """Without one; the last one stays."""
    return tuple(one for one in reasons if one.code != code) if len(reasons) > 1 else reasons


def _trimmed(reason: VisitReason) -> list[tuple[str, str]]:
    return [(language, words.strip()) for language, words in reason.words]
