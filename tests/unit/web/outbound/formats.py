"""The formats in which a protected string is written: by kind, without any slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drive.vocabulary.vault import ProtectedKind as Kind

DIGITS = "zero one two three four five six seven eight nine".split()
_PLACES = {
    "Road": "Rd", "Street": "St", "Terrace": "Terr", "Avenue": "Ave", "Crescent": "Cres",
    "Close": "Cl", "Court": "Ct", "Lane": "Ln", "Cottage": "Cott", "Way": "Wy",
}  # fmt: skip


def _names(text: str) -> Iterator[str]:
    first, *_, last = text.split()
    yield f"{last}, {first}"
    yield f"{last} {first}"
    yield f"{first[0]}. {last}"
    yield f"{first[0]} {last}"
    yield f"{last}, {first[0]}."
    yield f"Ms {last}"
    yield f"Mrs {first[0]}. {last}"
    yield f"{first}’s"
    yield f"{first} {last[0]}."
    yield f"{first} {last}'s"
    yield f"{first} Louise {last}"
    for half in last.split("-") if "-" in last else ():
        yield f"{first} {half}"
        yield f"Ms {half}"


def _telephones(text: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", text.replace("+44", "0"))
    bare = digits[1:]
    yield digits
    yield f"+44{bare}"
    yield f"0044 {bare[:4]} {bare[4:]}"
    yield f"+44 (0){bare[:4]} {bare[4:]}"
    yield f"44-{bare[:3]}-{bare[3:6]}-{bare[6:]}"
    yield f"({digits[:5]}) {digits[5:]}"
    yield ".".join((digits[:5], digits[5:8], digits[8:]))
    yield "-".join((digits[:4], digits[4:7], digits[7:]))
    yield f"{digits[:5]}\n{digits[5:]}"
    yield f"tel:{digits}"
    yield f'<a href="tel:+44{bare}">ring</a>'
    yield " ".join(digits)
    yield " ".join(DIGITS[int(d)] for d in digits)
    yield " ".join(DIGITS[int(d)] for d in digits).replace("zero", "oh")
    yield re.sub(r"\b(\w+) \1\b", r"double \1", " ".join(DIGITS[int(d)] for d in digits))
    yield digits.replace("0", "O")
    yield digits.replace("0", "o").replace("1", "l")
    yield digits[:-3] + digits[-2] + digits[-3] + digits[-1]


def _addresses(text: str) -> Iterator[str]:
    yield text.replace(",", "")
    for full, short in _PLACES.items():
        if full in text:
            yield text.replace(full, short)
            yield text.replace(full, short + ".").upper()
    lines = text.split(", ")
    named = [line for line in lines if re.match(r"\d", line)]
    for line in named:
        yield line
        yield f"No. {line}"
        yield re.sub(r"^(\d+)\w? (.*)$", r"\2, number \1", line)
        yield line.replace(" ", "\n", 1)
    street = re.sub(r"^\d+\w? ", "", (named or lines)[-1 if named else 1])
    town = [line for line in lines if line not in ("Essex", "West Sussex")][-1]
    yield f"{street}, {town}"
    yield f"{street} in {town}"
    yield f"{town} ({street})"


def _postcodes(text: str) -> Iterator[str]:
    out, inward = text.split()
    yield out + inward
    yield f"{out}-{inward}"
    yield f"{out}  {inward}"
    yield f"{out}\n{inward}"
    yield f"{out}.{inward}".lower()
    yield f"begins {out} and ends with {inward}"
    yield f"{out}, second half {inward}"
    yield " ".join(out + inward)


def _emails(text: str) -> Iterator[str]:
    local, domain = text.split("@")
    yield f"{local} at {domain}"
    yield f"{local} (at) {domain.replace('.', ' (dot) ')}"
    yield f"{local}[at]{domain.replace('.', '[dot]')}"
    yield f"{local} @ {domain}"
    yield f"mailto:{local}@{domain}"
    yield f'<a href="mailto:{local}%40{domain}">write</a>'
    yield f"{local}\uff20{domain}"
    yield f"{local}@\n{domain}"
    yield f"<{local}@{domain}>"


def _institutions(text: str) -> Iterator[str]:
    yield f"the {text}"
    yield f"“{text}”"
    yield text.replace("St ", "Saint ")
    yield text.replace("'", "")
    yield text.replace("'", "’")
    yield text.split(",", maxsplit=1)[0]


def _plates(text: str) -> Iterator[str]:
    yield text.replace(" ", "")
    yield text.replace(" ", "-").lower()
    yield f"{text[:2]} {text[2:4]} {text[5:]}"
    yield text.replace(" ", ".")


FORMATS: dict[Kind, Callable[[str], Iterator[str]]] = {
    Kind.NAME: _names, Kind.NEW_NAME: _names, Kind.ADDRESS: _addresses, Kind.POSTCODE: _postcodes,
    Kind.TELEPHONE: _telephones, Kind.EMAIL: _emails, Kind.SCHOOL: _institutions,
    Kind.GP: _institutions, Kind.WORKPLACE: _institutions, Kind.REFUGE: _institutions,
    Kind.PLATE: _plates,
}  # fmt: skip
