"""What can be measured of how the screens look: contrast, sizes, words that fit, and reading direction."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from kiosk.screens import by_name
from kiosk.screens.application import QML
from kiosk.screens.surface import Ease
from tests.screens.kiosk_window import KioskWindow
from tests.screens.patient_pictures import scenes
from tests.screens.said import LANGUAGES, said

SIZES = [(1080, 1920), (1920, 1080), (1024, 768)]
STANDS_ON = {
    "paper": ("ink", "softInk", "primary", "good", "alert"),
    "surface": ("ink", "softInk", "primary", "good", "alert"),
    "surfacePressed": ("ink",),
    "tint": ("ink", "primary"),
    "primary": ("inkOnPrimary", "softInkOnPrimary"),
    "primaryPressed": ("inkOnPrimary",),
    "festive": ("inkOnFestive", "softInkOnFestive"),
    "festiveButton": ("inkOnFestiveButton",),
    "chosen": ("inkOnChosen",),
    "warningGround": ("warning",),
    "qrGround": ("qrDark",),
    "boardGround": ("boardInk", "boardSoftInk"),
    "boardPanel": ("boardInk", "boardSoftInk"),
    "sun": ("inkOnSun",),
}
LINES_STAND_ON = {
    "line": ("paper", "surface"),
    "focus": ("paper", "surface"),
    "lineOnFestive": ("festive",),
    "inkOnIcon": ("iconOnPrimary",),
}


def luminance(color: QColor) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """The ratio between two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def theme(kiosk: KioskWindow) -> Callable[[str], QColor]:
    """The tokens in force, by name."""
    probe = QQmlComponent(kiosk.engine)
    source = b'import QtQml\nimport "controls"\nQtObject { property QtObject theme: Theme }'
    probe.setData(source, QUrl.fromLocalFile(str(QML / "probe.qml")))
    holder = probe.create()
    tokens = holder.property("theme")
    kiosk.kept.append(holder)
    return lambda name: QColor(tokens.property(name))


@pytest.mark.parametrize("high_contrast", [False, True])
def test_every_text_reaches_seven_to_one_on_each_of_its_grounds(kiosk: KioskWindow, high_contrast: bool) -> None:
    kiosk.shell.set_ease(Ease(high_contrast=high_contrast))
    token = theme(kiosk)
    pairs = [(text, ground) for ground, texts in STANDS_ON.items() for text in texts]
    poor = {pair: contrast(token(pair[0]), token(pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 7} == {}


@pytest.mark.parametrize("high_contrast", [False, True])
def test_every_line_that_matters_reaches_three_to_one(kiosk: KioskWindow, high_contrast: bool) -> None:
    kiosk.shell.set_ease(Ease(high_contrast=high_contrast))
    token = theme(kiosk)
    pairs = [(line, ground) for line, grounds in LINES_STAND_ON.items() for ground in grounds]
    ratios = {pair: contrast(token(pair[0]), token(pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 3} == {}


@pytest.mark.parametrize(
    ("size", "pixels_per_mm", "ease"),
    [
        ((1080, 1920), 4.0, Ease()),
        ((1080, 1920), 4.0, Ease(lowered=True)),
        ((1080, 1920), 8.2, Ease()),
        ((1920, 1080), 3.6, Ease()),
        ((1024, 768), 3.4, Ease()),
        ((1024, 768), 5.0, Ease()),
    ],
)
def test_targets_are_as_large_as_fingers_need(
    open_kiosk: Callable[..., KioskWindow], size: tuple[int, int], pixels_per_mm: float, ease: Ease
) -> None:
    kiosk = open_kiosk(*size, pixels_per_mm=pixels_per_mm)
    small: dict[str, float] = {}
    for scene in scenes(kiosk, "en", ease):
        kiosk.settle()
        kiosk.frame()
        for item in by_name.shown(kiosk.window):
            needed_mm = 20 if item.name in PRIMARY else 18 if item.name.isdigit() and len(item.name) == 1 else 0
            needed = max(needed_mm * pixels_per_mm - 1, 60 if size != (1024, 768) else 44)
            if item.pressable and item.rect.height() < needed:
                small[f"{scene}: {item.name}"] = item.rect.height() / pixels_per_mm
    assert small == {}


PRIMARY = {
    "I have an appointment", "I don't have one", "Continue", "Back", "Yes, that's me", "Not me", "Done",
    "Yes, call somebody", "Call somebody", "Go on", "Yes, more time", "No, I am done",
}  # fmt: skip


def text_overflows(item: QQuickItem) -> bool:
    """Whether a text is cut, or wider than its place."""
    if not str(item.property("text") or ""):
        return False
    wider = item.property("contentWidth") > item.width() + 1.5
    return bool(item.property("truncated")) or wider


def cut_texts(kiosk: KioskWindow) -> list[str]:
    """Every visible text that does not fit its place, its parent button or the window."""
    window = QRectF(0, 0, kiosk.window.width(), kiosk.window.height())
    cut = []
    for item in kiosk.items():
        if not item.inherits("QQuickText"):
            continue
        place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        if text_overflows(item) or (place.left() < window.left() - 1 or place.right() > window.right() + 1):
            cut.append(str(item.property("text")))
    return cut


@pytest.mark.parametrize(("language", "size"), list(product(LANGUAGES, SIZES)))
def test_no_word_is_cut_in_any_language(
    open_kiosk: Callable[..., KioskWindow], language: str, size: tuple[int, int]
) -> None:
    kiosk = open_kiosk(*size)
    cut = {}
    for scene in scenes(kiosk, language, Ease()):
        kiosk.settle()
        kiosk.frame()
        if texts := cut_texts(kiosk):
            cut[scene] = texts
    assert cut == {}


@pytest.mark.parametrize(
    ("language", "size"),
    [*(("en", size) for size in SIZES), *((language, (1024, 768)) for language in LANGUAGES if language != "en")],
)
def test_no_word_is_cut_when_text_is_larger(
    open_kiosk: Callable[..., KioskWindow], language: str, size: tuple[int, int]
) -> None:
    kiosk = open_kiosk(*size)
    cut = {}
    for scene in scenes(kiosk, language, Ease(larger_text=True)):
        kiosk.settle()
        kiosk.frame()
        if texts := cut_texts(kiosk):
            cut[scene] = texts
    assert cut == {}


def test_arabic_reads_from_right_to_left_but_its_keypad_stays(kiosk: KioskWindow) -> None:
    kiosk.tap("العربية")
    kiosk.tap("لديّ موعد")
    kiosk.frame()
    back, go_on = by_name.find(kiosk.window, "رجوع").rect, by_name.find(kiosk.window, "متابعة").rect
    assert back.left() > go_on.right()
    assert by_name.find(kiosk.window, "1").rect.right() < by_name.find(kiosk.window, "3").rect.left()


def test_back_stands_bottom_left_and_the_way_on_bottom_right(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.frame()
    back, go_on = by_name.find(kiosk.window, "Back").rect, by_name.find(kiosk.window, "Continue").rect
    assert back.right() < go_on.left()
    assert back.top() > kiosk.window.height() / 2


def test_larger_text_is_half_as_large_again(kiosk: KioskWindow) -> None:
    def size_of(name: str) -> int:
        texts = [item for item in kiosk.items() if item.inherits("QQuickText") and item.property("text") == name]
        return int(texts[0].property("font").pixelSize())

    before = size_of("I have an appointment")
    kiosk.tap("Easier to see and reach")
    kiosk.tap("Larger text")
    kiosk.tap("Go on")
    kiosk.wait_for("I have an appointment")
    assert size_of("I have an appointment") == round(before * 1.5)


def test_a_lowered_screen_has_every_control_in_its_lower_half(kiosk: KioskWindow) -> None:
    kiosk.shell.set_ease(Ease(lowered=True))
    kiosk.tap("I have an appointment")
    kiosk.frame()
    controls = [item for item in by_name.shown(kiosk.window) if item.pressable and item.name != "English"]
    assert [item.name for item in controls if item.rect.top() < kiosk.window.height() / 2] == []


def test_every_control_has_a_name_and_is_reached_by_tab(kiosk: KioskWindow) -> None:
    for item in (item for item in kiosk.items() if item.activeFocusOnTab()):
        assert item.property("name"), item
    for name in [item.name for item in by_name.shown(kiosk.window) if item.pressable]:
        kiosk.press_until_focused(name)


def test_assistive_technology_presses_a_button(kiosk: KioskWindow) -> None:
    kiosk.wait_for("I have an appointment")
    by_name.press(kiosk.window, "I have an appointment")
    kiosk.wait_for("What is your booking code?")


def items_of(kiosk: KioskWindow, qml_file: str) -> list[QQuickItem]:
    """The visible items that one QML file describes."""
    return [item for item in kiosk.items() if item.metaObject().className().startswith(f"{qml_file}_QMLTYPE")]


def stand_at(kiosk: KioskWindow, language: str, wanted: str, ease: Ease | None = None) -> None:
    """Lead the window to one scene and lay it out."""
    for scene in scenes(kiosk, language, ease or Ease()):
        if scene == wanted:
            kiosk.settle()
            kiosk.frame()
            return
    raise AssertionError(f"no scene is called {wanted!r}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_ticket_is_torn_from_one_edge_of_its_words_to_the_other(kiosk: KioskWindow, language: str) -> None:
    stand_at(kiosk, language, "ticket-late")
    (tear,) = items_of(kiosk, "Tear")
    dashes = [dash for dash in tear.childItems() if dash.width() > 0]
    assert min(dash.x() for dash in dashes) == 0
    assert max(dash.x() + dash.width() for dash in dashes) == pytest.approx(tear.width(), abs=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_day_month_and_year_stand_equally_high_in_every_language(kiosk: KioskWindow, language: str) -> None:
    stand_at(kiosk, language, "birth-year")
    assert len({part.height() for part in items_of(kiosk, "Part")}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keypad_stays_where_it_is_when_nothing_was_found(kiosk: KioskWindow, language: str) -> None:
    stand_at(kiosk, language, "booking-code-typed")
    before = by_name.find(kiosk.window, "5").rect
    stand_at(kiosk, language, "not-found")
    assert by_name.find(kiosk.window, "5").rect == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digit_is_seen_in_larger_text_when_nothing_was_found(
    open_kiosk: Callable[..., KioskWindow], language: str
) -> None:
    kiosk = open_kiosk(540, 960, pixels_per_mm=2.0)  # where keys cannot be made lower
    stand_at(kiosk, language, "not-found", Ease(larger_text=True))
    foot = by_name.find(kiosk.window, said(language, "Continue")).rect
    assert [digit for digit in "1234567890" if by_name.find(kiosk.window, digit).rect.bottom() > foot.top()] == []


@pytest.mark.parametrize(("language", "size"), list(product(LANGUAGES, SIZES[1:])))
def test_a_ticket_beside_its_question_needs_no_scrolling(
    open_kiosk: Callable[..., KioskWindow], language: str, size: tuple[int, int]
) -> None:
    kiosk = open_kiosk(*size)
    too_high = []
    for scene in scenes(kiosk, language, Ease()):
        kiosk.settle()
        kiosk.frame()
        pages = [item for item in kiosk.items() if item.inherits("QQuickFlickable")]
        too_high += [scene for page in pages if scene.startswith("ticket") and page.property("interactive")]
    assert too_high == []
