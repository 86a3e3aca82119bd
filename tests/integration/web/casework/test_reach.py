"""Holding a case as Idva lead is not holding the case manager's record."""

import pytest

from drive.web.accounts.actions import grant_role
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.models import CaseNote, DriveCase
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, note_on

pytestmark = pytest.mark.django_db


def test_an_idva_lead_who_is_a_case_manager_too_does_not_read_the_notes(cast: Cast) -> None:
    case = case_at(cast)
    note_on(cast, case)
    grant_role(
        user=cast.idva, role=Role.CASE_MANAGER, site=cast.essex, by=cast.administrator, now=NOW
    )
    both = User.objects.get(pk=cast.idva.pk)
    assert DriveCase.objects.visible_to(both).get() == case
    assert not CaseNote.objects.visible_to(both).exists()
    assert CaseNote.objects.visible_to(cast.case_manager).exists()
