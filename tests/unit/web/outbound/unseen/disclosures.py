"""Disclosures as people write them: each protected string, mutated once or twice, in a text.

Mutations are made in layers: how it is put (forms), a slip of the pen, the script, the spacing,
and what the transport makes of it. Two of one layer are never taken, but for slips in two words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from drive.vocabulary.vault import ProtectedKind as Kind
from tests.unit.web.outbound.unseen.carriers import carried
from tests.unit.web.outbound.unseen.dress import SCRIPT, SPACING, TRANSPORT
from tests.unit.web.outbound.unseen.forms_addresses import ADDRESSES, PLATES, POSTCODES
from tests.unit.web.outbound.unseen.forms_names import NAMES, Form
from tests.unit.web.outbound.unseen.forms_numbers import EMAILS, TELEPHONES
from tests.unit.web.outbound.unseen.forms_places import REFUGES, SCHOOLS, SURGERIES, WORKPLACES
from tests.unit.web.outbound.unseen.people import Person, people
from tests.unit.web.outbound.unseen.slips import SLIPS, slip

SEED = 20250614
PER_STRING = 16

FORMS: dict[Kind, dict[str, Form]] = {
    Kind.NAME: NAMES,
    Kind.NEW_NAME: NAMES,
    Kind.ADDRESS: ADDRESSES,
    Kind.POSTCODE: POSTCODES,
    Kind.TELEPHONE: TELEPHONES,
    Kind.EMAIL: EMAILS,
    Kind.SCHOOL: SCHOOLS,
    Kind.GP: SURGERIES,
    Kind.WORKPLACE: WORKPLACES,
    Kind.REFUGE: REFUGES,
    Kind.PLATE: PLATES,
}
_CODES = {Kind.POSTCODE, Kind.TELEPHONE, Kind.EMAIL, Kind.PLATE}
_LAYERS: list[dict[str, Form]] = [SCRIPT, SPACING, TRANSPORT]
# What is said aloud or laid out in parts stays readable only if its blanks stand.
_SAID = {
    "spoken", "police alphabet", "digits in words", "doubles in words", "words and digits",
    "spelt out", "at and dot", "at in words", "dot in words",
}  # fmt: skip
_LAID_OUT = {"labels", "table or CSV", "bullets", "halves labelled", "file name or handle"}
_NEEDS_BLANKS = {
    "blanks dropped", "letters spaced", "blank inside a word", "broken word", "hyphens for blanks",
    "dots for blanks", "underscores for blanks", "slashes for blanks",
}  # fmt: skip
# Two errors in one word: more than a reader should have to guess.
_SECOND_ERROR = {"digits for letters", "blank inside a word", "broken word", "accents added"}


@dataclass(frozen=True)
class Disclosure:
    """A text that gives away one protected string of one person."""

    person: int
    kind: Kind
    sorts: tuple[str, ...]
    text: str
    start: int
    written: str

    @property
    def end(self) -> int:
        return self.start + len(self.written)


def _applicable(kind: Kind) -> list[str]:
    """Return the sorts of mutation that may be tried on a kind."""
    names = [*FORMS[kind], *SLIPS, *SCRIPT, *SPACING, *TRANSPORT]
    barred = {"accents added"} if kind in _CODES else set()
    if kind in _CODES - {Kind.EMAIL}:
        barred |= {*SLIPS, "digits for letters", "broken word"}
    return [name for name in names if name not in barred]


def _layer(kind: Kind, sort: str) -> int:
    if sort in FORMS[kind]:
        return 0
    if sort in SLIPS:
        return 1
    return 2 + next(n for n, layer in enumerate(_LAYERS) if sort in layer)


def _goes_with(kind: Kind, one: str, two: str) -> bool:
    """Return whether a reader still knows what both together make."""
    if one == two:
        return False
    pair = {one, two}
    if _layer(kind, one) == _layer(kind, two):
        return pair <= SLIPS.keys()
    if pair & SLIPS.keys() and pair & (_SECOND_ERROR | {"spelt out"}):
        return False
    if pair & _SAID and pair & (_NEEDS_BLANKS | {"digits for letters"}):
        return False
    if "URL" in pair and pair & SPACING.keys():
        return False
    return not (pair & _LAID_OUT and "letters spaced" in pair)


def _mutated(rng: Random, kind: Kind, original: str, sorts: list[str]) -> str | None:
    """Return the string after the mutations, or None if one of them changes nothing."""
    written = original
    shortest = 5 if len(sorts) == 1 or not set(sorts) & FORMS[kind].keys() else 6
    if len(SLIPS.keys() & set(sorts)) > 1:
        shortest = 6
    for sort in sorts:
        if sort in SLIPS:
            after = slip(rng, sort, written, (original, shortest))
        else:
            every = {**SCRIPT, **SPACING, **TRANSPORT, **FORMS[kind]}
            after = every[sort](rng, written)
        if after is None or after == written:
            return None
        written = after
    return written if written != original else None


def _chosen(rng: Random, kind: Kind, seen: Counter[str]) -> list[str]:
    """Return one or two sorts, seldom ones first, in the order of their layers."""
    sorts = _applicable(kind)
    first = min(rng.sample(sorts, 3), key=seen.__getitem__)
    if rng.random() < 0.45:
        return [first]
    others = [x for x in sorts if _goes_with(kind, first, x)]
    second = min(rng.sample(others, min(3, len(others))), key=seen.__getitem__)
    return sorted([first, second], key=lambda x: _layer(kind, x))


def _of_string(person: Person, kind: Kind, seen: Counter[str]) -> Iterator[Disclosure]:
    rng = Random(f"{SEED} {person.number} {kind.value}")  # noqa: S311
    original = person.strings[kind]
    had: set[str] = set()
    for _ in range(PER_STRING * 12):
        if len(had) == PER_STRING:
            return
        sorts = _chosen(rng, kind, seen)
        written = _mutated(rng, kind, original, sorts)
        if written is None or written in had:
            continue
        had.add(written)
        seen.update(sorts)
        text, start = carried(rng, kind, written)
        yield Disclosure(person.number, kind, tuple(sorts), text, start, written)


def disclosures() -> list[Disclosure]:
    """Return all of them, the same ones every time."""
    seen: Counter[str] = Counter()
    return [x for person in people() for kind in FORMS for x in _of_string(person, kind, seen)]
