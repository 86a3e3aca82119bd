"""A desk at which his pack is put together, and what stands on it."""

from __future__ import annotations

from uuid import UUID

import pytest

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.disclosure import LeftOut
from drive.web.case_record.models import PackRequest
from drive.web.case_record.queries.packs import Standing, standing_items
from drive.web.casework.models import CaseNote
from tests.cast import Cast
from tests.factories.casework import note_on
from tests.factories.packs import asked
from tests.integration.web.outbound.desk import Desk, desk_of

SU, POLICE = InformationSource.SU, InformationSource.POLICE
HER, FAMILY = InformationSource.VICTIM_SURVIVOR, InformationSource.FAMILY


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)


def said(desk: Desk, text: str, informant: InformationSource | None = SU) -> CaseNote:
    return note_on(desk.cast, desk.drive, text, informant=informant)


def opened(desk: Desk) -> PackRequest:
    return asked(desk.drive, desk.cast.service_manager)


def of_source(request: PackRequest, key: UUID) -> Standing:
    return next(each for each in standing_items(request) if each.item.source == key)


def standing_of(request: PackRequest, key: UUID) -> LeftOut | None:
    return of_source(request, key).reason
