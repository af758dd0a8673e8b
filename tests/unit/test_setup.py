"""The one command that sets a machine up, tried on machines that a newcomer may have."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.fakes.bare_machine import BareMachine, finish


@pytest.fixture
def machine(tmp_path: Path) -> BareMachine:
    return BareMachine(tmp_path)


def environments_made(machine: BareMachine) -> int:
    return sum("-m venv" in call for call in machine.calls)


def test_newcomer_who_may_not_install_reads_what_to_install_and_how(machine: BareMachine) -> None:
    machine.have("ldconfig", "")
    machine.lack("Xvfb")
    code, said = finish(machine.set_up("environment", "run"))
    assert code == 3
    assert "As root, run: apt-get install --no-install-recommends libglib2.0-0 libegl1" in said
    assert said.rstrip().endswith("libxkbcommon-x11-0 xvfb")
    assert said.count("\n") == 1


def test_newcomer_without_python_reads_it_in_the_same_sentence(machine: BareMachine) -> None:
    machine.lack("python3")
    machine.lack("Xvfb")
    code, said = finish(machine.set_up("environment", "run"))
    assert code == 3
    assert "recommends xvfb python3 python3-venv\n" in said


def test_root_has_missing_packages_installed_after_an_update_where_lists_are_old(machine: BareMachine) -> None:
    machine.have("id", "echo 0")
    machine.lack("Xvfb")
    updated, installed = machine.folder / "updated", machine.programs / "Xvfb"
    machine.have(
        "apt-get",
        f"""case "$*" in
            *update) touch "{updated}" ;;
            *) [ -f "{updated}" ] && cp "{machine.programs}/id" "{installed}" ;;
        esac""",
    )
    assert finish(machine.set_up("environment", "run"))[0] == 0
    asked = [call.split("[")[0].split()[-1] for call in machine.calls if call.startswith("apt-get")]
    assert asked == ["xvfb", "update", "xvfb"]


def test_root_whose_apt_fails_reads_why(machine: BareMachine) -> None:
    machine.have("id", "echo 0")
    machine.lack("Xvfb")
    machine.have("apt-get", "echo 'E: the mirror is away'; exit 100")
    code, said = finish(machine.set_up("environment", "run"))
    assert code == 3
    assert "E: the mirror is away" in said


def test_second_start_sets_nothing_up_and_says_nothing(machine: BareMachine) -> None:
    assert finish(machine.set_up("environment", "run"))[0] == 0
    before = machine.calls
    assert finish(machine.set_up("environment", "run")) == (0, "")
    assert [call for call in machine.calls[len(before) :] if "pip" in call or "venv" in call] == []


def test_product_starts_with_what_was_asked_of_it(machine: BareMachine) -> None:
    assert finish(machine.set_up("run", "--language", "ar"))[0] == 0
    assert machine.calls[-1].startswith("python -m kiosk demo --language ar")


def test_environment_of_the_tests_serves_the_product_too(machine: BareMachine) -> None:
    for program in (
        "initdb",
        "dbus-daemon",
        "gnome-keyring-daemon",
        "systemd-analyze",
        "redis-server",
        "curl",
        "jq",
        "strace",
    ):
        machine.have(program, "")
    assert finish(machine.set_up("environment"))[0] == 0
    assert finish(machine.set_up("environment", "run")) == (0, "")


def test_setup_that_broke_off_is_begun_anew(machine: BareMachine) -> None:
    machine.unplug()
    code, said = finish(machine.set_up("environment", "run"))
    assert code == 5
    assert "the first time needs the network" in said
    machine.plug_in()
    assert finish(machine.set_up("environment", "run"))[0] == 0
    assert environments_made(machine) == 2


def test_update_that_broke_off_is_begun_anew(machine: BareMachine) -> None:
    assert finish(machine.set_up("environment", "run"))[0] == 0
    lock = machine.checkout / "installers/locks/kiosk.txt"
    before = lock.read_text()
    lock.write_text(before + "# newer\n")
    machine.unplug()
    assert finish(machine.set_up("environment", "run"))[0] == 5
    machine.plug_in()
    lock.write_text(before)
    assert finish(machine.set_up("environment", "run"))[0] == 0
    assert environments_made(machine) == 2


def test_other_locks_are_installed_without_a_new_environment(machine: BareMachine) -> None:
    assert finish(machine.set_up("environment", "run"))[0] == 0
    with (machine.checkout / "installers/locks/kiosk.txt").open("a") as lock:
        lock.write("# newer\n")
    assert finish(machine.set_up("environment", "run"))[0] == 0
    assert environments_made(machine) == 1
    assert sum("uv pip sync" in call for call in machine.calls) == 2


def test_moved_checkout_is_set_up_again(machine: BareMachine) -> None:
    assert finish(machine.set_up("environment", "run"))[0] == 0
    machine.checkout = machine.checkout.rename(machine.folder / "elsewhere")
    assert finish(machine.set_up("environment", "run"))[0] == 0
    assert environments_made(machine) == 2
    assert finish(machine.set_up("environment", "run")) == (0, "")


def test_two_who_set_up_at_once_share_the_work(machine: BareMachine) -> None:
    together = [machine.set_up("environment", "run") for _ in range(3)]
    assert [finish(each)[0] for each in together] == [0, 0, 0]
    assert environments_made(machine) == 1
    assert sum("uv pip sync" in call for call in machine.calls) == 1


def test_ready_machine_starts_while_somebody_else_sets_up(machine: BareMachine) -> None:
    assert finish(machine.set_up("environment", "run"))[0] == 0
    hold(machine, os.getpid())
    assert finish(machine.set_up("environment", "run")) == (0, "")


def test_lock_of_somebody_who_died_holds_nobody_up(machine: BareMachine) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    hold(machine, ended.pid)
    assert finish(machine.set_up("environment", "run"))[0] == 0
    assert not (machine.checkout / "build/setup.lock").exists()


def test_lock_of_somebody_at_work_is_waited_for(machine: BareMachine) -> None:
    lock = hold(machine, os.getpid())
    waiting = machine.set_up("environment", "run")
    assert waiting.stderr is not None
    assert waiting.stderr.readline() == "anteroom: another set-up is at work here; waiting for it\n"
    assert environments_made(machine) == 0
    (lock / "pid").unlink()
    lock.rmdir()
    assert finish(waiting)[0] == 0


def test_uv_looks_where_pip_was_told_to_look(machine: BareMachine) -> None:
    (machine.folder / "pip-settings").write_text(
        "global.extra-index-url='https://other.example'\nglobal.index-url='https://mirror.example/simple'\n"
    )
    assert finish(machine.set_up("environment", "run"))[0] == 0
    (sync,) = [call for call in machine.calls if "uv pip sync" in call]
    assert sync.endswith("[https://mirror.example/simple]")


@pytest.mark.parametrize("said", [("frobnicate",), ("install",), ("environment", "nonsense")])
def test_command_that_does_not_exist_changes_nothing(said: tuple[str, ...], machine: BareMachine) -> None:
    assert finish(machine.set_up(*said))[0] == 2
    assert not (machine.checkout / ".venv").exists()


def hold(machine: BareMachine, process: int) -> Path:
    lock = machine.checkout / "build/setup.lock"
    lock.mkdir(parents=True, exist_ok=True)
    (lock / "pid").write_text(f"{process}\n")
    return lock
