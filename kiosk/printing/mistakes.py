"""What can be wrong with a template: codes for the screens, which have the words, and English for the logs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Mistake(StrEnum):
    """What is wrong, and beside each what its values are, in their order. A key, a name and a kind stand as typed."""

    NOT_TOML = "not_toml"
    """The line and the column, from 1."""
    ENDS_EARLY = "ends_early"
    NO_BLOCKS = "no_blocks"
    TOO_MANY_BLOCKS = "too_many_blocks"
    """How many there may be."""
    TOO_LONG = "too_long"
    """How many letters there may be."""
    NOT_A_TABLE = "not_a_table"
    NOT_ONE_KIND = "not_one_kind"
    """The kinds of block."""
    STRANGE_KEY = "strange_key"
    """The key, and the kind of block."""
    ONLY_TRUE = "only_true"
    """The key."""
    NO_TEXT = "no_text"
    """The key, and how many letters there may be."""
    LONE_BRACE = "lone_brace"
    """The key."""
    UNKNOWN_NAME = "unknown_name"
    """The key, the name, and those that there are."""
    NO_NUMBER = "no_number"
    """The key, the least and the most."""
    NOT_TRUE_OR_FALSE = "not_true_or_false"
    """The key."""
    NOT_ONE_OF = "not_one_of"
    """The key, and what it may be."""


_ENGLISH: Mapping[Mistake, str] = {
    Mistake.NOT_TOML: "not valid TOML at line {0}, column {1}",
    Mistake.ENDS_EARLY: "not valid TOML: it ends too early",
    Mistake.NO_BLOCKS: "a template is a list of [[block]] and nothing else",
    Mistake.TOO_MANY_BLOCKS: "too many blocks; at most {0} fit a paper",
    Mistake.TOO_LONG: "too long; at most {0} letters",
    Mistake.NOT_A_TABLE: "not a table",
    Mistake.NOT_ONE_KIND: "needs exactly one of {0}",
    Mistake.STRANGE_KEY: "{0} means nothing in a {1} block",
    Mistake.ONLY_TRUE: "{0} = true is all that can be said of it",
    Mistake.NO_TEXT: "{0} should be a text of at most {1} letters",
    Mistake.LONE_BRACE: "{0}: a brace stands alone",
    Mistake.UNKNOWN_NAME: "{0}: {1} is unknown; there are {2}",
    Mistake.NO_NUMBER: "{0} should be a whole number from {1} to {2}",
    Mistake.NOT_TRUE_OR_FALSE: "{0} should be true or false",
    Mistake.NOT_ONE_OF: "{0} should be one of {1}",
}


class BadTemplate(ValueError):
    """A template is wrong: what, in which block, and what would be right. As text it is English, for a log."""

    def __init__(self, mistake: Mistake, *values: object, block: int = 0) -> None:
        """`values` as the mistake has them; `block` counts from 1, and is 0 where it is the whole that is wrong."""
        self.mistake = mistake
        self.values = tuple(str(value) for value in values)
        self.block = block
        place = f"block {block}: " if block else ""
        super().__init__(place + _ENGLISH[mistake].format(*self.values))
