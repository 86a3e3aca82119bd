"""The policy: a read is answered exactly by what is visible, and deny overrides."""

import pytest
from django.test import Client

from drive.web.accounts import actions
from drive.web.accounts.models import User
from drive.web.accounts.policy import decide, may
from drive.web.accounts.roles import ACTS, Role
from drive.web.audit.models import Event, EventKind
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_only_the_administrator_sees_other_users(cast: Cast) -> None:
    for name, actor in cast.users.items():
        visible = set(User.objects.visible_to(actor))
        expected = set(User.objects.all()) if name == "administrator" else set()
        assert visible == expected, name


def test_a_read_is_allowed_exactly_where_the_row_is_visible(cast: Cast) -> None:
    for actor in cast.users.values():
        for shown in cast.users.values():
            visible = User.objects.visible_to(actor).filter(pk=shown.pk).exists()
            assert decide(actor, "read", shown).allowed is visible


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_what_its_row_says_and_nothing_else(cast: Cast, role: Role) -> None:
    holder = next((user for user in cast.users.values() if user.roles == {role}), None)
    if holder is None:
        holder = cast.nobody
        actions.grant_role(user=holder, role=role, site=cast.essex, by=cast.administrator, now=NOW)
        holder = User.objects.get(pk=holder.pk)
    every = {permission for acts in ACTS.values() for permission in acts}
    assert {permission for permission in every if may(holder, permission)} == ACTS[role]


def test_ended_access_opens_nothing_from_the_next_request_on(cast: Cast, client: Client) -> None:
    client.force_login(cast.administrator)
    assert client.get("/users/").status_code == 200
    actions.end_access(user=cast.administrator, by=cast.service_manager, now=NOW)
    ended = User.objects.get(pk=cast.administrator.pk)
    assert not may(ended, "accounts.view")
    assert not User.objects.visible_to(ended).exists()
    assert client.get("/users/").status_code == 302


def test_a_page_that_the_role_does_not_open_is_refused_and_audited(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.case_manager)
    before = Event.objects.filter(kind=EventKind.REFUSAL).count()
    assert client.get("/users/").status_code == 403
    assert Event.objects.filter(kind=EventKind.REFUSAL).count() == before + 1


def test_one_page_read_is_one_event_with_the_keys_of_what_it_showed(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.administrator)
    client.get(f"/users/{cast.idva.pk}/")
    event = Event.objects.filter(kind=EventKind.READ).latest("happened_at")
    assert event.action == "accounts.view"
    assert event.actor_id == cast.administrator.pk
    assert event.object_ids == [str(cast.idva.pk)]


def test_signing_in_is_asked_of_everybody_who_is_not_signed_in(client: Client, db: None) -> None:
    response = client.get("/users/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/sign-in/?next=")


def test_no_audit_row_no_page(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("the audit is full")

    monkeypatch.setattr("drive.web.accounts.policy.record", broken)
    client.force_login(cast.administrator)
    client.raise_request_exception = False
    assert client.get("/users/").status_code == 500
