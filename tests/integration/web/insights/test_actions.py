"""Idva cases and their forms, the same in both arms."""

from datetime import date

import pytest

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import known
from drive.vocabulary.insights import InsightsStage
from drive.web.audit.models import Event
from drive.web.insights import actions
from drive.web.insights.exceptions import (
    CaseOpenAlready,
    FormOutOfOrder,
    GapsWithoutReason,
    NotAnIdva,
)
from drive.web.insights.models import ExperienceRating, IdvaCase, InsightsAnswer, InsightsForm
from drive.web.insights.queries import waiting_for_idva, without_exit, without_intake
from drive.web.people.models import Person
from drive.web.recording.rules import definition
from tests.cast import NOW, Cast
from tests.factories.insights import OPENED_ON, answers_for, filled, idva_case, ratings
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db


def test_only_the_idva_who_holds_a_case_sees_it(cast: Cast) -> None:
    case = idva_case(cast)
    for name, actor in cast.users.items():
        visible = IdvaCase.objects.visible_to(actor).filter(pk=case.pk).exists()
        assert visible is (name == "idva"), name


def test_the_idva_sees_the_two_names_of_her_pair_and_no_others(cast: Cast) -> None:
    case = idva_case(cast)
    idva_case(cast, 2, idva=cast.other_idva)
    assert set(Person.objects.visible_to(cast.idva)) == {
        case.dyad.perpetrator.person,
        case.dyad.victim_survivor.person,
    }


def test_a_case_is_open_once(cast: Cast) -> None:
    case = idva_case(cast)
    with pytest.raises(CaseOpenAlready):
        idva_case(cast, dyad=case.dyad)


def test_only_an_idva_holds_a_case(cast: Cast) -> None:
    with pytest.raises(NotAnIdva) as refusal:
        idva_case(cast, idva=cast.case_manager)
    assert refusal.value.field == "idva"
    assert not IdvaCase.objects.exists()


def test_references_count_on_within_a_site(cast: Cast) -> None:
    assert [idva_case(cast, number).reference for number in (1, 2)] == ["IEX-0001", "IEX-0002"]


def test_a_case_that_was_handed_over_is_the_other_idvas(cast: Cast) -> None:
    case = idva_case(cast)
    actions.hand_over(case=case, to=cast.other_idva, by=cast.idva, now=NOW)
    assert not IdvaCase.objects.visible_to(cast.idva).exists()
    assert not Person.objects.visible_to(cast.idva).exists()
    assert IdvaCase.objects.visible_to(cast.other_idva).get() == case


def test_a_form_keeps_each_answer_and_both_answers_of_each_rating(cast: Cast) -> None:
    form = filled(idva_case(cast), InsightsStage.INTAKE, cast)
    assert InsightsAnswer.objects.get(question="knew_drive_involved").value == "unsure"
    rated = {row.abuse_type: row.rating for row in ExperienceRating.objects.all()}
    assert set(rated) == set(AbuseType)
    assert rated[AbuseType.PHYSICAL].severity.value == "high"
    assert not rated[AbuseType.SEXUAL].used.is_known
    assert rated[AbuseType.PHYSICAL].frequency == known("weekly")
    assert form.form == "insights/2"


def test_a_gap_needs_a_reason_and_leaves_nothing_half_stored(cast: Cast) -> None:
    case = idva_case(cast)
    answers = answers_for(InsightsStage.INTAKE)
    del answers["knew_drive_involved"]
    with pytest.raises(GapsWithoutReason) as refusal:
        actions.submit_form(
            case=case,
            stage=InsightsStage.INTAKE,
            happened_on=OPENED_ON,
            definition=definition("insights"),
            answers=answers,
            ratings=ratings(),
            by=cast.idva,
            now=NOW,
        )
    assert refusal.value.field == "knew_drive_involved"
    assert not InsightsForm.objects.exists()


@pytest.mark.parametrize(
    ("stage", "on", "words"),
    [
        (InsightsStage.EXIT, OPENED_ON, "intake form first"),
        (InsightsStage.INTAKE, date(2017, 6, 13), "before support began"),
    ],
)
def test_a_form_out_of_order_is_refused_in_words(
    cast: Cast, stage: InsightsStage, on: date, words: str
) -> None:
    with pytest.raises(FormOutOfOrder, match=words):
        filled(idva_case(cast), stage, cast, on=on)


def test_after_the_exit_form_nothing_is_added(cast: Cast) -> None:
    case = idva_case(cast)
    filled(case, InsightsStage.INTAKE, cast)
    filled(case, InsightsStage.EXIT, cast)
    with pytest.raises(FormOutOfOrder, match="nothing more is added"):
        filled(case, InsightsStage.REVIEW, cast)


def test_the_end_of_support_is_never_overwritten(cast: Cast) -> None:
    case = idva_case(cast)
    actions.close_case(case=case, closed_on=date(2017, 6, 20), by=cast.idva, now=NOW)
    with pytest.raises(FormOutOfOrder, match="closed already"):
        actions.close_case(case=case, closed_on=date(2017, 6, 21), by=cast.idva, now=NOW)
    assert IdvaCase.objects.get().closed_on == date(2017, 6, 20)


def test_what_waits_is_found(cast: Cast) -> None:
    waiting = hearing(cast, 9).dyad
    case = idva_case(cast)
    assert list(waiting_for_idva(cast.coordinator)) == [waiting]
    assert not waiting_for_idva(cast.west_sussex_coordinator).exists()
    assert list(without_intake(cast.idva)) == [case]
    filled(case, InsightsStage.INTAKE, cast)
    actions.close_case(case=case, closed_on=date(2017, 6, 20), by=cast.idva, now=NOW)
    assert not without_intake(cast.idva).exists()
    assert list(without_exit(cast.idva)) == [IdvaCase.objects.get()]


def test_each_change_is_one_event(cast: Cast) -> None:
    dyad = hearing(cast).dyad
    before = Event.objects.count()
    case = idva_case(cast, dyad=dyad)
    filled(case, InsightsStage.INTAKE, cast)
    assert Event.objects.count() == before + 2
