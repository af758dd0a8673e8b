"""The sync log as files: what a spreadsheet, a program and a printer get."""

from __future__ import annotations

import csv
import io
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server_sync.desk.sync_log.entries import LogEntry
from server_sync.desk.sync_log.export import COLUMNS, Format, Heading, export_as, watched
from server_sync.desk.sync_log.pdf import LINES_A_PAGE

NINE = datetime(2026, 7, 9, 9, 0, tzinfo=UTC)
HEADING = Heading("Riverside Clinic", "Europe/London", NINE, "Ada Admin", (("Status", "failed"),))


def entry(number: int = 1, **other: Any) -> LogEntry:
    told: dict[str, Any] = {
        "id": number,
        "happened_at": NINE + timedelta(seconds=number),
        "settled_at": NINE + timedelta(seconds=number + 1),
        "device_uid": "01890a5d-ac96-774b-bcce-b302099a8057",
        "device": "Lobby kiosk 1",
        "sequence": number,
        "intent": "check_in",
        "noun": "queue",
        "record_id": 2**40 + number,
        "action": "create",
        "status": "synced",
        "outcome": "applied",
    }
    return LogEntry(**told | other)


def written(kind: Format, *stretches: Sequence[LogEntry], heading: Heading = HEADING) -> bytes:
    return b"".join(export_as(kind, heading, stretches))


def cells(made: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_spreadsheet_gets_a_mark_a_heading_and_a_line_for_each_entry() -> None:
    made = written(Format.CSV, [entry(2)], [entry(1)])
    assert made.startswith(b"\xef\xbb\xbfid,happened_at,")
    assert made.count(b"\r\n") == 3
    heading, first, second = cells(made)
    assert heading == list(COLUMNS)
    assert first[:4] == ["2", "2026-07-09T10:00:02.000+01:00", "2026-07-09T10:00:03.000+01:00", "Lobby kiosk 1"]
    assert second[0] == "1"


def test_what_waits_leaves_its_cells_empty() -> None:
    row = cells(written(Format.CSV, [entry(settled_at=None, outcome=None, record_id=None, sequence=None)]))[1]
    assert [row[COLUMNS.index(name)] for name in ("settled_at", "sequence", "record_id", "outcome")] == [""] * 4


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "-1", "@sum(A1)", "\tx", "＝1+1"])
def test_device_named_like_a_formula_is_a_word_to_a_spreadsheet(name: str) -> None:
    made = written(Format.CSV, [entry(device=name, intent=name, outcome=name)])
    row = cells(made)[1]
    assert [row[COLUMNS.index(column)] for column in ("device", "intent", "outcome")] == [f"'{name}"] * 3


def test_table_for_people_speaks_their_language_and_one_for_programs_has_the_names() -> None:
    heading, row = cells(written(Format.CSV, [entry()], heading=replace(HEADING, language="fr")))
    assert heading[6:] == ["Acte", "Fiche", "Id de la fiche", "Effet", "État", "Résultat"]
    assert row[6:] == [
        "Arrivée enregistrée",
        "Place dans la file",
        str(2**40 + 1),
        "Nouveau",
        "Sur le serveur",
        "Appliqué",
    ]
    lines = written(Format.JSONL, [entry()], heading=replace(HEADING, language="fr"))
    assert (json.loads(lines)["intent"], json.loads(lines)["status"]) == ("check_in", "synced")


def test_commas_quotes_and_line_breaks_stay_in_their_cell() -> None:
    name = 'Desk "A",\r\nnorth'
    assert cells(written(Format.CSV, [entry(device=name)]))[1][3] == name


def test_programs_get_an_object_a_line() -> None:
    lines = written(Format.JSONL, [entry(2, device="大厅"), entry(1)]).splitlines()
    first = json.loads(lines[0])
    assert (first["id"], first["device"], first["type"]) == (2, "大厅", "queue")
    assert first["happened_at"] == "2026-07-09T10:00:02.000+01:00"
    assert "body" not in first
    assert len(lines) == 2


@pytest.mark.parametrize("kind", [Format.CSV, Format.JSONL])
def test_bodies_and_quoting_words_come_only_where_they_were_asked_for(kind: Format) -> None:
    told = entry(resolution='Not taken: first name "Jane".', body={"first_name": "Jane"})
    assert b"Jane" not in written(kind, [told])
    asked = Heading("Riverside Clinic", "Europe/London", NINE, "Ada Admin", with_bodies=True)
    assert written(kind, [told], heading=asked).count(b"Jane") == 2


def test_paper_never_has_bodies() -> None:
    told = entry(resolution="Jane", body={"first_name": "Jane"})
    asked = Heading("Riverside Clinic", "Europe/London", NINE, "Ada Admin", with_bodies=True)
    assert "Jane" not in said_by(written(Format.PDF, [told], heading=asked))


def test_paper_sums_up_on_its_first_page_what_the_others_list() -> None:
    entries = [entry(number, status="conflict" if number < 8 else "synced") for number in range(120, 0, -1)]
    made = written(Format.PDF, entries[:50], entries[50:])
    pages = pages_of(made)
    assert len(pages) == 1 + -(-120 // LINES_A_PAGE)
    assert all(
        word in pages[0] for word in ("Riverside Clinic", "Ada Admin", "120", "113", "To look at", "Europe/London")
    )
    assert "2026-07-09 10:00:01+01:00 to 2026-07-09 10:02:00+01:00" in pages[0]
    assert "2026-07-09 10:02:00+01:00" in pages[1]
    assert [re.search(r"Page \d+", page)[0] for page in pages] == ["Page 1", "Page 2", "Page 3", "Page 4"]  # type: ignore[index]  # each has one
    assert "of 4" in said_by(made)


def test_paper_in_hindi_is_shaped_and_can_be_searched_for_what_was_written() -> None:
    made = written(Format.PDF, [entry(status="failed")], heading=replace(HEADING, language="hi"))
    assert b"/Lang (hi)" in made
    assert b"NotoSansDevanagari-400" in made
    assert b"NotoSansDevanagari-700" in made, "what is kept back stands out there too"
    drawn = drawn_by(made)
    searched = {bytes.fromhex(one.decode()).decode("utf-16") for one in re.findall(rb"/ActualText <(\w+)> *>>", drawn)}
    assert {"सिंक लॉग", "आगमन दर्ज", "रोका हुआ", "स्थिति"} <= searched
    # A mark that another letter carries is drawn above it, or back over it.
    assert re.search(rb"\[-?[\d.]+ <\w+> -?[1-9][\d.]*\] TJ", drawn)


def test_paper_in_arabic_begins_at_its_right_side() -> None:
    arabic, english = (
        drawn_by(written(Format.PDF, [entry()], heading=replace(HEADING, language=language)))
        for language in ("ar", "en")
    )
    title = re.compile(rb"BT 1 0 0 1 ([\d.]+) 537 Tm")
    assert float(title.findall(english)[0]) == 36
    assert float(title.findall(arabic)[0]) > 600


def test_paper_of_nothing_is_its_summary() -> None:
    made = written(Format.PDF)
    assert len(pages_of(made)) == 1
    assert "of 1" in said_by(made)


def test_each_object_of_the_paper_stands_where_its_table_says() -> None:
    made = written(Format.PDF, [entry(number, device="عيادة النهر") for number in range(300, 0, -1)])
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF", made)[0])
    lines = made[start:].splitlines()
    assert lines[:3] == [b"xref", b"0 %d" % int(lines[1].split()[1]), b"0000000000 65535 f "]
    for number in range(1, int(lines[1].split()[1])):
        place = int(lines[2 + number].split()[0])
        assert made[place:].startswith(b"%d 0 obj\n" % number)


def test_whoever_watches_hears_how_far_it_is_and_can_stop_it() -> None:
    heard: list[int] = []

    def endless() -> Iterator[Sequence[LogEntry]]:
        while True:
            yield [entry(), entry()]

    pieces = export_as(Format.JSONL, HEADING, watched(endless(), heard.append))
    for _ in range(3):
        next(pieces)
    assert heard == [2, 4]


def pages_of(made: bytes) -> list[str]:
    """What each page says, in the order of the page tree; of text whose letters have their own codes."""
    objects = dict(re.findall(rb"(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", made))

    def walk(number: bytes) -> Iterator[str]:
        told = objects[number]
        kids = re.search(rb"/Kids \[([^\]]*)\]", told)
        if kids is not None:
            for kid in re.findall(rb"(\d+) 0 R", kids[1]):
                yield from walk(kid)
            return
        content = re.search(rb"/Contents (\d+) 0 R", told)
        assert content is not None
        yield words_of(objects[content[1]])

    root = re.search(rb"/Type /Catalog", made)
    assert root is not None
    return list(walk(re.findall(rb"/Pages (\d+) 0 R", made)[0]))


def words_of(stream: bytes) -> str:
    packed = stream.partition(b"stream\n")[2].removesuffix(b"\nendstream")
    drawn = zlib.decompress(packed)
    shown = (
        bytes.fromhex(one[1].decode()) if one[1] else one[0] for one in re.findall(rb"\((.*?)\) Tj|<(\w*)> Tj", drawn)
    )
    return "\n".join(text.decode("latin-1") for text in shown)


def said_by(made: bytes) -> str:
    """All that stands anywhere in it."""
    return "\n".join(words_of(stream) for stream in drawn_streams(made))


def drawn_by(made: bytes) -> bytes:
    """All operators that draw something."""
    packed = (stream.partition(b"stream\n")[2].removesuffix(b"\nendstream") for stream in drawn_streams(made))
    return b"\n".join(map(zlib.decompress, packed))


def drawn_streams(made: bytes) -> list[bytes]:
    streams = re.findall(rb"(?s)obj\n(<<[^>]*/FlateDecode[^>]*>>\nstream\n.*?\nendstream)", made)
    return [stream for stream in streams if b"FontFile" not in stream and b"Length1" not in stream]
