"""A printer's answers are told apart, however they are mixed and cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.printer import PrinterState
from kiosk.devices.printer_answers import AnswerReader, Question

READY_ASB = bytes((0x10, 0x00, 0x00, 0x0F))
PAPER_OUT_ASB = bytes((0x18, 0x00, 0x0C, 0x0F))


def reader_that_asked(*questions: Question) -> AnswerReader:
    reader = AnswerReader()
    reader.asked.extend(questions)
    return reader


def test_a_printer_that_said_nothing_is_unknown() -> None:
    assert AnswerReader().findings.state() is PrinterState.UNKNOWN


def test_a_printer_that_told_only_that_it_is_online_is_unknown_still() -> None:
    reader = reader_that_asked(Question.ONLINE)
    reader.read(b"\x12")
    assert reader.findings.state() is PrinterState.UNKNOWN


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        (b"\x12\x12\x12", PrinterState.READY),
        (b"\x12\x1e\x12", PrinterState.PAPER_LOW),
        (b"\x1a\x7e\x32", PrinterState.PAPER_OUT),
        (b"\x1a\x12\x16", PrinterState.COVER_OPEN),
        (b"\x1a\x72\x36", PrinterState.COVER_OPEN),
        (b"\x1a\x12\x52", PrinterState.OFFLINE),
        (b"\x1a\x12\x12", PrinterState.OFFLINE),
    ],
)
def test_answers_to_the_three_questions_say_how_the_printer_is(answers: bytes, state: PrinterState) -> None:
    reader = reader_that_asked(*Question)
    reader.read(answers)
    assert reader.findings.state() is state


def test_status_that_a_printer_sends_by_itself_is_no_answer() -> None:
    reader = reader_that_asked(*Question)
    reader.read(READY_ASB)
    assert len(reader.asked) == 3
    assert reader.sensor_answers == 0
    assert reader.findings.state() is PrinterState.READY


def test_status_by_itself_says_when_the_paper_is_out() -> None:
    reader = AnswerReader()
    reader.read(PAPER_OUT_ASB)
    assert reader.findings.state() is PrinterState.PAPER_OUT


def test_an_answer_in_the_middle_of_status_by_itself_is_heard() -> None:
    reader = reader_that_asked(Question.PAPER)
    reader.read(READY_ASB[:2] + b"\x72" + READY_ASB[2:])
    assert not reader.asked
    assert reader.sensor_answers == 0


def test_the_end_of_a_job_is_heard_after_status_by_itself() -> None:
    reader = AnswerReader()
    reader.read(READY_ASB + b"\x00" + READY_ASB + b"\x03")
    assert reader.sensor_answers == 2


def test_the_end_of_a_numbered_job_is_heard() -> None:
    reader = AnswerReader()
    reader.read(READY_ASB + b"\x37\x220042\x00")
    assert reader.processed == {b"0042"}


def test_flow_control_says_nothing() -> None:
    reader = reader_that_asked(Question.ONLINE)
    reader.read(b"\x13\x11")
    assert (reader.heard, len(reader.asked)) == (0, 1)


def test_an_answer_that_nobody_asked_for_changes_nothing() -> None:
    reader = AnswerReader()
    reader.read(b"\x7e")
    assert reader.findings.state() is PrinterState.UNKNOWN


@given(st.lists(st.sampled_from([READY_ASB, b"\x12", b"\x00", b"\x37\x220042\x00", b"\x11"]), max_size=12), st.data())
def test_it_does_not_matter_how_the_network_cuts_the_stream(answers: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(answers)
    cut = data.draw(st.integers(0, len(stream)))
    whole, pieces = reader_that_asked(*Question), reader_that_asked(*Question)
    whole.read(stream)
    pieces.read(stream[:cut])
    pieces.read(stream[cut:])
    assert whole == pieces


@given(st.binary(max_size=200))
def test_no_noise_makes_the_reader_fail(noise: bytes) -> None:
    reader_that_asked(*Question).read(noise)
