"""The waiting room's board as one page, for televisions that have just a browser: nothing comes from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

MOST_LANGUAGES = 3
"""That a call is spoken in, one after the other: with more, those who wait hear of nothing else."""

_FACES = (
    ("Atkinson Hyperlegible Next", 600, "AtkinsonHyperlegibleNext-600"),
    ("Atkinson Hyperlegible Next", 800, "AtkinsonHyperlegibleNext-800"),
)
_SCRIPTS = {"ar": "NotoSansArabic-700", "hi": "NotoSansDevanagari-700"}
"""Televisions often have no letters of these; ours of Chinese has two megabytes, and sets sold there have their own."""

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The page in its languages, and which scripts and styles a browser may run of it."""

    html: str
    content_security_policy: str


@cache
def board_words() -> dict[str, dict[str, str]]:
    """Each language's words; `{...}` stand for what is put in."""
    words: dict[str, dict[str, str]] = json.loads(_text("words.json"))
    return {language: own | _sentences(language) for language, own in words.items()}


def languages_for(wanted: str | None, accepted: str) -> tuple[str, ...]:
    """Ours among those that the address asks for ("en,ar"), else the first that the browser accepts, else English."""
    asked = _ours((wanted or "").split(","))
    return asked[:MOST_LANGUAGES] or _ours(part.partition(";")[0] for part in accepted.split(",")[:20])[:1] or ("en",)


def board_page(languages: Sequence[str]) -> BoardPage:
    """The page in the first language; calls are spoken in all of them."""
    return _board_page(tuple(languages))


@cache
def _board_page(languages: tuple[str, ...]) -> BoardPage:
    words, script = board_words(), _text("board.js") + _text("page.js")
    style = _style(languages[0])
    settings = json.dumps({"languages": languages, "words": {one: words[one] for one in languages}}, ensure_ascii=False)
    values = {name: escape(text) for name, text in words[languages[0]].items()} | {
        "language": languages[0],
        "direction": "rtl" if languages[0] == "ar" else "ltr",
        "style": style,
        "script": script,
        # Inside <script>, where only "<" could end it.
        "settings": settings.replace("<", "\\u003c"),
    }
    html = _FIELD.sub(lambda field: values[field[1]], _text("board.html"))
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'; "
        f"font-src data:; style-src {_hash(style)}; script-src {_hash(script)}"
    )
    return BoardPage(html, policy)


def _sentences(language: str) -> dict[str, str]:
    """What a board at the clinic says of a call; the same here."""
    said: dict[str, str] = tomllib.loads((files("resources") / "speech" / f"{language}.toml").read_text("utf-8"))
    return {"say": said["call"], "say_desk": said["call_without_room"]}


def _ours(tags: Iterable[str]) -> tuple[str, ...]:
    primaries = (tag.strip().lower().split("-")[0] for tag in tags)
    return tuple(dict.fromkeys(one for one in primaries if one in board_words()))


def _style(language: str) -> str:
    script = _SCRIPTS.get(language)
    faces = _FACES if script is None else (*_FACES, ("Board Script", 700, script))
    return "".join(_face(*face) for face in faces) + _text("board.css")


def _face(family: str, weight: int, name: str) -> str:
    font = base64.b64encode((files("resources") / "fonts" / f"{name}.ttf").read_bytes()).decode()
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(data:font/ttf;base64,{font})}}\n'


def _text(name: str) -> str:
    return (files("resources") / "board_page" / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
