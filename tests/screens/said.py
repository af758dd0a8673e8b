"""What the screens say in a language, looked up in the translations as translators wrote them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import resources
from server_sync.clinic.visit_reasons import OWN_REASONS

TRANSLATIONS = Path(resources.__file__).parent / "translations"
LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")
OWN_NAMES = dict(zip(LANGUAGES, ("English", "Español", "Français", "हिन्दी", "العربية", "中文"), strict=True))

_REASONS = {one.said_in("en"): one for one in OWN_REASONS}


@cache
def _translated(language: str) -> dict[str, str]:
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for file in sorted(TRANSLATIONS.glob(f"*_{language}.ts"))
        for message in ElementTree.parse(file).iter("message")
    }


def said(language: str, source: str) -> str:
    """A text of the screens in a language. Raises KeyError where it is not one of theirs."""
    if (reason := _REASONS.get(source)) is not None:
        return reason.said_in(language)
    if language == "en":
        assert source in _translated("fr"), f"no screen says {source!r}"
        return source
    return _translated(language)[source]
