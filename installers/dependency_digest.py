"""Print a digest of the dependencies that pyproject.toml asks for, by which a stale lock is told from a fresh one."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path


def dependency_digest(pyproject: Path) -> str:
    """Return the hex SHA-256 of everything in `pyproject` that a lock depends on, whatever its layout."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    asked = {key: project[key] for key in ("requires-python", "dependencies", "optional-dependencies")}
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    print(dependency_digest(Path(__file__).resolve().parents[1] / "pyproject.toml"))
