"""People of the lists of `tests.factories.cleaning`, heard and allocated."""

from datetime import date

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.people.actions import TypedPerson
from drive.web.referrals.actions import NewHearing, ReferredPerson, record_hearings
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.referrals import core_data

BORN = date(1980, 7, 4)


def heard(cast: Cast, number: int, *, born: date | None = BORN) -> MaracHearing:
    def person(forename: str, day: date | None) -> ReferredPerson:
        typed_so = TypedPerson(
            forename=forename, surname="Synthetic", date_of_birth=day, synthetic=True
        )
        return ReferredPerson(typed=typed_so)

    hearing = NewHearing(
        marac=cast.essex_marac,
        heard_on=date(2016, 9, 12),
        perpetrator=person(f"Perp{number}", born),
        victim_survivor=person(f"Survivor{number}", date(1985, 3, 4)),
        answers=core_data(relationship="ex_partner"),
    )
    return record_hearings(hearings=[hearing], source="a list", by=cast.allocator, now=NOW)[0]


def allocate(cast: Cast, hearing: MaracHearing) -> None:
    row = HistoricAllocation(hearing=hearing, arm=Arm.CONTROL, allocated_on=date(2016, 9, 13))
    import_historic(rows=[row], by=cast.allocator, now=NOW)
