"""Why somebody stands where they stand: the score taken apart into factors that multiply to it exactly.

Every sentence has a stable key and named parameters, so that it can be said in another language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from server_sync.clinic.queue_order import Entry
from server_sync.clinic.queue_policy import Channel, Lane, Policy, SpecialReason

Parameter: TypeAlias = str | int | float

SENTENCES = {
    "waited": "waited {waited_min} min of the reference {reference_min}",
    "before_their_time": "{waited_min} min before their time: served when nobody else waits",
    "triage": "triage {level}: target {target_min} instead of {reference_min} min",
    "not_triaged": "not triaged yet, counts as routine: target {target_min} instead of {reference_min} min",
    "appointment": "has an appointment: target {target_min} instead of {other_min} min",
    "special_age": "75 years or older: target {target_min} instead of {other_min} min",
    "special_infant": "under one year old: target {target_min} instead of {other_min} min",
    "special_pregnant": "pregnant: target {target_min} instead of {other_min} min",
    "special_disability": "has a disability: target {target_min} instead of {other_min} min",
    "beyond_target": "{over_min} min beyond the target: counts {beta} times from there on",
    "late": "more than {late_min} min late: waits as a walk-in, from arrival",
    "requeued": "missed their call: the wait counts anew from then",
    "override": "put first by {by}: {reason}",
    "clock_unverified": "the clock that gave the arrival was never compared with the centre's",
}
"""In English; `{...}` are the parameters."""

_MOST_NAMED = 50


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something to be said to staff, by its key and its parameters."""

    key: str
    parameters: tuple[tuple[str, Parameter], ...] = ()

    @property
    def text(self) -> str:
        """In English."""
        return SENTENCES[self.key].format(**dict(self.parameters))


@dataclass(frozen=True, slots=True)
class Factor:
    """One number that the score is multiplied by."""

    name: str
    value: float
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why somebody stands at `position` (from 1). The factors' product times 100 is `score`."""

    policy: str
    policy_version: str
    lane: Lane
    score: float
    factors: tuple[Factor, ...]
    notes: tuple[Sentence, ...]
    position: int
    overtakes: tuple[str, ...]
    """Numbers of those whose wait began earlier and who come after."""
    reference: datetime
    target_min: float
    due_at: datetime
    """When the target falls due; aware, as `reference`."""
    severity_score: float
    """100 times how many times shorter the target is than the reference."""
    wait_score: float
    """Per cent of the target that has been waited, as it counts. severity_score * wait_score / 100 = score."""

    def as_document(self) -> dict[str, object]:
        """What `ai_priority_factors` holds, and what an API answers. JSON, with floats: it is never hashed."""
        return {
            "policy": self.policy,
            "policy_version": self.policy_version,
            "lane": {
                "triage_level": int(self.lane.level),
                "channel": self.lane.channel.value,
                "special": self.lane.is_special,
            },
            "score": self.score,
            "factors": [
                {"name": factor.name, "value": factor.value, **_said(factor.sentence)} for factor in self.factors
            ],
            "notes": [_said(note) for note in self.notes],
            "position": self.position,
            "overtakes": list(self.overtakes[:_MOST_NAMED]),
            "overtakes_count": len(self.overtakes),
            "waits_since": self.reference.isoformat(timespec="milliseconds"),
            "target_minutes": self.target_min,
            "due_at": self.due_at.isoformat(timespec="milliseconds"),
        }

    def as_snapshot(self) -> dict[str, object]:
        """The derived columns of `queue_management`, rounded, as they stand at this moment."""
        return {
            "priority_score": _within_a_column(self.score),
            "queue_position": self.position,
            "medical_urgency_score": _within_a_column(self.severity_score),
            "wait_time_score": _within_a_column(self.wait_score),
            "ai_priority_factors": self.as_document(),
        }


def explain(line: Sequence[Entry], place: int, policy: Policy, now: datetime) -> Explanation:
    """Explain the entry at `place` (from 0) of the whole line as `ordered` gave it for this policy and moment."""
    entry = line[place]
    factors = _factors(entry, policy, now)
    score = entry.score(now)
    severity = 100 * policy.reference_min / entry.terms.target_min
    return Explanation(
        policy=policy.name,
        policy_version=policy.version,
        lane=entry.lane,
        score=score,
        factors=factors,
        notes=_notes(entry, policy),
        position=place + 1,
        overtakes=tuple(other.waiting.number for other in line[place + 1 :] if other.reference < entry.reference),
        reference=entry.reference,
        target_min=entry.terms.target_min,
        due_at=entry.due_at,
        severity_score=severity,
        wait_score=100 * score / severity,
    )


def _factors(entry: Entry, policy: Policy, now: datetime) -> tuple[Factor, ...]:
    factors = [_wait_factor(entry, policy, now), _triage_factor(entry, policy)]
    level_target = policy.level_target_min(entry.lane.level)
    base = policy.base_target_min(entry.lane)
    if entry.lane.channel is Channel.APPOINTMENT:
        factors.append(_target_factor("appointment", "appointment", level_target, base))
    if entry.lane.is_special:
        reason = entry.waiting.special or SpecialReason.DISABILITY
        factors.append(_target_factor("special", f"special_{reason.value}", base, entry.terms.target_min))
    part = entry.waited_min(now) / entry.terms.target_min
    if part > 1:
        factors.append(_beyond_factor(entry, part))
    return tuple(factors)


def _wait_factor(entry: Entry, policy: Policy, now: datetime) -> Factor:
    waited = entry.waited_min(now)
    if waited < 0:
        sentence = Sentence("before_their_time", (("waited_min", _rounded(-waited)),))
    else:
        parameters = (("waited_min", _rounded(waited)), ("reference_min", _rounded(policy.reference_min)))
        sentence = Sentence("waited", parameters)
    return Factor("wait", waited / policy.reference_min, sentence)


def _triage_factor(entry: Entry, policy: Policy) -> Factor:
    target = policy.level_target_min(entry.lane.level)
    minutes = (("target_min", _rounded(target)), ("reference_min", _rounded(policy.reference_min)))
    level = entry.waiting.triage_level
    sentence = (
        Sentence("not_triaged", minutes) if level is None else Sentence("triage", (("level", int(level)), *minutes))
    )
    return Factor("triage", (policy.reference_min / target) ** 2, sentence)


def _target_factor(name: str, key: str, other: float, target: float) -> Factor:
    parameters = (("target_min", _rounded(target)), ("other_min", _rounded(other)))
    return Factor(name, (other / target) ** 2, Sentence(key, parameters))


def _beyond_factor(entry: Entry, part: float) -> Factor:
    beta, target = entry.terms.beta, entry.terms.target_min
    parameters = (("over_min", _rounded((part - 1) * target)), ("beta", _rounded(beta)))
    return Factor("beyond_target", (1 + beta * (part - 1)) / part, Sentence("beyond_target", parameters))


def _notes(entry: Entry, policy: Policy) -> tuple[Sentence, ...]:
    notes = []
    waiting = entry.waiting
    if waiting.override is not None:
        by, reason = waiting.override.by, waiting.override.reason
        at = waiting.override.at.isoformat(timespec="seconds")
        notes.append(Sentence("override", (("by", by), ("reason", reason), ("at", at))))
    if entry.is_late:
        notes.append(Sentence("late", (("late_min", _rounded(policy.late_after_min)),)))
    if waiting.counted_from is not None:
        notes.append(Sentence("requeued"))
    if not waiting.is_clock_verified:
        notes.append(Sentence("clock_unverified"))
    return tuple(notes)


def _within_a_column(score: float) -> float:
    """NUMERIC(10, 2): a dead clock may say that somebody came in 1970."""
    return round(max(-99_999_999.0, min(99_999_999.0, score)), 2)


def _said(sentence: Sentence) -> dict[str, object]:
    return {"key": sentence.key, "parameters": dict(sentence.parameters), "sentence": sentence.text}


def _rounded(minutes: float) -> Parameter:
    """To a tenth; a whole number without its point."""
    tenth = round(minutes, 1)
    return int(tenth) if tenth == int(tenth) else tenth
