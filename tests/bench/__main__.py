"""`python -m tests.bench [NAME ...]`: every measurement, or those named, in one run and as one table."""

from __future__ import annotations

import importlib
import sys

from tests.bench.table import as_markdown

MODULES = (
    "commit",
    "cold_start",
    "last_tap",
    "patient_face",
    "book",
    "read",
    "growth",
    "displays",
    "search",
    "search_as_typed",
    "walk_in_typed",
    "order",
    "pouchdb",
    "push",
    "pull",
    "sync_log",
    "healing",
    "beside_the_screen",
)


def main(chosen: list[str]) -> int:
    """Measure and print; 2 where a name is unknown."""
    if unknown := set(chosen) - set(MODULES):
        sys.stderr.write(f"no such measurement: {', '.join(sorted(unknown))}; there are {', '.join(MODULES)}\n")
        return 2
    rows = []
    for name in chosen or MODULES:
        sys.stderr.write(f"measuring {name} ...\n")
        rows += importlib.import_module(f"tests.bench.{name}").measure()
    sys.stdout.write(as_markdown(rows) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
