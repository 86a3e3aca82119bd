"""Who on record may be meant: a birth date is looked at before a surname that many share."""

from datetime import date

import pytest

from drive.vocabulary.identity import PartyRole
from drive.web.people.queries import possible, possible_counts, possible_matches
from drive.web.people.rules import Said
from tests.cast import Cast
from tests.factories.people import Docket, Typed

pytestmark = pytest.mark.django_db

BORN_ON = date(1980, 5, 14)
SAID = Said(forename="Peregrine", surname="Ashdown", born_on=BORN_ON)


@pytest.fixture
def few_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only two people be looked at, as if hundreds had the surname."""
    monkeypatch.setattr(possible, "_LOOKED_AT", 2)
    monkeypatch.setattr(possible, "_LOOKED_AT_FOR_MANY", 2)


@pytest.mark.usefixtures("few_are_looked_at")
def test_a_common_surname_hides_nobody_with_the_birth_date(cast: Cast, docket: Docket) -> None:
    for number, forename in enumerate(("Bartholomew", "Desmond", "Horatio")):
        docket.he(Typed(forename, "Ashdown", date(1950 + number, 2, 3)))
    meant = docket.he(Typed("Peregrine", "Ashdown", BORN_ON))
    found = possible_matches(
        SAID, role=PartyRole.PERPETRATOR, site=cast.essex, actor=cast.allocator
    )
    assert meant in [each.person for each in found]
    assert possible_counts([SAID], actor=cast.allocator) == [1]
