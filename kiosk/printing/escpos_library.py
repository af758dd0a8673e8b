"""python-escpos, brought in quietly and late: it is slow to import and changes the process that imports it."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from escpos.printer import Dummy

_importing = threading.Lock()
_DATABASE_VARIABLE = "ESCPOS_CAPABILITIES_FILE"


@dataclass(frozen=True, slots=True)
class PrinterModel:
    """What the encoder must know of a printer; the defaults hold for every common one."""

    code_pages: tuple[str, ...] = ("CP1252", "CP858")
    """In order of preference, by python-escpos' names; cheap printers know CP437 and CP850 alone."""
    native_qr: bool = True
    """It draws QR codes itself (GS ( k); otherwise they are sent as images."""


def new_dummy(model: PrinterModel, width_dots: int) -> Dummy:
    """A python-escpos printer that only collects bytes. The first call imports the library: some 0.2 s."""
    with _importing:
        if "escpos.printer" not in sys.modules:
            _import_quietly()
    from escpos.capabilities import Profile
    from escpos.printer import Dummy

    class TicketProfile(Profile):  # type: ignore[misc]  # made at run time by the library
        profile_data = {  # noqa: RUF012 - the library's own convention
            **Profile.profile_data,
            "media": {"dpi": 203, "width": {"mm": width_dots // 8 + 10, "pixels": width_dots}},
        }

    features = {**Profile.profile_data["features"], "qrCode": model.native_qr}
    return Dummy(profile=TicketProfile(features=features))


def _import_quietly() -> None:
    """Import the library without its side effects.

    Its import parses a YAML database of all printers (0.2 s: ours holds what tickets need), leaves a folder behind in
    the temporary directory, and configures the root logger.
    """
    handlers_before = list(logging.getLogger().handlers)
    ours = resources.files("resources") / "tickets" / "printers.json"
    with resources.as_file(ours) as database:
        chosen_before = os.environ.get(_DATABASE_VARIABLE)
        os.environ[_DATABASE_VARIABLE] = str(database)
        try:
            with _without_what_tickets_never_use():
                import escpos.capabilities
                import escpos.printer
        finally:
            _restore(chosen_before)
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(escpos.capabilities.pickle_dir, ignore_errors=True)
    for handler in set(logging.getLogger().handlers) - set(handlers_before):
        logging.getLogger().removeHandler(handler)


def _restore(chosen_before: str | None) -> None:
    if chosen_before is None:
        del os.environ[_DATABASE_VARIABLE]
    else:
        os.environ[_DATABASE_VARIABLE] = chosen_before


@contextmanager
def _without_what_tickets_never_use() -> Iterator[None]:
    """Let modules of a line or two stand in while the library is imported: 5 MiB that no ticket needs.

    It brings in Pillow for images, which only a printer without QR codes of its own gets from it, python-barcode for
    bar codes, which no ticket has, and PyYAML to read its database, which in ours is JSON. Each is imported as ever by
    whoever asks for it later. qrcode's own drawings (None: not to be imported) need Pillow as well, and may be absent.
    """
    names: Mapping[str, Mapping[str, object] | None] = {
        "escpos.image": {"EscposImage": _picture},
        "barcode": {"PROVIDED_BARCODES": ()},
        "barcode.writer": {"ImageWriter": None},
        "yaml": {"safe_load": json.load},
        "qrcode.image.styles.moduledrawers.pil": None,
    }
    standing_in = {name: _module(name, holds) for name, holds in names.items() if name not in sys.modules}
    sys.modules.update(standing_in)  # type: ignore[arg-type]  # None is what import itself understands
    try:
        yield
    finally:
        for name in standing_in:
            del sys.modules[name]


def _module(name: str, holds: Mapping[str, object] | None) -> ModuleType | None:
    if holds is None:
        return None
    module = ModuleType(name)
    vars(module).update(holds)
    return module


def _picture(source: object) -> object:
    """Stands in for `EscposImage` until the first picture is printed, and then puts it in its place."""
    import escpos.escpos
    from escpos.image import EscposImage

    escpos.escpos.EscposImage = EscposImage
    return EscposImage(source)
