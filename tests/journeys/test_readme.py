"""Whoever meets the server for the first time copies the README's lines: they work as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from server_sync.central.serving import listen

README = Path(__file__).parents[2] / "README.md"


def test_first_requests_of_the_readme_work_as_they_stand_there(tmp_path: Path) -> None:
    (lines,) = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    script = "set -euo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n" + on_a_free_port(lines)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    # The README's reader stands in a checkout; here only the folder differs, so that nothing is left in it.
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(README.parent)}
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r'"appointment_number": "APT-\d{4}-0001"', done.stdout)
    assert '"current_status": "called"' in done.stdout
    assert '"patient_name": "Jane Sample"' in done.stdout


def on_a_free_port(lines: str) -> str:
    """The same lines, but for the port, which may be in use here."""
    with listen("127.0.0.1", 0) as free:
        return lines.replace("8080", str(free.getsockname()[1]))
