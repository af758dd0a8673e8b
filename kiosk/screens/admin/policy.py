"""The section in which an admin says how long each level should wait at most, from a published preset or by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.policy_desk import PolicyDesk, PolicyNotChanged, StandingPolicy
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell
from server_sync.clinic.policy_documents import parse_policy, policy_document, preset_policy
from server_sync.clinic.queue_policy import LEAST_URGENT_LEVEL, Channel, Lane, Policy, PolicyRefused, Triage
from server_sync.clinic.queue_presets import PRESETS

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

APPOINTMENT = "appointment"
LEVELS = tuple(str(level) for level in range(Triage.URGENT, LEAST_URGENT_LEVEL + 1))
OWN = "own"
"""The name of a policy that is no preset any more."""
LONGEST = 6


@dataclass(frozen=True, slots=True)
class PresetLine:
    """A preset and its targets, the most urgent first."""

    key: str
    targets: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """The target of a level, or of an appointment, as it was typed; `special` is what a special reason makes of it."""

    key: str
    typed: str
    special: str


@QmlElement
class PolicySection(AdminSection):
    """Which targets order the queue, judged as they are typed."""

    kind = "policy"
    page_file = "admin/policy/Policy.qml"

    policyChanged = Signal()

    def __init__(self, shell: StaffShell, desk: PolicyDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._presets = Rows(PresetLine)
        self._presets.show([PresetLine(name, _targets(preset_policy(name))) for name in PRESETS])
        self._targets = Rows(TargetLine)
        self._stands: StandingPolicy | None = None
        self._begun = preset_policy("day_clinic")
        self._typed: dict[str, str] = {}
        self._wanted: Policy | None = None
        self._wrong = ""

    def shown(self) -> None:
        """Read which one is in force."""
        self.shell.ask(self, self._desk.policy(), self._show)

    def forget(self) -> None:
        """What was typed and not kept is gone."""
        super().forget()
        if self._stands is not None:
            self._begin(self._stands.policy)

    @Property(Rows, constant=True)
    def presets(self) -> Rows:
        """What one may begin from."""
        return self._presets

    @Property(Rows, constant=True)
    def targets(self) -> Rows:
        """Every level's target, and last the appointments'."""
        return self._targets

    @Property(str, notify=policyChanged)
    def chosen(self) -> str:
        """Which preset it is as it stands on the screen; empty: none."""
        return next((name for name in PRESETS if self._targets_wanted == preset_policy(name)), "")

    @Property(bool, notify=policyChanged)
    def triageByReception(self) -> bool:
        """Whether receptionists set a level too, as it stands on the screen."""
        return self._begun.triage_by_reception

    @Property(str, notify=policyChanged)
    def wrong(self) -> str:
        """Why it would order people wrongly, as `PolicyRefused.code`; empty where it would not."""
        return self._wrong

    @Property(bool, notify=policyChanged)
    def replaced(self) -> bool:
        """Whether this version can't read the location's own policy, so that the day clinic's orders."""
        return self._stands is not None and self._stands.is_replaced

    @Property(str, notify=policyChanged)
    def version(self) -> str:
        """Of the policy in force, as each explanation names it."""
        return "" if self._stands is None else self._stands.policy.version

    @Property(bool, notify=policyChanged)
    def changed(self) -> bool:
        """Whether it is sound and another than the one in force."""
        return self._wanted is not None and self._stands is not None and self._wanted != self._stands.policy

    @Property(bool, notify=policyChanged)
    def touched(self) -> bool:
        """Whether something was chosen or typed that is not in force."""
        return self._stands is not None and (self._wrong != "" or self._wanted != self._stands.policy)

    @Slot(str)
    def begin(self, preset: str) -> None:
        """Take a preset's targets."""
        if preset in PRESETS:
            self.say()
            self._begin(replace(preset_policy(preset), triage_by_reception=self._begun.triage_by_reception))

    @Slot(str, str)
    def type(self, key: str, typed: str) -> None:
        """A target in minutes; nothing where a level is not used."""
        if self._typed.get(key) == typed:
            return
        self.say()
        self._typed[key] = typed.strip().replace(",", ".")[:LONGEST]
        self._judge()

    @Slot(bool)
    def letReceptionTriage(self, may: bool) -> None:
        """Whether receptionists set a level too."""
        self.say()
        self._begun = replace(self._begun, triage_by_reception=may)
        self._judge()

    @Slot()
    def undo(self) -> None:
        """Back to what is in force."""
        self.forget()

    @Slot()
    def save(self) -> None:
        """Order the queue by it."""
        if self._wanted is not None and self.changed:
            self.shell.ask(self, self._desk.change(self._wanted), self._saved)

    def _saved(self, answer: StandingPolicy | PolicyNotChanged) -> None:
        if isinstance(answer, PolicyNotChanged):
            self.say(problem=answer.code)
            return
        self._show(answer)
        self.say(told="saved")

    def _show(self, stands: StandingPolicy) -> None:
        self._stands = stands
        self._begin(stands.policy)

    def _begin(self, policy: Policy) -> None:
        self._begun = policy
        listed = {str(level): _minutes(target) for level, target in policy.targets_min}
        self._typed = {level: listed.get(level, "") for level in LEVELS}
        self._typed[APPOINTMENT] = _minutes(policy.appointment_target_min)
        self._judge()

    def _judge(self) -> None:
        self._wanted, self._wrong = None, ""
        try:
            self._wanted = self._named(parse_policy(self._document()))
        except PolicyRefused as refused:
            self._wrong = refused.code
        wanted = self._wanted
        self._targets.show([TargetLine(key, typed, _special(wanted, key)) for key, typed in self._typed.items()])
        self.policyChanged.emit()

    @property
    def _targets_wanted(self) -> Policy | None:
        return None if self._wanted is None else self._wanted.targets_alone

    def _document(self) -> dict[str, object]:
        levels = {level: self._typed[level] for level in LEVELS if self._typed[level]}
        betas = {str(level): beta for level, beta in self._begun.betas if str(level) in levels}
        return {
            **policy_document(self._begun),
            "targets_min": levels,
            "betas": {level: str(beta) for level, beta in betas.items()},
            "appointment_target_min": self._typed[APPOINTMENT],
        }

    def _named(self, policy: Policy) -> Policy:
        """A preset's name stands for its numbers alone."""
        if policy.name not in PRESETS or policy.targets_alone == self._begun.targets_alone:
            return policy
        return replace(policy, name=OWN)


def _targets(policy: Policy) -> str:
    return " · ".join(_minutes(target) for _, target in policy.targets_min)


def _special(policy: Policy | None, key: str) -> str:
    if policy is None:
        return ""
    if key == APPOINTMENT:
        return _minutes(policy.target_min(Lane(Triage.ROUTINE, Channel.APPOINTMENT, is_special=True)))
    listed = {str(level) for level, _ in policy.targets_min}
    return _minutes(policy.target_min(Lane(int(key), Channel.WALK_IN, is_special=True))) if key in listed else ""


def _minutes(minutes: float) -> str:
    return f"{minutes:.1f}".removesuffix(".0")
