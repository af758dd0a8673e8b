"""Planted bugs of machines that go back in time or trust their clocks, and of what nobody is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.simulation.bugs import Patches, planted


@planted(9)
def last_writer_wins_by_wall_clock(patches: Patches) -> None:
    """Of two changes the one stands whose machine's wall clock was later."""
    from server_sync.central.sync.settling import judging
    from server_sync.clinic.clocks import to_unix_ms
    from server_sync.records.values import read_moment

    def wrong(judge: Any) -> Any:
        def judged(change_set: Any, *given: Any, **more: Any) -> Any:
            said = next((one.fields["at"] for one in change_set.changes if one.noun == "audit"), None)
            if said is not None:
                more["stamp"] = f"{to_unix_ms(read_moment(said)):012x}.0000.{change_set.uid.hex[-8:]}"
            return judge(change_set, *given, **more)

        return judged

    patches.swap(judging, "judge", wrong)


@planted(12)
def restored_without_a_new_series(patches: Patches) -> None:
    """A machine that went back in time becomes another one, and gives its numbers from the old one's series."""
    from server_sync.worker import renewal

    def wrong(become: Any) -> Any:
        return lambda replica, identity, lay: become(replica, replace(identity, series=replica.identity.series), lay)

    patches.swap(renewal, "become", wrong)


@planted(9)
def restored_and_not_found_out(patches: Patches) -> None:
    """A machine that went back in time never becomes another one."""
    from server_sync.worker import sync_loop

    async def stays(*_given: Any) -> int:
        return 0

    patches.swap(sync_loop, "renew", lambda _was: stays)


@planted(2)
def absence_not_told(patches: Patches) -> None:
    """The feed says nothing of records that the server does not hold."""
    from server_sync.central.sync import feed_pages

    patches.swap(
        feed_pages,
        "read_page",
        lambda was: lambda *given, **more: replace(was(*given, **more), absent=()),
    )


@planted(10)
def erasures_not_said_again(patches: Patches) -> None:
    """Whoever was erased since a server's backup was taken is back, and nobody says so."""
    from server_sync.worker.upkeep import Upkeep

    async def silent(_upkeep: Any) -> None:
        return

    patches.swap(Upkeep, "_tell_erasures", lambda _was: silent)


@planted(20_239)
def hub_believes_its_own_clock(patches: Patches) -> None:
    """At a hub days leave by its own clock, and with them the visits of today where that runs ahead."""
    from server_sync.hub import pages

    patches.swap(pages, "today_at_centre", lambda _was: lambda _connection: None)
