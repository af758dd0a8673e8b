"""To what a clinic asks people to agree: its text in its languages, which version of it that is, and what was said."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

LONGEST_TEXT = 4_000
"""Characters; whoever must say more hands out paper."""
MOST_LANGUAGES = 50
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERSION_DIGITS = 16


class ConsentRefused(ValueError):
    """This cannot be asked of anybody. `code` is stable; the message says why, for an admin."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True)
class Consent:
    """What people are asked to agree to, by language (BCP 47). Never empty."""

    texts: tuple[tuple[str, str], ...]
    default_language: str

    @property
    def version(self) -> str:
        """Which text it is: another word in any of its languages makes another version, and everybody is asked anew."""
        written = json.dumps(sorted(self.texts), ensure_ascii=True)
        return hashlib.sha256(written.encode()).hexdigest()[:_VERSION_DIGITS]

    def shown_in(self, language: str) -> str:
        """The language in which somebody who speaks `language` is shown it."""
        held = dict(self.texts)
        return next((one for one in (language, self.default_language) if one in held), self.texts[0][0])

    def text_in(self, language: str) -> str:
        """The words that somebody who speaks `language` is shown."""
        return dict(self.texts)[self.shown_in(language)]


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody said to a version of the text, in the language in which it was shown to them."""

    version: str
    agreed: bool
    language: str

    def as_document(self, at: datetime) -> dict[str, object]:
        """As it stands on the person's record; `at` is aware."""
        said = "agreed" if self.agreed else "declined"
        return {"version": self.version, "said": said, "language": self.language, "at": at.isoformat()}


def parse_consent(document: object, default_language: str = "en") -> Consent | None:
    """The setting as it stands at a location: `{"en": "I agree that ..."}`; None where nobody is asked.

    Raises ConsentRefused.
    """
    if document is None:
        return None
    if not isinstance(document, Mapping) or not document or len(document) > MOST_LANGUAGES:
        raise ConsentRefused("no_texts", "a consent is a text for each language, such as {'en': 'I agree that ...'}")
    for language, text in document.items():
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise ConsentRefused("no_language", f"{str(language)[:20]!r} is no language; one is 'en'")
        if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
            raise ConsentRefused("no_text", f"the text in {language!r} has 1 to {LONGEST_TEXT} characters")
    return Consent(tuple(sorted((str(one), str(text).strip()) for one, text in document.items())), default_language)


def consent_in_force(document: object, default_language: str) -> Consent | None:
    """As `parse_consent`; None where it is refused, for a kiosk must go on."""
    try:
        return parse_consent(document, default_language)
    except ConsentRefused:
        return None


def has_answered(document: object, consent: Consent) -> bool:
    """Whether what stands on a person's record is an answer, of either kind, to this version."""
    return isinstance(document, Mapping) and document.get("version") == consent.version


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a person's record: what they said to which version, and when (aware)."""

    version: str
    agreed: bool
    at: datetime


def standing_answer(document: object) -> Standing | None:
    """A person's last answer as `Answered.as_document` wrote it; None where there is none that can be read."""
    if not isinstance(document, Mapping):
        return None
    version, said, at = (document.get(name) for name in ("version", "said", "at"))
    if not isinstance(version, str) or said not in ("agreed", "declined") or not isinstance(at, str):
        return None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return None if moment.tzinfo is None else Standing(version, said == "agreed", moment)
