"""A line with delay between two machines, as a process of its own: `slow_line PORT_OF_THE_SERVER DELAY_MS`.

Prints its port. Whatever is sent arrives half the delay later, either way, at any speed; what goes up is counted, and
the count is printed at the end of input.
"""

from __future__ import annotations

import asyncio
import sys


async def main(server_port: int, delay_s: float) -> None:
    """Carry until standard input ends."""
    sent = 0
    tasks: set[asyncio.Task[None]] = set()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_up: bool) -> None:
        nonlocal sent
        loop = asyncio.get_running_loop()
        while some := await reader.read(2**16):
            sent += len(some) if is_up else 0
            loop.call_later(delay_s / 2, writer.write, some)
        loop.call_later(delay_s / 2, writer.close)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", server_port)
        for one in (carry(reader, back, is_up=True), carry(there, writer, is_up=False)):
            tasks.add(asyncio.create_task(one))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    print(sent, flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]) / 1000))
