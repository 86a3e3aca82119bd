"""A leak about somebody with whom no Idva works: who is asked can open it and review her safety."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.actions import add_user, end_access, grant_role, keep_out
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.case_record.presenters.tasks import page_of
from drive.web.casework.actions import assign
from drive.web.casework.models import Capacity
from drive.web.information.models import Fact, Folder
from drive.web.organisations.models import Site
from drive.web.outbound.actions import Leaked, record_leak, review_safety
from drive.web.outbound.models import LeakageIncident, Outgoing, SafetyReview
from drive.web.people.models import Dyad, Person
from drive.web.tasks.models import Task
from drive.web.tasks.queries import tasks_of
from tests.cast import NOW, PASSWORD
from tests.factories.insights import moved
from tests.factories.outbound import of_drive, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def alone(desk: Desk) -> Desk:
    """Her Idva, who was the lead too, has left."""
    end_access(user=desk.cast.idva, by=desk.cast.administrator, now=NOW)
    return desk


def _leak(desk: Desk) -> LeakageIncident:
    leaked = Leaked(
        dyad=desk.pair,
        what="Her new address",
        route=LeakRoute.LETTER,
        reached_him=ReachedHim.YES,
        happened_on=NOW.date(),
    )
    by = desk.cast.case_manager
    return record_leak(case=of_drive(desk.drive), leaked=leaked, by=by, now=NOW)


def _idva_at(desk: Desk, site: Site) -> User:
    name, by = f"idva-{uuid4().hex[:8]}", desk.cast.administrator
    user = add_user(username=name, name=name, password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.IDVA, site=site, by=by, now=NOW)
    return User.objects.get(pk=user.pk)


def _asked() -> set[User | None]:
    found = Task.objects.filter(kind=TaskKind.REVIEW_SAFETY, settled_at=None)
    return {task.user for task in found.select_related("user")}


def test_the_other_idvas_of_the_site_are_asked_and_not_the_service_manager(alone: Desk) -> None:
    _idva_at(alone, alone.cast.west_sussex)
    third = _idva_at(alone, alone.cast.essex)
    incident = _leak(alone)
    assert _asked() == {alone.cast.other_idva, third}
    for user in (alone.cast.other_idva, third):
        [task] = tasks_of(user)
        assert (task.kind, task.role, task.due_on) == ("review_safety", "idva", NOW.date())
        assert LeakageIncident.objects.visible_to(user).get() == incident


def test_whoever_is_asked_opens_the_page_and_does_it(alone: Desk, client: Client) -> None:
    incident, asked = _leak(alone), alone.cast.other_idva
    [task] = tasks_of(asked)
    client.force_login(asked)
    shown = client.get(page_of(task)).content.decode()
    assert "You are asked because no IDVA of the site works with this victim-survivor" in shown
    assert reverse("harm:record", args=[alone.pair.pk]) not in shown
    address = reverse("outbound:review_safety", args=[incident.pk])
    assert address in shown
    assert client.get(address).status_code == 200
    answer = client.post(address, {"text": "Spoke with her.", "key": str(uuid4())}, follow=True)
    assert answer.status_code == 200
    assert "Spoke with her." in answer.content.decode()
    assert _asked() == set()


def test_she_reaches_the_leak_and_nothing_else_of_the_pair(alone: Desk) -> None:
    earlier = _leak(alone)
    earlier.asked.update(ended_at=NOW, ended_by=alone.cast.administrator)
    wrote(of_drive(alone.drive), alone.cast.case_manager)
    incident, asked = _leak(alone), alone.cast.other_idva
    assert list(LeakageIncident.objects.visible_to(asked)) == [incident]
    for model in (Dyad, Person, Outgoing, Fact, Folder):
        assert not model.objects.visible_to(asked).exists(), model


def test_one_review_settles_it_for_all_and_closes_it_to_the_others(alone: Desk) -> None:
    third = _idva_at(alone, alone.cast.essex)
    incident, other = _leak(alone), _leak(alone)
    review_safety(incident=incident, text="New locks.", by=third, now=NOW)
    left = Task.objects.filter(kind=TaskKind.REVIEW_SAFETY, settled_at=None)
    assert {task.key.partition("/")[0] for task in left} == {str(other.pk)}
    assert set(LeakageIncident.objects.visible_to(third)) == {incident, other}
    assert SafetyReview.objects.visible_to(third).count() == 1
    assert list(LeakageIncident.objects.visible_to(alone.cast.other_idva)) == [other]
    assert not SafetyReview.objects.visible_to(alone.cast.other_idva).exists()


def test_whoever_is_kept_away_is_not_asked(desk: Desk) -> None:
    cast = desk.cast
    her = desk.pair.victim_survivor.person_id
    for user in (cast.idva, cast.other_idva):
        keep_out(user=user, person_id=her, reason="Knows her", by=cast.service_manager, now=NOW)
    elsewhere = _idva_at(desk, cast.west_sussex)
    incident = _leak(desk)
    assert _asked() == {elsewhere}
    assert LeakageIncident.objects.visible_to(elsewhere).get() == incident
    for user in (cast.idva, cast.other_idva):
        assert not LeakageIncident.objects.visible_to(user).exists()


def test_who_works_with_her_from_where_she_went_is_not_named_to_his_side(desk: Desk) -> None:
    cast = desk.cast
    hers = _idva_at(desk, cast.west_sussex)
    moved(desk.idva, cast, to=hers)
    end_access(user=cast.idva, by=cast.administrator, now=NOW)
    _leak(desk)
    assert _asked() == {cast.other_idva}
    assert not Task.objects.visible_to(cast.case_manager).filter(user=hers).exists()


def test_without_any_idva_the_service_manager_is_told_and_her_next_idva_settles_it(
    alone: Desk, client: Client
) -> None:
    cast = alone.cast
    end_access(user=cast.other_idva, by=cast.administrator, now=NOW)
    incident = _leak(alone)
    assert _asked() == {None}
    [task] = tasks_of(cast.service_manager).filter(kind=TaskKind.REVIEW_SAFETY)
    client.force_login(cast.service_manager)
    assert client.get(page_of(task)).status_code == 200
    assert client.get(reverse("outbound:review_safety", args=[incident.pk])).status_code == 403
    named = _idva_at(alone, cast.essex)
    given = {"case": alone.drive, "capacity": Capacity.IDVA_LEAD, "user": named}
    assign(**given, by=cast.service_manager, now=NOW)
    review_safety(incident=incident, text="New locks.", by=named, now=NOW)
    assert _asked() == set()


def test_one_of_her_idvas_settles_it_for_the_other(desk: Desk) -> None:
    cast = desk.cast
    given = {"case": desk.drive, "capacity": Capacity.IDVA_LEAD, "user": cast.other_idva}
    assign(**given, by=cast.service_manager, now=NOW)
    incident = _leak(desk)
    assert _asked() == {cast.idva, cast.other_idva}
    assert not incident.asked.exists(), "both reach it by the pair"
    review_safety(incident=incident, text="New locks.", by=cast.other_idva, now=NOW)
    assert _asked() == set()
