"""Messages to patients: by e-mail over SMTP, by SMS over Twilio; one way to send, whatever carries it.

Sending blocks: it belongs into a thread, after the answer, with an end. A failure is a TransportFault whose words name
neither the person nor the message.
"""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Protocol

import httpx

from server_sync.protocol.faults import TransportFault

TIMEOUT_S = 10.0
TWILIO_URL = "https://api.twilio.com"


class Messenger(Protocol):
    """Carries short texts to people."""

    def send(self, to: str, subject: str, text: str) -> None:
        """Hand one message over; blocks up to some ten seconds. Raises TransportFault `not_sent`."""
        ...


@dataclass(frozen=True, slots=True)
class SmtpMail:
    """E-mail through the clinic's own mail server; encrypted where it offers STARTTLS, and from the start at 465."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    def send(self, to: str, subject: str, text: str) -> None:
        """See Messenger."""
        try:
            message = EmailMessage()
            message["From"], message["To"], message["Subject"] = self.sender, to, subject
            message.set_content(text)
            with self._connected() as server:
                server.send_message(message)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise TransportFault("not_sent", f"the mail server did not take it ({type(error).__name__})") from None

    def _connected(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.port == smtplib.SMTP_SSL_PORT:
            server: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_S, context=context)
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_S)
        try:
            server.ehlo_or_helo_if_needed()
            if server.has_extn("starttls"):
                server.starttls(context=context)
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


@dataclass(frozen=True, slots=True)
class TwilioSms:
    """SMS through Twilio's Messages resource (REST, 2010-04-01)."""

    account_sid: str
    auth_token: str = field(repr=False)
    sender: str
    url: str = TWILIO_URL

    def send(self, to: str, subject: str, text: str) -> None:
        """See Messenger; an SMS has no subject."""
        try:
            reply = httpx.post(
                f"{self.url}/2010-04-01/Accounts/{self.account_sid}/Messages.json",
                data={"To": _dialled(to), "From": self.sender, "Body": text},
                auth=(self.account_sid, self.auth_token),
                timeout=TIMEOUT_S,
                trust_env=False,
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise TransportFault("not_sent", f"the SMS service did not take it ({type(error).__name__})") from None
        if reply.status_code >= 300:
            raise TransportFault("not_sent", f"the SMS service refused it ({reply.status_code})")


@dataclass(frozen=True, slots=True)
class NoMessenger:
    """Nothing is configured: nothing is sent."""

    def send(self, to: str, subject: str, text: str) -> None:
        """See Messenger."""
        raise TransportFault("not_sent", "nothing is configured that could carry it")


def _dialled(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
