"""A machine to set up that is made of small shell scripts: its apt, Python and libraries do only what they are told."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

LIBRARIES = (
    *("libglib-2.0.so.0", "libEGL.so.1", "libGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1", "libxkbcommon.so.0"),
    *("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0", "libxkbcommon-x11.so.0"),
)
TOOLS = ("cat", "cksum", "cp", "dirname", "env", "mkdir", "mv", "rm", "sed", "sleep", "tail", "touch", "uname")

# What Python does for the set-up: make an environment that holds itself, and let pip bring uv.
PYTHON = """
case "$*" in
    *'import sys; sys.exit('*) exit 0 ;;
    *'print(sys.version'*) echo "3.11.2 /usr" ;;
    *'print(sysconfig'*) mkdir -p "$(dirname "$0")/../packages"; echo "$(dirname "$0")/../packages" ;;
    *'-m venv'*) for folder; do :; done; mkdir -p "$folder/bin"; cp "$0" "$folder/bin/python" ;;
    *'-m pip install'*) [ ! -f "$MACHINE/offline" ] && cp "$MACHINE/uv" "$(dirname "$0")/uv" ;;
    *'-m pip config list'*) cat "$MACHINE/pip-settings" ;;
esac
"""
# Long enough for others to come and see that it is at work.
UV = """[ ! -f "$MACHINE/offline" ] && sleep 0.2"""


@dataclass(slots=True)
class BareMachine:
    """Its checkout of the project stands in a folder with a space in its name; every call of a program is noted."""

    folder: Path
    checkout: Path = field(init=False)

    def __post_init__(self) -> None:
        self.checkout = self.folder / "ante room"
        shutil.copytree(CHECKOUT / "installers", self.checkout / "installers")
        self.programs.mkdir()
        (self.folder / "pip-settings").touch()
        self.have("id", "echo 1000")
        self.have("python3", PYTHON)
        for program in ("Xvfb", "espeak-ng", "aplay"):
            self.have(program, "")
        self._write(self.folder / "uv", UV)
        self.have("ldconfig", "".join(f"printf '\\t{library} (libc6,x86-64) => x\\n'\n" for library in LIBRARIES))
        for tool in TOOLS:
            (self.programs / tool).symlink_to(str(shutil.which(tool)))

    @property
    def programs(self) -> Path:
        """The only folder on its PATH."""
        return self.folder / "programs"

    @property
    def calls(self) -> list[str]:
        """What was called since the machine was made, each with its arguments and what mattered of its environment."""
        noted = self.folder / "calls"
        return noted.read_text().splitlines() if noted.exists() else []

    def have(self, program: str, does: str) -> None:
        """Give the machine a program; `does` is shell."""
        self._write(self.programs / program, does)

    def lack(self, program: str) -> None:
        """Take a program away."""
        (self.programs / program).unlink()

    def unplug(self) -> None:
        """Take the network away."""
        (self.folder / "offline").touch()

    def plug_in(self) -> None:
        """Give the network back."""
        (self.folder / "offline").unlink()

    def set_up(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the project's set-up script on it; `finish` waits for it."""
        return subprocess.Popen(
            [str(shutil.which("sh")), self.checkout / "installers" / "setup", *arguments],
            env={"PATH": str(self.programs), "MACHINE": str(self.folder), "HOME": str(self.folder)},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _write(self, path: Path, does: str) -> None:
        note = 'echo "${0##*/} $* [${UV_DEFAULT_INDEX:-}]" >>"$MACHINE/calls"'
        path.write_text(f"#!{shutil.which('sh')}\n{note}\n{does}\n")
        path.chmod(0o755)


def finish(started: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a set-up to end; return its exit code and what it said."""
    _, said = started.communicate(timeout=30)
    return started.returncode, said
