"""Nothing that must stay unsaid is ever written down: canaries are let into a whole run, and no file may hold one.

A real server process works on a real database, is asked rightly and wrongly, loses a table under its feet and is told
to stop. Then every file that the run wrote is searched for every canary, plain and as logs may encode it.
"""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import httpx
import pyotp
import pytest
from sqlalchemy import text
from websockets.sync.client import connect

from server_sync.records.database import open_database
from tests.postgres import PostgresServer
from tests.sites import PATIENCE_S, eventually

ROOT = Path(__file__).parents[2]

PASSWORD, NEW_PASSWORD, WRONG_PASSWORD = "canary-pass zwq one", "canary-pass zwq two", "canary-pass zwq wrong"
LOGIN = "zwqcanary.admin@clinic.example"
PIN, CARD = "839105", "4012 8888 8888 1881"
FIRST, LAST, PHONE = "Zwqfirstname", "Zwqlastname", "+44 7700 955317"
EMAIL, REASON = "zwq.patient@mail.example", "zwq reason nobody else needs to know"
SECRETS_OF_ENVIRONMENT = {
    "SECRET_KEY": "zwq-signing-key-that-is-long-enough-to-be-one",
    "SMTP_PASSWORD": "zwq-mail-password",
    "TWILIO_AUTH_TOKEN": "zwq-sms-token",
}
NOBODY_LISTENS = "9"
PUBLISHED = ("--public-url", "https://clinic.example")


@dataclass(frozen=True, slots=True)
class Canary:
    """What must not be found. A database is searched for what is kept as a hash at most; it is there for the rest."""

    name: str
    value: str
    also_in_database: bool


class Run:
    """One server process with a folder of its own for all that it writes."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.canaries: list[Canary] = []
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "ANTEROOM_DATA": str(folder / "data"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DATABASE_URL": url,
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": NOBODY_LISTENS,
            "SMTP_FROM": "desk@clinic.example",
            "SMTP_USER": "desk",
            "TWILIO_ACCOUNT_SID": "AC1",
            "TWILIO_FROM": "+15550100",
            "TWILIO_URL": f"http://127.0.0.1:{NOBODY_LISTENS}",
            **SECRETS_OF_ENVIRONMENT,
        }
        for name in ("home", "tmp", "data"):
            (folder / name).mkdir()
        for name, value in SECRETS_OF_ENVIRONMENT.items():
            self.plant(name, value)

    def plant(self, name: str, value: str, *, also_in_database: bool = True) -> str:
        assert len(value) >= 6, "too short to be told from chance"
        self.canaries.append(Canary(name, value, also_in_database))
        return value

    def command(self, *arguments: str, said: str = "") -> dict[str, Any]:
        """A command's answer, which is meant for the admin who typed it."""
        with (self.folder / "commands.stderr").open("a") as stderr:
            done = subprocess.run(
                [sys.executable, "-m", "server_sync", *arguments],
                cwd=ROOT,
                env=self._environment,
                input=said,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                check=True,
            )
        return dict(json.loads(done.stdout))

    def serve(self) -> tuple[subprocess.Popen[bytes], str]:
        """The process and its address."""
        out = self.folder / "server.stdout"
        with out.open("wb") as stdout, (self.folder / "server.stderr").open("wb") as stderr:
            process = subprocess.Popen(
                [sys.executable, "-m", "server_sync", "serve", "--port", "0"],
                cwd=ROOT,
                env=self._environment,
                stdout=stdout,
                stderr=stderr,
            )
        eventually(lambda: out.read_text().endswith("\n"))
        return process, out.read_text().split()[-1]

    def findings(self, extra: Sequence[Path] = ()) -> list[str]:
        """Where a canary was found: its name, the encoding, the file."""
        found = []
        for path in [*(one for one in self.folder.rglob("*") if one.is_file()), *extra]:
            written = path.read_bytes()
            is_database = path.name.startswith("centre.db")
            for canary in self.canaries:
                if is_database and not canary.also_in_database:
                    continue
                for encoding, needle in forms(canary.value):
                    if needle in written:
                        found.append(f"{canary.name} ({encoding}) in {path.name}")
        return found


def forms(value: str) -> Iterator[tuple[str, bytes]]:
    """A canary as it may come to stand in a file; of base 64 the middle, which holds wherever it begins."""
    yield "plain", value.encode()
    yield "URL", quote(value, safe="").encode()
    yield "form", quote_plus(value).encode()
    yield "JSON", json.dumps(value)[1:-1].encode()
    yield "hex", value.encode().hex().encode()
    for offset in range(3):
        padded = b"\0" * offset + value.encode()
        for name, encode in (("base 64", base64.b64encode), ("base 64 for URLs", base64.urlsafe_b64encode)):
            middle = encode(padded)[4 if offset else 0 : -4]
            if len(middle) >= 8:
                yield name, middle


@pytest.fixture(params=["sqlite", "postgresql"])
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    if request.param == "sqlite":
        return Run(tmp_path, f"sqlite:///{tmp_path / 'centre.db'}")
    return Run(tmp_path, request.getfixturevalue("postgres_url"))


def test_no_canary_is_found_in_anything_that_a_whole_run_wrote(run: Run, request: pytest.FixtureRequest) -> None:
    run.command("location", "--name", "Riverside Clinic", "--time-zone", "Europe/London", *PUBLISHED)
    person = ("--name", "Zwqadmin Person", "--role", "admin", "--login", LOGIN, "--password-stdin")
    run.command("staff", *person, said=run.plant("password", PASSWORD) + "\n")
    run.plant("login", LOGIN, also_in_database=False)
    code = run.plant("enrolment code", run.command("enrol-code", "--name", "Lobby kiosk 1")["code"])
    if "postgresql" in run.url:
        keep_values_out_of_postgres_log(run.url)
    process, address = run.serve()
    try:
        with httpx.Client(base_url=address, trust_env=False, timeout=20) as http:
            staff = sign_in(run, http)
            device = use_a_device(run, http, code, address)
            treat_a_patient(run, http, staff)
            ask_oddly(run, http, staff, device)
        break_the_records(run, address, staff)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) in (0, -signal.SIGTERM)
    logged = (run.folder / "server.stderr").read_text()
    assert '"event"' in logged, "the run must have logged something, or this test proves nothing"
    extra = []
    if "postgresql" in run.url:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        extra = [server.folder / "log"]
    assert run.findings(extra) == []
    for line in logged.splitlines():
        assert isinstance(json.loads(line), dict), "a log line is one JSON object"


def keep_values_out_of_postgres_log(url: str) -> None:
    """As installers/README.md advises: without it PostgreSQL's own log quotes the values of a row that it refuses."""
    database = open_database(url)
    with database.writing() as connection:
        name = connection.execute(text("SELECT current_database()")).scalar_one()
        connection.execute(text(f'ALTER DATABASE "{name}" SET log_error_verbosity TO terse'))
    database.close()


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def sign_in(run: Run, http: httpx.Client) -> dict[str, str]:
    """Sign in, change the password, set a PIN and a second factor; wrongly, too."""
    run.plant("wrong password", WRONG_PASSWORD)
    assert http.post("/api/auth/sign-in", json={"login": LOGIN, "password": WRONG_PASSWORD}).status_code == 401
    # Somebody types the password where the login belongs.
    http.post("/api/auth/sign-in", json={"login": PASSWORD, "password": LOGIN})
    first = http.post("/api/auth/sign-in", json={"login": LOGIN, "password": PASSWORD}).json()["data"]
    headers = bearing(run.plant("first access token", first["access_token"]))
    body = {"current_password": PASSWORD, "new_password": run.plant("new password", NEW_PASSWORD)}
    assert http.post("/api/auth/password", json=body, headers=headers).status_code == 200
    pin = {"password": NEW_PASSWORD, "pin": run.plant("PIN", PIN)}
    assert http.put("/api/auth/pin", json=pin, headers=headers).status_code == 200
    offer = http.post("/api/auth/second-factor", json={"password": NEW_PASSWORD}, headers=headers).json()["data"]
    run.plant("second factor", offer["secret"], also_in_database=False)
    confirm = {**offer, "code": pyotp.TOTP(offer["secret"]).now()}
    assert http.post("/api/auth/second-factor/confirm", json=confirm, headers=headers).status_code == 200
    run.plant("first refresh token", first["refresh_token"])
    second = http.post("/api/auth/refresh", json={"refresh_token": first["refresh_token"]}).json()["data"]
    run.plant("second refresh token", second["refresh_token"])
    return bearing(run.plant("second access token", second["access_token"]))


def use_a_device(run: Run, http: httpx.Client, code: str, address: str) -> dict[str, str]:
    """Enrol a kiosk, sign in at it by PIN, let it synchronise and listen."""
    enrolled = http.post("/api/devices/enrol", json={"code": code}).json()["data"]
    device = bearing(run.plant("device key", enrolled["device_key"]))
    signed_in = http.post("/api/auth/pin", json={"login": LOGIN, "pin": PIN}, headers=device).json()["data"]
    run.plant("access token of a PIN", signed_in["access_token"])
    http.post("/api/auth/pin", json={"login": LOGIN, "pin": PIN[::-1]}, headers=device)
    assert http.get("/api/sync/feed", headers=device).status_code == 200
    with connect(address.replace("http", "ws", 1) + "/ws/sync", proxy=None) as socket:
        socket.send(json.dumps({"device_key": enrolled["device_key"]}))
        assert socket.recv(10)
    with connect(address.replace("http", "ws", 1) + "/ws/sync", proxy=None) as socket:
        socket.send(json.dumps({"device_key": enrolled["device_key"] + NEW_PASSWORD}))
    return device


def treat_a_patient(run: Run, http: httpx.Client, staff: dict[str, str]) -> None:
    """Register somebody, find them, give them a link; the mail server and the SMS service are out of reach."""
    for name, value in (("first", FIRST), ("last", LAST), ("phone", PHONE), ("email", EMAIL), ("reason", REASON)):
        run.plant(name, value, also_in_database=False)
    run.plant("card", CARD)
    details = {"first_name": FIRST, "last_name": LAST, "phone": PHONE, "email": EMAIL, "date_of_birth": "1958-03-14"}
    patient = http.post("/api/patients", json=details, headers=staff).json()["data"]
    for typed in (LAST, PHONE, "1958-03-14"):
        assert http.get("/api/patients", params={"q": typed}, headers=staff).status_code == 200
    link = http.post(f"/api/patients/{patient['id']}/link", headers=staff).json()["data"]
    opened = http.post("/api/auth/patient-session", json={"token": run.plant("link", link["token"])}).json()["data"]
    own = bearing(run.plant("patient's token", opened["access_token"]))
    assert http.get(f"/api/patients/{patient['id']}", headers=own).status_code == 200
    for contact in ({"email": EMAIL}, {"phone": PHONE}, {"email": f"x{EMAIL}"}):
        assert http.post("/api/auth/patient-link", json=contact).status_code == 202
    sent = run.folder / "server.stderr"
    eventually(lambda: sent.read_text().count("link could not be sent") == 2)


def ask_oddly(run: Run, http: httpx.Client, staff: dict[str, str], device: dict[str, str]) -> None:
    """Put canaries where they do not belong: paths, queries, headers, broken bodies, fields of other kinds."""
    booking = {
        "doctor_id": CARD,
        "scheduled_date": REASON,
        "patient_details": {"first_name": FIRST, "last_name": [LAST], "phone": {PHONE: PHONE}},
        "payment_method": CARD,
        "reason_for_visit": REASON,
    }
    assert http.post("/api/appointments/book", json=booking).status_code == 422
    whole = json.dumps(booking)
    for body in (whole[:-3], whole.replace('"', "'"), f"{whole}\ud800".encode("utf-8", "surrogatepass"), whole * 3):
        for path in ("/api/appointments/book", "/api/patients", "/api/auth/sign-in", "/api/appointments/offline-sync"):
            for headers in (staff, device, {}):
                reply = http.post(path, content=body, headers={**headers, "Content-Type": "application/json"})
                assert 400 <= reply.status_code < 500
    for headers in (staff, device):
        http.post("/api/appointments/offline-sync", json={"device_id": LAST, "sync_data": [booking]}, headers=headers)
    for path in (f"/t/{LAST}", f"/{PHONE}", f"/api/patients/{LAST}", f"/api/auth/sessions/{NEW_PASSWORD}"):
        http.get(path, headers=staff)
        http.request("BREW", path, headers=staff)
    http.get("/api/queue/current", params={"location_id": LAST, "doctor_id": CARD, LAST: PHONE}, headers=staff)
    http.get("/api/auth/me", headers={"Authorization": f"Bearer {NEW_PASSWORD}", "X-Name": LAST, "Cookie": CARD})
    http.get("/api/auth/me", headers=bearing(f"{LAST}.{PIN}.{PIN}"))
    http.get("/api/sync/feed", params={"cursor": LAST}, headers=device)


def break_the_records(run: Run, address: str, staff: dict[str, str]) -> None:
    """Take a table away under the server: what it was about to write or look for must not come out in its dismay."""
    database = open_database(run.url)
    details = {"first_name": FIRST, "last_name": LAST, "phone": PHONE, "email": EMAIL}
    with database.writing() as connection:
        connection.execute(text("CREATE UNIQUE INDEX zwq ON patients (last_name)"))
    # PostgreSQL says which value it had already; that comes up as an error of the database, with the value in it.
    twin = {**details, "phone": "+44 7700 900888", "first_name": "Other", "confirmed_new": True}
    assert httpx.post(f"{address}/api/patients", json=twin, headers=staff, trust_env=False).status_code >= 500
    with database.writing() as connection:
        connection.execute(text("ALTER TABLE patients RENAME TO gone"))
    replies = [
        httpx.post(f"{address}/api/patients", json=details, headers=staff, trust_env=False),
        httpx.get(f"{address}/api/patients", params={"q": LAST}, headers=staff, trust_env=False),
    ]
    assert {reply.status_code >= 500 for reply in replies} == {True}
    for reply in replies:
        assert LAST not in reply.text
    with database.writing() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO patients"))
        connection.execute(text("ALTER TABLE credentials RENAME TO gone"))
    body = {"login": LOGIN, "password": NEW_PASSWORD}
    assert httpx.post(f"{address}/api/auth/sign-in", json=body, trust_env=False).status_code >= 500
    database.close()


@pytest.mark.parametrize("encoding", [name for name, _form in forms("a canary of some length")])
def test_search_would_find_a_canary_in_each_of_its_forms(tmp_path: Path, encoding: str) -> None:
    run = Run(tmp_path, "")
    value = run.plant("planted", "a canary of some length")
    for name, form in forms(value):
        if name == encoding:
            (tmp_path / "tmp" / "deep.log").write_bytes(b"before" + form + b"after")
    assert any(finding.startswith("planted") for finding in run.findings())
    assert re.search("deep.log", " ".join(run.findings()))
