"""Who may be joined where no reviewer looks: at the door, and by a rule of the machine."""

from datetime import date

import pytest

from drive.web.people.rules import AUTOMATIC_RULES, rule_for, says_who

BORN = date(1984, 3, 27)
NAMED = {"forename", "surname", "date_of_birth"}


def test_a_full_name_and_birth_date_say_who() -> None:
    assert says_who("Tobias", "Wetherall", BORN)
    assert says_who("Олена", "Коваленко", BORN)
    assert says_who("Andy", "Sandford", BORN), "“and” within a name joins no two names"


@pytest.mark.parametrize(
    ("forename", "surname", "born_on"),
    [
        ("Tobias", "Wetherall", None),
        ("Tobias", "Wetherall", date(1984, 1, 1)),
        ("UNKNOWN", "Wetherall", BORN),
        ("Tobias", "not known", BORN),
        ("Tobias", "n/k", BORN),
        ("?", "Wetherall", BORN),
        ("", "Wetherall", BORN),
        ("Tobias and Jasper", "Wetherall", BORN),
        ("Tobias & Jasper", "Wetherall", BORN),
        ("Tobias", "Wetherall/Ashdown", BORN),
    ],
)
def test_what_stands_for_nobody_or_for_two_says_nothing(
    forename: str, surname: str, born_on: date | None
) -> None:
    assert not says_who(forename, surname, born_on)


@pytest.mark.parametrize("fact", ["phone", "postcode", "police_id"])
def test_a_rule_needs_names_birth_and_one_thing_more(fact: str) -> None:
    rule = rule_for(NAMED | {fact}, same_role=True, linked=True)
    assert rule is not None
    assert rule.needs == NAMED | {fact}


@pytest.mark.parametrize("lacking", sorted(NAMED))
def test_no_rule_does_without_a_name_or_the_birth_date(lacking: str) -> None:
    equal = (NAMED - {lacking}) | {"phone", "postcode", "police_id"}
    assert rule_for(equal, same_role=True, linked=True) is None


def test_no_rule_holds_by_name_and_birth_alone_across_roles_or_against_the_model() -> None:
    everything = NAMED | {"phone", "postcode", "police_id"}
    assert rule_for(NAMED, same_role=True, linked=True) is None
    assert rule_for(everything, same_role=False, linked=True) is None
    assert rule_for(everything, same_role=True, linked=False) is None


def test_each_rule_has_a_name_of_its_own_that_fits_a_merge() -> None:
    names = [rule.name for rule in AUTOMATIC_RULES]
    assert len(set(names)) == len(names)
    assert all(0 < len(name) <= 60 for name in names)
