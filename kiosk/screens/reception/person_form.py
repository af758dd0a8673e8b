"""The form for somebody who comes to the desk: new to the clinic, or with details that changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.people_desk import Details, PersonFile, WalkIn
from kiosk.screens.reception.typed import one_line, typed_date

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LENGTHS = {"first": 60, "last": 60, "born": 20, "phone": 24, "email": 120, "address": 160, "reason": 120}
"""The most signs of each field."""


@QmlElement
class PersonForm(QObject):
    """What was typed so far, and which fields are not right yet."""

    textsChanged = Signal()
    problemsChanged = Signal()
    doctorChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts = dict.fromkeys(LENGTHS, "")
        self._problems: dict[str, str] = {}
        self._doctor = 0
        self.person: PersonFile | None = None
        """Whose details are changed; None for somebody new."""

    def begin(self, person: PersonFile | None = None, *, name: str = "") -> None:
        """Empty, or with what is known of `person`; of somebody new the `name` as it was searched for."""
        self.person = person
        first, _, last = one_line(name, LENGTHS["first"]).strip().partition(" ")
        told = Details(first, last.strip()) if person is None else person.details
        self._texts = {
            "first": told.first_name,
            "last": told.last_name,
            "born": "" if told.born is None else f"{told.born.day:02} {told.born.month:02} {told.born.year}",
            "phone": told.phone,
            "email": told.email,
            "address": told.address,
            "reason": "",
        }
        self._problems = {}
        self._doctor = 0
        self.textsChanged.emit()
        self.problemsChanged.emit()
        self.doctorChanged.emit()

    def details(self) -> Details:
        """As typed; a birth date that is none is left out."""
        texts = {name: text.strip() for name, text in self._texts.items()}
        born = typed_date(texts["born"], date.max)
        return Details(texts["first"], texts["last"], born, texts["phone"], texts["email"], texts["address"])

    def walk_in(self, language: str) -> WalkIn:
        """How they join the queue."""
        return WalkIn(self._doctor or None, self._texts["reason"].strip(), language)

    def check(self, today: date) -> bool:
        """Whether it can be kept; what is wrong is shown at its field."""
        problems = {}
        if not self._texts["first"].strip() and not self._texts["last"].strip():
            problems["first"] = "name_missing"
        if self._texts["born"].strip() and typed_date(self._texts["born"], today) is None:
            problems["born"] = "no_date"
        self._problems = problems
        self.problemsChanged.emit()
        return not problems

    @Property(str, notify=textsChanged)
    def first(self) -> str:
        """First name."""
        return self._texts["first"]

    @Property(str, notify=textsChanged)
    def last(self) -> str:
        """Last name."""
        return self._texts["last"]

    @Property(str, notify=textsChanged)
    def born(self) -> str:
        """Birth date, as typed."""
        return self._texts["born"]

    @Property(str, notify=textsChanged)
    def phone(self) -> str:
        """Phone number."""
        return self._texts["phone"]

    @Property(str, notify=textsChanged)
    def email(self) -> str:
        """E-mail address."""
        return self._texts["email"]

    @Property(str, notify=textsChanged)
    def address(self) -> str:
        """Where they live."""
        return self._texts["address"]

    @Property(str, notify=textsChanged)
    def reason(self) -> str:
        """Why they come."""
        return self._texts["reason"]

    @Property(str, notify=problemsChanged)
    def nameProblem(self) -> str:
        """What is wrong with the name; empty where nothing is."""
        return self._problems.get("first", "")

    @Property(str, notify=problemsChanged)
    def bornProblem(self) -> str:
        """What is wrong with the birth date; empty where nothing is."""
        return self._problems.get("born", "")

    @Property(int, notify=doctorChanged)
    def doctor(self) -> int:
        """For whom they wait; 0 for whoever is free."""
        return self._doctor

    @Property(bool, notify=textsChanged)
    def isNew(self) -> bool:
        """Whether it is for somebody who is not known yet."""
        return self.person is None

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """Take what a field holds now."""
        self._texts[field] = one_line(text, LENGTHS[field])
        if self._problems.pop("first" if field == "last" else field, None):
            self.problemsChanged.emit()
        self.textsChanged.emit()

    @Slot(int)
    def chooseDoctor(self, doctor_id: int) -> None:
        """Say for whom they wait."""
        self._doctor = doctor_id
        self.doctorChanged.emit()
