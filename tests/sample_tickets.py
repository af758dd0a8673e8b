"""Payloads of print jobs as the front desk writes them, for plainly fictional clinics and doctors."""

from __future__ import annotations

_NAMES = {
    "en": ("Riverside Clinic", "Waiting area B", "Room 3", "Dr. Ana Ruiz"),
    "es": ("Clínica Ribera", "Sala de espera B", "Consulta 3", "Dra. Begoña Núñez"),
    "fr": ("Clinique des Œillets", "Salle d’attente B", "Salle 3", "Dr Zoë Lefèvre"),
    "hi": ("नदी तट क्लिनिक", "प्रतीक्षा क्षेत्र B", "कमरा 3", "डॉ. श्रुति द्विवेदी"),
    "ar": ("عيادة ضفة النهر", "منطقة الانتظار B", "غرفة 3", "د. ليلى الأحمدي"),
    "zh": ("河畔诊所", "候诊区 B", "3 号诊室", "王小明医生"),
}


def queue_ticket(language: str = "en", **changes: object) -> dict[str, object]:
    """A place in the queue, with names in the ticket's language."""
    clinic, waiting_area, room, doctor_name = _NAMES[language]
    return {
        "kind": "queue_ticket",
        "clinic": clinic,
        "token_number": "20240115-B017",
        "short_number": "B 17",
        "waiting_area": waiting_area,
        "room": room,
        "doctor_name": doctor_name,
        "people_ahead": 3,
        "wait_min": [10, 20],
        "late": False,
        "issued_at": "2024-01-15T10:20:00+01:00",
        "follow_url": "https://clinic.example/q/7f3k9ab2",
        "language": language,
        "reprint": False,
        **changes,
    }


def help_ticket(language: str = "en", **changes: object) -> dict[str, object]:
    """A number for somebody who asked for a person."""
    return queue_ticket(
        language,
        **{
            "kind": "help_ticket",
            "short_number": "B 18",
            "token_number": "20240115-B018",
            "waiting_area": "",
            "room": "",
            "doctor_name": "",
            "people_ahead": 0,
            "wait_min": None,
            "follow_url": None,
            **changes,
        },
    )


def appointment_slip(language: str = "en", **changes: object) -> dict[str, object]:
    """An appointment that was booked, to take home."""
    clinic, _, room, doctor_name = _NAMES[language]
    return {
        "kind": "appointment_slip",
        "clinic": clinic,
        "address": "1 Imaginary Street",
        "clinic_phone": "+1 212 555 0100",
        "appointment_number": "APT-2024-B-000017",
        "booking_code": "73920164",
        "starts_at": "2024-01-17T09:40:00+01:00",
        "doctor_name": doctor_name,
        "room": room,
        "provisional": False,
        "issued_at": "2024-01-15T10:20:00+01:00",
        "language": language,
        "reprint": False,
        **changes,
    }


def receipt(language: str = "en", **changes: object) -> dict[str, object]:
    """Something that was paid at the desk."""
    clinic, _, _, doctor_name = _NAMES[language]
    return {
        "kind": "receipt",
        "clinic": clinic,
        "address": "1 Imaginary Street",
        "receipt_number": "R-2024-B-000003",
        "amount": "25.00",
        "currency": "EUR",
        "method": "cash",
        "appointment_number": "APT-2024-B-000017",
        "doctor_name": doctor_name,
        "reference": None,
        "issued_at": "2024-01-15T10:20:00+01:00",
        "language": language,
        "reprint": False,
        **changes,
    }


def printer_test_page(language: str = "en", **changes: object) -> dict[str, object]:
    """What staff print to see whether a printer is set up well."""
    return {
        "kind": "test_page",
        "clinic": _NAMES[language][0],
        "machine": "Lobby kiosk",
        "printer": "192.0.2.7:9100",
        "issued_at": "2024-01-15T10:20:00+01:00",
        "language": language,
        "reprint": False,
        **changes,
    }
