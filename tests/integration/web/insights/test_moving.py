"""When she moves the Drive team learns neither where nor who goes on, and the follow-up goes on."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.models import Event
from drive.web.core.dates import add_months
from drive.web.insights.models import IdvaAssignment, IdvaCase, Transfer
from drive.web.insights.queries import due_now, where_to
from tests.cast import NOW, PASSWORD, Cast
from tests.factories.arms import BothArms, both_arms
from tests.factories.insights import filled, moved, supported
from tests.factories.sign_in import signed_in
from tests.integration.access.crawling import follow

pytestmark = pytest.mark.django_db

WHERE = "wherevershewent"
DRIVE_TEAM = (
    "case_manager",
    "other_case_manager",
    "service_manager",
    "practice_adviser",
    "west_sussex_case_manager",
    "west_sussex_service_manager",
)
OTHERS = ("allocator", "coordinator", "west_sussex_coordinator", "evaluator", "administrator")


@pytest.fixture
def arms(cast: Cast) -> BothArms:
    return both_arms(cast)


@pytest.fixture
def far_idva(cast: Cast) -> User:
    by = system_user()
    user = add_user(username="goeson", name="Goeson Faraway", password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.IDVA, site=cast.west_sussex, by=by, now=NOW)
    return User.objects.get(pk=user.pk)


CHANGES_BY_ITSELF = re.compile(r"^/monitoring/|/history/|/extracts/$")
"""Places count the cases of each worker, as at any handing over; a history says who looked."""


def everything(cast: Cast, name: str) -> dict[str, str]:
    """Return every page that somebody reaches by links, without what differs at each look."""
    client = signed_in(Client(raise_request_exception=False), cast.users[name], freshly=True)
    return {shown.address: plainly(shown.page) for shown in follow(name, client)}


_KEY = r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}"
_CHANGING = re.compile(
    rf'nonce="[^"]+"|name="csrfmiddlewaretoken" value="[^"]+"|value="{_KEY}"|\d\d:\d\d(:\d\d)?'
)


def plainly(page: str) -> str:
    return _CHANGING.sub("", page)


def test_the_drive_team_learns_nothing(arms: BothArms, far_idva: User, cast: Cast) -> None:
    """No page of theirs changes, but for handing over, and who looked at what when."""
    before = {name: everything(cast, name) for name in DRIVE_TEAM}
    moved(arms.drive, cast, to=far_idva, where=WHERE)
    for name in DRIVE_TEAM:
        after = everything(cast, name)
        assert after.keys() == before[name].keys(), name
        for address, page in after.items():
            assert WHERE not in page, f"{name}: {address}"
            if "Goeson" in page:
                assert name.startswith("west_sussex"), f"{name}: {address}"
            if not CHANGES_BY_ITSELF.search(address):
                assert page == before[name][address], f"{name}: {address}"
    assert len(before["case_manager"]) > 10
    assert any(arms.casework.reference in page for page in before["case_manager"].values())


def test_nobody_else_reads_where(arms: BothArms, far_idva: User, cast: Cast) -> None:
    moved(arms.drive, cast, to=far_idva, where=WHERE)
    for name in (*OTHERS, "idva", "other_idva"):
        assert not any(WHERE in page for page in everything(cast, name).values()), name
        assert not Transfer.objects.visible_to(cast.users[name]).exists()
    kept = [str(row) for row in Event.objects.values()]
    assert not any(WHERE in row for row in kept)
    assert WHERE not in Transfer.objects.get().sealed_where


def test_whoever_goes_on_reads_it_and_has_the_follow_up(
    arms: BothArms, far_idva: User, cast: Cast
) -> None:
    filled(arms.drive, InsightsStage.INTAKE, cast)
    supported(arms.drive, cast)
    row = moved(arms.drive, cast, to=far_idva, where=WHERE)
    assert where_to(row) == WHERE
    client = signed_in(Client(), far_idva)
    page = client.get(f"/idva-cases/{arms.drive.pk}/").content.decode()
    assert WHERE in page
    at_3 = add_months(NOW.date(), 3)
    stages = [each.step.stage for each in due_now(far_idva, at_3)]
    assert InsightsStage.MONTH_3 in stages
    assert InsightsStage.MONTH_3 not in [
        each.step.stage for each in due_now(cast.idva, at_3) if each.case.pk == arms.drive.pk
    ]


def test_the_case_keeps_its_site_and_its_reference(
    arms: BothArms, far_idva: User, cast: Cast
) -> None:
    before = IdvaCase.objects.get(pk=arms.drive.pk)
    moved(arms.drive, cast, to=far_idva, where=WHERE)
    after = IdvaCase.objects.get(pk=arms.drive.pk)
    assert (after.site, after.reference) == (before.site, before.reference)
    assert IdvaAssignment.objects.get(idva_case=after, ended_at=None).user == far_idva


def test_outside_the_programme_the_same_idva_goes_on(arms: BothArms, cast: Cast) -> None:
    moved(arms.control, cast, where="A service in Scotland")
    assert IdvaCase.objects.visible_to(cast.idva).filter(pk=arms.control.pk).exists()
    page = signed_in(Client(), cast.idva).get(f"/idva-cases/{arms.control.pk}/")
    assert "A service in Scotland" in page.content.decode()
