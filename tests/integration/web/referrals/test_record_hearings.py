"""Recording hearings writes the people, the dyad, the meeting and the core data, or nothing."""

from datetime import date
from uuid import UUID

import pytest

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.questions import CORE_DATA
from drive.web.audit.models import Event
from drive.web.people.actions import derived_key
from drive.web.people.models import Dyad, Perpetrator, Person, PersonMention
from drive.web.referrals.actions import NewHearing, record_hearing, record_hearings
from drive.web.referrals.exceptions import AlreadyHeard
from drive.web.referrals.models import CoreAnswer, MaracHearing, MaracMeeting
from drive.web.vault.models import Address
from tests.cast import NOW, Cast
from tests.factories.referrals import core_data, hearing, hearings, new_hearing

pytestmark = pytest.mark.django_db


def test_a_hearing_is_recorded_whole(cast: Cast) -> None:
    made = hearing(cast)

    assert made.dyad.perpetrator.person.name == "Perpetrator1 Synthetic"
    assert made.dyad.relationship == "ex_partner"
    assert made.meeting.marac == cast.essex_marac
    assert made.site == cast.essex
    answers = {row.question: row.answer for row in CoreAnswer.objects.filter(hearing=made)}
    assert set(answers) == {question.key for question in CORE_DATA}
    assert answers["relationship"].value == "ex_partner"
    assert answers["perpetrator_age"].status is ValueStatus.ASKED_NOT_KNOWN


def test_where_people_live_goes_sealed_to_the_vault(cast: Cast) -> None:
    made = hearing(cast)

    kept = Address.objects.get(subject_id=made.dyad.perpetrator.person_id)
    assert "ZZ1" not in kept.sealed_postcode
    assert kept.sealed_postcode


def test_equal_name_and_birth_date_within_the_site_is_the_same_person(cast: Cast) -> None:
    first = hearing(cast, 1)
    again = hearing(cast, 1, heard_on=date(2017, 6, 26))

    assert again.dyad == first.dyad
    assert PersonMention.objects.filter(person=first.dyad.perpetrator.person).count() == 2


def test_the_same_person_is_known_within_one_list(cast: Cast) -> None:
    made = record_hearings(
        hearings=[new_hearing(cast, 1), new_hearing(cast, 1, victim_survivor=2)],
        source="list",
        by=cast.allocator,
        now=NOW,
    )

    assert made[0].dyad.perpetrator == made[1].dyad.perpetrator
    assert [row.dyad.is_primary for row in made] == [True, False]
    assert Perpetrator.objects.count() == 1


def test_another_site_makes_another_person(cast: Cast) -> None:
    here = hearing(cast, 1)
    there = hearing(cast, 1, in_west_sussex=True)

    assert here.dyad.perpetrator.person != there.dyad.perpetrator.person


def test_without_a_birth_date_nobody_is_taken_for_somebody_else(cast: Cast) -> None:
    unborn = new_hearing(cast)
    typed = unborn.perpetrator.typed
    no_birth = type(typed)(forename=typed.forename, surname=typed.surname, date_of_birth=None)
    nameless = NewHearing(
        **{**vars(unborn), "perpetrator": type(unborn.perpetrator)(typed=no_birth)}
    )
    hearing(cast)
    record_hearing(hearing=nameless, source="list", by=cast.allocator, now=NOW)

    assert Person.objects.filter(forename="Perpetrator1").count() == 2


def test_the_same_hearing_twice_is_refused_and_nothing_is_stored(cast: Cast) -> None:
    hearing(cast)
    with pytest.raises(AlreadyHeard, match="12 June 2017"):
        hearings(cast, range(2))

    assert MaracHearing.objects.count() == 1
    assert Dyad.objects.count() == 1
    assert MaracMeeting.objects.count() == 1


def test_a_dyad_that_comes_back_within_twelve_months_is_a_repeat(cast: Cast) -> None:
    later = hearing(cast, heard_on=date(2017, 6, 12))
    assert not later.is_repeat

    earlier = hearing(cast, heard_on=date(2016, 6, 12))

    later.refresh_from_db()
    assert later.is_repeat, "the earlier hearing came with a later list"
    assert not earlier.is_repeat


def test_a_key_fixes_every_key_that_the_snapshot_shows(cast: Cast) -> None:
    key = UUID("00000000-0000-4000-8000-000000000001")
    given = NewHearing(**{**vars(new_hearing(cast)), "key": key})
    made = record_hearing(
        hearing=given, source="pilot", form="core_data/legacy", by=cast.allocator, now=NOW
    )

    assert made.pk == key
    assert made.form == "core_data/legacy"
    assert made.dyad.pk == derived_key(key, "dyad")
    assert made.dyad.perpetrator.pk == derived_key(key, "perpetrator")
    assert made.dyad.perpetrator.person_id == derived_key(key, "perpetrator_person")
    assert CoreAnswer.objects.filter(pk=derived_key(key, "answer.relationship")).exists()


def test_many_hearings_cost_few_queries(cast: Cast, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(70):  # type: ignore[operator]
        made = hearings(cast, range(100), answers=core_data())

    assert len(made) == 100
    assert CoreAnswer.objects.count() == 2000
    assert Event.objects.filter(action="referrals.record_hearing").count() == 1
