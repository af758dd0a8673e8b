"""Every setting that a file may hold has a name on the admin's page, and none has that is no setting any more."""

from __future__ import annotations

import re

from kiosk.app.settings import KEYS
from kiosk.screens.admin.settings import ELSEWHERE
from kiosk.screens.application import QML


def test_each_setting_is_called_something() -> None:
    words = (QML / "admin" / "settings" / "SettingWords.qml").read_text("utf-8")
    named = set(re.findall(r'case "([a-z_.]+)":', words.split("function hint")[0]))

    assert named == {key.name for key in KEYS} - ELSEWHERE
