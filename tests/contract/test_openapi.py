"""The server does what its OpenAPI document says: schemathesis reads the document and tries every operation.

It sends what the document allows and what it forbids, and walks from one operation's answer to the next. Any answer of
500, any answer that the document does not know, any good request refused and any bad one taken is a failure. The seed
is fixed; `python -m tests.contract.test_openapi SEED` explores with another.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from server_sync.clinic.roles import Role
from server_sync.records.database import open_database
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.sites import RunningServer

SCHEMATHESIS = str(Path(sys.executable).parent / "schemathesis")
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
SEED = 2026
EXAMPLES = 8


def explore(folder: Path, seed: int, examples: int) -> subprocess.CompletedProcess[str]:
    """One run over a fresh clinic, as an admin."""
    clinic = LittleClinic(open_database(f"sqlite:///{folder}/centre.db", enforce_references=True), folder)
    credential = staff_headers(clinic.centre, Role.ADMIN)["Authorization"]
    server = RunningServer(clinic.centre)
    server.start()
    command = [
        SCHEMATHESIS,
        "--config-file",
        str(CONFIGURATION),
        "run",
        "--checks",
        "all",
        "--seed",
        str(seed),
        "--max-examples",
        str(examples),
    ]
    command += ["--header", f"Authorization:{credential}", "--no-color"]
    command += ["--generation-database", "none", f"{server.url}/api/openapi.json"]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    finally:
        server.stop()
        clinic.centre.database.close()


def test_server_does_what_its_document_says(tmp_path: Path) -> None:
    done = explore(tmp_path, SEED, EXAMPLES)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        result = explore(Path(temporary), int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(result.stdout + result.stderr)
    sys.exit(result.returncode)
