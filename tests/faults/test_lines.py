"""One trouble of the line at a time, while people go on: whatever it does, all that they did arrives once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.faults.line import DOWN, UP, Line
from tests.faults.lobby import Lobby, eventually, lobby

PATIENCE_S = 60.0
OPERATIONS = 8


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    folder = tmp_path_factory.mktemp("lobby")
    with lobby(folder, f"sqlite:///{folder}/centre.db", 1) as opened:
        opened.open_to_people()
        yield opened


def no_word_arrives(line: Line) -> None:
    line.cut = frozenset({UP})


def no_answer_comes_back(line: Line) -> None:
    line.cut = frozenset({DOWN})


def cable_is_pulled(line: Line) -> None:
    line.cut = frozenset({UP, DOWN})


def server_refuses(line: Line) -> None:
    line.refuses = True
    line.reset()


def line_is_slow(line: Line) -> None:
    line.delay_s, line.bytes_per_s = 0.1, 8_000


def everything_is_said_twice(line: Line) -> None:
    line.says_twice = True


TROUBLES = (
    no_word_arrives,
    no_answer_comes_back,
    cable_is_pulled,
    server_refuses,
    line_is_slow,
    everything_is_said_twice,
    Line.reset,
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_all_that_people_did_arrives_once(stand: Lobby, trouble: Callable[[Line], None]) -> None:
    (kiosk,) = stand.kiosks
    before, repeated = len(kiosk.acknowledged()), kiosk.line.repeated
    trouble(kiosk.line)
    stand.rest(False)
    eventually(lambda: len(kiosk.acknowledged()) >= before + OPERATIONS, PATIENCE_S)
    stand.rest()
    if trouble is everything_is_said_twice:
        eventually(lambda: kiosk.line.repeated > repeated, PATIENCE_S)
    stand.heal()
    found = stand.findings(PATIENCE_S)
    assert not found.all, found
