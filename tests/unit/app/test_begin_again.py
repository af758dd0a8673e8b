"""A run that ends because somebody asked for a new beginning begins anew, with the same words; any other just ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kiosk.app import kiosk
from kiosk.app.command_line import BEGIN_AGAIN, show_screens


@pytest.mark.parametrize(("code", "begins"), [(BEGIN_AGAIN, True), (0, False)])
def test_only_whoever_was_asked_to_begins_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, begins: bool
) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(kiosk, "run", lambda _settings: code)
    monkeypatch.setattr(os, "execv", lambda _program, words: begun.append(words))
    file = tmp_path / "kiosk.toml"
    file.write_text('[clinic]\nname = "Riverside"\ntime_zone = "Europe/Berlin"\n', "utf-8")

    assert show_screens("admin", ["--settings", str(file)]) == code

    assert begun == ([[sys.executable, "-m", "kiosk", "admin", "--settings", str(file)]] if begins else [])
