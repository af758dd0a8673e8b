"""How urgent each lane of the queue is: targets per triage level, checked before anybody is ordered by them.

The numbers and the reasons to refuse a configuration are section 1 of the queue's design page (Stanford, Taylor and
Ziedins 2014, doi 10.1007/s11134-013-9382-6): a target is the wait in minutes that a lane should not exceed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from server_sync.clinic.roles import CLINICAL, Role

EMERGENCY_LEVEL = 1
"""Never queues: an alarm is raised, and the first free clinician sees them."""
LEAST_URGENT_LEVEL = 5

OLD_AGE_YEARS = 75
INFANT_BELOW_YEARS = 1

_LONGEST_TARGET_MIN = 24 * 60.0
_STEEPEST_BETA = 100.0


class Triage(IntEnum):
    """The day clinic's levels. Whoever was not triaged yet is routine; level 5 waits as routine does."""

    EMERGENCY = 1
    URGENT = 2
    SEMI_URGENT = 3
    ROUTINE = 4


class Channel(StrEnum):
    """How somebody came."""

    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"


class SpecialReason(StrEnum):
    """Why somebody should not wait as long as others (`queue_management.special_reason`)."""

    AGE = "age"
    """75 years or older."""
    INFANT = "infant"
    """Under one year."""
    PREGNANT = "pregnant"
    DISABILITY = "disability"


class Lane(NamedTuple):
    """Those who wait by the same rule."""

    level: int
    channel: Channel
    is_special: bool


class PolicyRefused(ValueError):
    """This configuration would order people wrongly. `code` is stable; the message says why, for an admin."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True)
class Policy:
    """A checked configuration; the fields' defaults are the day clinic's. Raises PolicyRefused when made wrongly."""

    name: str = "day_clinic"
    targets_min: tuple[tuple[int, float], ...] = ((2, 15.0), (3, 45.0), (4, 90.0))
    """Target in minutes per triage level that is in use, 2 and up. A level that is not listed waits as the next more
    urgent one that is."""
    appointment_target_min: float = 20.0
    """From the booked time; of a level whose own target is shorter, that one holds."""
    special_factor: float = 2 / 3
    """Shortens the target of walk-ins with a special reason."""
    appointment_special_factor: float = 3 / 4
    """The same where the appointment's target holds."""
    betas: tuple[tuple[int, float], ...] = ()
    """How steeply a level's score goes on beyond its target, where not 1; 2 for the lowest of a 24 h site."""
    reference_min: float = 90.0
    """The target that every other is compared with."""
    late_after_min: float = 15.0
    """An appointment that comes later than this is a walk-in from when it came."""
    triage_by_reception: bool = False
    """Whether receptionists set a level too. Where not, no document names it: versions before it can read that one."""

    def __post_init__(self) -> None:
        _check_numbers(self)
        _check_order(self)
        _check_appointments(self)

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits of a hash of the content: equal numbers, equal version, on every replica."""
        return _version(self)

    @property
    def triaged_by(self) -> frozenset[Role]:
        """Who may say how ill somebody is: nurses and doctors, and receptionists where the location lets them."""
        return CLINICAL | {Role.RECEPTIONIST} if self.triage_by_reception else CLINICAL

    @property
    def targets_alone(self) -> Policy:
        """The same targets with everything that orders nobody as it is by default: to compare with a preset."""
        return replace(self, triage_by_reception=False)

    def standing_level(self, triage_level: int | None) -> int:
        """The listed level as which somebody waits. `None` is routine, or where that is not listed, the lowest."""
        listed = [level for level, _ in self.targets_min]
        wanted = Triage.ROUTINE if triage_level is None else triage_level
        return max((level for level in listed if level <= wanted), default=listed[0])

    def level_target_min(self, triage_level: int | None) -> float:
        """The target of the level alone, in minutes."""
        return dict(self.targets_min)[self.standing_level(triage_level)]

    def base_target_min(self, lane: Lane) -> float:
        """The lane's target before a special reason, in minutes."""
        own = self.level_target_min(lane.level)
        return min(own, self.appointment_target_min) if lane.channel is Channel.APPOINTMENT else own

    def special_factor_of(self, lane: Lane) -> float:
        """What a special reason makes of the lane's target."""
        return self.appointment_special_factor if self._waits_as_booked(lane) else self.special_factor

    def target_min(self, lane: Lane) -> float:
        """The lane's target in minutes."""
        base = self.base_target_min(lane)
        return base * self.special_factor_of(lane) if lane.is_special else base

    def beta(self, lane: Lane) -> float:
        """How steeply the lane's score goes on beyond its target; 1 where the appointment's target holds."""
        return 1.0 if self._waits_as_booked(lane) else dict(self.betas).get(self.standing_level(lane.level), 1.0)

    def _waits_as_booked(self, lane: Lane) -> bool:
        booked = lane.channel is Channel.APPOINTMENT
        return booked and self.appointment_target_min <= self.level_target_min(lane.level)


def special_reason(born: date | None, today: date, said: SpecialReason | None = None) -> SpecialReason | None:
    """Why somebody may not wait long: what they `said` of pregnancy or disability, else their age by the record.

    An infant is under one year by the record; where the record has no birth date, what was said stands.
    """
    by_age = None if born is None else _by_age(_age_years(born, today))
    if said is SpecialReason.AGE or (said is SpecialReason.INFANT and born is not None):
        return by_age
    return said or by_age


def _by_age(years: int) -> SpecialReason | None:
    if years >= OLD_AGE_YEARS:
        return SpecialReason.AGE
    return SpecialReason.INFANT if 0 <= years < INFANT_BELOW_YEARS else None


def _age_years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


@lru_cache(maxsize=256)
def _version(policy: Policy) -> str:
    content = {field.name: getattr(policy, field.name) for field in fields(policy)}
    if not policy.triage_by_reception:
        del content["triage_by_reception"]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]


def _check_numbers(policy: Policy) -> None:
    if not policy.targets_min:
        raise PolicyRefused("no_targets", "a policy needs a target for at least one triage level")
    levels = {level for level, _ in (*policy.targets_min, *policy.betas)}
    if EMERGENCY_LEVEL in levels:
        raise PolicyRefused("emergencies_never_queue", "level 1 never queues and has no target")
    minutes = [policy.appointment_target_min, policy.reference_min, *(target for _, target in policy.targets_min)]
    if not all(1 <= each <= _LONGEST_TARGET_MIN for each in minutes) or not 0 <= policy.late_after_min <= 240:
        raise PolicyRefused("target_out_of_range", "targets are 1 to 1440 minutes, lateness 0 to 240")
    if not all(0 < each <= 1 for each in (policy.special_factor, policy.appointment_special_factor)):
        raise PolicyRefused("factor_out_of_range", "a special reason's factor is above 0 and at most 1")
    if not all(1 <= beta <= _STEEPEST_BETA for _, beta in policy.betas):
        raise PolicyRefused("beta_out_of_range", "beta is 1 to 100: a score never grows more slowly beyond its target")


def _check_order(policy: Policy) -> None:
    """At equal waits the more urgent level comes first, whatever the wait, and no special reason changes that."""
    betas = dict(policy.betas)
    for (_, sooner), (level, later) in _neighbours(policy):
        if not later > sooner:
            raise PolicyRefused("targets_do_not_grow", f"level {level} needs a longer target than the one above it")
        if not later * policy.special_factor > sooner:
            words = f"with a special reason level {level} would reach the level above it"
            raise PolicyRefused("special_reaches_next_level", words)
    for (upper, sooner), (level, later) in _neighbours(policy):
        if betas.get(level, 1.0) / later**2 > betas.get(upper, 1.0) / sooner**2:
            raise PolicyRefused("beta_overtakes", f"beyond its target level {level} would outgrow the one above it")


def _neighbours(policy: Policy) -> list[tuple[tuple[int, float], tuple[int, float]]]:
    return list(zip(policy.targets_min, policy.targets_min[1:], strict=False))


def _check_appointments(policy: Policy) -> None:
    urgent = policy.targets_min[0][1]
    if not policy.appointment_target_min > urgent:
        words = "an appointment's target must be longer than that of the most urgent level"
        raise PolicyRefused("appointment_reaches_urgent", words)
    if policy.appointment_target_min * policy.appointment_special_factor < urgent:
        words = "with a special reason an appointment would pass the most urgent level"
        raise PolicyRefused("special_appointment_passes_urgent", words)


DAY_CLINIC = Policy()
