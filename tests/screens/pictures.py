"""Write a picture of every screen in every language and size, and say which of their texts cannot be read.

python -m tests.screens.pictures FOLDER [--faces patient,staff,queue,admin,board] [--languages en,ar] [--sizes small]
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.screens.said import LANGUAGES

FACES = ("patient", "staff", "queue", "admin", "board")


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where some text cannot be read."""
    asked = _options(arguments)
    wrong: list[str] = []
    for face in asked.faces:
        for language in asked.languages:
            for name, take in _takes(face, asked.sizes):
                folder = asked.folder / face / f"{name}-{language}"
                folder.mkdir(parents=True, exist_ok=True)
                take(partial(_look, folder, wrong), language)
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    return 1 if wrong else 0


def _takes(face: str, sizes: Sequence[str]) -> list[tuple[str, Callable[..., None]]]:
    """By size; the patient's in each mode of theirs as well, upright."""
    import importlib

    module: Any = importlib.import_module(f"tests.screens.{face}_pictures")
    chosen = {name: size for name, size in module.SIZES.items() if name in sizes}
    takes: list[tuple[str, Callable[..., None]]] = [
        (name, partial(_at_size, module.take, size)) for name, size in chosen.items()
    ]
    for mode, ease in getattr(module, "EASES", {}).items():
        takes += [(f"{name}-{mode}", partial(_at_size, module.take, size, ease)) for name, size in chosen.items()]
    return takes


def _at_size(
    take: Callable[..., None], size: tuple[int, int], *rest: Any
) -> None:  # an ease, then a look and a language
    *ease, look, language = rest
    take(look, language, *size, *ease)


def _look(folder: Path, wrong: list[str], window: Any, name: str) -> None:  # a window of any face
    from tests.screens.legible import illegible

    assert window.picture().save(str(folder / f"{name}.png"))
    wrong += [f"{folder.parent.name}/{folder.name}/{name}: {one}" for one in illegible(window.quick)]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    def among(every: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
        return lambda text: tuple(one for one in every if one in text.split(","))

    sizes = ("portrait", "landscape", "small")
    parser = argparse.ArgumentParser(prog="python -m tests.screens.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faces", type=among(FACES), default=FACES)
    parser.add_argument("--languages", type=among(LANGUAGES), default=LANGUAGES)
    parser.add_argument("--sizes", type=among(sizes), default=sizes)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.screens.kiosk_window import run_on_qt

    codes: list[int] = []
    run_on_qt(lambda: codes.append(main()))
    sys.exit(codes[0])
