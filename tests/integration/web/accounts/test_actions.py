"""Users, roles and their end."""

import pytest

from drive.web.accounts import actions
from drive.web.accounts.exceptions import PasswordTooWeak, RoleNeedsPlace, UsernameTaken
from drive.web.accounts.models import RoleHolding, User
from drive.web.accounts.roles import Role
from drive.web.audit.models import Event
from tests.cast import NOW, PASSWORD, Cast

pytestmark = pytest.mark.django_db


def add(cast: Cast, username: str, password: str = PASSWORD) -> User:
    return actions.add_user(
        username=username, name="Somebody New", password=password, by=cast.administrator, now=NOW
    )


def test_a_sign_in_name_is_taken_whatever_its_case(cast: Cast) -> None:
    with pytest.raises(UsernameTaken, match="IDVA already") as refusal:
        add(cast, "IDVA")
    assert refusal.value.field == "username"


def test_a_short_password_is_refused_in_words(cast: Cast) -> None:
    with pytest.raises(PasswordTooWeak, match="at least 12"):
        add(cast, "new", "short")
    assert not User.objects.filter(username="new").exists()


@pytest.mark.parametrize(
    ("role", "field"), [(Role.CASE_MANAGER, "site"), (Role.MARAC_COORDINATOR, "agency")]
)
def test_a_role_held_somewhere_needs_its_place(cast: Cast, role: Role, field: str) -> None:
    with pytest.raises(RoleNeedsPlace) as refusal:
        actions.grant_role(user=cast.nobody, role=role, by=cast.administrator, now=NOW)
    assert refusal.value.field == field


def test_a_role_given_twice_is_one_role(cast: Cast) -> None:
    for _ in range(2):
        actions.grant_role(
            user=cast.idva, role=Role.IDVA, site=cast.essex, by=cast.administrator, now=NOW
        )
    assert RoleHolding.objects.filter(user=cast.idva, ended_at=None).count() == 1


def test_ending_access_ends_every_role_and_says_who_ended_it(cast: Cast) -> None:
    actions.end_access(user=cast.idva, by=cast.administrator, now=NOW)
    holding = RoleHolding.objects.get(user=cast.idva)
    assert (holding.ended_at, holding.ended_by) == (NOW, cast.administrator)
    assert not User.objects.get(pk=cast.idva.pk).is_active


def test_each_change_is_one_event_by_its_actor(cast: Cast) -> None:
    before = Event.objects.count()
    user = add(cast, "new")
    assert Event.objects.count() == before + 1
    event = Event.objects.get(action="accounts.add_user", object_ids=[str(user.pk)])
    assert event.actor_id == cast.administrator.pk


def test_nobody_can_sign_in_as_the_system(cast: Cast) -> None:
    system = actions.system_user()
    assert not system.is_active
    assert not system.has_usable_password()
