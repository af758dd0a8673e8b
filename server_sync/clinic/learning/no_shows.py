"""Learning who does not come from any table of appointments: `fit(appointments)`, then `model.risk(appointments)`.

A probability that counts: it times reminders and says how many to book into a session, and never gives anybody a
worse slot (section 3 of the queue's design page). Of a patient's past only that counts which was over before this
appointment was booked. The columns are stated in `server_sync/README.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from server_sync.clinic.learning.any_table import Anything, Numbers, Table, Words, read_table
from server_sync.clinic.learning.boosted_trees import BoostedTrees, grown

USUAL_RISK = 0.185
"""The share that does not come until a clinic has its own history (the page's day clinic)."""
FEWEST_TO_LEARN = 300
CALIBRATED_ON = 0.25
"""The last part of the history, by when the appointments were to be."""
_BELIEVED = 50
"""So many appointments of one's own weigh as much as the usual share."""
_PRIOR_VISITS = 4.0
"""A patient's own share is drawn to everybody's as if they had had so many average appointments."""
_LEAST, _MOST = 0.005, 0.95
_DAY_S = 86_400.0
_CAME = frozenset({"completed", "attended", "show", "showed", "arrived", "came", "in_progress", "confirmed_arrival"})
_MISSED = frozenset({"no_show", "no-show", "noshow", "missed", "did_not_attend", "dna"})
_NO = frozenset({"false", "no", "n", "0", "0.0"})
_YES = frozenset({"true", "yes", "y", "1", "1.0"})
"""They did not come: what is foretold is that."""


@dataclass(frozen=True, slots=True)
class Past:
    """How appointments went that are over, in order of when they were to be; of each patient by their id."""

    patients: Words
    scheduled_s: Numbers
    missed: Numbers
    """1 where they did not come, 0 where they did."""

    def before(self, patients: Words, known_by_s: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """How many each patient had had by that moment, how many they had missed, and whether they missed the last."""
        names, of_past = np.unique(self.patients, return_inverse=True)
        place = np.searchsorted(names, patients)
        known = (place < len(names)) & (patients != "")
        known[known] = names[place[known]] == patients[known]
        order = np.lexsort((self.scheduled_s, of_past))
        owners, times = of_past[order], self.scheduled_s[order]
        sums = np.concatenate([[0.0], np.cumsum(self.missed[order])])
        had, missed, last = np.zeros(len(patients)), np.zeros(len(patients)), np.full(len(patients), nan)
        starts = np.searchsorted(owners, np.arange(len(names) + 1))
        for row in np.flatnonzero(known & np.isfinite(known_by_s)):
            start, end = starts[place[row]], starts[place[row] + 1]
            upto = start + int(np.searchsorted(times[start:end], known_by_s[row]))
            had[row], missed[row] = upto - start, sums[upto] - sums[start]
            if upto > start:
                last[row] = sums[upto] - sums[upto - 1]
        return had, missed, last


@dataclass(frozen=True, slots=True)
class NoShowModel:
    """What a register taught. Made by `fit`, or read from a file; it only needs numpy to answer."""

    share: float
    """How many do not come, over all."""
    trees: BoostedTrees | None
    slope: float
    offset: float
    """Platt scaling of the trees' log-odds, fitted on the last part of the history."""
    past: Past
    genders: tuple[str, ...]
    rows: int

    def risk(self, appointments: Anything) -> Numbers:
        """How likely each is not kept, shape (n,), in [0, 1]. Raises ValueError for what is no table.

        Whatever outcome stands in a row is not looked at for that row, nor for any that was booked before it was known.
        """
        table = read_table(appointments)
        if self.trees is None or not len(table):
            return np.full(len(table), self.share)
        rows = _features(table, _joined(self.past, _past_of(table)), self.share, self.genders)
        odds = self.slope * self.trees.predict(rows) + self.offset
        risks: Numbers = np.clip(1 / (1 + np.exp(-np.clip(odds, -30, 30))), _LEAST, _MOST)
        return risks


def fit(appointments: Anything) -> NoShowModel:
    """Learn from past appointments in any order, with holes. Needs scikit-learn where there are enough of them.

    Raises ValueError for what is no table, never for what stands in it.
    """
    table = read_table(appointments)
    scheduled, missed = table.seconds("scheduled_at"), outcomes(table)
    taught = np.flatnonzero(np.isfinite(missed) & np.isfinite(scheduled))
    taught = taught[np.argsort(scheduled[taught], kind="stable")]
    share = (float(missed[taught].sum()) + _BELIEVED * USUAL_RISK) / (len(taught) + _BELIEVED)
    genders = tuple(str(word) for word in np.unique(_genders(table)))
    past = _past_of(table)
    if len(taught) < FEWEST_TO_LEARN or not 0 < missed[taught].mean() < 1:
        return NoShowModel(share, None, 1.0, 0.0, past, genders, len(taught))
    rows = _features(table, past, share, genders)[taught]
    trees, slope, offset = _learned(rows, missed[taught])
    return NoShowModel(share, trees, slope, offset, past, genders, len(taught))


def outcomes(table: Table) -> Numbers:
    """1 where somebody did not come, 0 where they did, NaN where nobody knows or they called it off in time.

    From `no_show` (a truth value), where that is silent from `outcome`, then `status` (a word, or whether they did not
    come).
    """
    known = np.full(len(table), nan)
    for name in ("no_show", "outcome", "status"):
        if name in table:
            said = np.array([_missed(str(word)) for word in table.words(name)], dtype=np.float64)
            known = np.where(np.isnan(known), said.reshape(len(table)), known)
    return known


def _missed(word: str) -> float:
    plain = word.strip().lower().replace(" ", "_")
    return 1.0 if plain in _MISSED | _YES else 0.0 if plain in _CAME | _NO else nan


def _past_of(table: Table) -> Past:
    scheduled, missed = table.seconds("scheduled_at"), outcomes(table)
    known = np.flatnonzero(np.isfinite(missed) & np.isfinite(scheduled))
    known = known[np.argsort(scheduled[known], kind="stable")]
    return Past(table.words("patient_id")[known], scheduled[known], missed[known])


def _joined(one: Past, other: Past) -> Past:
    """Each appointment once, though it stands in both."""
    patients = np.concatenate([one.patients, other.patients])
    scheduled = np.concatenate([one.scheduled_s, other.scheduled_s])
    missed = np.concatenate([one.missed, other.missed])
    order = np.lexsort((patients, scheduled))
    same = np.zeros(len(order), dtype=bool)
    same[1:] = (np.diff(scheduled[order]) == 0) & (patients[order][1:] == patients[order][:-1])
    kept = order[~same]
    return Past(patients[kept], scheduled[kept], missed[kept])


def _features(table: Table, past: Past, share: float, genders: tuple[str, ...]) -> Numbers:
    scheduled, booked = table.seconds("scheduled_at"), table.seconds("booked_at")
    local = table.local_minutes("scheduled_at")
    # Without the moment of booking, what was known the day before.
    known_by = np.where(np.isfinite(booked), np.minimum(booked, scheduled), scheduled - _DAY_S)
    had, missed, last = past.before(table.words("patient_id"), known_by)
    codes = {name: float(code) for code, name in enumerate(genders)}
    return np.column_stack(
        [
            np.maximum(0.0, (scheduled - booked) / _DAY_S),
            (local % 1440) / 60,
            (local // 1440 + 3) % 7,
            (local // 1440) % 365.25,
            table.numbers("age"),
            np.array([codes.get(str(word), nan) for word in _genders(table)], dtype=np.float64),
            table.numbers("reminders_sent" if "reminders_sent" in table else "reminders"),
            had,
            (missed + _PRIOR_VISITS * share) / (had + _PRIOR_VISITS),
            last,
        ]
    ).astype(np.float64)


def _genders(table: Table) -> Words:
    return np.char.lower(np.char.strip(table.words("gender")))


def _learned(rows: Numbers, missed: Numbers) -> tuple[BoostedTrees, float, float]:
    """Trees of all, scaled as trees of the first part had to be to be right on the last."""
    cut = int(len(missed) * (1 - CALIBRATED_ON))
    slope, offset = 1.0, 0.0
    if 0 < missed[:cut].mean() < 1:
        slope, offset = _scaled(_grown_on(rows[:cut], missed[:cut]).predict(rows[cut:]), missed[cut:])
    return _grown_on(rows, missed), slope, offset


def _grown_on(rows: Numbers, missed: Numbers) -> BoostedTrees:
    from sklearn.ensemble import HistGradientBoostingClassifier  # only a centre that trains has it

    from server_sync.clinic.learning.one_thread import one_thread

    known = np.array(rows)
    known[:, ~np.isfinite(known).any(axis=0)] = 0.0
    classifier = HistGradientBoostingClassifier(
        learning_rate=0.06,
        max_iter=80,
        max_leaf_nodes=8,
        min_samples_leaf=int(np.clip(len(missed) / 40, 10, 60)),
        l2_regularization=5.0,
        early_stopping=False,
        random_state=0,
    )
    with one_thread():
        return grown(classifier.fit(known, missed.astype(np.int64)))


def _scaled(odds: Numbers, missed: Numbers) -> tuple[float, float]:
    """Platt's slope and offset by Newton's method, drawn a little to leaving things as they are."""
    weights = np.array([1.0, 0.0])
    design = np.column_stack([odds, np.ones(len(odds))])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - missed) + _DRAWN * (weights - np.array([1.0, 0.0]))
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + _DRAWN * np.eye(2)
        weights = weights - np.linalg.solve(curve, slope)
    # Never the other way round: who is more likely to stay away by all that is known is not said to be less so.
    return float(np.clip(weights[0], 0.05, 3.0)), float(np.clip(weights[1], -3.0, 3.0))


_DRAWN = 2.0
