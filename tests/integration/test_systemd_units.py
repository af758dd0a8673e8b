"""systemd itself accepts the units, and finds little in them that a broken-in program could reach."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).parents[2] / "installers" / "systemd"
PROGRAMS = ("usr/lib/anteroom/server/bin/python", "usr/lib/anteroom/kiosk/bin/python", "usr/bin/cage")

# systemd's own score, in tenths: 0 is sealed, 100 is open. The kiosk has the screen's and the touch panel's devices.
MOST_EXPOSED = {"anteroom-server.service": 15, "anteroom-hub.service": 15, "anteroom-kiosk.service": 45}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The root of a machine as the installer leaves it: systemd's units and ours, and the programs that they start."""
    units = tmp_path / "usr/lib/systemd/system"
    shutil.copytree("/lib/systemd/system", units, symlinks=True)
    for unit in UNITS.glob("*.service"):
        shutil.copy(unit, units)
    for program in PROGRAMS:
        (tmp_path / program).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / program).write_text("#!/bin/sh\n")
        (tmp_path / program).chmod(0o755)
    return tmp_path


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    found = shutil.which("systemd-analyze")
    assert found, 'no systemd-analyze on this machine; "sh installers/setup test" installs it where apt can'
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("unit", MOST_EXPOSED)
def test_administrator_can_enable_the_unit_as_it_is(unit: str, machine: Path) -> None:
    verdict = analyze("verify", f"--root={machine}", unit)
    assert (verdict.returncode, verdict.stderr) == (0, "")


@pytest.mark.parametrize("unit", MOST_EXPOSED)
def test_systemd_notices_when_the_program_is_not_there(unit: str, machine: Path) -> None:
    for program in PROGRAMS:
        (machine / program).unlink()
    assert "is not executable" in analyze("verify", f"--root={machine}", unit).stderr


@pytest.mark.parametrize(("unit", "exposure"), MOST_EXPOSED.items())
def test_little_of_the_machine_is_open_to_the_service(unit: str, exposure: int, machine: Path) -> None:
    verdict = analyze("security", "--offline=yes", f"--threshold={exposure}", f"--root={machine}", unit)
    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize("unit", MOST_EXPOSED)
def test_service_that_falls_is_back_within_two_seconds_however_often_it_falls(unit: str) -> None:
    settings = dict(
        line.split("=", 1) for line in (UNITS / unit).read_text(encoding="utf-8").splitlines() if "=" in line
    )
    assert settings["Restart"] == "always"
    assert float(settings["RestartSec"]) < 2
    assert settings["StartLimitIntervalSec"] == "0"


def test_kiosk_can_reach_the_folder_where_cage_makes_its_socket() -> None:
    lines = (UNITS / "anteroom-kiosk.service").read_text(encoding="utf-8").splitlines()
    hidden = [line for line in lines if line.startswith(("ProtectHome=", "InaccessiblePaths=", "TemporaryFileSystem="))]
    assert hidden == ["InaccessiblePaths=-/home -/root"], "ProtectHome= would take /run/user away as well"
