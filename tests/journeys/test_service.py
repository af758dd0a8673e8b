"""An admin restarts and closes a real kiosk: it comes back to Home, or it ends and systemd leaves it so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

from tests.contract.test_service_desk import kiosk_that_knows_kim
from tests.fakes.service_desk import PIN

UNIT = Path(__file__).parents[2] / "installers" / "systemd" / "anteroom-kiosk.service"
PATIENCE_S = 20.0
LOOK_AGAIN_S = 0.05


class DrivenKiosk:
    """A kiosk in a process of its own, full screen, with an admin's hands."""

    def __init__(self, folder: Path) -> None:
        environment = os.environ | {
            "ANTEROOM_CLINIC_NAME": "Riverside",
            "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London",
            "ANTEROOM_DATABASE": str(folder / "kiosk-B.db"),
            "ANTEROOM_LOGS": str(folder / "logs"),
            "ANTEROOM_KEYS": "development-file",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
            **{f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
        }
        self._logs = folder / "logs"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk.app.demo.driven_kiosk"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, **step: Any) -> dict[str, Any]:  # Any: JSON
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(step) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        assert answer["ok"], answer
        return answer

    def wait_for_run(self, number: int) -> None:
        """Until the process has begun so often: what is said to the run before is lost with it."""
        until = monotonic() + PATIENCE_S
        while self.log().count("the records are open") < number:
            assert monotonic() < until, self.log()
            with suppress(subprocess.TimeoutExpired):
                raise AssertionError(f"it ended with {self.process.wait(LOOK_AGAIN_S)}")

    def log(self) -> str:
        """What it has logged, in every run."""
        return "".join(file.read_text("utf-8") for file in self._logs.glob("*"))

    def open_service(self) -> None:
        """Tap the corner until the PIN is asked for: no faster than fingers, taps are counted as one."""
        self.do(see="I have an appointment")
        until = monotonic() + PATIENCE_S
        while "For staff" not in self.do(names=True)["names"]:
            assert monotonic() < until, "the gesture led nowhere"
            self.do(touch=[20, 20])
        for digit in PIN:
            self.do(tap=digit)
        self.do(tap="Open")
        self.do(see="Close the program")


def test_an_admin_restarts_a_kiosk_to_home_and_closes_it_for_good(tmp_path: Path) -> None:
    kiosk_that_knows_kim(tmp_path)
    kiosk = DrivenKiosk(tmp_path)
    with kiosk.process:
        kiosk.open_service()
        kiosk.do(tap="Restart")
        kiosk.wait_for_run(2)
        kiosk.open_service()
        kiosk.do(tap="Close the program")
        kiosk.do(tap="Yes, close")
        code = kiosk.process.wait(PATIENCE_S)
    assert code == 0
    settings = dict(line.split("=", 1) for line in UNIT.read_text("utf-8").splitlines() if "=" in line)
    assert settings["RestartPreventExitStatus"] == str(code)
    log = kiosk.log()
    assert [log.count(event) for event in ("service_opened", "service_restarted", "service_closed")] == [2, 1, 1]
    assert PIN not in log


def test_a_kiosk_that_nobody_may_close_ends_when_the_system_asks_it_to(tmp_path: Path) -> None:
    kiosk_that_knows_kim(tmp_path)
    kiosk = DrivenKiosk(tmp_path)
    with kiosk.process:
        kiosk.do(see="I have an appointment")
        kiosk.wait_for_run(1)
        kiosk.process.terminate()
        assert kiosk.process.wait(PATIENCE_S) == 0
