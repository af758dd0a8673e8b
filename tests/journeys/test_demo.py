"""Whoever runs the README's first command on a machine without a screen is shown the whole way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_tour_of_the_demo_ends_well_and_leaves_pictures(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "demo", "--headless", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The server is plugged in again." in done.stdout
    assert len(list((tmp_path / "pictures").glob("*.png"))) > 10
