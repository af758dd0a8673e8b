"""Tickets: what they say, how they are laid out, and which bytes leave for the printer."""

from __future__ import annotations

import string
import threading
from datetime import datetime
from decimal import Decimal
from importlib import resources
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types
from PySide6.QtGui import QGuiApplication

from kiosk.devices.escpos_commands import Command, CommandReader
from kiosk.printing import dots
from kiosk.printing.blocks import PRINTABLE_DOTS, PaperWidthMm, Picture, Text
from kiosk.printing.content import BadPayload, Ticket, parse
from kiosk.printing.encode import BAND_HEIGHT_DOTS, TicketEncoder
from kiosk.printing.escpos_library import PrinterModel
from kiosk.printing.layout import lay_out
from kiosk.printing.template import Paper
from kiosk.printing.words import LANGUAGES, words_for
from tests.sample_tickets import help_ticket, queue_ticket
from tests.unit.printing.golden_tickets import DRAWN, FOLDER, LATIN, WIDTHS, golden_files

GOLDEN = dict(golden_files())


def commands(job: bytes) -> list[Command]:
    return list(CommandReader().read(job))


def texts(payload: dict[str, object], width_mm: PaperWidthMm = 58) -> list[str]:
    content = parse(payload)
    blocks = lay_out(content, words_for(content.language), Paper(width_mm))
    return [block.text for block in blocks if isinstance(block, Text)]


# What a ticket says


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    words = words_for(language)
    for name in words.__dataclass_fields__:
        assert getattr(words, name) not in ("", ()), name
    assert (len(words.weekdays), len(words.months)) == (7, 12)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_language_borrows_english_words(language: str) -> None:
    words, english = words_for(language), words_for("en")
    same = {name for name in words.__dataclass_fields__ if getattr(words, name) == getattr(english, name)}
    assert same <= {
        "drawn",
        "right_to_left",
        "decimal_mark",
        "group_mark",
        "later_groups",
        "wait_range",
        "issued",
        "day",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_name_only_parts_that_there_are(language: str) -> None:
    words = words_for(language)
    parts = {
        name: {part for _, part, _, _ in string.Formatter().parse(getattr(words, name)) if part}
        for name in ("wait_range", "wait_up_to", "issued")
    }
    assert parts == {
        "wait_range": {"lower", "upper"},
        "wait_up_to": {"upper"},
        "issued": {"weekday", "day", "month", "year", "time"},
    }


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1,234,567.50 INR"),
        ("es", "1.234.567,50 INR"),
        ("fr", "1\u00a0234\u00a0567,50 INR"),
        ("hi", "12,34,567.50 INR"),
        ("ar", "1,234,567.50 INR"),
        ("zh", "1,234,567.50 INR"),
    ],
)
def test_a_large_amount_is_grouped_as_people_of_that_language_write_it(language: str, written: str) -> None:
    words = words_for(language)
    assert words.amount_text(Decimal("1234567.50"), "INR") == written
    assert words.amount_text(Decimal("999"), "JPY") == "999 JPY"


def test_a_language_without_words_gets_english_and_a_region_its_language() -> None:
    assert words_for("xx") == words_for("en")
    assert words_for("fr-CA") == words_for("fr")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Mon 15 Jan 2024, 09:05"),
        ("es", "lun 15 ene 2024, 09:05"),
        ("fr", "lun. 15 janv. 2024, 09:05"),
        ("hi", "सोमवार, 15 जनवरी 2024, 09:05"),
        ("ar", "الاثنين 15 يناير 2024، 09:05"),
        ("zh", "2024年1月15日 星期一 09:05"),
    ],
)
def test_day_and_time_read_as_people_write_them(language: str, expected: str) -> None:
    assert words_for(language).issued_text(datetime.fromisoformat("2024-01-15T09:05:59+01:00")) == expected


@pytest.mark.parametrize(
    ("wait_min", "expected"),
    [((10, 20), "10–20 min"), ((0, 10), "up to 10 min"), ((15, 15), "up to 15 min"), (None, "Not known yet")],
)
def test_a_wait_is_said_as_a_range_and_never_as_a_promise(wait_min: tuple[int, int] | None, expected: str) -> None:
    assert words_for("en").wait_text(wait_min) == expected


def test_the_number_comes_first_and_larger_than_all_else() -> None:
    content = parse(queue_ticket())
    blocks = [block for block in lay_out(content, words_for("en"), Paper(58)) if isinstance(block, Text)]
    assert [block.text for block in blocks[:3]] == ["Riverside Clinic", "Your number", "B 17"]
    assert max(blocks, key=lambda block: block.scale).text == "B 17"


def test_a_reprint_says_so_at_top_and_bottom() -> None:
    said = texts(queue_ticket(reprint=True))
    assert (said[0], said[-1], said.count("Reprint")) == ("Reprint", "Reprint", 2)
    assert "Reprint" not in texts(queue_ticket())


def test_a_help_ticket_asks_to_be_shown_and_says_nothing_of_waiting() -> None:
    said = texts(help_ticket())
    assert "Please show this at the desk" in said
    assert not {"Estimated wait", "People ahead of you", "Your room"} & set(said)


def test_who_is_late_reads_that_they_still_have_a_place() -> None:
    assert words_for("en").late_note in texts(queue_ticket(late=True))
    assert words_for("en").late_note not in texts(queue_ticket())


@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_time_nobody_could_confirm_reads_so_on_paper(language: str) -> None:
    note = words_for(language).provisional_note
    assert note in texts(queue_ticket(language, provisional=True))
    assert note not in texts(queue_ticket(language))


def test_what_is_not_known_is_left_out() -> None:
    assert "Your room" not in texts(queue_ticket(room=""))
    assert words_for("en").follow_note not in texts(queue_ticket(follow_url=None))


def test_a_key_that_no_ticket_knows_is_never_printed() -> None:
    assert not any("Amina" in said for said in texts(queue_ticket(patient_name="Amina Example")))


def test_a_control_character_in_a_name_is_no_command_to_the_printer() -> None:
    content = parse(queue_ticket(room="Room\x1b@ 3\n\x1dV\x00", clinic="A\u2028B\ud800C"))
    assert isinstance(content, Ticket)
    assert (content.room, content.clinic) == ("Room @ 3 V", "A B C")


def test_a_name_of_ten_thousand_letters_does_not_cost_ten_metres_of_paper() -> None:
    content = parse(queue_ticket(doctor_name="x" * 10_000))
    assert isinstance(content, Ticket)
    assert len(content.doctor_name) == 80


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "love_letter"},
        {"kind": None},
        {"short_number": ""},
        {"short_number": 17},
        {"people_ahead": -1},
        {"people_ahead": True},
        {"people_ahead": "3"},
        {"wait_min": [20, 10]},
        {"wait_min": [1]},
        {"wait_min": "soon"},
        {"late": "no"},
        {"issued_at": "yesterday"},
        {"issued_at": "2024-01-15T10:20:00"},
        {"follow_url": ""},
        {"follow_url": "https://clinic.example/\x1b@"},
        {"follow_url": "https://clinic.example/" + "x" * 300},
        {"clinic": None},
    ],
)
def test_a_payload_that_is_no_ticket_is_refused_by_the_key_that_is_wrong(changes: dict[str, object]) -> None:
    (key,) = changes
    with pytest.raises(BadPayload, match=f"^{key}:"):
        parse({**queue_ticket(), **changes})


# The bytes that leave


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_ticket_is_the_same_byte_for_byte(name: str) -> None:
    assert GOLDEN[name] == (FOLDER / name).read_bytes()


def test_no_golden_ticket_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(GOLDEN)


@pytest.mark.parametrize("language", LATIN)
def test_latin_letters_go_out_in_the_printers_own_type(language: str) -> None:
    sent = commands(TicketEncoder(58).render(queue_ticket(language)))
    drawn = [command for command in sent if command.name == "GS v 0"]
    assert all(int.from_bytes(command.arguments[3:5], "little") == 3 for command in drawn), "rules only"
    letters = b"".join(command.arguments for command in sent if command.name == "TEXT").decode("cp1252")
    assert queue_ticket(language)["doctor_name"] in letters  # type: ignore[operator]  # it is text


def test_an_old_printer_gets_plainer_punctuation_and_no_picture() -> None:
    old = TicketEncoder(58, PrinterModel(code_pages=("CP858",)))
    sent = commands(old.render(queue_ticket("fr", clinic="Clinique")))
    letters = b"".join(command.arguments for command in sent if command.name == "TEXT").decode("cp858")
    assert "10-20 min" in letters
    assert "Salle d'attente B" in letters
    assert "Lefèvre" in letters


def test_no_line_is_wider_than_the_paper() -> None:
    for width_mm in WIDTHS:
        across = 1
        long = queue_ticket(clinic="A clinic with a very long name indeed " * 2, short_number="N2-B 1017")
        for command in commands(TicketEncoder(width_mm).render(long)):
            if command.name == "GS !":
                across = (command.arguments[0] >> 4) + 1
            if command.name == "TEXT":
                assert len(command.arguments) * 12 * across <= PRINTABLE_DOTS[width_mm]


def test_qr_code_is_left_to_a_printer_that_can_and_drawn_for_one_that_cannot() -> None:
    able = commands(TicketEncoder(58).render(queue_ticket()))
    assert [c.arguments[3:] for c in able if c.name == "GS ( k" and c.arguments[1] == 80] == [
        b"https://clinic.example/q/7f3k9ab2"
    ]
    unable = commands(TicketEncoder(58, PrinterModel(native_qr=False)).render(queue_ticket()))
    assert not [command for command in unable if command.name == "GS ( k"]
    assert len([c for c in unable if c.name == "GS v 0"]) > len([c for c in able if c.name == "GS v 0"])


def test_even_the_longest_address_makes_a_code_that_fits_58_mm() -> None:
    address = "https://clinic.example/" + "x" * 277
    assert dots.fitting_module(dots.qr_modules(address), 6, 384) >= 3
    assert dots.qr_code(address, 6, 384).width_dots == 384


def test_a_second_ticket_is_the_same_as_the_first() -> None:
    encoder = TicketEncoder(58)
    assert encoder.render(queue_ticket()) == encoder.render(queue_ticket())


def test_reprint_of_a_job_marks_a_payload_that_is_not_marked() -> None:
    encoder = TicketEncoder(58)
    assert encoder.render(queue_ticket(), reprint=True) == encoder.render(queue_ticket(reprint=True))


# Tickets that are drawn


def pictures(job: bytes) -> list[Picture]:
    bands = []
    for command in commands(job):
        if command.name == "GS v 0":
            bands.append(Picture(int.from_bytes(command.arguments[1:3], "little") * 8, command.arguments[5:]))
    return bands


def row_has_ink(picture: Picture) -> list[bool]:
    row_bytes = picture.width_dots // 8
    return [any(picture.rows[at : at + row_bytes]) for at in range(0, len(picture.rows), row_bytes)]


@pytest.mark.parametrize("width_mm", WIDTHS)
@pytest.mark.parametrize("language", DRAWN)
def test_a_ticket_without_a_code_page_is_drawn_whole_in_bands(
    qapp: QGuiApplication, language: str, width_mm: PaperWidthMm
) -> None:
    job = TicketEncoder(width_mm).render(queue_ticket(language))
    assert not [command for command in commands(job) if command.name in ("TEXT", "GS ( k")]
    bands = pictures(job)
    assert {band.width_dots for band in bands} == {PRINTABLE_DOTS[width_mm]}
    assert all(band.height_dots == BAND_HEIGHT_DOTS for band in bands[:-1])
    assert 0 < bands[-1].height_dots <= BAND_HEIGHT_DOTS
    assert sum(any(band.rows) for band in bands) > len(bands) * 0.8


@pytest.mark.parametrize("language", DRAWN)
def test_nothing_of_a_drawn_line_is_cut_off_above_or_below(qapp: QGuiApplication, language: str) -> None:
    from kiosk.printing import raster

    for name, payload in (("queue", queue_ticket(language, late=True, reprint=True)), ("help", help_ticket(language))):
        content = parse(payload)
        words = words_for(language)
        for block in lay_out(content, words, Paper(58)):
            if isinstance(block, Text):
                inked = row_has_ink(raster.draw(block, 384, right_to_left=words.right_to_left))
                assert any(inked), (name, block.text)
                assert not inked[0], (name, block.text)
                assert not inked[-1], (name, block.text)


def ink_by_side(picture: Picture) -> tuple[int, int]:
    row_bytes = picture.width_dots // 8
    left = right = 0
    for at in range(0, len(picture.rows), row_bytes):
        row = picture.rows[at : at + row_bytes]
        left += sum(byte.bit_count() for byte in row[: row_bytes // 2])
        right += sum(byte.bit_count() for byte in row[row_bytes // 2 :])
    return left, right


def test_arabic_starts_at_the_right_and_hindi_at_the_left(qapp: QGuiApplication) -> None:
    from kiosk.printing import raster

    arabic = ink_by_side(raster.draw(Text("غرفة 3"), 384, right_to_left=True))
    hindi = ink_by_side(raster.draw(Text("कमरा 3"), 384, right_to_left=False))
    assert arabic[0] == 0 < arabic[1]
    assert hindi[1] == 0 < hindi[0]


def ink_width(text: str, *, right_to_left: bool) -> int:
    from kiosk.printing import raster

    picture = raster.draw(Text(text), 384, right_to_left=right_to_left)
    return max(
        (f"{int.from_bytes(picture.rows[at : at + 48]):0384b}".rstrip("0") for at in range(0, len(picture.rows), 48)),
        key=len,
    ).__len__()


def test_the_spools_thread_draws_the_same_ticket_as_the_screens(qapp: QGuiApplication) -> None:
    from kiosk.printing import raster

    raster.draw.cache_clear()
    drawn: list[bytes] = []
    thread = threading.Thread(target=lambda: drawn.append(TicketEncoder(58).render(queue_ticket("hi"))))
    thread.start()
    thread.join()
    raster.draw.cache_clear()
    (there,), here = drawn, TicketEncoder(58).render(queue_ticket("hi"))
    # Qt keeps letters it has drawn, a thread each, and sets huge ones a fraction of a dot apart.
    assert [band.height_dots for band in pictures(there)] == [band.height_dots for band in pictures(here)]
    assert ink(there) == pytest.approx(ink(here), rel=0.01)


def ink(job: bytes) -> int:
    return sum(int.from_bytes(band.rows).bit_count() for band in pictures(job))


def test_arabic_letters_are_joined_and_devanagari_signs_combined(qapp: QGuiApplication) -> None:
    from kiosk.printing import raster

    joined = ink_by_side(raster.draw(Text("ببب"), 384, right_to_left=True))
    apart = ink_by_side(raster.draw(Text("ب\u200cب\u200cب"), 384, right_to_left=True))
    assert joined != apart
    assert ink_width("क्ष", right_to_left=False) < ink_width("क\u094d\u200cष", right_to_left=False)


def test_a_number_keeps_its_order_in_a_ticket_that_runs_from_right_to_left(qapp: QGuiApplication) -> None:
    from kiosk.printing import raster
    from kiosk.printing.blocks import Align

    number = Text("B 17", scale=8, bold=True, align=Align.CENTRE, left_to_right=True)
    assert raster.draw(number, 384, right_to_left=True) == raster.draw(number, 384, right_to_left=False)


def test_a_doctors_name_in_other_letters_is_drawn_on_an_english_ticket(qapp: QGuiApplication) -> None:
    plain = commands(TicketEncoder(58).render(queue_ticket()))
    mixed = commands(TicketEncoder(58).render(queue_ticket(doctor_name="Δρ. Ελένη Παππά")))
    assert len([c for c in mixed if c.name == "GS v 0"]) == len([c for c in plain if c.name == "GS v 0"]) + 1
    assert any(command.arguments == b"Waiting area B" for command in mixed)


@pytest.mark.parametrize(
    ("family", "letters"),
    [
        ("Noto Sans", "ΕλένηДмитрийŁódźế"),
        ("Noto Sans SC", "王小明医生，。"),
        ("Noto Sans Devanagari", "श्रुति।"),
        ("Noto Sans Arabic", "ليلىحاليًا،"),
    ],
)
def test_names_in_other_letters_need_no_font_of_the_system(family: str, letters: str) -> None:
    from kiosk.printing import raster

    assert raster.families_for(letters)[0] == family
    for font in (resources.files("resources") / "fonts").iterdir():
        if font.name.startswith(family.replace(" ", "") + "-") and font.name.endswith(".ttf"):
            assert {ord(letter) for letter in letters} <= TTFont(BytesIO(font.read_bytes())).getBestCmap().keys()
