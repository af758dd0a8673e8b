"""What the tests of the kiosk's composition root share: settings of a made-up clinic in a folder of the test's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.paths import Places
from kiosk.app.settings import KeyStorage, Settings, read_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/Berlin"}
    places = Places(tmp_path / "none.toml", tmp_path / "records", tmp_path / "logs")
    return replace(read_settings({}, environment, places), keys=KeyStorage.DEVELOPMENT_FILE)
