"""How bugs are planted: each is a swapped function or statement, listed with the seed that is known to catch it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_ABSENT = object()


class Patches:
    """What was swapped, so that it can be put back."""

    def __init__(self) -> None:
        self._before: list[tuple[Any, str, Any]] = []

    def swap(self, owner: Any, name: str, make: Callable[[Any], Any]) -> None:
        """Put `make(what stands)` in the place of what stands."""
        before = owner.__dict__.get(name, _ABSENT) if isinstance(owner, type) else getattr(owner, name)
        self._before.append((owner, name, before))
        setattr(owner, name, make(getattr(owner, name) if before is _ABSENT else before))

    def undo(self) -> None:
        """Everything as it was."""
        for owner, name, before in reversed(self._before):
            if before is _ABSENT:
                delattr(owner, name)
            else:
                setattr(owner, name, before)


@dataclass(frozen=True, slots=True)
class Bug:
    """One planted bug. `seed` is known to catch it."""

    name: str
    what: str
    seed: int
    plant: Callable[[Patches], None]


@contextmanager
def in_force(bug: Bug | None) -> Iterator[None]:
    """With the bug planted in this process, and in those that it forks."""
    patches = Patches()
    try:
        if bug is not None:
            bug.plant(patches)
        yield
    finally:
        patches.undo()


def named(name: str) -> Bug:
    """A bug by its name. Raises LookupError."""
    found = next((bug for bug in BUGS if bug.name == name), None)
    if found is None:
        raise LookupError(f"no such bug: {name}; there are {', '.join(bug.name for bug in BUGS)}")
    return found


def table() -> str:
    """The bugs and the seeds that catch them, for the report."""
    rows = [f"| {bug.name.replace('_', ' ')} | {bug.what} | {bug.seed} |" for bug in BUGS]
    return "\n".join(["| bug | what it is | caught by seed |", "|---|---|---|", *rows])


BUGS: list[Bug] = []


def planted(seed: int) -> Callable[[Callable[[Patches], None]], Callable[[Patches], None]]:
    """Add a bug to the list; its function's name and sentence say which."""

    def add(plant: Callable[[Patches], None]) -> Callable[[Patches], None]:
        BUGS.append(Bug(plant.__name__, str(plant.__doc__).strip().rstrip("."), seed, plant))
        return plant

    return add
