"""Check every QML file against our Python types; prints what is wrong, and exits with 1 where anything is.

    python -m tests.qmllint

qmllint knows a Python class through the description that pyside6-metaobjectdump and pyside6-qmltyperegistrar write. It
takes absolute paths, because a module given by name lets broken files pass, and -W 0 makes a warning an error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "kiosk" / "screens"
QML = ROOT / "resources" / "qml"
TYPES = ROOT / "build" / "qml_types"
MODULE = "Anteroom.Screens"
BIN = Path(sys.executable).parent


def screen_modules() -> list[Path]:
    """The modules that register QML types, bases before what derives from them."""
    modules = [path for path in sorted(SCREENS.rglob("*.py")) if "QML_IMPORT_NAME" in path.read_text(encoding="utf-8")]
    first = ["surface.py", "screen.py", "languages.py", "language_choice.py", "identify.py", "printing_state.py"]
    first += ["choices.py", "phone.py", "birth_date.py"]
    first += ["rows.py", "section.py", "sign_in.py", "admin_section.py", "sync_log.py", "templates_plan.py"]
    first += ["queue_board.py"]
    return sorted(modules, key=lambda path: first.index(path.name) if path.name in first else len(first))


def describe_types() -> None:
    """Write the module's qmldir and qmltypes into build/."""
    module = TYPES.joinpath(*MODULE.split("."))
    module.mkdir(parents=True, exist_ok=True)
    metatypes = module / "metatypes.json"
    dump: list[str | Path] = [BIN / "pyside6-metaobjectdump", "-o", metatypes, *screen_modules()]
    subprocess.run(dump, check=True)
    mark_constants(metatypes)
    register: list[str | Path] = [
        BIN / "pyside6-qmltyperegistrar",
        "--generate-qmltypes",
        module / "screens.qmltypes",
        "--import-name",
        MODULE,
        "--major-version",
        "1",
        "--minor-version",
        "0",
        "-o",
        module / "unused.cpp",
        metatypes,
    ]
    subprocess.run(register, check=True, stderr=subprocess.DEVNULL)  # it misses the bases that Qt itself describes
    (module / "qmldir").write_text(f"module {MODULE}\ntypeinfo screens.qmltypes\n", encoding="utf-8")


def mark_constants(metatypes: Path) -> None:
    """Say that a property without a signal is constant: pyside6-metaobjectdump leaves `constant=True` out."""
    modules = json.loads(metatypes.read_text(encoding="utf-8"))
    for module in modules:
        for described in module["classes"]:
            for prop in described.get("properties", []):
                prop["constant"] = "notify" not in prop
    metatypes.write_text(json.dumps(modules), encoding="utf-8")


def lint() -> int:
    """Run qmllint over every file; its exit code."""
    files = [path.resolve() for path in sorted(QML.rglob("*.qml"))]
    command: list[str | Path] = [BIN / "pyside6-qmllint", "-W", "0", "-I", TYPES, *files]
    return subprocess.run(command, check=False).returncode


def main() -> int:
    """Describe, then lint."""
    describe_types()
    return lint()


if __name__ == "__main__":
    sys.exit(main())
