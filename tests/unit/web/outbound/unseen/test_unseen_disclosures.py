"""The scanner against what a second author wrote without knowing how it works.

Run with `-s` to see the rates by kind and by sort of mutation.

How the set was used. The first, blind reading caught 98.73 % of 8,272 disclosures, with 1.15 % of
false alarms in 3,384 innocent texts; by kind:

    name       99.60      postcode   99.60      school     96.68      refuge     95.08
    new name   99.47      telephone  99.87      GP         98.67      plate      98.40
    address   100.00      e-mail     98.94      workplace  99.73

Then the scanner was improved on the failures of one half of the people, those whose place in the
list is even, so the rates of everybody flatter it. The figures that count are those of the other
half, of which failures are counted and not shown. It is not quite untouched: the report of the
blind reading had named eleven of its misses, four schools and seven refuges, and one false alarm.
Were all eleven missed again, that half would still be above every threshold. A scanner that is
changed again after this needs new people.
"""

import re

import pytest

from drive.vocabulary.vault import ProtectedKind as Kind
from tests.unit.web.outbound.unseen import measuring
from tests.unit.web.outbound.unseen.innocent import innocents
from tests.unit.web.outbound.unseen.measuring import Part
from tests.unit.web.outbound.unseen.people import people

OVERALL = 0.99
WITHIN = 0.97
FALSE_ALARMS = 0.01
COUNTED = [Part.ALL, Part.HELD_OUT]
ENOUGH = {Part.ALL: 100, Part.HELD_OUT: 50}
"""From so many disclosures on a sort of mutation is judged by itself; in a half from half."""
# What Ofcom keeps for drama, as digits.
DRAMA = re.compile(
    r"07700900\d{3}|01632960\d{3}|02079460\d{3}|02920180\d{3}|02896496\d{3}|01914980\d{3}"
    r"|01(?:1[345678]|[21345]1|61)4960\d{3}"
)


def test_there_is_enough_to_measure() -> None:
    assert len(people()) >= 40
    assert sum(len(x) for x in measuring.all_disclosures(Part.ALL).values()) >= 6900
    assert len(innocents()) >= 3000
    assert set(measuring.all_disclosures(Part.ALL)) == set(Kind)


def test_telephone_numbers_are_those_of_dramas() -> None:
    numbers = [re.sub(r"\D", "", person.strings[Kind.TELEPHONE]) for person in people()]
    assert [x for x in numbers if not DRAMA.fullmatch(x)] == []


@pytest.mark.parametrize("part", COUNTED, ids=lambda part: part.value)
@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.value)
def test_within_a_kind_nearly_all_is_caught(kind: Kind, part: Part) -> None:
    caught, every = measuring.by_kind(part)[kind.value]
    assert caught / every >= WITHIN, f"{every - caught} of {every} missed: {_shown([kind])}"


@pytest.mark.parametrize("part", COUNTED, ids=lambda part: part.value)
def test_overall_hardly_anything_is_missed(part: Part) -> None:
    rates = measuring.by_kind(part)
    caught, every = (sum(column) for column in zip(*rates.values(), strict=True))
    title = f"Caught of {part.value}, by kind"
    print(measuring.table(title, {**rates, "all": (caught, every)}))
    assert caught / every >= OVERALL, _shown(list(Kind))


@pytest.mark.parametrize("part", COUNTED, ids=lambda part: part.value)
def test_within_a_sort_of_mutation_nearly_all_is_caught(part: Part) -> None:
    rates = measuring.by_sort(part)
    print(measuring.table(f"Caught of {part.value}, by sort of mutation", rates))
    low = {x: (n, of) for x, (n, of) in rates.items() if of >= ENOUGH[part] and n / of < WITHIN}
    assert low == {}


@pytest.mark.parametrize("part", COUNTED, ids=lambda part: part.value)
def test_innocent_texts_hardly_ever_raise_an_alarm(part: Part) -> None:
    rates = measuring.alarms_by_sort(part)
    alarms, every = len(measuring.false_alarms(part)), len(measuring.all_innocents(part))
    title = f"False alarms of {part.value}"
    print(measuring.table(title, {**rates, "all": (alarms, every)}))
    shown = measuring.false_alarms(Part.DEVELOPMENT)[:10]
    assert alarms / every <= FALSE_ALARMS, shown


def _shown(kinds: list[Kind]) -> list[tuple[tuple[str, ...], str]]:
    """Return a few of what is missed; of the half that is held out none may be seen."""
    lost = [x for kind in kinds for x in measuring.missed(kind, Part.DEVELOPMENT)]
    return [(x.sorts, x.written) for x in lost[:10]]


def test_what_the_limits_leave_out_is_shown() -> None:
    rates = measuring.found_beyond_limits()
    print(measuring.table("Beyond the documented limits, found all the same", rates))
    assert rates["paraphrase"][1] >= 30
