"""Ordinary texts of case work that disclose nothing of the one protected person they go with.

The hard ones are close to her strings on purpose, yet tell a reader nothing: another street of her
town, her house number elsewhere, another number of the same exchange, her first name with another
surname, another person's whole record.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from drive.vocabulary.vault import ProtectedKind as Kind
from tests.unit.web.outbound.unseen.carriers import carried
from tests.unit.web.outbound.unseen.innocent_words import (
    COMMON,
    FIRMS,
    FORENAMES,
    PLAIN,
    REFUGES,
    SAINTS,
    SCHOOLS,
    STREETS,
    SURGERIES,
    SURNAMES,
    TOWNS,
    TYPES,
)  # fmt: skip
from tests.unit.web.outbound.unseen.people import Person, address_parts, people

SEED = 77
PER_PERSON = 72
_PARTICLES = {"ap", "née", "Mac", "Ní", "Ó", "Dr", "St"}

Maker = Callable[[Random, Person], str]


@dataclass(frozen=True)
class Innocent:
    """A text that gives away nothing of this person."""

    person: int
    sort: str
    text: str


def plain(rng: Random, person: Person) -> str:
    month = rng.choice("January March May June August October".split())
    words = {
        "d": f"{rng.randrange(1, 29)} {month} {rng.choice([2023, 2024, 2025])}",
        "t": f"{rng.randrange(7, 20)}:{rng.choice(['00', '15', '30', '45'])}",
        "s": rng.choice(SURNAMES),
        "r": "".join(rng.choice("ABDFHKR") for _ in range(2)),
    }
    chosen = rng.choice(PLAIN)
    return re.sub(r"\{(\w)\}", lambda m: words.get(m[1]) or str(rng.randrange(2, 99)), chosen)


def _name_words(person: Person) -> list[str]:
    both = f"{person.strings[Kind.NAME]} {person.strings[Kind.NEW_NAME]}"
    return [x for x in re.findall(r"[^\W\d_]+", both) if len(x) > 1 and x not in _PARTICLES]


def someone_else(rng: Random, person: Person) -> str:
    who = f"{rng.choice(FORENAMES)} {rng.choice(SURNAMES)}"
    return carried(rng, Kind.NAME, rng.choice([who, f"PC {who}", who.upper(), f"Mr {who}"]))[0]


def same_forename(rng: Random, person: Person) -> str:
    new = person.strings[Kind.NEW_NAME].removeprefix("Dr ")
    return carried(rng, Kind.NAME, f"{new.split()[0]} {rng.choice(SURNAMES)}")[0]


def same_surname(rng: Random, person: Person) -> str:
    surnames = [person.strings[kind].split()[-1] for kind in (Kind.NAME, Kind.NEW_NAME)]
    # A double-barrelled surname tells of her whoever bears it.
    plain_ones = [x for x in surnames if "-" not in x]
    if not plain_ones:
        return someone_else(rng, person)
    last = rng.choice(plain_ones)
    taken = {x[0] for x in _name_words(person)}
    fore = rng.choice([x for x in FORENAMES if x[0] not in taken])
    return carried(rng, Kind.NAME, f"{fore} {last}")[0]


def forename_alone(rng: Random, person: Person) -> str:
    name = rng.choice(COMMON)
    return rng.choice([
        f"{name} from the duty team will ring you back.", f"Thanks, {name}",
        f"Hi {name}, see below.",
        f"{name} took the minutes.", f"The interpreter, {name}, was on time.",
    ])  # fmt: skip


def same_town(rng: Random, person: Person) -> str:
    street, town = rng.choice(STREETS), person.town()
    return rng.choice([
        f"He lives at {rng.randrange(2, 99)} {street}, {town}.", f"The panel met in {town}.",
        f"{street}, {town}, was closed to traffic.", f"The {town} office is on {street}.",
        f"{town} Magistrates' Court, {street}, {town}", f"He was seen in {town} town centre.",
    ])  # fmt: skip


def same_number(rng: Random, person: Person) -> str:
    found = re.search(r"\d+", address_parts(person.strings[Kind.ADDRESS])[0][-1])
    house = found[0] if found else "12"
    where = rng.choice([person.town(), rng.choice(TOWNS)])
    return (
        f"{rng.choice(['He lives at', 'Police went to'])} {house} {rng.choice(STREETS)}, {where}."
    )


def like_street(rng: Random, person: Person) -> str:
    """Return the first word of her street with another sort of street in another town."""
    street = re.sub(r"^\d+\w? ", "", address_parts(person.strings[Kind.ADDRESS])[0][-1])
    word = street.split()[0]
    return f"The hostel is in {word} {rng.choice(TYPES)}, {rng.choice(TOWNS)}."


def same_district(rng: Random, person: Person) -> str:
    outward, inward = person.strings[Kind.POSTCODE].split()
    digit = rng.choice([x for x in "123456789" if x != inward[0]])
    letters = "".join(rng.choice([x for x in "ABDEFGHJLNPQ" if x not in inward]) for _ in range(2))
    return carried(rng, Kind.POSTCODE, f"{outward} {digit}{letters}")[0]


def same_exchange(rng: Random, person: Person) -> str:
    """Return another number of the same range: its last three digits all differ."""
    number = person.strings[Kind.TELEPHONE]
    last = "".join(rng.choice([x for x in "0123456789" if x != y]) for y in number[-3:])
    whole = number[:-3] + last
    written = rng.choice([whole, whole.replace(" ", ""), f"+44 {whole[1:]}"])
    return carried(rng, Kind.TELEPHONE, written)[0]


def same_provider(rng: Random, person: Person) -> str:
    local, domain = person.strings[Kind.EMAIL].split("@")
    own = re.match(r"(\w+?)[._]", local)
    fore = rng.choice([*FORENAMES, own[1] if own else "duty"])
    return carried(rng, Kind.EMAIL, f"{fore}.{rng.choice(SURNAMES)}@{domain}".lower())[0]


def other_school(rng: Random, person: Person) -> str:
    saint = f"St {rng.choice(SAINTS)}'s Catholic Primary School"
    return carried(rng, Kind.SCHOOL, rng.choice([saint, rng.choice(SCHOOLS)]))[0]


def other_surgery(rng: Random, person: Person) -> str:
    doctor = f"Dr {rng.choice(SURNAMES)}'s surgery"
    return carried(rng, Kind.GP, rng.choice([doctor, rng.choice(SURGERIES)]))[0]


def other_firm(rng: Random, person: Person) -> str:
    return carried(rng, Kind.WORKPLACE, rng.choice(FIRMS))[0]


def other_refuge(rng: Random, person: Person) -> str:
    return carried(rng, Kind.REFUGE, rng.choice(REFUGES))[0]


def other_plate(rng: Random, person: Person) -> str:
    plate = person.strings[Kind.PLATE]
    before = plate.split()[0] if rng.random() < 0.5 else f"BD{rng.randrange(51, 75)}"
    letters = "".join(rng.choice([x for x in "CDFHJKLNPRTUVX" if x not in plate]) for _ in range(3))
    return carried(rng, Kind.PLATE, f"{before} {letters}")[0]


def another_case(rng: Random, person: Person) -> str:
    """Return what would disclose another protected person, who is nobody in this case."""
    town = person.town()
    others = [x for x in people() if x.number != person.number and x.town() != town]
    other = rng.choice(others)
    kind = rng.choice(list(other.strings))
    return carried(rng, kind, other.strings[kind])[0]


def longer(rng: Random, person: Person) -> str:
    sentences = [plain(rng, person) for _ in range(rng.choice([3, 4, 5, 6]))]
    return f"Dear Mr {rng.choice(SURNAMES)},\n\n{' '.join(sentences)}\n\nYours sincerely"


MAKERS: dict[str, Maker] = {
    "everyday sentence": plain,
    "longer letter": longer,
    "someone else": someone_else,
    "same first name": same_forename,
    "same surname": same_surname,
    "first name alone": forename_alone,
    "same town": same_town,
    "same house number": same_number,
    "like street elsewhere": like_street,
    "same postcode district": same_district,
    "same telephone range": same_exchange,
    "same e-mail provider": same_provider,
    "other school": other_school,
    "other surgery": other_surgery,
    "other firm": other_firm,
    "other refuge": other_refuge,
    "other plate": other_plate,
    "another case": another_case,
}
_OFTEN = ["everyday sentence", "everyday sentence", "longer letter", "longer letter"]


def _of_person(person: Person) -> Iterator[Innocent]:
    rng = Random(f"{SEED} {person.number}")  # noqa: S311
    had: set[str] = set()
    sorts = [*MAKERS, *_OFTEN]
    while len(had) < PER_PERSON:
        sort = sorts[len(had) % len(sorts)]
        text = MAKERS[sort](rng, person)
        if text not in had:
            had.add(text)
            yield Innocent(person.number, sort, text)


def innocents() -> list[Innocent]:
    return [x for person in people() for x in _of_person(person)]
