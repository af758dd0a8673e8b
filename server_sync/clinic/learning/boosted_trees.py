"""Boosted trees as plain numbers: grown with scikit-learn where that is installed, climbed with numpy everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server_sync.clinic.learning.any_table import Numbers

_FIELDS = ("value", "feature", "threshold", "left", "right", "missing_left")


@dataclass(frozen=True, slots=True)
class BoostedTrees:
    """All trees of one model end to end; `roots` says where each begins. A leaf is its own left and right."""

    baseline: float
    roots: NDArray[np.int32]
    depth: int
    value: Numbers
    feature: NDArray[np.int32]
    threshold: Numbers
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    missing_left: NDArray[np.bool_]

    def predict(self, features: Numbers) -> Numbers:
        """The model's raw output for each row of (rows, features); NaN is a value that is not known."""
        sums = np.full(len(features), self.baseline)
        # In slices, so that a year's table does not need a gigabyte.
        for start in range(0, len(features), _ROWS_AT_ONCE):
            sums[start : start + _ROWS_AT_ONCE] += self._climb(features[start : start + _ROWS_AT_ONCE])
        return sums

    def _climb(self, features: Numbers) -> Numbers:
        rows = np.arange(len(features))[:, None]
        node = np.broadcast_to(self.roots, (len(features), len(self.roots)))
        for _ in range(self.depth):
            seen = features[rows, self.feature[node]]
            goes_left = np.where(np.isnan(seen), self.missing_left[node], seen <= self.threshold[node])
            node = np.where(goes_left, self.left[node], self.right[node])
        sums: Numbers = self.value[node].sum(axis=1)
        return sums

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that it is, by name; `from_arrays` takes it back."""
        return {
            "shape": np.array([self.baseline, self.depth]),
            "roots": self.roots,
            **{name: getattr(self, name) for name in _FIELDS},
        }

    @staticmethod
    def from_arrays(arrays: dict[str, NDArray[Any]]) -> BoostedTrees:
        """Raises ValueError or KeyError where the numbers are not those of trees."""
        baseline, depth = (float(each) for each in arrays["shape"])
        trees = BoostedTrees(
            baseline, arrays["roots"].astype(np.int32), int(depth), *_typed([arrays[name] for name in _FIELDS])
        )
        count = len(trees.value)
        pointers = np.concatenate([trees.roots, trees.left, trees.right])
        if not 0 <= trees.depth <= _DEEPEST or (pointers.size and not 0 <= pointers.min() <= pointers.max() < count):
            raise ValueError("these trees point beyond themselves")
        if any(len(getattr(trees, name)) != count for name in _FIELDS) or not np.isfinite(trees.value).all():
            raise ValueError("these trees are not whole")
        return trees


_ROWS_AT_ONCE = 2_000
_DEEPEST = 64


def _typed(columns: list[NDArray[Any]]) -> tuple[Any, ...]:
    kinds = (np.float64, np.int32, np.float64, np.int32, np.int32, np.bool_)
    return tuple(column.astype(kind) for column, kind in zip(columns, kinds, strict=True))


def grown(regressor: Any) -> BoostedTrees:  # Any: scikit-learn has no types
    """The trees of a fitted HistGradientBoostingRegressor or (binary) Classifier without categories."""
    trees = [stage[0].nodes for stage in regressor._predictors]
    starts = [sum(len(nodes) for nodes in trees[:place]) for place in range(len(trees))]
    parts = [_columns_of(nodes, start) for nodes, start in zip(trees, starts, strict=True)]
    joined = [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else [np.zeros(0)] * len(_FIELDS)
    depth = max((int(nodes["depth"].max()) for nodes in trees), default=0)
    baseline = float(np.ravel(regressor._baseline_prediction)[0])
    return BoostedTrees(baseline, np.asarray(starts, dtype=np.int32), depth, *_typed(joined))


def _columns_of(nodes: NDArray[Any], start: int) -> tuple[NDArray[Any], ...]:
    is_leaf, own = nodes["is_leaf"].astype(bool), np.arange(len(nodes)) + start
    return (
        np.where(is_leaf, nodes["value"], 0.0),
        np.where(is_leaf, 0, nodes["feature_idx"]),
        np.where(is_leaf, 0.0, nodes["num_threshold"]),
        np.where(is_leaf, own, nodes["left"].astype(np.int64) + start),
        np.where(is_leaf, own, nodes["right"].astype(np.int64) + start),
        nodes["missing_go_to_left"].astype(bool),
    )
