"""How people write an address or a postcode otherwise than it is recorded."""

import re
from random import Random

from tests.unit.web.outbound.unseen.forms_names import Form, apostrophe
from tests.unit.web.outbound.unseen.people import address_parts
from tests.unit.web.outbound.unseen.speech import DIGITS, nato, number, spelt

_SHORT = {
    "Close": ["Cl", "Cl.", "Clo"], "Row": ["Rw"], "Lane": ["Ln", "La.", "Ln."],
    "Road": ["Rd", "Rd.", "rd"], "Street": ["St", "St.", "Str"], "Avenue": ["Ave", "Ave.", "Av"],
    "Crescent": ["Cres", "Cresc."], "Gardens": ["Gdns", "Gdns.", "Gds"], "Drive": ["Dr", "Drv"],
    "Terrace": ["Terr", "Ter.", "Tce"], "Place": ["Pl", "Pl."], "Square": ["Sq", "Sq."],
    "Court": ["Ct", "Crt"], "Park": ["Pk"], "Wharf": ["Whf"], "Walk": ["Wlk"], "Way": ["Wy"],
    "Cottage": ["Cott", "Cott."], "Mews": ["Mws"], "Yard": ["Yd"], "Passage": ["Psge"],
    "Flat": ["Apt", "Apt.", "Fl.", "Apartment", "Unit"], "Apartment": ["Flat", "Apt"],
}  # fmt: skip


def _split(address: str) -> tuple[list[str], str, str]:
    """Return the parts before the street, the house number ('' if none) and the street."""
    *units, last = address_parts(address)[0]
    found = re.fullmatch(r"(\d+[A-Z]?) (.+)", last)
    return (units, found[1], found[2]) if found else (units, "", last)


def _first_lines(address: str, street: str) -> str:
    units, _, _ = _split(address)
    _, town, after, postcode = address_parts(address)
    return ", ".join([*units, street, town, *after, postcode])


def abbreviation(rng: Random, address: str) -> str | None:
    written = address
    for full, short in _SHORT.items():
        written = re.sub(rf"\b{full}\b", rng.choice(short), written)
    return written if written != address else None


def number_in_words(rng: Random, address: str) -> str | None:
    _, house, street = _split(address)
    if not house.isdigit():
        return None
    said = number(int(house))
    if rng.random() < 0.25 and len(house) > 1:
        said = " ".join(DIGITS[int(x)] for x in house)
    if rng.random() < 0.3:
        said = said.capitalize()
    _, town, _, _ = address_parts(address)
    whole = _first_lines(address, f"{said} {street}")
    return rng.choice(
        [f"{said} {street}", f"number {said}, {street}", whole, f"{said}, {street}, {town}"]
    )


def number_marked(rng: Random, address: str) -> str | None:
    _, house, street = _split(address)
    if not house:
        return None
    marked = rng.choice([
        f"No. {house} {street}", f"no {house}, {street}", f"#{house} {street}",
        f"{house}, {street}",
        f"number {house} {street}", f"House {house}, {street}", f"No.{house} {street}",
    ])  # fmt: skip
    return rng.choice([marked, _first_lines(address, marked)])


def number_after(rng: Random, address: str) -> str | None:
    _, house, street = _split(address)
    if not house:
        return None
    town = address_parts(address)[1]
    return rng.choice([
        f"{street} {house}", f"{street}, number {house}", f"{street} (no. {house})",
        f"{street} {house}, {town}", f"{street}, at number {house}",
    ])  # fmt: skip


def street_and_town(rng: Random, address: str) -> str:
    _, _, street = _split(address)
    _, town, _, _ = address_parts(address)
    return rng.choice([f"{street}, {town}", f"{street} in {town}", f"{street} {town}",
                       f"{street} ({town})", f"{town}, {street}"])  # fmt: skip


def number_and_street(rng: Random, address: str) -> str | None:
    units, house, street = _split(address)
    return f"{house} {street}" if house else f"{units[0]}, {street}"


def parts_left_out(rng: Random, address: str) -> str:
    lines, town, after, postcode = address_parts(address)
    return rng.choice([
        ", ".join([*lines, town, *after]), ", ".join([*lines, town]), ", ".join([*lines, postcode]),
        ", ".join([lines[-1], town]), " ".join([*lines, town]),
    ])  # fmt: skip


def flat(rng: Random, address: str) -> str | None:
    units, house, street = _split(address)
    found = re.fullmatch(r"(?:Flat|Apartment) (\S+)", units[0]) if units else None
    if not found or not house:
        return None
    unit = found[1]
    return rng.choice([
        f"{house}/{unit} {street}", f"{unit}/{house} {street}", f"{house} {street}, flat {unit}",
        f"{house} {street} (Flat {unit})", f"flat no. {unit} at {house} {street}",
        f"F{unit}, {house} {street}",
    ])  # fmt: skip


def turned(rng: Random, address: str) -> str:
    lines, town, after, postcode = address_parts(address)
    return rng.choice([
        ", ".join([postcode, town, *lines]), ", ".join([town, *after, *lines]),
        f"{town}: {', '.join(lines)}", f"{postcode} - {', '.join(lines)}",
    ])  # fmt: skip


def label(rng: Random, address: str) -> str:
    units, house, street = _split(address)
    _, town, _, postcode = address_parts(address)
    first = f"House number: {house}" if house else f"House: {units[0]}"
    kept = [first, f"Street: {street}", f"Town: {town}", f"Postcode: {postcode}"]
    line1 = ", ".join([*units, f"{house} {street}".strip()])
    return rng.choice([
        "\n".join(kept), "; ".join(kept), "\n".join(kept[:3]),
        f"Address line 1: {line1}\nAddress line 2:\nTown/City: {town}",
        f"Property no/name {house or units[0]} Street name {street}",
    ])  # fmt: skip


def cells(rng: Random, address: str) -> str:
    units, house, street = _split(address)
    _, town, _, postcode = address_parts(address)
    kept = [x for x in [*units, house, street, town, postcode] if x]
    return rng.choice([
        "| " + " | ".join(kept) + " |", ",".join(f'"{x}"' for x in kept), ";".join(kept),
        "\t".join(kept), "".join(f"<td>{x}</td>" for x in kept),
        "<tr>\n" + "\n".join(f"  <td>{x}</td>" for x in kept) + "\n</tr>",
    ])  # fmt: skip


def bullets(rng: Random, address: str) -> str:
    lines, town, _, postcode = address_parts(address)
    mark = rng.choice(["\N{BULLET} ", "- ", "* ", "1) ", "o "])
    return "\n".join(mark + x for x in [*lines, town, postcode][: rng.choice([2, 3, 4])])


def between(rng: Random, address: str) -> str | None:
    _, house, street = _split(address)
    if not house:
        return None
    return rng.choice([f"{house} on {street}", f"{house} in {street}", f"{house} (!) {street}",
                       f"{house}, that is {street}", f"{house} - {street}"])  # fmt: skip


def spoken(rng: Random, address: str) -> str | None:
    """Return the address as a transcript has it: no capitals, no commas, numbers in words."""
    units, house, street = _split(address)
    _, town, _, postcode = address_parts(address)
    if (house and not house.isdigit()) or any("/" in x for x in units):
        return None
    lines = re.sub(r"\d+", lambda m: number(int(m[0])), " ".join([*units, house, street]))
    tail = rng.choice(["", f" postcode {spelt(postcode.lower(), rng)}", f" {town}"])
    return " ".join(f"{lines}{tail}".lower().split())


ADDRESSES: dict[str, Form] = {
    "abbreviation": abbreviation,
    "number in words": number_in_words,
    "number marked": number_marked,
    "number after street": number_after,
    "street and town": street_and_town,
    "number and street": number_and_street,
    "parts left out": parts_left_out,
    "flat": flat,
    "parts turned": turned,
    "labels": label,
    "table or CSV": cells,
    "bullets": bullets,
    "words between": between,
    "spoken": spoken,
    "apostrophe": apostrophe,
}


def blank_moved(rng: Random, code: str) -> str:
    whole = code.replace(" ", "")
    return rng.choice([whole, f"{whole[:-2]} {whole[-2:]}", f"{whole[:-4]} {whole[-4:]}",
                       f"{whole[:2]} {whole[2:-3]} {whole[-3:]}"])  # fmt: skip


def punctuated(rng: Random, code: str) -> str:
    return rng.choice(
        [code.replace(" ", x) for x in ".-/,_\N{EN DASH}"] + [".".join(code.replace(" ", ""))]
    )


def labelled_halves(rng: Random, code: str) -> str:
    out, inward = code.split()
    return rng.choice([f"{out} (then {inward})", f"outward {out} inward {inward}",
                       f"|{out}|{inward}|",
                       f"{out}\n{inward}", f"{out} and {inward}"])  # fmt: skip


POSTCODES: dict[str, Form] = {
    "blank moved": blank_moved,
    "punctuation in code": punctuated,
    "halves labelled": labelled_halves,
    "police alphabet": lambda _, code: nato(code),
    "spoken": lambda rng, code: spelt(code.lower() if rng.random() < 0.5 else code, rng),
}
PLATES: dict[str, Form] = {
    "blank moved": blank_moved,
    "punctuation in code": punctuated,
    "police alphabet": POSTCODES["police alphabet"],
    "spoken": POSTCODES["spoken"],
    "labels": lambda rng, code: (
        rng.choice(["VRM:", "Reg no.", "reg:", "plate "]) + code.replace(" ", "")
    ),
}
