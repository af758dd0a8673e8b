"""The kiosk's window: as large as its screen allows, and known to the system by the product's name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from kiosk.app.kiosk import fitted, place_in
from kiosk.app.settings import Corner, WindowSettings

PORTRAIT = WindowSettings(fullscreen=False, width=1080, height=1920)


@pytest.mark.parametrize(
    ("room", "frame", "size"),
    [
        (QSize(3840, 2160), 60, (1080, 1920)),
        (QSize(1920, 1080), 60, (574, 1020)),
        (QSize(1080, 1920), 0, (1080, 1920)),
        (QSize(1080, 1920), 60, (1020, 1813)),
    ],
)
def test_a_window_fits_its_screen_with_its_frame_and_keeps_its_shape(
    room: QSize, frame: int, size: tuple[int, int]
) -> None:
    screen = fitted(PORTRAIT, room, frame=frame)

    assert (screen.width, screen.height) == size


def test_what_qt_keeps_for_the_next_start_lies_under_the_kiosks_own_name(tmp_path: Path) -> None:
    environment = os.environ | {
        "ANTEROOM_CLINIC_NAME": "Riverside",
        "ANTEROOM_CLINIC_TIME_ZONE": "Europe/Berlin",
        "ANTEROOM_KEYS": "development-file",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        **{f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
    }
    driven = [sys.executable, "-m", "kiosk.app.demo.driven_kiosk"]

    subprocess.run(driven, env=environment, input='{"quit": true}\n', text=True, check=True, capture_output=True)

    assert [folder.name for folder in (tmp_path / "cache").iterdir()] == ["anteroom-kiosk"]
    assert list((tmp_path / "cache" / "anteroom-kiosk" / "qmlcache").glob("*.qmlc"))


@pytest.mark.parametrize(
    ("corner", "place"),
    [
        (Corner.ANY, None),
        (Corner.TOP_LEFT, QPoint(10, 40)),
        (Corner.TOP_RIGHT, QPoint(1402, 40)),
        (Corner.BOTTOM_RIGHT, QPoint(1402, 751)),
    ],
)
def test_windows_stand_side_by_side_in_the_corners_of_what_the_desktop_leaves_free(
    corner: Corner, place: QPoint | None
) -> None:
    room = QRect(10, 40, 1920, 1040)

    assert place_in(room, corner, QSize(528, 297)) == place
