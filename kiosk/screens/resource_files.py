"""Where the files that ship beside the code lie."""

from __future__ import annotations

from pathlib import Path

import resources

RESOURCES = Path(resources.__file__).parent
