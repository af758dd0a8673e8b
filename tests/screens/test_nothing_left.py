"""Fifty people come to one kiosk, each in their own language; after each nothing of any of them is left in it."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app.logs import OWN_LOGGERS
from kiosk.screens.patient.screen import PatientScreen
from tests.screens.kiosk_window import KioskWindow
from tests.screens.leftovers import left_behind, texts
from tests.screens.lobby import LOBBY, lobby, morning
from tests.screens.visitors import Visit, visitors

PEOPLE = 50


def screens_alive() -> int:
    # A back office of an earlier test tidies up after its two seconds: what it froze is counted as well.
    gc.unfreeze()
    gc.collect()
    return sum(isinstance(thing, PatientScreen) for thing in gc.get_objects())


def test_nothing_of_fifty_people_is_left_in_the_kiosk(
    open_kiosk: Callable[..., KioskWindow], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for ours in OWN_LOGGERS:
        caplog.set_level(logging.DEBUG, logger=ours)
    people = list(islice(visitors(seed=5), PEOPLE))
    with lobby(tmp_path, people) as desk:
        kiosk = open_kiosk(540, 960, on_records=desk, time=morning(), clinic=LOBBY, pixels_per_mm=2.0)
        traces: list[str] = []
        for visitor in people:
            QGuiApplication.clipboard().setText(visitor.first_name)
            Visit(kiosk, visitor, has_keyboard=True).run()
            kiosk.settle()
            traces += visitor.traces
            assert left_behind(kiosk.quick, traces) == []
        kiosk.wait_until(lambda: not kiosk.shell.requests)
        kiosk.turn()
        assert screens_alive() == 1, "only Home"
    assert [trace for trace in traces if trace in caplog.text] == []


def test_what_a_person_types_is_found_while_they_are_there(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap_digits("4071")
    assert left_behind(kiosk.quick, ["4071"]) != []
    QGuiApplication.clipboard().setText("Zorbex")
    assert left_behind(kiosk.quick, ["Zorbex"]) == ["clipboard: Zorbex"]
    assert len(list(texts(kiosk.quick))) > 100
