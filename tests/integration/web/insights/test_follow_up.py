"""The follow-up goes on in both arms, after exit, and for those whom nobody reached."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.support import HerEngagement
from drive.web.core.dates import add_months, at_noon
from drive.web.insights import actions
from drive.web.insights.exceptions import FollowedElsewhere, FormOutOfOrder
from drive.web.insights.models import ExperienceRating, IdvaCase, InsightsAnswer, InsightsForm
from drive.web.insights.queries import coming_for, due_now
from drive.web.people.actions import follow_up_from
from tests.cast import NOW, Cast
from tests.factories.insights import (
    answers_for,
    filled,
    form_of,
    idva_case,
    ratings,
    standing,
    typed_form,
)

pytestmark = pytest.mark.django_db

FROM = NOW.date()
AT_3 = add_months(FROM, 3)
MONTH_3, MONTH_6 = InsightsStage.MONTH_3, InsightsStage.MONTH_6


@pytest.fixture
def case(cast: Cast) -> IdvaCase:
    made = idva_case(cast)
    follow_up_from(dyad=made.dyad, day=FROM)
    return made


def submitted(case: IdvaCase, cast: Cast, stage: InsightsStage, on: date) -> InsightsForm:
    return actions.submit_form(
        case=case,
        stage=stage,
        happened_on=on,
        definition=form_of(stage),
        answers=answers_for(stage),
        ratings=ratings(in_depth=False),
        by=cast.idva,
        now=at_noon(on),
    )


def test_it_is_due_though_nobody_reached_her_and_reasons_fill_it(
    case: IdvaCase, cast: Cast, client: Client, settings: Any
) -> None:
    standing(case, cast, HerEngagement.TRYING)
    settings.DRIVE_TODAY = AT_3
    client.force_login(cast.idva)
    assert "Follow-up at 3 months" in client.get("/idva-cases/due/").content.decode()
    sent = typed_form(MONTH_3, on=AT_3)
    reached = {
        name: text for name, text in sent.items() if name.startswith("happened_on") or name == "key"
    }
    unreached = reached | {
        "spoken_with-value": "no",
        "knew_drive_involved-value": "no",
        "gap_reason": "not_contactable",
    }
    answer = client.post(f"/idva-cases/{case.pk}/forms/month_3/", unreached)
    assert answer.status_code == 302
    assert InsightsAnswer.objects.get(question="afraid_now").status == "not_contactable"
    statuses = ExperienceRating.objects.values_list("used_status", "severity_status")
    assert set(statuses) == {("not_contactable", "not_contactable")}
    assert "Follow-up at 3 months" not in client.get("/idva-cases/due/").content.decode()


def test_it_goes_on_after_exit_and_after_the_end_of_support(case: IdvaCase, cast: Cast) -> None:
    filled(case, InsightsStage.INTAKE, cast)
    filled(case, InsightsStage.EXIT, cast, on=date(2017, 6, 20))
    actions.close_case(case=case, closed_on=date(2017, 6, 25), by=cast.idva, now=NOW)
    due = [(each.step.stage, each.step.on) for each in due_now(cast.idva, AT_3)]
    assert due == [(MONTH_3, AT_3)]
    assert submitted(case, cast, MONTH_3, AT_3).form == "follow_up/1"
    assert due_now(cast.idva, AT_3) == []


def test_it_needs_no_intake(case: IdvaCase, cast: Cast) -> None:
    assert submitted(case, cast, MONTH_3, AT_3).stage == MONTH_3


def test_a_day_outside_the_window_is_refused_in_words(case: IdvaCase, cast: Cast) -> None:
    with pytest.raises(FormOutOfOrder, match="16 September 2017 to 11 November 2017") as refusal:
        submitted(case, cast, MONTH_3, date(2017, 12, 1))
    assert refusal.value.field == "happened_on"
    assert not InsightsForm.objects.exists()


def test_it_is_filled_in_once(case: IdvaCase, cast: Cast) -> None:
    submitted(case, cast, MONTH_3, AT_3)
    with pytest.raises(FormOutOfOrder, match="already"):
        submitted(case, cast, MONTH_3, AT_3)


def test_a_later_case_of_hers_goes_on_with_it(case: IdvaCase, cast: Cast) -> None:
    submitted(case, cast, MONTH_3, AT_3)
    closed_on = date(2017, 10, 10)
    actions.close_case(case=case, closed_on=closed_on, by=cast.idva, now=at_noon(closed_on))
    later = actions.open_case(
        dyad=case.dyad,
        idva=cast.other_idva,
        opened_on=date(2017, 11, 1),
        by=cast.coordinator,
        now=at_noon(date(2017, 11, 1)),
    )
    at_6 = add_months(FROM, 6)
    stages = {
        key: [step.stage for step in steps if step.stage in (MONTH_3, MONTH_6)]
        for key, steps in coming_for([case, later], at_6).items()
    }
    assert stages == {case.pk: [], later.pk: [MONTH_6]}
    with pytest.raises(FollowedElsewhere):
        submitted(case, cast, MONTH_6, at_6)
    with pytest.raises(FormOutOfOrder, match="already"):
        submitted(later, cast, MONTH_3, AT_3)
    assert submitted(later, cast, MONTH_6, at_6)


def test_what_is_overdue_stands_on_the_caseload_and_on_home(
    case: IdvaCase, cast: Cast, client: Client, settings: Any
) -> None:
    filled(case, InsightsStage.INTAKE, cast)
    settings.DRIVE_TODAY = add_months(FROM, 6)
    client.force_login(cast.idva)
    overdue = "Review form to fill in: overdue since 14 September 2017"
    assert overdue in client.get("/idva-cases/").content.decode()
    home = client.get("/").content.decode()
    assert f"{case.reference}: Follow-up at 6 months" in home
    assert "Due 30 December 2017" in home
    assert "Overdue since 14 September 2017" in home
    assert "Follow-up at 3 months" not in home


def test_the_days_say_nothing_of_others_cases(case: IdvaCase, cast: Cast) -> None:
    assert due_now(cast.other_idva, AT_3) == []
