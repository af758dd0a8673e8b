"""How names are compared: what two spellings of one name share, whatever their case, accents and script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Marks that people leave out when they type: accents, Cyrillic titlo, Hebrew points, Arabic vowels and tatweel, Indic
# nukta. The vowel signs of Indic scripts and Thai are no such marks: without them another name is left.
_LEFT_OUT = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Letters that Unicode does not take apart, and Arabic and Persian letters that are written for one another.
_SAME = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŋ": "ng",
        "þ": "th",
        "ŧ": "t",
        "ə": "e",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ے": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
    }
)
# An apostrophe stands within a name, not between two: O'Brien is typed Obrien. Joiners and directions are unseen.
_WITHIN = re.compile(
    "['`´\u02b9-\u02bf\u2018\u2019\u201b\u05f3\uff07\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_NO_LETTERS = re.compile(r"[\W_]+")
_CJK = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)


def fold(text: str) -> str:
    """`text` without case, accents and punctuation, its words parted by one space.

    "  Zoë O’Brien-LUNDØ" is "zoe obrien lundo"; digits of any script are ASCII ones. Empty where there
    is no letter and no digit. To fold what was folded changes nothing.
    """
    if text.isascii():
        return _NO_LETTERS.sub(" ", text.replace("'", "").replace("`", "").lower()).strip()
    plain = _WITHIN.sub("", text).casefold()
    plain = _LEFT_OUT.sub("", unicodedata.normalize("NFKD", plain)).casefold().translate(_SAME)
    plain = unicodedata.normalize("NFC", plain)
    return " ".join("".join(_kept(sign) for sign in plain).split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in their order. A Chinese or Japanese name without spaces is one word."""
    return tuple(fold(text).split())


def parts(name: str) -> tuple[str, ...]:
    """The words of a name as they were written, parted where `fold` parts them."""
    if name.isascii():
        return tuple(_NO_LETTERS.sub(" ", name.replace("'", "").replace("`", "")).split())
    whole = _WITHIN.sub("", unicodedata.normalize("NFKC", name))
    return tuple("".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in whole).split())


def spellings(word: str) -> tuple[str, ...]:
    """A word of a name folded, and as it may be typed in ASCII: "Сергей" is "сергеи", "sergey" and "sergei".

    One spelling where it is Latin; empty where it has no letter or digit. Transliteration is by `anyascii`, which is
    imported with the first word that needs it.
    """
    folded = fold(word).replace(" ", "")
    if not folded:
        return ()
    if folded.isascii():
        return (folded,)
    found = [folded, _in_ascii(word), _in_ascii(folded)]
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))


def is_cjk(word: str) -> bool:
    """Whether it is written in characters that stand without spaces: Chinese, or Japanese."""
    return _CJK.search(word) is not None


def are_similar(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two people's folded words may be one name: in any order, a word of each may be missing or shortened.

    "Jane Sample" is similar to "sample, j." and to "Jane Mary Sample", not to "John Sample" or to "Jane Smith".
    """
    few, many = sorted((list(dict.fromkeys(one)), list(dict.fromkeys(other))), key=len)
    if not few:
        return False
    unmatched = list(many)
    for word in sorted(few, key=len, reverse=True):
        same = next((rival for rival in unmatched if _may_be(word, rival)), None)
        if same is None:
            return False
        unmatched.remove(same)
    return any(len(word) > 1 for word in few)


def _may_be(word: str, rival: str) -> bool:
    """The same, an initial, or one slip of the finger in a longer word."""
    if word == rival or (min(len(word), len(rival)) == 1 and word[0] == rival[0]):
        return True
    return min(len(word), len(rival)) >= 4 and _one_slip(word, rival)


def _one_slip(word: str, rival: str) -> bool:
    """One letter other, more or less, or two swapped."""
    if abs(len(word) - len(rival)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(word, rival, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other = word[start:], rival[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _kept(sign: str) -> str:
    """A letter, a mark that belongs to one, or a digit; all else parts words."""
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    return sign if unicodedata.category(sign)[0] in "LMN" else " "


def _in_ascii(word: str) -> str:
    # Seven hundred kilobytes of tables: a kiosk whose patients are all written in Latin never needs them.
    from anyascii import anyascii

    return fold(anyascii(unicodedata.normalize("NFC", word))).replace(" ", "")
