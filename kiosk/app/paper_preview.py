"""`python -m kiosk preview`: a paper as a picture, and our templates as a beginning for a clinic's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.app.command_line import FAILED, WRONG_USE, settings_from, take_options
from kiosk.printing.content import PaperKind
from kiosk.printing.preview import preview, sample, save_picture
from kiosk.printing.templates import Templates, source_of


def main(arguments: Sequence[str]) -> int:
    """Write a preview or the templates; the exit code."""
    own, others = take_options(arguments, ("--out", "--language", "--begin"))
    if "--begin" in own:
        return _begin(Path(own["--begin"]))
    kinds = [one for one in others if one in set(PaperKind)]
    if len(kinds) != 1 or not own.get("--out"):
        sys.stderr.write(f"preview needs one of {', '.join(PaperKind)}, and --out FILE.png\n")
        return WRONG_USE
    return _draw(PaperKind(kinds[0]), own, [one for one in others if one != kinds[0]])


def _draw(kind: PaperKind, own: dict[str, str], others: Sequence[str]) -> int:
    settings = settings_from(others, joining=True)
    if settings is None:
        return WRONG_USE
    import os

    from PySide6.QtGui import QGuiApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["anteroom-preview"])
    printer, templates = settings.printer, Templates(settings.printer.templates)
    payload = sample(kind, own.get("--language", settings.clinic.default_language), settings.clinic.name)
    saved = save_picture(preview(payload, printer.width_mm, templates, printer.logo), Path(own["--out"]))
    del app
    for wrong in templates.wrong.values():
        sys.stderr.write(f"{printer.templates}/{kind}.toml: {wrong}; ours is drawn instead\n")
    if not saved:
        sys.stderr.write(f"{own['--out']} cannot be written\n")
    return 0 if saved and not templates.wrong else FAILED


def _begin(folder: Path) -> int:
    """Write those of our templates that the folder does not have yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in PaperKind:
            file = folder / f"{kind}.toml"
            if not file.exists():
                file.write_text(source_of(kind), encoding="utf-8")
                sys.stdout.write(f"{file}\n")
    except OSError as error:
        sys.stderr.write(f"{folder} cannot be written: {error}\n")
        return FAILED
    return 0
