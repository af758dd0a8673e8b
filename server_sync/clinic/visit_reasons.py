"""Why people come without an appointment: the program's own reasons, and those that a clinic sets up at a location.

A reason is stored as its code beside its words in the clinic's own language: each desk says it in the language that it
is read in, and rows whose code nobody knows any more stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_REASONS = 36
LONGEST_WORDS = 60
NEEDS = frozenset({"pregnant", "infant", "disability", "interpreter", "wheelchair"})
"""What a reason may imply that people would otherwise be asked (`desk.self_service.Need`)."""
ICONS = frozenset(
    {
        "activity",
        "baby",
        "bandage",
        "brain",
        "circleHelp",
        "eye",
        "fileText",
        "flaskConical",
        "heartPulse",
        "pill",
        "stethoscope",
        "syringe",
        "thermometer",
    }
)
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FIELDS = frozenset({"code", "words", "icon", "urgent", "needs"})


class ReasonsRefused(ValueError):
    """These cannot be offered. `code` is stable; the message says why, for an admin."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True)
class VisitReason:
    """One reason, in the words of each language (BCP 47) that it has; never without any.

    `urgent`: it is shown to staff as said to be urgent, and orders nobody. `needs`: chosen already where people are
    asked what they need.
    """

    code: str
    words: tuple[tuple[str, str], ...]
    icon: str = ""
    urgent: bool = False
    needs: tuple[str, ...] = ()

    def said_in(self, language: str, default_language: str = "en") -> str:
        """Its words in a language, else in the clinic's, else in whichever it has."""
        held = dict(self.words)
        return held.get(language) or held.get(default_language) or self.words[0][1]

    def as_document(self) -> dict[str, object]:
        """As it stands at a location."""
        return {
            "code": self.code,
            "words": dict(self.words),
            "icon": self.icon,
            "urgent": self.urgent,
            "needs": list(self.needs),
        }


def parse_reasons(document: object) -> tuple[VisitReason, ...]:
    """The setting as it stands at a location, in its order; the program's own reasons where it is None.

    `[{"code": "travel", "words": {"en": "A travel vaccination"}, "icon": "syringe"}]`. Raises ReasonsRefused.
    """
    if document is None:
        return OWN_REASONS
    if not isinstance(document, Sequence) or isinstance(document, str) or not 1 <= len(document) <= MOST_REASONS:
        raise ReasonsRefused("no_reasons", f"reasons are a list of 1 to {MOST_REASONS}")
    reasons = tuple(_parsed(one) for one in document)
    if len({one.code for one in reasons}) < len(reasons):
        raise ReasonsRefused("code_twice", "each reason has a code of its own")
    return reasons


def reasons_in_force(document: object) -> tuple[VisitReason, ...]:
    """As `parse_reasons`; the program's own where they are refused, for a kiosk must go on."""
    try:
        return parse_reasons(document)
    except ReasonsRefused:
        return OWN_REASONS


def reason_of(code: object, document: object) -> VisitReason | None:
    """The reason behind a code: the location's, else the program's own; None where nobody knows it."""
    known = (*reasons_in_force(document), *OWN_REASONS)
    return next((one for one in known if one.code == code), None)


def _parsed(one: object) -> VisitReason:
    if not isinstance(one, Mapping) or not set(one) <= _FIELDS:
        raise ReasonsRefused("no_reason", f"a reason has {', '.join(sorted(_FIELDS))}, and nothing else")
    code, icon, urgent, needs = one.get("code"), one.get("icon", ""), one.get("urgent", False), one.get("needs", [])
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ReasonsRefused("no_code", "a code has up to 32 small letters, digits and _, such as 'travel'")
    if icon != "" and icon not in ICONS:
        raise ReasonsRefused("no_icon", f"the icon of {code!r} is one of {', '.join(sorted(ICONS))}")
    if not isinstance(urgent, bool):
        raise ReasonsRefused("no_flag", f"'urgent' of {code!r} is true or false")
    if not isinstance(needs, Sequence) or isinstance(needs, str) or any(need not in NEEDS for need in needs):
        raise ReasonsRefused("no_need", f"the needs of {code!r} are of {', '.join(sorted(NEEDS))}")
    return VisitReason(code, _words(code, one.get("words")), str(icon), urgent, tuple(str(need) for need in needs))


def _words(code: str, words: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(words, Mapping) or not words:
        raise ReasonsRefused("no_words", f"{code!r} has words for each language, such as {{'en': 'Pain'}}")
    for language, said in words.items():
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise ReasonsRefused("no_language", f"{str(language)[:20]!r} is no language; one is 'en'")
        if not isinstance(said, str) or not 1 <= len(said.strip()) <= LONGEST_WORDS:
            raise ReasonsRefused("no_words", f"the words of {code!r} have 1 to {LONGEST_WORDS} characters")
    return tuple((str(language), str(said).strip()) for language, said in words.items())


def _of(code: str, icon: str, *words: str, needs: tuple[str, ...] = ()) -> VisitReason:
    return VisitReason(code, tuple(zip(("en", "es", "fr", "hi", "ar", "zh"), words, strict=True)), icon, needs=needs)


OWN_REASONS = (
    _of(
        "cough",
        "thermometer",
        "A cough, a cold or fever",
        "Tos, resfriado o fiebre",
        "Toux, rhume ou fièvre",
        "खाँसी, ज़ुकाम या बुखार",
        "سعال أو زكام أو حمّى",
        "咳嗽、感冒或发烧",
    ),
    _of("pain", "activity", "Pain", "Dolor", "Douleur", "दर्द", "ألم", "疼痛"),
    _of(
        "injury",
        "bandage",
        "An injury or a wound",
        "Una lesión o una herida",
        "Une blessure ou une plaie",
        "चोट या घाव",
        "إصابة أو جرح",
        "受伤或伤口",
    ),
    _of(
        "prescription",
        "pill",
        "A prescription or medicine",
        "Una receta o un medicamento",
        "Une ordonnance ou un médicament",
        "पर्ची या दवा",
        "وصفة أو دواء",
        "开药或配药",
    ),
    _of(
        "test",
        "flaskConical",
        "A test or its results",
        "Una prueba o sus resultados",
        "Un examen ou ses résultats",
        "जाँच या रिपोर्ट",
        "فحص أو نتائجه",
        "检查或结果",
    ),
    _of("vaccination", "syringe", "A vaccination", "Una vacuna", "Un vaccin", "टीका", "تطعيم", "接种疫苗"),
    _of(
        "ill_child",
        "baby",
        "My child is ill",
        "Mi hijo está enfermo",
        "Mon enfant est malade",
        "मेरा बच्चा बीमार है",
        "طفلي مريض",
        "我的孩子生病了",
    ),
    _of(
        "pregnancy", "heartPulse", "Pregnancy", "Embarazo", "Grossesse", "गर्भावस्था", "حمل", "怀孕", needs=("pregnant",)
    ),
    _of(
        "eyes_ears",
        "eye",
        "Eyes or ears",
        "Ojos u oídos",
        "Yeux ou oreilles",
        "आँख या कान",
        "العينان أو الأذنان",
        "眼睛或耳朵",
    ),
    _of(
        "mood",
        "brain",
        "Mood, worries or sleep",
        "Ánimo, nervios o sueño",
        "Moral, soucis ou sommeil",
        "मन, चिंता या नींद",
        "المزاج أو القلق أو النوم",
        "情绪、焦虑或睡眠",
    ),
    _of(
        "paper",
        "fileText",
        "A certificate or a paper",
        "Un certificado o un papel",
        "Un certificat ou un papier",
        "प्रमाणपत्र या काग़ज़",
        "شهادة أو ورقة",
        "证明或文件",
    ),
    _of("other", "circleHelp", "Something else", "Otra cosa", "Autre chose", "कुछ और", "شيء آخر", "其他"),
)
