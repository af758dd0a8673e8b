"""Published sets of targets that a location's policy can begin with, as the documents that a policy is read from.

They are numbers of other people's, each with its source; a share beside a target is how many of a level its authors
want to see within it. Level 1 is seen at once in all of them and stands in none: it never queues.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A place to begin from. `document` is one that `parse_policy` reads."""

    name: str
    document: Mapping[str, object]
    goals_percent: Mapping[int, int]
    """Per level, how many per cent should be seen within the target; empty where the source names none."""
    source: str


_TWICE_AS_FAST = {"5": 2}
"""Of a site that is open day and night, where a queue may not empty for days: beyond its target the lowest class gains
twice as fast."""

DAY_CLINIC_PRESET = Preset(
    "day_clinic",
    {
        "targets_min": {"2": 15, "3": 45, "4": 90},
        "appointment_target_min": 20,
        "special_factor": "2/3",
        "appointment_special_factor": "3/4",
    },
    {2: 90, 3: 85, 4: 80},
    "This program's own, for a clinic by day with appointments and walk-ins.",
)
CTAS_PRESET = Preset(
    "ctas",
    {"targets_min": {"2": 15, "3": 30, "4": 60, "5": 120}, "betas": _TWICE_AS_FAST},
    {2: 95, 3: 90, 4: 85, 5: 80},
    "Canadian Triage and Acuity Scale: Beveridge, Clark and Janes 1999; revised by Bullard et al. 2017, doi "
    "10.1017/cem.2017.365.",
)
MTS_PRESET = Preset(
    "mts",
    {"targets_min": {"2": 10, "3": 60, "4": 120, "5": 240}, "betas": _TWICE_AS_FAST},
    {},
    "Manchester Triage System: Mackway-Jones, Marsden and Windle, Emergency Triage, 3rd edition, 2014.",
)
ATS_PRESET = Preset(
    "ats",
    {"targets_min": {"2": 10, "3": 30, "4": 60, "5": 120}, "betas": _TWICE_AS_FAST},
    {2: 80, 3: 75, 4: 70, 5: 70},
    "Australasian Triage Scale: Australasian College for Emergency Medicine, policy P06.",
)

PRESETS: Mapping[str, Preset] = {
    preset.name: preset for preset in (DAY_CLINIC_PRESET, CTAS_PRESET, MTS_PRESET, ATS_PRESET)
}
"""By name."""
