"""What every messenger keeps to: a real mail server, a small stand-in for Twilio's form, and our own fake."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from aiosmtpd.controller import Controller

from server_sync.central.access.messengers import Messenger, NoMessenger, SmtpMail, TwilioSms
from server_sync.protocol.faults import TransportFault
from tests.fakes.messenger import KeepingMessenger, KeptMessage

TEXT = "Your link: https://clinic.example/me#abc\nGood for 15 minutes."


@dataclass(frozen=True, slots=True)
class Line:
    """A messenger, what arrived at its other end, and how to make that end refuse."""

    messenger: Messenger
    to: str
    arrived: Callable[[], list[KeptMessage]]
    refuse: Callable[[], None]


class _Mailbox:
    def __init__(self) -> None:
        self.kept: list[KeptMessage] = []
        self.refusing = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.refusing:
            return "451 try again later"
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.kept.append(KeptMessage(str(message["To"]), message.get_content().rstrip().replace("\r\n", "\n")))
        return "250 OK"


class _MailServer(Controller):
    def _trigger_server(self) -> None:
        started: Any = self.server  # the event loop's own
        self.port = started.sockets[0].getsockname()[1]  # the free one that it took
        super()._trigger_server()  # type: ignore[no-untyped-call]  # aiosmtpd's


@contextmanager
def mail_line() -> Iterator[Line]:
    mailbox = _Mailbox()
    server = _MailServer(mailbox, hostname="127.0.0.1", port=0)
    server.start()
    try:
        mail = SmtpMail("127.0.0.1", server.port, "desk@clinic.example")
        yield Line(mail, "jane@mail.example", lambda: mailbox.kept, lambda: setattr(mailbox, "refusing", True))
    finally:
        server.stop()


class _Twilio(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _TwilioRequest)
        self.kept: list[KeptMessage] = []
        self.status = 201
        self.asked: list[tuple[str, str]] = []


class _TwilioRequest(BaseHTTPRequestHandler):
    server: _Twilio

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append((self.path, self.headers["Authorization"]))
        if self.server.status == 201:
            self.server.kept.append(KeptMessage(form["To"][0], form["Body"][0]))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_arguments: Any) -> None:
        return


@contextmanager
def sms_line() -> Iterator[Line]:
    with _Twilio() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}"
        sms = TwilioSms("AC123", "token", "+15550100", url)
        try:
            yield Line(sms, "+447700900123", lambda: server.kept, lambda: setattr(server, "status", 503))
            credentials = base64.b64encode(b"AC123:token").decode()
            for asked in server.asked:
                assert asked == ("/2010-04-01/Accounts/AC123/Messages.json", f"Basic {credentials}")
        finally:
            server.shutdown()


@contextmanager
def fake_line() -> Iterator[Line]:
    fake = KeepingMessenger()
    yield Line(fake, "jane@mail.example", lambda: fake.kept, lambda: setattr(fake, "broken", True))


@pytest.fixture(params=[mail_line, sms_line, fake_line], ids=["smtp", "twilio", "fake"])
def line(request: pytest.FixtureRequest) -> Iterator[Line]:
    with request.param() as line:
        yield line


def test_message_arrives_as_it_was_written(line: Line) -> None:
    line.messenger.send(line.to, "Your link", TEXT)
    assert line.arrived() == [KeptMessage(line.to, TEXT)]


def test_refusal_of_the_other_side_is_a_fault_that_names_nobody(line: Line) -> None:
    line.refuse()
    with pytest.raises(TransportFault) as caught:
        line.messenger.send(line.to, "Your link", TEXT)
    assert caught.value.code == "not_sent"
    assert line.to not in str(caught.value)
    assert line.arrived() == []


@pytest.mark.parametrize(
    "messenger",
    [SmtpMail("127.0.0.1", 9, "desk@clinic.example"), TwilioSms("AC", "t", "+1", "http://127.0.0.1:9"), NoMessenger()],
    ids=["smtp", "twilio", "none"],
)
def test_nobody_at_the_other_end_is_a_fault(messenger: Messenger) -> None:
    with pytest.raises(TransportFault) as caught:
        messenger.send("jane@mail.example", "Your link", TEXT)
    assert caught.value.code == "not_sent"


def test_address_cannot_smuggle_another_line_into_a_mail() -> None:
    with mail_line() as line:
        with pytest.raises(TransportFault):
            line.messenger.send("jane@mail.example\nBcc: all@mail.example", "Your link", TEXT)
        assert line.arrived() == []
