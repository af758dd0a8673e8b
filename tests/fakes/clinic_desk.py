"""What a location tells its patients, in memory; the server may be away."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.screens.admin.clinic_desk import ClinicDetails, ClinicNotChanged


def _details() -> ClinicDetails:
    texts = (("en", "I agree that the clinic keeps what I say here in its records."),)
    return ClinicDetails("Riverside Clinic", "Mon-Fri 8:00-17:00", "Waiting area B", "030 555 0100", "en", texts, ())


@dataclass
class FakeClinicDesk:
    """Implements `kiosk.screens.admin.clinic_desk.ClinicDesk`."""

    stands: ClinicDetails = field(default_factory=_details)
    refusal: ClinicNotChanged | None = None

    async def details(self) -> ClinicDetails:
        return self.stands

    async def change(self, was: ClinicDetails, wanted: ClinicDetails) -> ClinicDetails | ClinicNotChanged:
        assert was != wanted
        if self.refusal is None:
            self.stands = wanted
        return self.refusal or self.stands
