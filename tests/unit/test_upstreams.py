"""To whom a device speaks: the centre whenever it answers, a hub after a while without it, and never to and fro."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_sync.worker.discovery import HubDiscovery
from server_sync.worker.upstreams import AWAY_S, BACK_S, LONGEST_BACK_S, STEADY_S, Chooser, Move, Side

TICK_S = 0.5


class Lobby:
    """Plays a device's part: asks what to do each half second, and is told who answers."""

    def __init__(self, chooser: Chooser) -> None:
        self.chooser = chooser
        self.now = 0.0
        self.moves: list[tuple[float, Side]] = []

    def live(self, seconds: float, *, centre: bool, hub: bool = True) -> None:
        end = self.now + seconds
        while self.now < end:
            self.now += TICK_S
            self.tick(centre=centre, hub=hub)

    def tick(self, *, centre: bool, hub: bool) -> None:
        chooser = self.chooser
        if chooser.side is Side.HUB:
            chooser.heard_hub(self.now, answered=hub)
        chooser.heard_centre(self.now, answered=centre)
        move = chooser.next(self.now)
        if move is Move.SEEK and hub:
            chooser.met(self.now)
        elif move is Move.SEEK:
            chooser.missed(self.now)
        elif move is Move.RETURN:
            chooser.returned(self.now)
        if move is Move.RETURN or (move is Move.SEEK and hub):
            self.moves.append((self.now, chooser.side))


@pytest.fixture
def lobby() -> Lobby:
    return Lobby(Chooser(lambda: 0.5))


def test_device_stays_with_a_centre_that_answers_however_near_a_hub_is(lobby: Lobby) -> None:
    lobby.live(600, centre=True)
    assert lobby.moves == []


def test_hub_is_gone_on_with_after_a_few_seconds_without_the_centre_and_left_a_few_after_it_is_back(
    lobby: Lobby,
) -> None:
    lobby.live(100, centre=True)
    lobby.live(100, centre=False)
    lobby.live(100, centre=True)
    (left_at, left_for), (back_at, back_to) = lobby.moves
    assert (left_for, back_to) == (Side.HUB, Side.CENTRE)
    assert AWAY_S <= left_at - 100 <= AWAY_S + 2 * TICK_S
    assert BACK_S <= back_at - 200 <= BACK_S + 2 * TICK_S


def test_single_lost_answers_move_nobody(lobby: Lobby) -> None:
    for _ in range(100):
        lobby.live(AWAY_S / 2, centre=False)
        lobby.live(TICK_S, centre=True)
    assert lobby.moves == []


def test_single_answers_of_a_bad_line_call_nobody_back_from_the_hub(lobby: Lobby) -> None:
    lobby.live(10, centre=False)
    for _ in range(100):
        lobby.live(TICK_S, centre=True)
        lobby.live(BACK_S, centre=False)
    assert [side for _, side in lobby.moves] == [Side.HUB]


def test_hub_that_is_lost_is_left_at_once_where_the_centre_answers(lobby: Lobby) -> None:
    lobby.live(STEADY_S, centre=False)
    lobby.live(TICK_S, centre=True, hub=False)
    assert lobby.chooser.side is Side.CENTRE


def test_hub_that_is_lost_with_the_centre_away_is_sought_less_and_less_often(lobby: Lobby) -> None:
    lobby.live(STEADY_S * 2, centre=False)
    lobby.live(AWAY_S + 2 * TICK_S, centre=False, hub=False)
    assert lobby.chooser.side is Side.CENTRE
    sought = []
    for _ in range(1200):
        lobby.now += TICK_S
        if lobby.chooser.next(lobby.now) is Move.SEEK:
            sought.append(lobby.now)
            lobby.chooser.missed(lobby.now)
    pauses = [later - earlier for earlier, later in pairwise(sought)]
    assert pauses == sorted(pauses)
    assert 10 * pauses[0] < pauses[-1] <= 61


def test_centre_that_comes_and_goes_is_returned_to_more_and_more_slowly(lobby: Lobby) -> None:
    for _ in range(200):
        lobby.live(AWAY_S + 1, centre=False)
        lobby.live(BACK_S + 1, centre=True)
    assert len(lobby.moves) <= 6, "it went to and fro with a line that comes and goes"


def test_lobbys_machines_do_not_all_leave_at_once() -> None:
    random = Random(4)
    left = []
    for _ in range(20):
        lobby = Lobby(Chooser(random.random))
        lobby.live(10, centre=False)
        left.append(lobby.moves[0][0])
    assert len(set(left)) > 3


weather = st.lists(st.tuples(st.floats(0.5, 90), st.booleans(), st.booleans()), max_size=40)


@given(weather, st.integers(0, 2**16))
def test_whatever_came_before_the_device_ends_with_the_best_that_answers_steadily(
    before: Sequence[tuple[float, bool, bool]], seed: int
) -> None:
    for centre, hub, side in ((True, True, Side.CENTRE), (True, False, Side.CENTRE), (False, True, Side.HUB)):
        lobby = Lobby(Chooser(Random(seed).random))
        for seconds, centre_answers, hub_answers in before:
            lobby.live(seconds, centre=centre_answers, hub=hub_answers)
        lobby.live(LONGEST_BACK_S * 2, centre=centre, hub=hub)
        assert lobby.chooser.side is side


@given(weather, st.integers(0, 2**16))
def test_no_weather_makes_it_move_more_often_than_every_few_seconds(
    before: Sequence[tuple[float, bool, bool]], seed: int
) -> None:
    lobby = Lobby(Chooser(Random(seed).random))
    for seconds, centre, hub in before:
        lobby.live(seconds, centre=centre, hub=hub)
    to_hub = [at for at, side in lobby.moves if side is Side.HUB]
    assert all(later - earlier >= AWAY_S * 0.75 for earlier, later in pairwise(to_hub))


class Service:
    """What the network says of a machine."""

    def __init__(self, properties: dict[bytes, bytes], port: int = 8443, hosts: Sequence[str] = ("192.0.2.7",)) -> None:
        self.properties = properties
        self.port = port
        self._hosts = hosts

    def parsed_addresses(self) -> list[str]:
        return list(self._hosts)


def test_only_hubs_of_this_place_and_version_are_tried_and_not_any_number_of_them() -> None:
    discovery = HubDiscovery(7)
    ours = {b"location": b"7", b"v": b"1", b"hub": b"x"}
    discovery.stop()
    for name, said in {
        "ours": Service(ours, hosts=("192.0.2.7", "fe80::1")),
        "another place": Service(ours | {b"location": b"8"}),
        "a later version": Service(ours | {b"v": b"2"}),
        "says nothing": Service({}),
        "no port": Service(ours, port=0),
    }.items():
        discovery.heard(name, said)  # type: ignore[arg-type]  # what is asked of a ServiceInfo
    assert discovery.addresses() == ["https://192.0.2.7:8443", "https://[fe80::1]:8443"]
    for number in range(100):
        discovery.heard(f"hub {number}", Service(ours))  # type: ignore[arg-type]  # as above
    assert len(discovery.addresses()) <= 20
