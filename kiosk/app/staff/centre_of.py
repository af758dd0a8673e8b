"""How this machine asks its centre about a PIN: by the server's address and the key that enrolling left here."""

from __future__ import annotations

from kiosk.app.settings import Settings
from kiosk.app.staff.local_staff_desk import AskCentre


def centre_of(settings: Settings) -> AskCentre | None:
    """The question to put to the centre, for a thread that may wait; None where no server is named."""
    server_url = settings.server_url
    if server_url is None:
        return None

    def ask(uid: str, pin: str) -> bool:
        from kiosk.app.secrets import SERVER_KEY, open_key_store
        from server_sync.protocol.faults import RefusedFault
        from server_sync.worker.pin_question import PinVerdict, ask_centre

        key = open_key_store(settings).read(SERVER_KEY)
        if key is None:
            raise RefusedFault("no_key", "the server's key is not kept on this machine")
        return ask_centre(server_url, key, uid, pin) is PinVerdict.RIGHT

    return ask
