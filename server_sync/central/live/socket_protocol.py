"""uvicorn's WebSocket, and beside it a way to write frames that are encoded already, straight to the line.

A message through ASGI costs each socket a task's turn and an encoding of its own: 1,000 displays took a second for
what takes them a tenth of it this way. The line's own write buffer is the queue of those who read slowly; whoever
writes looks at its length first.
"""

from __future__ import annotations

from typing import Protocol, cast

from starlette.requests import HTTPConnection
from uvicorn.protocols.websockets.wsproto_impl import WSProtocol
from wsproto import events

EXTENSION = "anteroom.frames"

CLOSING_S = 5.0
"""How long the other side may take to answer a close, and to take what was written before it."""


class FrameWriter(Protocol):
    """Writes whole frames to one socket; on the event loop's thread."""

    @property
    def buffered_bytes(self) -> int:
        """What was written and the other side has not taken yet, beyond what the system holds for it."""
        ...

    def write_frames(self, frames: bytes) -> None:
        """Send whole frames, now or as the other side takes them; nothing where the socket is closing."""
        ...

    def close_with(self, code: int) -> None:
        """Say goodbye; after CLOSING_S the line is cut, taken or not."""
        ...


def frame_writer_of(socket: HTTPConnection) -> FrameWriter:
    """The writer of a socket that was accepted. Raises KeyError where another server than ours runs the application."""
    return cast("FrameWriter", socket.scope["extensions"][EXTENSION])  # an ASGI extension may be any object


class LiveSocketProtocol(WSProtocol):
    """One connection. See FrameWriter."""

    def handle_connect(self, event: events.Request) -> None:
        """Offer the writer to the application as an extension of ASGI's."""
        super().handle_connect(event)
        extensions = cast("dict[str, object]", self.scope["extensions"])
        extensions[EXTENSION] = self

    @property
    def buffered_bytes(self) -> int:
        """See FrameWriter."""
        return self.transport.get_write_buffer_size()

    def write_frames(self, frames: bytes) -> None:
        """See FrameWriter."""
        if self.handshake_complete and not (self.close_sent or self.disconnected or self.transport.is_closing()):
            self.transport.write(frames)

    def close_with(self, code: int) -> None:
        """See FrameWriter."""
        if self.close_sent or self.disconnected or self.transport.is_closing():
            return
        self.stop_keepalive()
        self.close_sent = True
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": ""})
        self.transport.write(self.conn.send(events.CloseConnection(code=code)))
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        self.close_timer = self.loop.call_later(CLOSING_S, self.transport.abort)
