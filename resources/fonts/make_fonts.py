"""Make the font files that ship with the kiosk from the packages that they come from; run by hand, rarely.

    npm install @expo-google-fonts/{atkinson-hyperlegible-next,noto-sans-devanagari,noto-sans-arabic,noto-sans-sc}
    npm install lucide-static
    python resources/fonts/make_fonts.py node_modules

Chinese is cut down to GB 2312 (6,763 characters and their punctuation), which holds what our screens and tickets say.
The names of the languages stand on the very first frame, in three scripts: they get a tiny font of their own, so that
the large ones are read when somebody chooses that language. The icons are the few Lucide glyphs that we use.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

FONTS = Path(__file__).parent
ICONS = FONTS.parent / "icons"
WHOLE = {
    "AtkinsonHyperlegibleNext": ("atkinson-hyperlegible-next", ("400Regular", "600SemiBold", "800ExtraBold")),
    "NotoSansDevanagari": ("noto-sans-devanagari", ("400Regular", "700Bold")),
    "NotoSansArabic": ("noto-sans-arabic", ("400Regular", "700Bold")),
}
NAMES = {
    "NotoSansDevanagari": ("noto-sans-devanagari", "हिन्दी"),
    "NotoSansArabic": ("noto-sans-arabic", "العربية"),
    "NotoSansSC": ("noto-sans-sc", "中文"),
}
NAMES_FAMILY = "Anteroom Names"
ICONS_FAMILY = "Anteroom Icons"
ICON_NAMES = (
    "a-large-small accessibility activity annoyed arrow-down-to-line arrow-left arrow-left-right arrow-right arrow-up "
    "arrow-up-down baby ban bandage banknote bell bell-ring bone brain calendar calendar-check calendar-clock "
    "calendar-plus calendar-x camera check chevron-down chevron-left chevron-right chevron-up circle-alert "
    "circle-check circle-help circle-pause circle-play circle-x clipboard-list clock cloud cloud-off contrast "
    "credit-card database delete door-open download droplet ear eye eye-off file-text flag flask-conical frown globe "
    "hand-helping hard-drive-download hash headset heart heart-pulse history hourglass house id-card image info "
    "key-round keyboard languages laugh layout-list lock log-out map-pin megaphone meh merge message-circle monitor "
    "moon palette pause pencil phone pill play plus printer printer-check qr-code receipt refresh-cw repeat "
    "rotate-ccw scan-line search send server settings shield shield-check siren skip-forward smartphone smile split "
    "star stethoscope sun syringe tablet-smartphone thermometer ticket timer trash-2 triangle-alert undo-2 upload "
    "user-check user-plus user-round user-x users users-round volume-2 volume-x wifi wifi-off x zap"
)
RESERVED = {"delete": "erase"}
"""Names that are words of JavaScript."""


def source(packages: Path, package: str, style: str, family: str) -> Path:
    """One weight of a family, as its package lays it out."""
    return packages / "@expo-google-fonts" / package / style / f"{family}_{style}.ttf"


def cut(font_file: Path, text: str, made: Path) -> None:
    """Keep only what `text` needs, with its shaping rules and without hints."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["BASE", "STAT", "VORG", "vhea", "vmtx"]  # upright text alone, and `merge` trips over them
    font = subset.load_font(str(font_file), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    subset.save_font(font, str(made), options)


def rename(font: TTFont, family: str) -> None:
    """Give a subset a name of its own: two fonts of one family would hide each other."""
    for record in list(font["name"].names):
        if record.nameID in (1, 4, 16):
            font["name"].setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID == 6:
            font["name"].setName(family.replace(" ", ""), 6, record.platformID, record.platEncID, record.langID)


def gb2312() -> str:
    """Every character of GB 2312, and ASCII."""
    rows = range(0xA1, 0xF8)
    cells = range(0xA1, 0xFF)
    two_bytes = b"".join(bytes((row, cell)) for row in rows for cell in cells)
    return two_bytes.decode("gb2312", "ignore") + "".join(map(chr, range(0x20, 0x7F)))


def copy_whole(packages: Path) -> None:
    """Take the smaller families as they are, with their licences."""
    for family, (package, styles) in WHOLE.items():
        for style in styles:
            made = FONTS / f"{family}-{style[:3]}.ttf"
            shutil.copyfile(source(packages, package, style, family), made)
        licence = packages / "@expo-google-fonts" / package / "LICENSE_FONT"
        shutil.copyfile(licence, FONTS / f"{family}-OFL.txt")


def make_chinese(packages: Path) -> None:
    """Cut the Chinese family to GB 2312."""
    for style in ("400Regular", "700Bold"):
        made = FONTS / f"NotoSansSC-{style[:3]}.ttf"
        cut(source(packages, "noto-sans-sc", style, "NotoSansSC"), gb2312(), made)
    licence = packages / "@expo-google-fonts" / "noto-sans-sc" / "LICENSE_FONT"
    shutil.copyfile(licence, FONTS / "NotoSansSC-OFL.txt")


def make_names(packages: Path) -> None:
    """Merge the three scripts' language names into one font of a few kilobytes."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for family, (package, text) in NAMES.items():
            part = Path(folder) / f"{family}.ttf"
            cut(source(packages, package, "700Bold", family), text, part)
            parts.append(str(part))
        merged = merge.Merger().merge(parts)
    rename(merged, NAMES_FAMILY)
    merged.save(FONTS / "AnteroomNames-700.ttf")


def make_icons(packages: Path) -> None:
    """Cut Lucide's font to the icons that the screens use, and write their names down for QML."""
    lucide = packages / "lucide-static"
    known: dict[str, int] = json.loads((lucide / "font" / "codepoints.json").read_text(encoding="utf-8"))
    code_points = {name: known[name] for name in sorted(ICON_NAMES.split())}
    made = ICONS / "AnteroomIcons.ttf"
    cut(lucide / "font" / "lucide.ttf", "".join(map(chr, code_points.values())), made)
    font = TTFont(made)
    rename(font, ICONS_FAMILY)
    font.save(made)
    shutil.copyfile(lucide / "LICENSE", ICONS / "Lucide-LICENSE.txt")
    write_icon_names(code_points)


def write_icon_names(code_points: dict[str, int]) -> None:
    """Write `Icons.qml`: `calendar-check` becomes `Icons.calendarCheck`."""
    lines = ["pragma Singleton", "", "import QtQml", ""]
    lines += ["// The glyphs of AnteroomIcons.ttf by name; written by resources/fonts/make_fonts.py.", "QtObject {"]
    for name, code_point in code_points.items():
        first, *rest = RESERVED.get(name, name).split("-")
        property_name = first + "".join(map(str.capitalize, rest))
        lines.append(f'    readonly property string {property_name}: "\\u{code_point:04x}"')
    (FONTS.parent / "qml" / "controls" / "Icons.qml").write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    node_modules = Path(sys.argv[1])
    copy_whole(node_modules)
    make_chinese(node_modules)
    make_names(node_modules)
    make_icons(node_modules)
