"""A booking that this machine cannot promise by itself: the centre is given a moment to say that the time is theirs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server_sync.desk.self_service import Slip
    from server_sync.desk.ticket import TicketPrinting
    from server_sync.records.replica import Replica
    from server_sync.worker.state import ConnectionState

PROMISED_WITHIN_S = 1.0
"""How long somebody who booked waits for the centre's word, where this machine has no place of its own to promise."""
LOOK_EVERY_S = 0.05


def centre_answers(state: ConnectionState | None) -> bool:
    """Whether a booking is with the centre in moments: it was reached last, and not by way of a hub."""
    from server_sync.worker.state import Link

    return state is not None and not state.by_hub and state.link in (Link.ONLINE, Link.SYNCING)


async def wait_for_promise(slip: Slip, ask: Callable[[Callable[[Replica], bool]], Awaitable[bool]]) -> None:
    """Wait for the centre's word, `PROMISED_WITHIN_S` at most; `ask` runs a question on the records' thread."""
    import asyncio

    def look(replica: Replica) -> bool:
        from server_sync.desk.at_kiosk import is_promised_now

        with replica.read() as reading:
            return is_promised_now(reading, slip.appointment_uid)

    asked_at = monotonic()
    while monotonic() < asked_at + PROMISED_WITHIN_S and not await ask(look):
        await asyncio.sleep(LOOK_EVERY_S)


def slip_as_it_stands(slip: Slip, printing: TicketPrinting) -> Callable[[Replica], Slip]:
    """The operation that queues the slip, promised or not."""

    def operate(replica: Replica) -> Slip:
        from server_sync.desk.at_kiosk import slip_now

        return slip_now(replica, slip, printing)

    return operate
