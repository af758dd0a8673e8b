"""What a site's past taught, as one file: written at the centre each night, read by every replica of the site.

A line that names the format, a line with the SHA-256 of all that follows, then numpy's archive of plain numbers, with
a JSON document among them: nothing in it can be run. A file that is damaged or of another version is refused, and the
next layer answers.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server_sync.clinic.learning.boosted_trees import BoostedTrees
from server_sync.clinic.learning.conformal import Stretch
from server_sync.clinic.learning.wait_features import FEATURES, Lanes
from server_sync.clinic.learning.wait_features import Knowledge as Level
from server_sync.clinic.learning.waits import QUANTILES, WaitModel
from server_sync.clinic.queue_policy import Channel, Lane
from server_sync.desk.waits.site_history import SiteHistory, WalkIns

FORMAT = b"anteroom waits 1"
_LEVEL = Level.COURSE
"""A replica knows the whole day: the trees for those who know less stay at home."""


class UnreadableKnowledge(ValueError):
    """`code` is `damaged` or `other_version`."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a site's past says of the day to come, and what was learned from it; no model where it was too little."""

    history: SiteHistory
    model: WaitModel | None
    version: str
    """Twelve hexadecimal digits of the file's hash."""


def packed(history: SiteHistory, model: WaitModel | None) -> bytes:
    """The file. Equal knowledge, equal bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    document: dict[str, Any] = {"features": list(FEATURES), "history": _history_json(history), "model": None}
    if model is not None and _LEVEL in model.trees:
        document["model"] = _model_json(model)
        arrays = {"shares": model.shares, "typical": model.typical_min, "factors": model.stretches[_LEVEL].factors}
        for place, trees in enumerate(model.trees[_LEVEL]):
            arrays |= {f"{place}.{name}": array for name, array in trees.arrays().items()}
    arrays["document"] = np.frombuffer(json.dumps(document, sort_keys=True).encode(), dtype=np.uint8)
    content = _archive(arrays)
    return b"%s\n%s\n%s" % (FORMAT, hashlib.sha256(content).hexdigest().encode(), content)


def unpacked(file: bytes) -> Knowledge:
    """Raises UnreadableKnowledge."""
    if not file.startswith(b"anteroom waits "):
        raise UnreadableKnowledge("damaged", "this is no file of learned waits")
    kind, _, rest = file.partition(b"\n")
    digest, _, content = rest.partition(b"\n")
    if kind != FORMAT:
        raise UnreadableKnowledge("other_version", "these waits were learned by another version")
    if hashlib.sha256(content).hexdigest().encode() != digest:
        raise UnreadableKnowledge("damaged", "the file of learned waits is not as it was written")
    try:
        return _read(content, digest.decode()[:12])
    except (LookupError, AttributeError, TypeError, ValueError, OSError, zipfile.BadZipFile) as error:
        if isinstance(error, UnreadableKnowledge):
            raise
        raise UnreadableKnowledge("damaged", f"the file of learned waits makes no sense: {error}") from error


def _read(content: bytes, version: str) -> Knowledge:
    with np.load(io.BytesIO(content), allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    document = json.loads(np.asarray(arrays["document"]).tobytes())
    history = _history_of(document["history"])
    if document["model"] is None:
        return Knowledge(history, None, version)
    if document["features"] != list(FEATURES):
        raise UnreadableKnowledge("other_version", "these waits were learned from other columns")
    return Knowledge(history, _model_of(document["model"], arrays), version)


def _archive(arrays: dict[str, NDArray[Any]]) -> bytes:
    """numpy's own archive, but for the time of day: each member is of the first moment that a ZIP can name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in sorted(arrays.items()):
            member = io.BytesIO()
            np.lib.format.write_array(member, np.asanyarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), member.getvalue(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _model_json(model: WaitModel) -> dict[str, Any]:
    lanes = model.lanes
    return {
        "lanes": list(lanes.names),
        "mean_wait_min": list(lanes.mean_wait_min),
        "mean_service_min": lanes.mean_service_min,
        "counters": model.counters,
        "rows": model.rows,
    }


def _model_of(said: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> WaitModel:
    lanes = Lanes(
        tuple(map(str, said["lanes"])), tuple(map(float, said["mean_wait_min"])), float(said["mean_service_min"])
    )
    stretch = Stretch(arrays["factors"].astype(np.float64))
    if stretch.factors.shape != (len(lanes.names), 2) or len(lanes.mean_wait_min) != len(lanes.names):
        raise ValueError("as many lanes as are named")
    trees = tuple(
        BoostedTrees.from_arrays(
            {name.partition(".")[2]: array for name, array in arrays.items() if _is_of(name, place)}
        )
        for place in range(len(QUANTILES))
    )
    if any(tree.feature.size and tree.feature.max() >= len(FEATURES) for tree in trees):
        raise ValueError("a tree asks for what nobody knows")
    return WaitModel(
        lanes,
        arrays["shares"].astype(np.float64),
        arrays["typical"].astype(np.float64),
        float(said["counters"]),
        {_LEVEL: trees},
        {_LEVEL: stretch},
        int(said["rows"]),
    )


def _is_of(name: str, place: int) -> bool:
    return name.startswith(f"{place}.")


def _history_json(history: SiteHistory) -> dict[str, Any]:
    return {
        "lasted_min": {str(doctor): list(lasted) for doctor, lasted in sorted(history.lasted_min.items())},
        "arrivals": [
            [one.hour, *(one.lane.level, one.lane.channel.value, one.lane.is_special), one.doctor_id, one.expected]
            for one in history.arrivals
        ],
        "no_show": history.no_show,
        "punctuality_min": list(history.punctuality_min),
    }


def _history_of(said: dict[str, Any]) -> SiteHistory:
    mean, deviation = map(float, said["punctuality_min"])
    no_show = float(said["no_show"])
    if not 0 <= no_show < 1 or deviation < 0:
        raise ValueError("a share of those who stay away")
    return SiteHistory(
        {int(doctor): tuple(map(float, lasted)) for doctor, lasted in said["lasted_min"].items()},
        tuple(
            WalkIns(int(hour), Lane(int(level), Channel(channel), bool(is_special)), doctor, float(expected))
            for hour, level, channel, is_special, doctor, expected in said["arrivals"]
        ),
        no_show,
        (mean, deviation),
    )
