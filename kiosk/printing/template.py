"""Templates: what stands on a paper, in which order and size, written by us or by a clinic in a TOML file.

A file is a list of `[[block]]`, each a line of text, a rule, a QR code, the clinic's logo or empty paper:

    [[block]]
    label = "{words.room}"      a small line above, only where the text says something
    text = "{room}"             values and words between braces; a table gives other texts by language
    scale = 2                   1 to 8 times the printer's own letter; least_scale: narrower before it is broken
    bold = true
    align = "centre"            or "start"
    left_to_right = true        for numbers and codes
    when = "late"               the block stands only where this value is not empty
    before = 4                  dots of empty paper, 8 to a millimetre
    after = 18

A block whose text, or whose QR code, comes out empty is left out with its label and its empty paper. What a reprint is
marked with and where the paper is cut are not the template's to say.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.printing.blocks import LARGEST_SCALE, Align, Block, Feed, PaperWidthMm, Picture, Qr, Rule, Text
from kiosk.printing.content import PaperKind
from kiosk.printing.mistakes import BadTemplate, Mistake
from kiosk.printing.payload import printable
from kiosk.printing.said import NAMES
from kiosk.printing.words import FALLBACK_LANGUAGE, PaperWords, is_a_word

LARGEST_FEED = 255
"""Dots that ESC J feeds at once."""
MOST_BLOCKS = 60
"""A paper longer than this is a mistake, or a metre of it."""
LONGEST_SENTENCE = 400
MOST_LETTERS = 20_000
"""Of a template; ours have up to 1,500."""
WORDS = "words."
_PLACE = re.compile(r"at line (\d+), column (\d+)\)$")
_WHAT = ("text", "rule", "qr", "logo", "feed")
_OF_TEXT = frozenset({"label", "scale", "least_scale", "bold", "align", "left_to_right", "label_after"})
_OF_QR = frozenset({"module_dots"})
_OF_ALL = frozenset({"when", "before", "after"})
_QR_MODULES: Mapping[PaperWidthMm, int] = {58: 6, 80: 7}


@dataclass(frozen=True, slots=True)
class Paper:
    """What it is printed on."""

    width_mm: PaperWidthMm
    logo: Picture | None = None
    """The clinic's own picture, as wide as the paper."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One `[[block]]`, checked."""

    what: str
    texts: Mapping[str, str]
    """What it says by language; one entry under the empty name where it is the same in all."""
    label: str
    when: str
    before: int
    after: int
    label_after: int
    scale: int
    least_scale: int
    bold: bool
    align: Align
    left_to_right: bool
    module_dots: int | None


@dataclass(frozen=True, slots=True)
class Template:
    """A checked template of one kind of paper."""

    kind: PaperKind
    parts: tuple[_Part, ...]

    def blocks(self, values: Mapping[str, str], words: PaperWords, language: str, paper: Paper) -> Iterator[Block]:
        """Give the blocks between the reprint's banners; `values` as `said.said_by` gives them."""
        for part in self.parts:
            if part.when and not values[part.when]:
                continue
            body = tuple(_body(part, values, words, language, paper))
            if body:
                yield from (Feed(part.before),) if part.before else ()
                yield from body
                yield from (Feed(part.after),) if part.after else ()


def parse_template(kind: PaperKind, source: str) -> Template:
    """Read and check a template's TOML. Raises `BadTemplate`."""
    if len(source) > MOST_LETTERS:
        raise BadTemplate(Mistake.TOO_LONG, MOST_LETTERS)
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _unread(error) from error
    blocks = table.get("block")
    if set(table) - {"block"} or not isinstance(blocks, list) or not blocks:
        raise BadTemplate(Mistake.NO_BLOCKS)
    if len(blocks) > MOST_BLOCKS:
        raise BadTemplate(Mistake.TOO_MANY_BLOCKS, MOST_BLOCKS)
    return Template(kind, tuple(_part(kind, number, block) for number, block in enumerate(blocks, 1)))


def _unread(error: tomllib.TOMLDecodeError) -> BadTemplate:
    """Where it cannot be read; the parser says it in English sentences alone."""
    place = _PLACE.search(str(error))
    return BadTemplate(Mistake.ENDS_EARLY) if place is None else BadTemplate(Mistake.NOT_TOML, *place.groups())


def _body(part: _Part, values: Mapping[str, str], words: PaperWords, language: str, paper: Paper) -> Iterator[Block]:
    said = _filled(_in_language(part.texts, language), values, words)
    match part.what:
        case "rule":
            yield Rule()
        case "feed":
            yield Feed(int(part.texts[""]))
        case "logo" if paper.logo is not None:
            yield paper.logo
        case "qr" if said:
            yield Qr(said, part.module_dots or _QR_MODULES[paper.width_mm])
        case "text" if said:
            if part.label:
                yield Text(_filled(part.label, values, words))
                yield Feed(part.label_after)
            yield Text(said, part.scale, part.bold, part.align, part.least_scale, part.left_to_right)


def _in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language (BCP 47), else in English, else in the first that there is."""
    for name in ("", language.split("-")[0].lower(), FALLBACK_LANGUAGE):
        if name in texts:
            return texts[name]
    return next(iter(texts.values()), "")


def _filled(pattern: str, values: Mapping[str, str], words: PaperWords) -> str:
    """The pattern with its values; empty where every value that it names is."""
    said, named = [], []
    for literal, name, _, _ in string.Formatter().parse(pattern):
        said.append(literal)
        if name is not None:
            is_word = name.startswith(WORDS)
            value = str(getattr(words, name.removeprefix(WORDS))) if is_word else values[name]
            said.append(value)
            named += [] if is_word else [value]
    return "" if named and not any(named) else "".join(said).strip()


def _part(kind: PaperKind, number: int, block: object) -> _Part:
    if not isinstance(block, dict):
        raise BadTemplate(Mistake.NOT_A_TABLE, block=number)
    said = [what for what in _WHAT if what in block]
    if len(said) != 1:
        raise BadTemplate(Mistake.NOT_ONE_KIND, ", ".join(_WHAT), block=number)
    (what,) = said
    allowed = {what, *_OF_ALL, *(_OF_TEXT if what == "text" else ()), *(_OF_QR if what == "qr" else ())}
    if strange := sorted(set(block) - allowed):
        raise BadTemplate(Mistake.STRANGE_KEY, strange[0], what, block=number)
    keys = _Keys(kind, number, block)
    return _Part(
        what=what,
        texts=keys.texts(what),
        label=keys.pattern("label", block.get("label", "")),
        when=keys.when(),
        before=keys.whole("before", 0, LARGEST_FEED, 0),
        after=keys.whole("after", 0, LARGEST_FEED, 0),
        label_after=keys.whole("label_after", 1, LARGEST_FEED, 4),
        scale=keys.whole("scale", 1, LARGEST_SCALE, 1),
        least_scale=keys.whole("least_scale", 1, LARGEST_SCALE, 1),
        bold=keys.yes_or_no("bold"),
        align=keys.align(),
        left_to_right=keys.yes_or_no("left_to_right"),
        module_dots=keys.whole("module_dots", 3, 12, 0) or None if "module_dots" in block else None,
    )


@dataclass(frozen=True, slots=True)
class _Keys:
    """Reads the keys of one block."""

    kind: PaperKind
    number: int
    """Of the block, from 1."""
    block: Mapping[str, object]

    def texts(self, what: str) -> Mapping[str, str]:
        """What the block says, by language."""
        value = self.block[what]
        match what:
            case "rule" | "logo":
                if value is not True:
                    raise self._bad(Mistake.ONLY_TRUE, what)
                return {}
            case "feed":
                return {"": str(self.whole("feed", 1, LARGEST_FEED, 0))}
        if isinstance(value, dict) and value:
            return {str(language): self.pattern(what, text) for language, text in value.items()}
        return {"": self.pattern(what, value)}

    def pattern(self, key: str, value: object) -> str:
        """A text with names between braces, all of them known."""
        if not isinstance(value, str) or len(value) > LONGEST_SENTENCE:
            raise self._bad(Mistake.NO_TEXT, key, LONGEST_SENTENCE)
        try:
            named = list(string.Formatter().parse(value))
        except ValueError as error:
            raise self._bad(Mistake.LONE_BRACE, key) from error
        for _, name, form, conversion in named:
            if name is not None:
                self._known(key, name, bool(form or conversion))
        return printable(value)

    def _known(self, key: str, name: str, is_formatted: bool) -> None:
        word = name.removeprefix(WORDS)
        fine = is_a_word(word) if name.startswith(WORDS) else name in NAMES[self.kind]
        if is_formatted or not fine:
            raise self._unknown(key, "{" + name + "}")

    def when(self) -> str:
        """The name of the value on which the block depends; empty where it always stands."""
        name = self.block.get("when", "")
        if name != "" and name not in NAMES[self.kind]:
            raise self._unknown("when", str(name))
        return str(name)

    def whole(self, key: str, least: int, most: int, otherwise: int) -> int:
        """A whole number within its bounds."""
        value = self.block.get(key, otherwise)
        if key not in self.block:
            return otherwise
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self._bad(Mistake.NO_NUMBER, key, least, most)
        return value

    def yes_or_no(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        value = self.block.get(key, False)
        if not isinstance(value, bool):
            raise self._bad(Mistake.NOT_TRUE_OR_FALSE, key)
        return value

    def align(self) -> Align:
        """Where the line stands."""
        value = self.block.get("align", Align.START.value)
        if value not in {one.value for one in Align}:
            raise self._bad(Mistake.NOT_ONE_OF, "align", ", ".join(Align))
        return Align(str(value))

    def _unknown(self, key: str, name: str) -> BadTemplate:
        return self._bad(Mistake.UNKNOWN_NAME, key, name, ", ".join(sorted(NAMES[self.kind])))

    def _bad(self, mistake: Mistake, *values: object) -> BadTemplate:
        return BadTemplate(mistake, *values, block=self.number)
