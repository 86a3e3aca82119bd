"""One spelling for whatever people write in many: what is equal in it is the same.

Each function returns an empty text where nothing is left that could be compared.
"""

from __future__ import annotations

import re
import unicodedata

_SHORT = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue",
    "ln": "lane", "dr": "drive", "cl": "close", "ct": "court", "cres": "crescent",
    "gdns": "gardens", "pl": "place", "sq": "square", "terr": "terrace", "ter": "terrace",
    "hse": "house", "apt": "flat", "apartment": "flat", "unit": "flat", "bldg": "building",
}  # fmt: skip
_LOOKS_LIKE = str.maketrans("OIL", "011")


def same_postcode(text: str) -> str:
    """Return a postcode in capitals without blanks."""
    return re.sub(r"[^A-Z0-9]", "", _plain(text).upper())


def same_number(text: str) -> str:
    """Return a telephone number as it is dialled within the United Kingdom."""
    digits = re.sub(r"[^0-9+]", "", text.replace("(0)", ""))
    for abroad in ("+44", "0044"):
        if digits.startswith(abroad):
            digits = "0" + digits.removeprefix(abroad).lstrip("0")
    return digits.replace("+", "00")


def same_email(text: str) -> str:
    """Return an email address in small letters, without what stands behind a plus."""
    name, at, domain = text.strip().casefold().rpartition("@")
    return f"{name.partition('+')[0]}{at}{domain}" if at and name else ""


def same_plate(text: str) -> str:
    """Return a number plate in which a letter and the digit that looks like it are one."""
    return same_postcode(text).translate(_LOOKS_LIKE)


def same_words(text: str) -> str:
    """Return words in small letters without accents and marks, in the order given."""
    return " ".join(_words(text))


def same_address(lines: str, postcode: str) -> str:
    """Return what makes an address: its postcode and numbers, or without these all its words.

    A postcode and the numbers of flat and house name one front door however the street is
    written. Where there is no number, the first line stands for it: many houses have a name.
    """
    code = same_postcode(postcode)
    first, *_ = [*filter(str.strip, re.split(r"[,\n]", lines)), ""]
    numbers = re.findall(r"\d+[a-z]?\b", _plain(lines).casefold())
    if code:
        return f"{code} {' '.join(numbers) or same_words(first)}".strip()
    return " ".join(_words(lines))


def _words(text: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+", _plain(text).casefold().replace("'", ""))
    return [_SHORT.get(word, word) for word in found]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(each for each in decomposed if not unicodedata.combining(each))
