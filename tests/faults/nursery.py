"""A process that has everything imported and forks kiosks and servers: hundreds of real processes in a minute.

`python -m tests.faults.nursery`: one JSON object a line on standard input, one answer a line. When its input ends,
all that it made ends with it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class Nursery:
    """The test's side."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with (folder / "nursery.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.nursery"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def kiosk(self, folder: Path, url: str, seed: int, pause_s: float, share: tuple[int, int]) -> int:
        """A new process that runs the kiosk; its id."""
        asked = {"folder": str(folder), "url": url, "seed": seed, "pause_s": pause_s, "share": share}
        return int(self._ask({"do": "kiosk", **asked})["pid"])

    def server(self, database_url: str, port: int, ready: Path) -> int:
        """A new process that serves; it writes `ready` once it answers."""
        asked = {
            "database_url": database_url,
            "port": port,
            "ready": str(ready),
            "log": str(self._folder / "server.log"),
        }
        return int(self._ask({"do": "server", **asked})["pid"])

    def kill(self, pid: int, by: signal.Signals = signal.SIGKILL) -> None:
        """End one of them and wait until it is gone; one that is gone already stays so."""
        self._ask({"do": "kill", "pid": pid, "by": int(by)})

    def is_running(self, pid: int) -> bool:
        """Whether it has not ended."""
        return bool(self._ask({"do": "look", "pid": pid})["running"])

    def close(self) -> None:
        """End all of them."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


def _run_kiosk(asked: Mapping[str, Any]) -> None:
    from tests.faults.busy_kiosk import KioskFolder, run

    folder = KioskFolder(Path(asked["folder"]))
    _speak_to(folder.path / "log")
    run(folder, asked["url"], asked["seed"], asked["pause_s"], tuple(asked["share"]))


def _run_server(asked: Mapping[str, Any]) -> None:
    from server_sync.central.logs import write_logs_to_stderr
    from server_sync.central.serving import serve
    from server_sync.central.settings import ServerSettings

    _speak_to(Path(asked["log"]))
    write_logs_to_stderr()
    settings = ServerSettings(database_url=asked["database_url"], port=asked["port"], rate_limits={})

    def say_so(url: str) -> None:
        Path(asked["ready"]).write_text(url)

    serve(settings, say_so)


def _speak_to(log: Path) -> None:
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(out, 1)
    os.dup2(out, 2)


def _forked(child: Callable[[Mapping[str, Any]], None], asked: Mapping[str, Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        child(asked)
    except BaseException:  # noqa: BLE001 - the top of a process of its own
        traceback.print_exc()
    finally:
        os._exit(1)


class _Children:
    def __init__(self) -> None:
        self._running: set[int] = set()

    def answer(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        match asked["do"]:
            case "kiosk" | "server":
                pid = _forked(_run_kiosk if asked["do"] == "kiosk" else _run_server, asked)
                self._running.add(pid)
                return {"pid": pid}
            case "kill":
                self.kill(asked["pid"], asked["by"])
                return {}
            case _:
                return {"running": self._looked(asked["pid"])}

    def kill(self, pid: int, by: int) -> None:
        if self._looked(pid):
            os.kill(pid, by)
            os.waitpid(pid, 0)
            self._running.discard(pid)

    def kill_all(self) -> None:
        for pid in list(self._running):
            self.kill(pid, signal.SIGKILL)

    def _looked(self, pid: int) -> bool:
        if pid in self._running and os.waitpid(pid, os.WNOHANG)[0]:
            self._running.discard(pid)
        return pid in self._running


def main() -> None:
    """Import what takes long, then do as one is told."""
    import httpx  # noqa: F401
    import psycopg  # noqa: F401
    import sqlcipher3.dbapi2  # noqa: F401
    import websockets.asyncio.client  # noqa: F401

    import server_sync.central.serving
    import server_sync.worker.http_transport  # noqa: F401
    import tests.faults.busy_kiosk  # noqa: F401

    children = _Children()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(children.answer(json.loads(line))) + "\n")
        sys.stdout.flush()
    children.kill_all()


if __name__ == "__main__":
    main()
