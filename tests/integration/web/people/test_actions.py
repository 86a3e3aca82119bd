"""Identity before linkage: equal in forename, surname and full birth date within a site."""

from datetime import date

import pytest

from drive.vocabulary.answers import known
from drive.web.organisations.models import Agency
from drive.web.people import actions
from drive.web.people.exceptions import OneDyad
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
    apart: bool = False,
) -> Person:
    number = str(PersonMention.objects.count())
    mention = actions.Mention(
        typed=actions.TypedPerson(forename="Robin", surname=surname, date_of_birth=born),
        role=role,
        agency=marac or cast.essex_marac,
        source_row=number,
        apart=apart,
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


def test_across_roles_the_door_makes_a_person_of_his_own(cast: Cast) -> None:
    him, her = mention(cast), mention(cast, role="victim_survivor")
    assert him != her
    assert mention(cast) == him
    assert mention(cast, role="victim_survivor") == her


@pytest.mark.parametrize(
    ("surname", "born"),
    [("UNKNOWN", BORN), ("Ashdown and Bracken", BORN), ("Ashdown", date(1988, 1, 1))],
)
def test_what_stands_for_nobody_joins_nobody(cast: Cast, surname: str, born: date) -> None:
    assert mention(cast, surname=surname, born=born) != mention(cast, surname=surname, born=born)


def test_whom_somebody_told_apart_the_door_does_not_mix_up(cast: Cast) -> None:
    first = mention(cast)
    second = mention(cast, apart=True)
    assert len({first, second, mention(cast)}) == 3


def test_of_one_human_on_record_twice_the_door_joins_the_first(cast: Cast) -> None:
    first, second = mention(cast), mention(cast, apart=True)
    actions.merge_people(one=first, other=second, rule="any", by=cast.allocator, now=NOW)
    assert mention(cast) in {first, second}


def test_the_two_of_one_row_are_two_even_where_one_human_has_had_both_roles(cast: Cast) -> None:
    him, her = mention(cast), mention(cast, role="victim_survivor")
    actions.merge_people(one=him, other=her, rule="any", by=cast.allocator, now=NOW)
    row = [
        actions.Mention(
            typed=actions.TypedPerson(forename="Robin", surname="Ashdown", date_of_birth=BORN),
            role=role,
            agency=cast.essex_marac,
            source_row="9",
        )
        for role in ("perpetrator", "victim_survivor")
    ]
    his, hers = actions.mention_people(row, source="list", by=cast.coordinator, now=NOW)
    assert his == him
    assert hers not in {him, her}


def test_whoever_says_that_both_are_one_human_is_refused(cast: Cast) -> None:
    him = mention(cast)
    pairing = actions.Pairing(
        perpetrator=him, victim_survivor=him, site=cast.essex, relationship=known("ex_partner")
    )
    with pytest.raises(OneDyad):
        actions.pair_people_up([pairing], by=cast.coordinator, now=NOW)


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
