"""A back office that counts how often it was told that something was committed, and so was to be sent."""

from __future__ import annotations

from kiosk.app.back_office import BackOffice


class HeardOffice(BackOffice):
    """Everything behind the screens, and how often they told it to send what they did."""

    told = 0

    def committed(self) -> None:
        """See `BackOffice.committed`."""
        self.told += 1
        super().committed()
