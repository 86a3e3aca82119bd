"""Scan everything once, and count: of everybody, or of one half of the people.

The scanner was improved on the failures of the development half; those of the half that is held
out are counted, and never shown.
"""

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from functools import cache

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanner import Hit, Scanner
from tests.unit.web.outbound.unseen.disclosures import Disclosure, disclosures
from tests.unit.web.outbound.unseen.innocent import Innocent, innocents
from tests.unit.web.outbound.unseen.limits import left_out
from tests.unit.web.outbound.unseen.people import people

Rates = dict[str, tuple[int, int]]


class Part(Enum):
    """Which of the people are counted: by whether their place in the list is even."""

    ALL = "everybody"
    DEVELOPMENT = "the development half"
    HELD_OUT = "the half held out"

    def holds(self, person: int) -> bool:
        """Return whether the person at this place in the list, from 1, belongs to it."""
        return self is Part.ALL or (self is Part.DEVELOPMENT) == (person % 2 == 0)


@cache
def _scanners() -> dict[int, Scanner]:
    return {person.number: Scanner(person.protected()) for person in people()}


@cache
def _every_disclosure() -> list[Disclosure]:
    return disclosures()


def all_disclosures(part: Part) -> dict[Kind, list[Disclosure]]:
    found: dict[Kind, list[Disclosure]] = {}
    for one in _every_disclosure():
        if part.holds(one.person):
            found.setdefault(one.kind, []).append(one)
    return found


def all_innocents(part: Part) -> list[Innocent]:
    return [one for one in innocents() if part.holds(one.person)]


def _touches(hit: Hit, one: Disclosure) -> bool:
    return hit.start < one.end and hit.end > one.start


@cache
def _missed(kind: Kind) -> list[Disclosure]:
    """Return the disclosures that no hit touches, when her whole set of strings is looked for."""
    scanners = _scanners()
    every = [(x, scanners[x.person].scan(x.text)) for x in all_disclosures(Part.ALL)[kind]]
    return [x for x, hits in every if not any(_touches(hit, x) for hit in hits)]


def missed(kind: Kind, part: Part) -> list[Disclosure]:
    return [x for x in _missed(kind) if part.holds(x.person)]


@cache
def _false_alarms() -> list[tuple[Innocent, str]]:
    found = []
    for one in innocents():
        hits = _scanners()[one.person].scan(one.text)
        if hits:
            found.append((one, "; ".join(f"{x.kind.value}: {x.matched!r}" for x in hits)))
    return found


def false_alarms(part: Part) -> list[tuple[Innocent, str]]:
    return [(one, found) for one, found in _false_alarms() if part.holds(one.person)]


def _rates(every: Iterable[str], of_these: Iterable[str]) -> Rates:
    caught = Counter(of_these)
    return {key: (caught[key], n) for key, n in sorted(Counter(every).items())}


def by_kind(part: Part) -> Rates:
    return {
        kind.value: (len(every) - len(missed(kind, part)), len(every))
        for kind, every in all_disclosures(part).items()
    }


def by_sort(part: Part) -> Rates:
    kinds = all_disclosures(part)
    every = [sort for rows in kinds.values() for one in rows for sort in one.sorts]
    lost = Counter(sort for kind in kinds for one in missed(kind, part) for sort in one.sorts)
    return {sort: (n - lost[sort], n) for sort, n in sorted(Counter(every).items())}


def alarms_by_sort(part: Part) -> Rates:
    alarms = (x.sort for x, _ in false_alarms(part))
    return _rates((x.sort for x in all_innocents(part)), alarms)


def found_beyond_limits() -> Rates:
    every = left_out()
    caught = [x.sort for x in every if _scanners()[x.person].scan(x.text)]
    return _rates((x.sort for x in every), caught)


def table(title: str, rates: Rates) -> str:
    rows = [f"{key:32} {n:5} of {of:5}  {100 * n / of:6.2f} %" for key, (n, of) in rates.items()]
    return "\n".join([f"\n{title}", *rows])
