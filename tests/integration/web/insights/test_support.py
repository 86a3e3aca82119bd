"""The quick log, how support stands, the safety plan, and the lists over all cases."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import CaseState, Channel
from drive.vocabulary.insights import IdvaIntervention, InsightsStage
from drive.vocabulary.support import HerEngagement, SupportWith
from drive.vocabulary.tasks import TaskKind
from drive.web.insights import actions
from drive.web.insights.exceptions import NextTryMissing, NothingToRecord, PlanWithoutReview
from drive.web.insights.models import Engagement, IdvaCase, SafetyPlan, SupportNote
from drive.web.insights.queries import carried_by, contacts_with_her, engagement_of, opened_text
from drive.web.recording.exceptions import ChangedMeanwhile, ImpossibleDay
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.insights import filled, idva_case, planned, standing, supported
from tests.factories.strategies import consulted, replied

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture
def case(cast: Cast) -> IdvaCase:
    return idva_case(cast)


@pytest.fixture
def idva(client: Client, cast: Cast) -> Client:
    client.force_login(cast.idva)
    return client


# -- The quick log ---------------------------------------------------------------------------------


def test_a_call_is_logged_in_a_few_keys(idva: Client, case: IdvaCase) -> None:
    """What the button and today fill in is sent as it stands: only the text is typed."""
    page = idva.get(f"/idva-cases/{case.pk}/support/log/?kind=spoke").content.decode()
    assert page.index('name="text"') < page.index('name="reached"') < page.index('name="given"')
    assert "autofocus" in page
    sent = {
        "text": "She asked for a panic alarm.",
        "spoke_with": "her",
        "reached": "yes",
        "channel": "telephone",
        "happened_on-day": "30",
        "happened_on-month": "6",
        "happened_on-year": "2017",
        "key": str(uuid4()),
    }
    assert idva.post(f"/idva-cases/{case.pk}/support/log/", sent).status_code == 302
    note = SupportNote.objects.get()
    assert (note.reached, note.spoke_with) == ("yes", "her")
    assert "alarm" not in note.sealed_text
    read = idva.get(f"/idva-cases/{case.pk}/support/").content.decode()
    assert "She asked for a panic alarm." in read


def test_an_empty_note_is_refused(case: IdvaCase, cast: Cast) -> None:
    with pytest.raises(NothingToRecord):
        supported(case, cast, "  ")
    with pytest.raises(ImpossibleDay):
        supported(case, cast, happened_on=date(2017, 7, 1))
    with pytest.raises(NextTryMissing):
        supported(case, cast, next_try_on=date(2017, 6, 29))
    assert supported(case, cast, "", reached=YesNo.NO).sealed_text == ""


def test_a_note_is_added_to_and_never_changed(case: IdvaCase, cast: Cast, idva: Client) -> None:
    note = supported(case, cast, "Rang at nine.", minutes=20, given=[IdvaIntervention.HOUSING])
    addition = actions.NewSupport(
        happened_on=TODAY, channel=Channel.TELEPHONE, text="It was at ten.", minutes=5
    )
    actions.note_support(case=case, note=addition, corrects=note, by=cast.idva, now=NOW)
    page = idva.get(f"/idva-cases/{case.pk}/support/").content.decode()
    assert page.index("Rang at nine.") < page.index("It was at ten.")
    assert "Housing" in page
    ((_, carried),) = carried_by(cast.idva, TODAY).items()
    assert carried.minutes == 25


def test_work_that_was_not_done_so_is_not_counted(case: IdvaCase, cast: Cast) -> None:
    note = supported(case, cast, minutes=20, reached=YesNo.YES)
    assert contacts_with_her(case) == 1
    back = actions.NewSupport(happened_on=TODAY, channel=Channel.TELEPHONE, takes_back=True)
    actions.note_support(case=case, note=back, corrects=note, by=cast.idva, now=NOW)
    assert contacts_with_her(case) == 0
    ((_, carried),) = carried_by(cast.idva, TODAY).items()
    assert carried.minutes == 0


def test_the_exit_form_says_how_many_contacts_the_log_has(
    case: IdvaCase, cast: Cast, idva: Client
) -> None:
    filled(case, InsightsStage.INTAKE, cast)
    supported(case, cast, reached=YesNo.YES)
    supported(case, cast, reached=YesNo.YES)
    supported(case, cast, reached=YesNo.NO)
    supported(case, cast, reached=YesNo.YES, spoke_with=SupportWith.AGENCY)
    page = idva.get(f"/idva-cases/{case.pk}/forms/exit/").content.decode()
    assert "Your log has 2 notes on which she was reached." in page


def test_the_note_of_another_case_takes_no_addition(
    case: IdvaCase, cast: Cast, idva: Client
) -> None:
    other = idva_case(cast, 2)
    note = supported(other, cast)
    assert idva.get(f"/idva-cases/{case.pk}/support/{note.pk}/add/").status_code == 404
    assert idva.get(f"/idva-cases/{other.pk}/support/{note.pk}/add/").status_code == 200


# -- How support stands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state", [HerEngagement.TRYING, HerEngagement.NOT_FOR_NOW, HerEngagement.NOT_SAFE]
)
def test_where_support_does_not_run_a_next_day_stands(
    state: HerEngagement, case: IdvaCase, cast: Cast
) -> None:
    with pytest.raises(NextTryMissing) as refusal:
        actions.set_engagement(
            case=case, state=state, since=TODAY, seen=None, by=cast.idva, now=NOW
        )
    assert refusal.value.field == "next_try_on"
    assert not Engagement.objects.exists()


def test_states_follow_one_another_and_all_stay(case: IdvaCase, cast: Cast) -> None:
    first = standing(case, cast, text="Only on Tuesdays.")
    assert "Tuesdays" not in first.sealed_text
    second = actions.set_engagement(
        case=case,
        state=HerEngagement.ENGAGED,
        since=TODAY,
        next_try_on=date(2017, 7, 9),
        seen=first.pk,
        by=cast.idva,
        now=NOW,
    )
    assert engagement_of(case) == second
    assert second.next_try_on is None
    assert opened_text(first) == "Only on Tuesdays."


def test_two_at_once_do_not_overwrite_each_other(case: IdvaCase, cast: Cast) -> None:
    standing(case, cast)
    with pytest.raises(ChangedMeanwhile):
        standing(case, cast, HerEngagement.NOT_SAFE)
    assert Engagement.objects.count() == 1


def test_a_state_does_not_begin_before_the_one_before_it(case: IdvaCase, cast: Cast) -> None:
    first = standing(case, cast)
    with pytest.raises(ImpossibleDay):
        actions.set_engagement(
            case=case,
            state=HerEngagement.ENGAGED,
            since=date(2017, 6, 20),
            seen=first.pk,
            by=cast.idva,
            now=NOW,
        )


def test_the_end_of_support_ends_it(case: IdvaCase, cast: Cast) -> None:
    standing(case, cast)
    actions.close_case(case=case, closed_on=date(2017, 6, 25), by=cast.idva, now=NOW)
    stands = engagement_of(case)
    assert stands
    assert (stands.state, stands.since) == (HerEngagement.ENDED, date(2017, 6, 25))


def test_attempts_are_counted_since_she_was_last_reached(
    case: IdvaCase, cast: Cast, idva: Client
) -> None:
    supported(case, cast, "", reached=YesNo.NO)
    supported(case, cast, "", reached=YesNo.YES, at=NOW + timedelta(minutes=1))
    for day in (23, 24):
        note = actions.NewSupport(
            happened_on=date(2017, 6, day),
            channel=Channel.TELEPHONE,
            reached=YesNo.NO,
            next_try_on=date(2017, 7, day),
        )
        at = NOW + timedelta(minutes=day)
        actions.note_support(case=case, note=note, by=cast.idva, now=at)
    ((_, carried),) = carried_by(cast.idva, TODAY).items()
    page = idva.get(f"/idva-cases/{case.pk}/engagement/").content.decode()
    assert page.count("Not reached") == 3
    assert "fail" not in page.lower()
    assert carried.next_try_on == date(2017, 7, 24)
    assert carried.attempts == 2


# -- The safety plan -------------------------------------------------------------------------------


def test_a_plan_is_renewed_and_looked_at_again(
    case: IdvaCase, cast: Cast, idva: Client, settings: Any
) -> None:
    first = planned(case, cast)
    second = planned(case, cast, "The back door.", seen=first.pk)
    assert (second.version, second.supersedes) == (2, first)
    assert "door" not in second.sealed_text
    page = idva.get(f"/idva-cases/{case.pk}/plan/").content.decode()
    assert page.index("The back door.") < page.index("A bag at a friend")
    settings.DRIVE_TODAY = date(2017, 7, 11)
    idva.logout()
    idva.force_login(cast.idva)
    due = idva.get("/idva-cases/due/").content.decode()
    assert "Review the safety plan" in due
    assert "Overdue" in due


def test_a_plan_without_a_later_review_is_refused(case: IdvaCase, cast: Cast) -> None:
    plan = actions.NewPlan(
        made_on=TODAY, review_on=TODAY, made_with_her=YesNo.YES, text="The back door."
    )
    with pytest.raises(PlanWithoutReview):
        actions.write_plan(case=case, plan=plan, seen=None, by=cast.idva, now=NOW)
    planned(case, cast)
    with pytest.raises(ChangedMeanwhile):
        planned(case, cast)
    assert SafetyPlan.objects.count() == 1


# -- All cases -------------------------------------------------------------------------------------


def test_capacity_counts_her_own_cases_alone(case: IdvaCase, cast: Cast, idva: Client) -> None:
    idva_case(cast, 2, idva=cast.other_idva)
    supported(case, cast, minutes=45)
    page = idva.get("/idva-cases/capacity/").content.decode()
    assert case.reference in page
    assert page.count("IEX-") == 1
    assert "45" in page
    assert "Too few cases have ended to say." in page


def test_strategies_that_wait_for_her_view_are_listed_until_she_gave_it(
    cast: Cast, idva: Client
) -> None:
    strategy = consulted(cast, case_at(cast, CaseState.STRATEGY))
    task = Task.objects.get(kind=TaskKind.CONSULTED, settled_at=None)
    page = idva.get("/idva-cases/strategies/").content.decode()
    assert task.reference in page
    assert f"/cases/{task.about}/" in page
    replied(cast, strategy)
    assert "None waits for you." in idva.get("/idva-cases/strategies/").content.decode()


def test_another_idva_sees_nothing_of_it(case: IdvaCase, cast: Cast, client: Client) -> None:
    supported(case, cast)
    standing(case, cast)
    planned(case, cast)
    client.force_login(cast.other_idva)
    for path in ("support/", "engagement/", "plan/", "support/log/", "moves/"):
        assert client.get(f"/idva-cases/{case.pk}/{path}").status_code == 404
    assert case.reference not in client.get("/idva-cases/capacity/").content.decode()
