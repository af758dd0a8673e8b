"""What the endpoints share: desk work in threads, and a bound on those who wait for one."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, cast

import anyio
import pytest

from server_sync.central.centre import Centre
from server_sync.protocol.faults import StorageFault


def test_who_comes_when_too_many_wait_for_a_thread_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_sync.central.centre.MOST_WAITING", 2)
    nothing = cast("Any", None)  # Any: what this test does not look at

    async def whole() -> None:
        values = dict.fromkeys(Centre.__dataclass_fields__, nothing)
        centre = Centre(**{**values, "threads": anyio.CapacityLimiter(1)})
        may_end = threading.Event()
        under_way = [asyncio.create_task(centre.run(may_end.wait, 10)) for _ in range(3)]
        await asyncio.sleep(0.05)
        with pytest.raises(StorageFault) as refused:
            await centre.run(may_end.wait, 10)
        assert (refused.value.code, refused.value.retry_helps) == ("server_busy", True)
        may_end.set()
        assert await asyncio.gather(*under_way) == [True, True, True]
        assert await centre.run(lambda: "served again") == "served again"

    asyncio.run(whole())
