"""What the documented limits leave out: it is measured and shown, never asserted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from drive.vocabulary.vault import ProtectedKind as Kind
from tests.unit.web.outbound.unseen.carriers import carried
from tests.unit.web.outbound.unseen.people import Person, address_parts, people

# By the number of the person: descriptions that tell her friends, and him, what is meant.
_PARAPHRASES = """
1|She lives in the cul-de-sac off the golf course, second house on the left after the postbox.
1|The children go to the school named after the Irish saint of Kildare.
1|She is with the bakery that is run by a father and his girls.
2|Her new surname is the same as the river plain behind a hill, three letters, like the jeans.
2|She upholsters chairs in the Tyne valley these days.
2|The refuge is called after a tree with red berries.
3|It is a flat by the old railway sidings in Leeds, at the number of Everton's last title but five.
3|She is named for the flower and the place where children play.
4|Turn left at the orchard of the small apples; hers is the third house.
4|The school bears the name of the saint of Lindisfarne.
5|She took the name of the town north of Birmingham that has a park and a Roman road.
6|Her surname is what rings in a church.
7|She has the top flat in the shoemakers' building, on the road of the people who sew for ships.
8|A cottage called like the flower of Lancaster, on the lane up to the old chapel.
9|She is at the stables with the same name as her own, cutting saddles.
9|Her house is on the mews named for the animals of the pedlars.
10|The optician's in the city of knives employs her.
11|She is in the street of the blue water, in the town with the pier and the university.
12|The house is simply called the new one, in Welsh.
13|Ask for the ironmonger called after the author of Narnia.
14|The close is called daisy field in her language.
16|She took the name of the tall woman in the valley song and the name of the peak near Bala.
17|He could wait by the wharf named after the ship's officer.
19|She lives where leather was made, in the city where the king was found under the car park.
20|She sews for brides in the shop whose name means light.
23|Her doctor's practice is the one with the Nigerian name near the kiln.
24|The eye hospital on the river has her on its rota.
25|She packs lettuce at the works in the Fens.
26|Her house is in the square called for the song bird's bed.
28|The street is the salt workers' one, by the sea at Ayr.
31|She drives for the logistics yard at the end of the line.
33|The school is the one for the forty who died for the faith.
36|Her name is the Irish for Eve, more or less, and the brown warrior's daughter.
37|The lads at the removals firm with the Irish name know where she is.
41|Sails are what she makes, in the harbour town.
43|She took a shared name, half of it from the soup makers.
45|Look by the Priory's haven, on the drive, at fifty less four.
47|The glass works by the Severn has her on nights.
""".strip().splitlines()


@dataclass(frozen=True)
class Left:
    """A text of which the documented limits say that it is not found."""

    person: int
    sort: str
    text: str


def _of_person(person: Person) -> Iterator[tuple[str, Kind, str]]:
    """Return what is left of her strings when most of it has gone."""
    rows = person.strings
    new = re.sub(r"^Dr | née .*", "", rows[Kind.NEW_NAME])
    street = re.sub(r"^\d+\w? ", "", address_parts(rows[Kind.ADDRESS])[0][-1])
    outward, inward = rows[Kind.POSTCODE].split()
    yield "town alone", Kind.ADDRESS, person.town()
    yield "half a postcode", Kind.POSTCODE, outward
    yield "half a postcode", Kind.POSTCODE, inward
    yield "last digits alone", Kind.TELEPHONE, rows[Kind.TELEPHONE][-3:]
    yield "last six digits", Kind.TELEPHONE, re.sub(r"\D", "", rows[Kind.TELEPHONE])[-6:]
    yield "first name alone", Kind.NEW_NAME, new.split()[0]
    yield "surname alone", Kind.NEW_NAME, new.split()[-1]
    yield "street alone", Kind.ADDRESS, street
    yield "local part of the e-mail alone", Kind.EMAIL, rows[Kind.EMAIL].split("@")[0]
    yield "half a plate", Kind.PLATE, rows[Kind.PLATE].split()[-1]
    yield "initials of the school", Kind.SCHOOL, "".join(x[0] for x in rows[Kind.SCHOOL].split())
    yield "monogram", Kind.NEW_NAME, ".".join(x[0] for x in new.split()) + "."
    yield "three errors", Kind.NEW_NAME, _three_errors(new)
    yield "backwards", Kind.NEW_NAME, new[::-1]


def _three_errors(name: str) -> str:
    last = name.rsplit(maxsplit=1)[-1]
    return name.replace(last, last[0] + "x" + last[3:-1] + "q") if len(last) > 4 else name[::2]


def left_out() -> list[Left]:
    rng = Random("limits")  # noqa: S311
    found = []
    for line in _PARAPHRASES:
        number, text = line.split("|")
        found.append(Left(int(number), "paraphrase", text))
    for person in people():
        for sort, kind, written in _of_person(person):
            found.append(Left(person.number, sort, carried(rng, kind, written)[0]))
    return found
