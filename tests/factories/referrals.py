"""Hearings made by walking the real actions. All people are synthetic."""

from collections.abc import Iterable, Mapping
from datetime import date

from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, known, unknown
from drive.vocabulary.questions import CORE_DATA
from drive.web.people.actions import TypedPerson
from drive.web.people.models import Person
from drive.web.referrals.actions import NewHearing, ReferredPerson, record_hearings
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast

HEARD_ON = date(2017, 6, 12)


def person(forename: str, surname: str, born_on: date | None) -> ReferredPerson:
    """Return somebody as a list names him or her."""
    typed = TypedPerson(forename=forename, surname=surname, date_of_birth=born_on, synthetic=True)
    return ReferredPerson(typed=typed, postcode="ZZ1 1AA")


def core_data(**given: str) -> dict[str, Answer]:
    """Return an answer to each core question; those not given were asked and are not known."""
    return {
        question.key: known(given[question.key], source=InformationSource.MARAC, as_of=HEARD_ON)
        if question.key in given
        else unknown(ValueStatus.ASKED_NOT_KNOWN)
        for question in CORE_DATA
    }


def new_hearing(
    cast: Cast,
    number: int = 1,
    *,
    heard_on: date = HEARD_ON,
    victim_survivor: int | None = None,
    answers: Mapping[str, Answer] | None = None,
    in_west_sussex: bool = False,
) -> NewHearing:
    """Return the hearing of perpetrator `number` and a victim-survivor, the same each time."""
    of_her = number if victim_survivor is None else victim_survivor
    return NewHearing(
        marac=cast.west_sussex_marac if in_west_sussex else cast.essex_marac,
        heard_on=heard_on,
        perpetrator=person(f"Perpetrator{number}", "Synthetic", _birth(number)),
        victim_survivor=person(f"Survivor{of_her}", "Synthetic", _birth(of_her + 500)),
        answers=answers if answers is not None else core_data(relationship="ex_partner"),
    )


def _birth(number: int) -> date:
    return date(1970 + number % 25, 1 + number % 12, 1 + number % 28)


def hearings(
    cast: Cast, numbers: range, *, compared: bool = True, **about: object
) -> list[MaracHearing]:
    """Record one hearing for each number; its people are taken to be nobody else on record."""
    made = record_hearings(
        hearings=[new_hearing(cast, number, **about) for number in numbers],  # type: ignore[arg-type]
        source="test list",
        by=cast.allocator,
        now=NOW,
    )
    if compared:
        take_for_compared(made)
    return made


def take_for_compared(heard: Iterable[MaracHearing]) -> None:
    """Note that the people of some hearings were compared with everybody on record.

    The comparison itself takes seconds, and finds nobody among people as different as these.
    """
    people = [
        person_id
        for hearing in heard
        for person_id in (
            hearing.dyad.perpetrator.person_id,
            hearing.dyad.victim_survivor.person_id,
        )
    ]
    Person.objects.filter(pk__in=people, compared_at=None).update(compared_at=NOW)


def hearing(cast: Cast, number: int = 1, *, compared: bool = True, **about: object) -> MaracHearing:
    """Record one hearing."""
    return hearings(cast, range(number, number + 1), compared=compared, **about)[0]
