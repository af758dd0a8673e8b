"""The demo's child processes: what is at their port must be theirs, and one that fails takes no other with it."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.demo.one_at_a_time import alone_in
from kiosk.app.demo.programs import PORTS_TO_KEEP, Listener, Program, ProgramError
from kiosk.app.demo.stage import Stage

LISTENS = """
import signal, socket, sys
port = int(sys.argv[sys.argv.index("--port") + 1])
with socket.socket() as listener:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen()
    print(f"ready at http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    signal.pause()
"""


@pytest.fixture
def a_strangers_port() -> Iterator[int]:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        yield int(stranger.getsockname()[1])


def listener(tmp_path: Path, port: int) -> Listener:
    return Listener("the listener", ["-c", LISTENS], tmp_path / "log", port=port, ready="ready at")


def test_a_server_whose_port_is_somebody_elses_takes_another_and_keeps_it(
    tmp_path: Path, a_strangers_port: int
) -> None:
    server = listener(tmp_path, a_strangers_port)
    try:
        server.start()
        first = server.port
        server.stop()
        server.start()
        assert server.running
    finally:
        server.stop()
    assert first != a_strangers_port
    assert server.port == first


def test_a_server_listens_where_no_outgoing_connection_takes_its_port_while_it_is_away(tmp_path: Path) -> None:
    server = listener(tmp_path, 0)
    server.start()
    server.stop()
    given_out = Path("/proc/sys/net/ipv4/ip_local_port_range")
    first = int(given_out.read_text().split()[0]) if given_out.exists() else 49_152

    assert server.port in PORTS_TO_KEEP
    assert server.port < first


def test_a_server_that_cannot_come_back_to_its_port_says_so(tmp_path: Path) -> None:
    server = listener(tmp_path, 0)
    server.start()
    server.stop()
    with socket.socket() as stranger:
        stranger.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        stranger.bind(("127.0.0.1", server.port))
        stranger.listen()

        with pytest.raises(ProgramError, match="the listener did not start"):
            server.start()
    assert not server.running


def test_what_a_program_said_in_an_earlier_life_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("ready at last\n")
    program = Program("the mute", ["-c", ""], tmp_path / "log")
    program.start()

    with pytest.raises(ProgramError, match="the mute did not start"):
        program.wait_until_it_says("ready at")
    program.stop()


def test_nothing_is_orphaned_where_stopping_one_program_fails(tmp_path: Path) -> None:
    class Stubborn(Listener):
        def stop(self) -> None:
            super().stop()
            raise ProgramError("it went away")

    stage = Stage(tmp_path)
    printer = listener(tmp_path, 0)
    stage.keep(printer)
    stage.keep(Stubborn("the stubborn", ["-c", LISTENS], tmp_path / "log", port=0, ready="ready at"))

    with pytest.raises(ProgramError, match="it went away"):
        stage.tear_down()
    assert printer.exit_code is not None


def test_a_second_demo_in_the_same_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        second = subprocess.run(
            [sys.executable, "-m", "kiosk", "demo", "--headless", "--folder", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )

    sentence = f"another demo runs in {tmp_path}; end it, or name another folder with --folder"
    assert (second.returncode, second.stderr) == (1, f"The demo failed: {sentence}\n")


def test_a_demo_that_was_killed_leaves_its_folder_free(tmp_path: Path) -> None:
    holds = "import pathlib, signal, sys\nfrom kiosk.app.demo.one_at_a_time import alone_in\n"
    holds += "with alone_in(pathlib.Path(sys.argv[1])):\n print('held', flush=True)\n signal.pause()\n"
    other = Program("the other demo", ["-c", holds, str(tmp_path)], tmp_path / "log")
    other.start()
    other.wait_until_it_says("held")
    with pytest.raises(ProgramError, match="another demo runs in"), alone_in(tmp_path):
        pass
    other.kill()

    with alone_in(tmp_path):
        assert (tmp_path / "in-use").exists()
