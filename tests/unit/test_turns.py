"""Requests of one device are let in in the order in which they came."""

from __future__ import annotations

import asyncio

from server_sync.central.sync.turns import Turn, Turns


def test_whoever_came_first_is_first_and_others_wait_for_nobody() -> None:
    assert asyncio.run(_order(["kiosk", "kiosk", "reception", "kiosk"], cancelled=())) == [
        "k0",
        "r2",
        "k0 left",
        "k1",
        "k3",
    ]


def test_whoever_gives_up_waiting_lets_nobody_past_those_before_them() -> None:
    assert asyncio.run(_order(["kiosk", "kiosk", "kiosk"], cancelled=(1,))) == ["k0", "k0 left", "k2"]


async def _order(keys: list[str], cancelled: tuple[int, ...]) -> list[str]:
    """Who was let in, and when the first left, which is slow; some give up before that."""
    turns = Turns()
    let_in: list[str] = []
    slow = asyncio.Event()

    async def come(number: int, turn: Turn) -> None:
        with turn:
            await turn.comes()
            let_in.append(f"{keys[number][0]}{number}")
            if number == 0:
                await slow.wait()
                let_in.append("k0 left")

    tasks = [asyncio.create_task(come(number, turns.taken(key))) for number, key in enumerate(keys)]
    await asyncio.sleep(0)
    for number in cancelled:
        tasks[number].cancel()
    await asyncio.wait([tasks[number] for number in cancelled] or [asyncio.create_task(asyncio.sleep(0))])
    for _ in range(5):  # whoever may come in has
        await asyncio.sleep(0)
    slow.set()
    await asyncio.wait(tasks)
    assert len(turns) == 0
    return let_in
