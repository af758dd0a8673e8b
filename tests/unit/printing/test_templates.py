"""Templates: a clinic changes what stands on its papers, and a mistake in one never stops a ticket."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.printing.blocks import Feed, Picture, Rule, Text
from kiosk.printing.content import PaperKind, parse
from kiosk.printing.encode import TicketEncoder
from kiosk.printing.layout import lay_out
from kiosk.printing.mistakes import BadTemplate, Mistake
from kiosk.printing.template import Paper, parse_template
from kiosk.printing.templates import Templates, shipped, source_of
from kiosk.printing.words import LANGUAGES, words_for
from kiosk.screens.application import QML
from tests.sample_tickets import appointment_slip, printer_test_page, queue_ticket, receipt

OWN = """
[[block]]
text = "{short_number}"
scale = 8

[[block]]
label = "{words.room}"
text = "{room}"
after = 10

[[block]]
text = { en = "Free tea on the first floor", ar = "شاي مجاني في الطابق الأول" }

[[block]]
rule = true
"""


def said(source: str, payload: dict[str, object]) -> list[str]:
    content = parse(payload)
    template = parse_template(content.kind, source)
    blocks = lay_out(content, words_for(content.language), Paper(58), template)
    return [block.text for block in blocks if isinstance(block, Text)]


def test_a_clinic_says_what_it_wants_and_in_each_patients_language() -> None:
    assert said(OWN, queue_ticket()) == ["B 17", "Your room", "Room 3", "Free tea on the first floor"]
    assert said(OWN, queue_ticket("ar"))[-1] == "شاي مجاني في الطابق الأول"


def test_a_language_without_a_sentence_of_its_own_gets_english() -> None:
    assert said(OWN, queue_ticket("fr"))[-1] == "Free tea on the first floor"


def test_what_is_not_known_is_left_out_with_its_label_and_its_paper() -> None:
    template = parse_template(PaperKind.QUEUE_TICKET, OWN)
    blocks = lay_out(parse(queue_ticket(room="")), words_for("en"), Paper(58), template)
    assert not any(isinstance(block, Feed) for block in blocks)
    assert "Your room" not in said(OWN, queue_ticket(room=""))


def test_a_reprint_is_marked_whatever_the_template_says() -> None:
    assert said(OWN, queue_ticket(reprint=True)).count("Reprint") == 2


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("block = 3", "a list of"),
        ("", "a list of"),
        ("[[block]]\ntext = 'a'\n[x]", "nothing else"),
        ("[[block]", "not valid TOML"),
        ("[[block]]", "block 1: needs exactly one"),
        ("[[block]]\ntext='a'\nrule=true", "block 1: needs exactly one"),
        ("[[block]]\ntext='{patient_name}'", "block 1: text: {patient_name} is unknown"),
        ("[[block]]\ntext='{words.name}'", "{words.name} is unknown"),
        ("[[block]]\ntext='{room.__class__}'", "is unknown"),
        ("[[block]]\ntext='{room!r}'", "is unknown"),
        ("[[block]]\ntext='{room'", "block 1: text:"),
        ("[[block]]\ntext='a'\nscale=9", "scale should be a whole number from 1 to 8"),
        ("[[block]]\ntext='a'\nbold='yes'", "bold should be true or false"),
        ("[[block]]\ntext='a'\nalign='right'", "align should be one of start, centre"),
        ("[[block]]\ntext='a'\ncolour='red'", "colour means nothing in a text block"),
        ("[[block]]\nrule=true\nscale=2", "scale means nothing in a rule block"),
        ("[[block]]\ntext='a'\nwhen='ill'", "when: ill is unknown"),
        ("[[block]]\nfeed=256", "feed should be a whole number"),
        ("[[block]]\ntext='" + "x" * 401 + "'", "at most 400"),
        ("[[block]]\ntext='a'\n" * 61, "at most 60"),
    ],
)
def test_a_wrong_template_is_refused_with_its_place(source: str, complaint: str) -> None:
    with pytest.raises(BadTemplate) as refused:
        parse_template(PaperKind.QUEUE_TICKET, source)
    assert complaint in str(refused.value)


def test_each_mistake_has_words_on_the_admins_page() -> None:
    words = (QML / "admin" / "papers" / "PaperWords.qml").read_text("utf-8")
    assert set(re.findall(r'case "([a-z_]+)":', words.split("function reason")[1])) == set(Mistake)


def test_a_clinics_mistake_costs_its_template_and_never_a_ticket(tmp_path: Path) -> None:
    (tmp_path / "queue_ticket.toml").write_text("[[block]]\ntext='{nobody}'", encoding="utf-8")
    templates = Templates(tmp_path)
    assert TicketEncoder(58, templates=templates).render(queue_ticket()) == TicketEncoder(58).render(queue_ticket())
    assert "{nobody} is unknown" in templates.wrong[PaperKind.QUEUE_TICKET]


def test_a_clinics_own_template_is_printed(tmp_path: Path) -> None:
    (tmp_path / "queue_ticket.toml").write_text(OWN, encoding="utf-8")
    assert b"Free tea" in TicketEncoder(58, templates=Templates(tmp_path)).render(queue_ticket())


@pytest.mark.parametrize("kind", PaperKind)
def test_a_clinic_may_begin_with_ours(kind: PaperKind, tmp_path: Path) -> None:
    (tmp_path / f"{kind}.toml").write_text(source_of(kind), encoding="utf-8")
    assert Templates(tmp_path).of(kind) == shipped(kind)


def test_control_characters_of_a_template_are_no_commands() -> None:
    assert said('[[block]]\ntext = "a\\u001b@b"', queue_ticket()) == ["a @b"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_says_when_where_and_with_whom(language: str) -> None:
    payload = appointment_slip(language)
    everything = said(source_of(PaperKind.APPOINTMENT_SLIP), payload)
    words = words_for(language)
    for expected in ("09:40", payload["doctor_name"], "7392 0164", words.appointment):
        assert expected in everything
    assert words.appointment_provisional not in everything
    assert words.appointment_provisional in said(
        source_of(PaperKind.APPOINTMENT_SLIP), appointment_slip(language, provisional=True)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_says_what_was_paid_and_how(language: str) -> None:
    everything = said(source_of(PaperKind.RECEIPT), receipt(language))
    assert ("25,00 EUR" if language in ("es", "fr") else "25.00 EUR") in everything
    assert words_for(language).methods["cash"] in everything


def test_a_test_page_names_machine_printer_and_paper() -> None:
    everything = said(source_of(PaperKind.TEST_PAGE), printer_test_page())
    assert {"Lobby kiosk", "192.0.2.7:9100", "58 mm"} <= set(everything)


def test_the_clinics_logo_stands_on_top(qapp: QGuiApplication, tmp_path: Path) -> None:
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(0xFF000000)
    file = tmp_path / "logo.png"
    assert picture.save(str(file))
    from kiosk.printing import raster

    drawn = raster.logo(file, 384)
    assert drawn is not None
    assert (drawn.width_dots, drawn.height_dots) == (384, 128)
    blocks = lay_out(parse(queue_ticket()), words_for("en"), Paper(58, drawn))
    assert isinstance(blocks[0], Picture)
    assert len(TicketEncoder(58, logo=file).render(queue_ticket())) > len(TicketEncoder(58).render(queue_ticket()))


def test_a_logo_that_is_no_picture_costs_the_logo_alone(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    with_bad_logo = TicketEncoder(58, logo=tmp_path / "logo.png").render(queue_ticket())
    assert with_bad_logo == TicketEncoder(58).render(queue_ticket())


def test_without_a_logo_nothing_stands_in_its_place() -> None:
    assert not any(isinstance(block, Rule) for block in lay_out(parse(queue_ticket()), words_for("en"), Paper(58))[:2])
