"""The kiosk's side of the comparison: the real composition, which says when Home took its first tap."""

from __future__ import annotations

import sys

from kiosk.app.kiosk import Kiosk, run
from kiosk.app.settings import read_settings, split_options
from tests.bench.first_tap import report_first_tap


def main(arguments: list[str]) -> int:
    """Show the kiosk with these settings, and say when it took a tap on its first tile."""

    def prepare(kiosk: Kiosk) -> None:
        report_first_tap(kiosk.window, 0.5, 0.4, lambda at_ns: print(at_ns, flush=True))

    return run(read_settings(split_options(arguments)), prepare)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
