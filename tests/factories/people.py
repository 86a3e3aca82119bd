"""People heard, compared and made one by walking the real actions. All are synthetic."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from drive.vocabulary.identity import LinkageRunKind
from drive.web.organisations.models import Agency
from drive.web.people.actions import TypedPerson, ask_for_run
from drive.web.people.models import LinkageRun, Person
from drive.web.referrals.actions import NewHearing, ReferredPerson, compare, record_hearing
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.referrals import HEARD_ON, core_data

BORN = date(1984, 3, 27)


@dataclass(frozen=True)
class Typed:
    """Somebody as a list has him or her."""

    forename: str = "Tobias"
    surname: str = "Wetherall"
    born_on: date | None = BORN
    postcode: str = ""
    telephone: str = ""

    def referred(self) -> ReferredPerson:
        """Return what an action takes."""
        typed = TypedPerson(
            forename=self.forename,
            surname=self.surname,
            date_of_birth=self.born_on,
            synthetic=True,
        )
        return ReferredPerson(typed=typed, postcode=self.postcode, telephone=self.telephone)


def people_of(heard: MaracHearing) -> tuple[Person, Person]:
    """Return the perpetrator and the victim-survivor of a hearing."""
    return heard.dyad.perpetrator.person, heard.dyad.victim_survivor.person


HER = Typed("Rosalind", "Quennell", date(1979, 11, 6))


@dataclass
class Docket:
    """Hearings in a row: each a minute after the last, about whomever a test names."""

    cast: Cast
    moment: datetime = field(default=NOW)

    def heard(
        self,
        him: Typed | None = None,
        her: Typed | None = None,
        *,
        marac: Agency | None = None,
        heard_on: date = HEARD_ON,
    ) -> MaracHearing:
        """Record a hearing, not yet compared with anything."""
        self.moment += timedelta(minutes=1)
        hearing = NewHearing(
            marac=marac or self.cast.essex_marac,
            heard_on=heard_on,
            perpetrator=(him or Typed()).referred(),
            victim_survivor=(her or HER).referred(),
            answers=core_data(relationship="ex_partner"),
        )
        return record_hearing(
            hearing=hearing, source="test list", by=self.cast.allocator, now=self.moment
        )

    def he(self, him: Typed | None = None, **about: object) -> Person:
        """Record a hearing about a perpetrator and somebody else each time; return him."""
        return people_of(self.heard(him, self._somebody_else(), **about))[0]  # type: ignore[arg-type]

    def she(self, her: Typed | None = None, **about: object) -> Person:
        """Record a hearing about a victim-survivor and somebody else each time; return her."""
        return people_of(self.heard(self._somebody_else(), her, **about))[1]  # type: ignore[arg-type]

    def compared(self, kind: LinkageRunKind = LinkageRunKind.NEW) -> LinkageRun:
        """Run a comparison."""
        self.moment += timedelta(minutes=1)
        by = self.cast.allocator
        run = ask_for_run(kind=kind, by=by, now=self.moment)
        assert run is not None
        return compare(run=run, by=by, now=self.moment)

    def _somebody_else(self) -> Typed:
        number = int((self.moment - NOW).total_seconds() // 60)
        born_on = date(1931 + number * 3 % 60, 1 + number * 5 % 12, 2 + number * 11 % 27)
        return Typed(_FORENAMES[number], _SURNAMES[-number], born_on)


_FORENAMES = (
    "Araminta Bartholomew Clementine Desmond Evangeline Ferdinand Guinevere Horatio Isadora "
    "Jocasta Kingsley Leopold Millicent Nathalia Ottoline Percival Quentina Rupert Sophronia "
    "Thaddeus Ursula Valentine Wilhelmina Xanthe Yolande Zebedee Ambrose Beatrix Cornelius "
    "Drusilla Erasmus Fenella"
).split()
_SURNAMES = (
    "Abernathy Blenkinsop Cholmondeley Dunwoody Etherington Featherstone Gathercole Heckmondwike "
    "Inglethorpe Jellicoe Kettlewell Lillywhite Mompesson Nethersole Oglethorpe Postlethwaite "
    "Quartermaine Ramsbottom Satterthwaite Thistlewood Umfreville Vavasour Winterbottom Yelverton "
    "Zouche Arkwright Burdekin Clutterbuck Dewhurst Entwistle Fazackerley Gaukroger"
).split()
