"""Which template each kind of paper has: the clinic's own where it is right, else ours."""

from __future__ import annotations

import logging
from functools import cache
from importlib import resources
from pathlib import Path

from kiosk.printing.content import PaperKind
from kiosk.printing.mistakes import BadTemplate
from kiosk.printing.template import Template, parse_template

log = logging.getLogger(__name__)


class Templates:
    """The templates of one machine. A clinic's own that is wrong is told of, and never stops a ticket."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds the clinic's own as `queue_ticket.toml` and so on; those that are missing are ours."""
        self._folder = folder
        self._read: dict[PaperKind, Template] = {}
        self.wrong: dict[PaperKind, str] = {}
        """What is wrong with a clinic's own, for staff."""

    def of(self, kind: PaperKind) -> Template:
        """The template of a kind, read once."""
        if kind not in self._read:
            self._read[kind] = self._clinics_own(kind) or shipped(kind)
        return self._read[kind]

    def take(self, kind: PaperKind, template: Template) -> None:
        """Take this one for a kind from now on, whatever the folder says."""
        self._read[kind] = template

    def _clinics_own(self, kind: PaperKind) -> Template | None:
        if self._folder is None:
            return None
        try:
            return parse_template(kind, (self._folder / f"{kind}.toml").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (BadTemplate, OSError, UnicodeDecodeError) as error:
            self.wrong[kind] = str(error)
            log.warning("a template is wrong, ours is taken", extra={"code": "bad_template", "file": f"{kind}.toml"})
            return None


def trying(kind: PaperKind, source: str) -> Templates:
    """Ours, but for one kind that is tried as it stands in TOML. Raises BadTemplate."""
    templates = Templates()
    templates.take(kind, parse_template(kind, source))
    return templates


@cache
def shipped(kind: PaperKind) -> Template:
    """Our own template."""
    return parse_template(kind, source_of(kind))


def source_of(kind: PaperKind) -> str:
    """Our own template as TOML, for a clinic to begin with."""
    return (resources.files("resources") / "tickets" / "templates" / f"{kind}.toml").read_text(encoding="utf-8")
