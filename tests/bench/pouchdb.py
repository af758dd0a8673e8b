"""For scale: a PouchDB and a pouchdb-server, both on LevelDB, with 10,000 small documents over loopback.

Measured where node and npm are present, in the same run as our own pushes and pulls, so that the ratio is honest on any
machine. "Best" is batches of 2,000, two at a time; "unasked" is what PouchDB takes by itself.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from kiosk.app.demo.programs import a_port_to_keep
from tests.bench.table import Row
from tests.sites import eventually

DOCUMENTS = 10_000
PACKAGES = ("pouchdb-node@9", "pouchdb-server@4")
INSTALLED = Path(__file__).parents[2] / "build" / "pouchdb"


def measure() -> list[Row]:
    """Four rows, for scale; none where there is no node."""
    figures = pair()
    how = f"{DOCUMENTS} documents of some 600 bytes over loopback"
    return [Row(f"for scale: PouchDB {name}", figure, 0, "/s", how, is_floor=True) for name, figure in figures.items()]


def pair() -> dict[str, float]:
    """Documents a second: `push best`, `pull best`, `push unasked`, `pull unasked`; empty where node is absent."""
    if not (shutil.which("node") and shutil.which("npm")):
        return {}
    _install()
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as url:
        command = ["node", str(Path(__file__).with_name("pouchdb_pair.js")), url, folder, str(DOCUMENTS)]
        environment = {"NODE_PATH": str(INSTALLED / "node_modules"), "PATH": _path()}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return {name.replace("_", " "): float(figure) for name, figure in json.loads(done.stdout).items()}


def _install() -> None:
    if (INSTALLED / "node_modules" / "pouchdb-server").exists():
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "--prefix", str(INSTALLED), *PACKAGES], check=True, cwd=INSTALLED
    )


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    port = a_port_to_keep()
    program = INSTALLED / "node_modules" / "pouchdb-server" / "bin" / "pouchdb-server"
    command = ["node", str(program), "--port", str(port), "--dir", str(folder / "server"), "--no-color"]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        eventually(lambda: _answers(url))
        yield url
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, trust_env=False).is_success
    except httpx.TransportError:
        return False


def _path() -> str:
    return str(Path(shutil.which("node") or "node").parent)
