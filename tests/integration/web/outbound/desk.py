"""A case with a gate: her new address and his old one in the vault."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from drive.web.casework.models import DriveCase
from drive.web.insights.models import IdvaCase
from drive.web.people.models import Dyad
from drive.web.vault.actions import keep_address, keep_telephone
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.insights import idva_case

NEW_HOME = "14 Glanyrafon Terrace, Swansea"
NEW_POSTCODE = "SA1 4QW"
HER_NUMBER = "07700 900123"
SHARED_HOME = "27 Elm Road, Colchester"
SHARED_POSTCODE = "CO2 7DE"
HIS_NUMBER = "07700 900555"


@dataclass(frozen=True)
class Desk:
    """A Drive case and the Idva case of the same pair."""

    cast: Cast
    drive: DriveCase
    idva: IdvaCase
    pair: Dyad


def desk_of(cast: Cast) -> Desk:
    """Open both cases; she has moved to a new home, he lives where they lived together."""
    drive = case_at(cast)
    pair = drive.perpetrator.dyads.get()
    idva = idva_case(cast, dyad=pair)
    by, hers, his = cast.idva, pair.victim_survivor.person_id, drive.perpetrator.person_id
    for subject, lines, postcode in (
        (hers, NEW_HOME, NEW_POSTCODE),
        (his, SHARED_HOME, SHARED_POSTCODE),
    ):
        keep_address(subject_id=subject, lines=lines, postcode=postcode, by=by, now=NOW)
    for subject, number in ((hers, HER_NUMBER), (his, HIS_NUMBER)):
        keep_telephone(subject_id=subject, number=number, by=by, now=NOW)
    return Desk(cast, drive, idva, pair)


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)
