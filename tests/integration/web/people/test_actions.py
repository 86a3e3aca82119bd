"""Identity before linkage: equal in forename, surname and full birth date within a site."""

from datetime import date

import pytest

from drive.vocabulary.answers import known
from drive.web.organisations.models import Agency
from drive.web.people import actions
from drive.web.people.models import Dyad, Perpetrator, Person, PersonMention, VictimSurvivor
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

BORN = date(1988, 3, 27)


def mention(
    cast: Cast,
    *,
    surname: str = "Ashdown",
    born: date | None = BORN,
    marac: Agency | None = None,
    role: str = "perpetrator",
) -> Person:
    mention = actions.Mention(
        typed=actions.TypedPerson(forename="Robin", surname=surname, date_of_birth=born),
        role=role,
        agency=marac or cast.essex_marac,
        source_row="1",
    )
    return actions.mention_people([mention], source="list", by=cast.coordinator, now=NOW)[0]


def pair(cast: Cast) -> Dyad:
    pairing = actions.Pairing(
        perpetrator=mention(cast),
        victim_survivor=mention(cast, surname="Bracken", role="victim_survivor"),
        site=cast.essex,
        relationship=known("ex_partner"),
    )
    return actions.pair_people_up([pairing], by=cast.coordinator, now=NOW)[0]


def test_an_equal_mention_joins_the_person_whatever_the_case_of_the_letters(cast: Cast) -> None:
    assert mention(cast) == mention(cast, surname="ASHDOWN")
    assert PersonMention.objects.count() == 2


def test_without_a_full_birth_date_nobody_is_joined(cast: Cast) -> None:
    assert mention(cast, born=None) != mention(cast, born=None)


def test_another_birth_date_is_another_person(cast: Cast) -> None:
    assert mention(cast) != mention(cast, born=date(1988, 3, 28))


def test_a_person_of_another_site_is_not_joined(cast: Cast) -> None:
    assert mention(cast) != mention(cast, marac=cast.west_sussex_marac)


def test_what_was_typed_is_kept_as_typed(cast: Cast) -> None:
    person = mention(cast)
    mention(cast, surname="ASHDOWN")
    assert {each.surname for each in person.mentions.all()} == {"Ashdown", "ASHDOWN"}


def test_a_pair_is_made_once_with_its_roles(cast: Cast) -> None:
    assert pair(cast) == pair(cast)
    assert (Perpetrator.objects.count(), VictimSurvivor.objects.count()) == (1, 1)


def test_the_co_ordinator_sees_whom_her_marac_mentioned_and_nobody_else(cast: Cast) -> None:
    dyad = pair(cast)
    assert Dyad.objects.visible_to(cast.coordinator).get() == dyad
    assert Person.objects.visible_to(cast.coordinator).count() == 2
    for actor in (cast.west_sussex_coordinator, cast.evaluator, cast.administrator, cast.idva):
        assert not Dyad.objects.visible_to(actor).exists()
        assert not Person.objects.visible_to(actor).exists()


def test_a_holder_sees_the_pair_until_he_lets_go(cast: Cast) -> None:
    dyad = pair(cast)
    holder = actions.hold(
        dyad=dyad, user=cast.idva, on_behalf_of=dyad.id, by=cast.service_manager, now=NOW
    )
    assert Dyad.objects.visible_to(cast.idva).exists()
    actions.let_go(on_behalf_of=holder.on_behalf_of, user=cast.idva, by=cast.idva, now=NOW)
    assert not Dyad.objects.visible_to(cast.idva).exists()


def test_the_follow_up_day_is_set_once(cast: Cast) -> None:
    dyad = pair(cast)
    actions.follow_up_from(dyad=dyad, day=date(2016, 5, 1))
    actions.follow_up_from(dyad=dyad, day=date(2017, 5, 1))
    assert Dyad.objects.get().follow_up_from == date(2016, 5, 1)
