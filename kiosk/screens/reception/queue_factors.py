"""Why somebody stands where they stand, factor by factor: keys and values, which the page puts into words."""

from __future__ import annotations

from dataclasses import dataclass

from server_sync.clinic.queue_explanation import Explanation, Sentence


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor whose product with the others is the score, or a note beside them, which `times` is empty of.

    `key` is a sentence's stable key (`server_sync.clinic.queue_explanation.SENTENCES`); `first` to `third` are its
    parameters in their order, written with the digits of every clock and ticket.
    """

    key: str
    first: str
    second: str
    third: str
    times: str


def factor_rows(explanation: Explanation | None) -> list[FactorRow]:
    """The factors and then the notes; empty for who does not wait their turn."""
    if explanation is None:
        return []
    factors = [_row(factor.sentence, f"{factor.value:.2f}") for factor in explanation.factors]
    return factors + [_row(note, "") for note in explanation.notes]


def _row(sentence: Sentence, times: str) -> FactorRow:
    first, second, third, *_ = [*(str(value) for _name, value in sentence.parameters), "", "", ""]
    return FactorRow(sentence.key, first, second, third, times)
