"""A night's training shares its machine: threads that wait for each other by spinning would take all of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib import import_module


def one_thread() -> AbstractContextManager[object]:
    """scikit-learn computes on one thread meanwhile."""
    # Only what is loaded can be limited: its OpenMP comes with the trees.
    import_module("sklearn.ensemble")
    from threadpoolctl import threadpool_limits  # comes with scikit-learn

    limit: AbstractContextManager[object] = threadpool_limits(1)
    return limit
