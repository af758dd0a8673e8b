"""What a person can be found by, and what somebody means who types a few letters: names, phones, numbers, birth dates.

Everything that can be typed is a prefix of a *term*: a word of a name, a phone number's digits, a patient number. So
one ordered index answers every letter of it. A name of several words is kept as its joined endings ("van der Berg"
as `vanderberg`, `derberg`, `berg`): no more rows than words, and it is found with and without its spaces.

Two words together are a term of their own, their letters taken in turns: "jane sam" asks for `=jsaanm`, which few begin
with, where a hundred thousand begin with one of them. Their order is that of the alphabet, so one row does for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from server_sync.clinic.identity import digits_of
from server_sync.clinic.names import fold, is_cjk, parts, spellings

TERM_LETTERS = 64
"""What the column of terms holds; a longer word is known by its beginning."""

OTHERS_LETTERS = 400
"""PostgreSQL indexes rows of up to 2,704 bytes; four bytes a letter at most."""

MOST_ENDINGS = 8
"""Words of one name, or characters of a Chinese one, from which it can be found."""

PAIRED_LETTERS = 6
"""Letters of each of two words that stand in the term of both."""

MOST_CONDITIONS = 8
"""Words of a search that count; whoever types more has found their patient."""

_MOST_TYPED = 200
_FEWEST_DIGITS = 3
_WHOLE_NUMBER_DIGITS = 8

# E.164's country codes of one and of two digits (ITU operational bulletin, 2016); all others have three.
_SHORT_CODES = ("1", "7")
_TWO_DIGIT_CODES = re.compile("2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
# Müller is written Mueller, and Østergård Oestergaard: what follows is left out on both sides.
_WRITTEN_OUT = re.compile("(?<=[aou])e|(?<=a)a")
_DATE = re.compile(r"(?<!\d)(?:(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-./ ])(\d{1,2})\6(\d{4}))(?!\d)")
_NUMBER = re.compile(r"\bpat[\s-]+(?=\d)")
_DIGIT_RUN = re.compile(r"(?<!\S)[+(]?\d[\d\s().+/-]*(?!\S)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, as conditions that must all hold. Nothing is asked for where all are empty.

    `words` begin words of a name, the longest first. Each of `numbers` holds alternatives, any of which begins a number
    of the person's. `born` are readings of a birth date.
    """

    words: tuple[str, ...] = ()
    numbers: tuple[tuple[str, ...], ...] = ()
    born: tuple[date, ...] = ()


def terms_of(
    first_name: str | None,
    last_name: str | None,
    patient_number: str | None,
    phone: str | None,
    email: str | None = None,
) -> dict[str, str]:
    """Every term of a person, that of two words with both of them behind it: `=jsaanmep` with " jane sample"."""
    endings = list(_endings(first_name or "", last_name or ""))
    terms = dict.fromkeys((word for ending in endings for word in ending), "")
    for one, other in combinations(endings, 2):
        for way in range(max(len(one), len(other))):
            a, b = sorted((one[min(way, len(one) - 1)], other[min(way, len(other) - 1)]))
            term = _paired(a, b)
            terms[term] = _joined(dict.fromkeys((*terms.get(term, "").split(), a, b)))
    numbers = (*_phone_terms(phone or ""), *_number_terms(patient_number or ""), *_email_terms(email or ""))
    return terms | dict.fromkeys(numbers, "")


def pair_prefix(one: str, other: str) -> str:
    """How the term of two words begins of which these are the beginnings.

    Whole words stand in the order of their beginnings; where one begins with the other, either order reads the same.
    """
    return _paired(*sorted((one, other)))


def email_term(email: str) -> str:
    """The term by which everybody with this e-mail address is surely found; one that is very long by its beginning."""
    return f"@{email.strip().lower()}"[:TERM_LETTERS]


def _email_terms(email: str) -> Iterable[str]:
    return (email_term(email),) if "@" in email else ()


def asked(typed: str) -> Asked:
    """Read what somebody typed, in any order: names, phone, patient number, birth date. Any text is taken."""
    text = _ascii_digits(typed[:_MOST_TYPED]).lower()
    text = _NUMBER.sub("pat", text)
    born: list[date] = []
    for match in _DATE.finditer(text):
        readings = tuple(_readings(match))
        if readings and not born:
            born += readings
            text = text.replace(match.group(), " ", 1)
    runs = [match.group() for match in _DIGIT_RUN.finditer(text)]
    text = _DIGIT_RUN.sub(" ", text)
    prefixes = [_digit_prefixes(run) for run in runs]
    words: list[str] = []
    for token in text.split():
        if "@" in token:
            prefixes.append((email_term(token),))
        elif any(sign.isdigit() for sign in token):
            prefixes.append(tuple(dict.fromkeys((*_number_terms(token), _typed_word(fold(token).replace(" ", ""))))))
        else:
            words += [_typed_word(word) for word in fold(token).split()]
    longest_first = sorted((word for word in words if word), key=len, reverse=True)
    return Asked(tuple(longest_first[:MOST_CONDITIONS]), tuple(filter(any, prefixes[:MOST_CONDITIONS])), tuple(born))


def _endings(first_name: str, last_name: str) -> Iterator[tuple[str, ...]]:
    """The joined endings of both names, each in its spellings."""
    whole = _characters(last_name + first_name)
    if whole and last_name and first_name:
        yield from _endings_of_characters(whole)
        return
    for name in (last_name, first_name):
        characters = _characters(name)
        if characters:
            yield from _endings_of_characters(characters)
        else:
            yield from _endings_of_words([found for part in parts(name) if (found := spellings(part))])


def _characters(name: str) -> str:
    """A name that is written in a few characters without spaces between its parts; else an empty string."""
    if name.isascii():
        return ""
    characters = unicodedata.normalize("NFC", "".join(name.split()))
    return characters if len(characters) <= MOST_ENDINGS and all(map(is_cjk, characters)) else ""


def _endings_of_characters(name: str) -> Iterator[tuple[str, ...]]:
    for start in range(len(name)):
        found = spellings(name[start:])
        if found:
            yield tuple(dict.fromkeys(_typed_word(word) for word in found))


def _endings_of_words(words: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for start in range(min(len(words), MOST_ENDINGS)):
        most = max(len(word) for word in words[start:])
        joined = ("".join(word[min(way, len(word) - 1)] for word in words[start:]) for way in range(most))
        yield tuple(dict.fromkeys(_typed_word(word) for word in joined))


def _paired(one: str, other: str) -> str:
    letters = min(len(one), len(other), PAIRED_LETTERS)
    return "=" + "".join(a + b for a, b in zip(one[:letters], other[:letters], strict=True))


def _typed_word(word: str) -> str:
    return _WRITTEN_OUT.sub("", word)[:TERM_LETTERS] if word.isascii() else word[:TERM_LETTERS]


def _joined(words: Iterable[str]) -> str:
    joined = ""
    for word in words:
        if len(joined) + len(word) < OTHERS_LETTERS:
            joined += f" {word}"
    return joined


def _phone_terms(phone: str) -> Iterator[str]:
    """The number within its country, without a trunk zero; with its country's code where that is known."""
    digits, is_international = _dialled(phone)
    if len(digits) < _FEWEST_DIGITS:
        return
    if is_international:
        yield f"+{digits}"[:TERM_LETTERS]
        digits = digits[_code_length(digits) :]
    national = digits.lstrip("0")[:TERM_LETTERS]
    if len(national) >= _FEWEST_DIGITS:
        yield national


def _dialled(phone: str) -> tuple[str, bool]:
    """The digits, and whether they begin with a country's code. "+44 (0)7700" has a zero that is never dialled."""
    text = phone.replace("(0)", "").strip()
    digits = digits_of(text)
    if text.startswith(("+", "\uff0b")):
        return digits, True
    return (digits[2:], True) if digits.startswith("00") else (digits, False)


def _code_length(digits: str) -> int:
    if digits[:1] in _SHORT_CODES:
        return 1
    return 2 if _TWO_DIGIT_CODES.match(digits) else 3


def _number_terms(patient_number: str) -> tuple[str, ...]:
    """Apart from words and phones: whoever types "pat" looks for Patricia."""
    plain = fold(patient_number).replace(" ", "").removeprefix("pat")
    return (f"#{plain}"[:TERM_LETTERS],) if plain else ()


def _digit_prefixes(run: str) -> tuple[str, ...]:
    """What digits may begin: a number with its country's code, without, or a patient's number."""
    digits, is_international = _dialled(run)
    found: list[str] = []
    if is_international:
        found.append(f"+{digits}")
        if len(digits) >= _WHOLE_NUMBER_DIGITS:  # they may stand in the records without the code
            found += [digits[_code_length(digits) :].lstrip("0"), digits]
    elif digits:
        found += [digits.lstrip("0"), f"#{digits}"]
        if not digits.startswith("0"):
            found.append(f"+{digits}")
    return tuple(dict.fromkeys(prefix[:TERM_LETTERS] for prefix in found if prefix))


def _readings(match: re.Match[str]) -> Iterator[date]:
    year_first, _, month, day, one, mark, two, year_last = match.groups()
    orders = [(year_first, month, day)] if year_first else [(year_last, two, one)]
    if mark in ("/", "-", " "):  # people of some countries write the month first
        orders.append((year_last, one, two))
    seen: set[date] = set()
    for year, month_, day_ in orders:
        try:
            found = date(int(year), int(month_), int(day_))
        except ValueError:
            continue
        if found not in seen:
            seen.add(found)
            yield found


def _ascii_digits(text: str) -> str:
    return "".join(
        sign if sign.isascii() or unicodedata.decimal(sign, None) is None else str(unicodedata.decimal(sign))
        for sign in text
    )
