"""Fixed keys, and the people of the demonstration."""

from collections import Counter

from drive.web.accounts.roles import Role
from drive.web.pilot.rules.keys import key_of
from drive.web.pilot.rules.people import SITES, STAFF_AT_A_SITE, case_managers, idvas, members


def test_a_key_is_pinned() -> None:
    """A snapshot of the pilot is known by its hash: its keys must not drift."""
    assert str(key_of("essex-0001")) == "87298dd7-2dd0-572c-853c-8bde47dd519d"


def test_every_role_can_be_tried() -> None:
    assert {member.role for member in members()} == set(Role)


def test_nobody_stands_twice() -> None:
    names = Counter(member.username for member in members())
    names.update(member.name for member in members())
    assert max(names.values()) == 1


def test_those_who_hold_cases_are_members() -> None:
    known = {member.username: member.role for member in members()}
    for site in SITES:
        assert [known[name] for name in case_managers(site)] == [
            Role.CASE_MANAGER
        ] * STAFF_AT_A_SITE
        assert [known[name] for name in idvas(site)] == [Role.IDVA] * STAFF_AT_A_SITE
