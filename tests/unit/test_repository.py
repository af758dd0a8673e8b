"""What holds of the repository as a whole: its layout, its locks, its names, and what never stands in it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "installers" / "locks"

TOP_LEVEL = {
    *(".ci", ".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("installers", "kiosk", "pyproject.toml", "resources", "server_sync", "tests"),
}
CODE = ("kiosk", "server_sync", "resources", "tests", "installers")
SHAPELESS_NAMES = {"common", "data", "helper", "helpers", "info", "manager", "misc", "util", "utils"}

# Written so that this file does not find itself. Ada is the person whom examples of paths are about.
REGISTRY_HOSTS = [r"pypi\.org", r"pythonhosted\.org", r"registry\.npmjs", r"deb\.debian\.org", r"archive\.ubuntu\."]
MACHINE_PATHS = [r"/home/(?!ada\b)\w", r"/Users/\w", r"/root/\w"]


@cache
def files() -> tuple[Path, ...]:
    """Return the repository's files: what git tracks or would track; without git, all but what tools leave behind."""
    try:
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        found = [ROOT / name for name in listing.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        left_behind = {".git", ".venv", "build", "demo", "__pycache__"}
        found = [path for path in ROOT.rglob("*") if not left_behind & set(path.relative_to(ROOT).parts)]
    return tuple(path for path in found if path.is_file())


def texts() -> list[tuple[str, str]]:
    """Return the name and the content of each file that is text."""
    found = []
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            found.append((str(path.relative_to(ROOT)), content.decode("utf-8", errors="replace")))
    return found


def modules() -> list[Path]:
    return [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in CODE]


def holding(pattern: str) -> list[str]:
    return [name for name, content in texts() if re.search(pattern, content)]


@pytest.mark.parametrize("host", REGISTRY_HOSTS)
def test_no_file_names_the_host_of_a_package_registry(host: str) -> None:
    assert holding(host) == []


@pytest.mark.parametrize("path", MACHINE_PATHS)
def test_no_file_names_a_path_of_somebodys_machine(path: str) -> None:
    assert holding(path) == []


def test_top_of_the_house_holds_what_newcomers_were_told() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in files()} <= TOP_LEVEL


def test_every_module_that_holds_something_says_what_it_is_for() -> None:
    silent = [str(path.relative_to(ROOT)) for path in modules() if _silent(path)]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in modules() if path.stem in SHAPELESS_NAMES] == []


def test_test_names_are_sentences() -> None:
    short = [
        f"{path.relative_to(ROOT)}: {function.name}"
        for path in modules()
        if path.relative_to(ROOT).parts[0] == "tests"
        for function in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(function, ast.FunctionDef) and re.fullmatch(r"test(_[^_]+){0,2}", function.name)
    ]
    assert short == []


@pytest.mark.parametrize("name", ["bootstrap", "development", "kiosk", "server"])
def test_every_locked_package_has_one_version_and_hashes(name: str) -> None:
    packages = _locked(name)
    assert packages
    for requirement, hashes in packages.items():
        assert re.match(r"[a-z0-9-]+==[^ ]+( ; .+)?$", requirement)
        assert hashes


@pytest.mark.parametrize("name", ["bootstrap", "kiosk", "server"])
def test_what_is_locked_twice_is_locked_alike(name: str) -> None:
    development = {requirement.split(" ; ")[0]: hashes for requirement, hashes in _locked("development").items()}
    for requirement, hashes in _locked(name).items():
        assert development[requirement.split(" ; ")[0]] == hashes


def test_locks_are_as_fresh_as_what_the_project_asks_for() -> None:
    program = ROOT / "installers" / "dependency_digest.py"
    digest = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True).stdout.strip()
    stale = [lock.name for lock in LOCKS.glob("*.txt") if f"pyproject.toml: {digest}\n" not in lock.read_text("utf-8")]
    assert stale == [], 'write them again with "sh installers/setup lock"'


def test_kiosk_takes_only_the_essential_part_of_qt() -> None:
    qt = {requirement.split("==")[0] for requirement in _locked("development") if requirement.startswith("pyside6")}
    assert qt == {"pyside6-essentials"}


def test_every_target_of_make_is_a_thin_name() -> None:
    rules = re.split(r"^(?=\S)", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    targets = " ".join(rule.split(":")[0] for rule in rules if not rule.startswith(("#", ".PHONY"))).split()
    assert {"run", "test", "check", "bench"} <= set(targets)
    assert max(rule.strip().count("\n") + 1 for rule in rules) < 10


def test_licence_is_the_one_that_the_project_names() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert licence.lstrip().startswith("GNU GENERAL PUBLIC LICENSE\n                       Version 3")
    assert "END OF TERMS AND CONDITIONS" in licence
    assert 'license = "GPL-3.0-or-later"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_what_is_started_by_name_is_executable() -> None:
    for program in (ROOT / "installers/setup", ROOT / ".ci/run"):
        assert os.access(program, os.X_OK)


def _silent(module: Path) -> bool:
    parsed = ast.parse(module.read_bytes())
    return bool(parsed.body) and not ast.get_docstring(parsed)


def _locked(name: str) -> dict[str, list[str]]:
    """Return each requirement of a lock, and its hashes in order."""
    packages: dict[str, list[str]] = {}
    for line in (LOCKS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("    --hash=sha256:"):
            packages[next(reversed(packages))].append(line.strip(" \\"))
        elif not line.startswith("#"):
            packages[line.removesuffix(" \\")] = []
    return packages
