"""How a paper is laid out: content, words and a template become a sequence of blocks."""

from __future__ import annotations

from kiosk.printing.blocks import Align, Block, Cut, Feed, Text
from kiosk.printing.content import Content
from kiosk.printing.said import said_by
from kiosk.printing.template import Paper, Template
from kiosk.printing.templates import shipped
from kiosk.printing.words import PaperWords


def lay_out(content: Content, words: PaperWords, paper: Paper, template: Template | None = None) -> tuple[Block, ...]:
    """The blocks of one paper, from its top edge to the cut; a reprint says so at both ends.

    `template` is ours where none is given.
    """
    banner = _reprint_banner(words) if content.reprint else ()
    values = said_by(content, words, paper.width_mm)
    blocks = (template or shipped(content.kind)).blocks(values, words, content.language, paper)
    return (*banner, *blocks, *banner, Cut())


def _reprint_banner(words: PaperWords) -> tuple[Block, ...]:
    return (Feed(12), Text(words.reprint, scale=2, bold=True, align=Align.CENTRE), Feed(16))
