"""Check that the translations hold what the pages say; prints what is wrong, and exits with 1 where anything is.

    python -m tests.translations            check
    python -m tests.translations --write    take new texts into the .ts files, and build the .qm files

Fresh: extracting the texts anew changes no .ts file. Complete: nothing is unfinished, in any language, and each number
has all the plural forms that its language knows. Built: each .qm file is what lrelease makes of its .ts file. English
is the pages' own language; its files hold plural forms alone. Each face has files of its own, named as its folder of
pages; what all faces share is in `controls`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
QML = ROOT / "resources" / "qml"
TRANSLATIONS = ROOT / "resources" / "translations"
LOCALES = {"en": "en_GB", "es": "es_ES", "fr": "fr_FR", "hi": "hi_IN", "ar": "ar_AE", "zh": "zh_CN"}
PLURAL_FORMS = {"en": 2, "es": 2, "fr": 2, "hi": 2, "ar": 6, "zh": 1}
BIN = Path(sys.executable).parent


def faces() -> list[str]:
    """The folders of pages."""
    return sorted(folder.name for folder in QML.iterdir() if folder.is_dir())


def pages_of(face: str) -> list[str]:
    """The pages of a face; the few beside the folders belong to the controls."""
    pages = [*(QML / face).rglob("*.qml"), *(QML.glob("*.qml") if face == "controls" else ())]
    return [str(page.relative_to(ROOT)) for page in sorted(pages)]


def extract(face: str, language: str, ts_file: Path) -> None:
    """Bring a .ts file up to what the pages say now."""
    pages = pages_of(face)
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    options += ["-target-language", LOCALES[language], *(["-pluralonly"] if language == "en" else [])]
    command: list[str | Path] = [BIN / "pyside6-lupdate", *options, *pages, "-ts", ts_file]
    subprocess.run(command, cwd=ROOT, check=True)


def build(ts_file: Path, qm_file: Path) -> None:
    """Compile a .ts file."""
    command: list[str | Path] = [BIN / "pyside6-lrelease", "-silent", ts_file, "-qm", qm_file]
    subprocess.run(command, check=True)


def stale(face: str, language: str, folder: Path) -> list[str]:
    """What of a language's files is not what the pages and the tools make of them."""
    committed = TRANSLATIONS / f"{face}_{language}.ts"
    copy = folder / committed.name
    shutil.copyfile(committed, copy)
    extract(face, language, copy)
    build(committed, copy.with_suffix(".qm"))
    wrong = []
    if copy.read_bytes() != committed.read_bytes():
        wrong.append(f"{committed.name} is not fresh: run python -m tests.translations --write, and translate")
    if copy.with_suffix(".qm").read_bytes() != committed.with_suffix(".qm").read_bytes():
        wrong.append(f"{committed.stem}.qm is not built from {committed.name}")
    return wrong


def incomplete(face: str, language: str) -> list[str]:
    """Every text of a language without a finished translation, with a placeholder lost, or a plural form missing."""
    wrong = []
    for message in ElementTree.parse(TRANSLATIONS / f"{face}_{language}.ts").iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        plural = message.get("numerus") == "yes"
        forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(forms):
            wrong.append(f"{language}: {source!r} is not translated")
        if plural and len(forms) != PLURAL_FORMS[language]:
            wrong.append(f"{language}: {source!r} has {len(forms)} plural forms, not {PLURAL_FORMS[language]}")
        if not plural and any(place in source and place not in forms[0] for place in ("%1", "%2")):
            wrong.append(f"{language}: {source!r} lost a place for a value")
    return wrong


def write() -> None:
    """Take new texts in, and build."""
    for face, language in product(faces(), LOCALES):
        ts_file = TRANSLATIONS / f"{face}_{language}.ts"
        extract(face, language, ts_file)
        build(ts_file, ts_file.with_suffix(".qm"))


def main() -> int:
    """Check, or write first."""
    if "--write" in sys.argv[1:]:
        write()
    with tempfile.TemporaryDirectory() as folder:
        wrong = [
            line
            for face, language in product(faces(), LOCALES)
            for line in [*stale(face, language, Path(folder)), *incomplete(face, language)]
        ]
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
