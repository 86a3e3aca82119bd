"""Holds, the clock, loads, handing over, and what comes in after closing."""

from datetime import date, timedelta

import pytest

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    ClosureReason,
    NonContactReason,
)
from drive.vocabulary.clock import ChangeKind, ClockStart, ExtensionGround
from drive.vocabulary.strategy import HoldState
from drive.vocabulary.tasks import TaskKind
from drive.web.casework import actions
from drive.web.casework.exceptions import (
    CannotWrite,
    CaseNotReady,
    NoSuchStep,
    NotOnHold,
    NotWaiting,
    SameHands,
)
from drive.web.casework.models import (
    DriveCase,
    PlannedChange,
    PlannedEnd,
    WhoseRisk,
)
from drive.web.casework.queries import state_of
from drive.web.casework.queries.clock import extended, planned_end
from drive.web.casework.queries.holds import latest_step, on_hold
from drive.web.casework.queries.loads import ending_until
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, contact_with
from tests.factories.closing import closed
from tests.factories.strategies import TODAY, held, proposed_hold

pytestmark = pytest.mark.django_db


def essex_has(cast: Cast, **settings: object) -> None:
    """Change the settings of Essex, also where it is known already as the site of its Marac."""
    for site in (cast.essex, cast.essex_marac.site):
        for name, value in settings.items():
            setattr(site, name, value)
        site.save()


def due(kind: TaskKind) -> list[tuple[str, date]]:
    return list(Task.objects.filter(kind=kind, settled_at=None).values_list("role", "due_on"))


# -- Holds -----------------------------------------------------------------------------------------


def decide(cast: Cast, hold, state: HoldState, *, seen=None, **about: object) -> None:
    actions.decide_hold(
        hold=hold,
        decision=actions.HoldDecision(state=state, **about),  # type: ignore[arg-type]
        seen=seen or latest_step(hold).pk,
        by=about.pop("by", cast.service_manager),  # type: ignore[arg-type]
        now=NOW,
    )


def test_a_hold_is_proposed_and_decided_with_a_day_of_review(cast: Cast) -> None:
    case = case_at(cast)
    hold = proposed_hold(cast, case)
    assert [role for role, _ in due(TaskKind.DECIDE_HOLD)] == ["service_manager"]
    assert on_hold([case.pk]) == {}
    for weeks in (0, 9):
        with pytest.raises(CannotWrite) as refusal:
            decide(cast, hold, HoldState.IN_FORCE, review_on=TODAY + timedelta(weeks=weeks))
        assert refusal.value.field == "review_on"
    review_on = TODAY + timedelta(weeks=8)
    decide(cast, hold, HoldState.IN_FORCE, review_on=review_on)
    found = on_hold([case.pk])[case.pk]
    assert (found.since, found.review_on) == (TODAY, review_on)
    assert due(TaskKind.DECIDE_HOLD) == []
    assert due(TaskKind.REVIEW_HOLD) == [("service_manager", review_on)]


def test_whoever_proposes_a_hold_does_not_decide_on_it(cast: Cast) -> None:
    hold = proposed_hold(cast, case_at(cast))
    with pytest.raises(SameHands):
        actions.decide_hold(
            hold=hold,
            decision=actions.HoldDecision(state=HoldState.NOT_AGREED, reason="No"),
            seen=latest_step(hold).pk,
            by=cast.case_manager,
            now=NOW,
        )


def test_a_hold_comes_to_review_and_stays_until_it_is_lifted(cast: Cast) -> None:
    case = case_at(cast)
    hold = held(cast, case, weeks=1)
    assert on_hold([case.pk])[case.pk].is_due(TODAY + timedelta(weeks=2))
    with pytest.raises(CannotWrite):
        decide(cast, hold, HoldState.LIFTED)
    decide(cast, hold, HoldState.IN_FORCE, review_on=TODAY + timedelta(weeks=4))
    assert on_hold([case.pk])[case.pk].since == TODAY
    decide(cast, hold, HoldState.LIFTED, reason="The case was dropped.")
    assert on_hold([case.pk]) == {}
    assert due(TaskKind.REVIEW_HOLD) == []
    with pytest.raises(NotOnHold):
        decide(cast, hold, HoldState.IN_FORCE, review_on=TODAY + timedelta(weeks=4))


def test_there_is_one_hold_at_a_time_and_a_clash_is_shown(cast: Cast) -> None:
    case = case_at(cast)
    hold = proposed_hold(cast, case)
    with pytest.raises(NotOnHold):
        proposed_hold(cast, case)
    before = latest_step(hold).pk
    decide(cast, hold, HoldState.IN_FORCE, review_on=TODAY + timedelta(weeks=4))
    with pytest.raises(ChangedMeanwhile):
        decide(cast, hold, HoldState.LIFTED, seen=before, reason="Lift it")


# -- The clock -------------------------------------------------------------------------------------


def proposed(cast: Cast, case: DriveCase, kind: ChangeKind, **about: object) -> PlannedChange:
    given: dict[str, object] = {
        "reason": "He is released soon.",
        "whose_risk": [WhoseRisk.CHILDREN],
    }
    change = actions.NewChange(kind=kind, **{**given, **about})  # type: ignore[arg-type]
    return actions.propose_change(case=case, change=change, by=cast.case_manager, now=NOW)


def extension(cast: Cast, case: DriveCase, months: int = 2) -> PlannedChange:
    ground = ExtensionGround.IMMINENT_SAFETY
    return proposed(cast, case, ChangeKind.EXTENSION, ground=ground, months=months)


def approve(cast: Cast, change: PlannedChange) -> None:
    actions.decide_change(change=change, approved=True, by=cast.service_manager, now=NOW)


def test_an_extension_moves_the_planned_end_and_keeps_the_first(cast: Cast) -> None:
    case = case_at(cast)
    change = extension(cast, case)
    with pytest.raises(NotWaiting):
        extension(cast, case)
    approve(cast, change)
    assert planned_end(case) == date(2018, 1, 16)
    case.refresh_from_db()
    assert case.planned_end_on == date(2017, 11, 16)
    assert extended([case.pk]) == {case.pk}
    approve(cast, extension(cast, case))
    assert planned_end(case) == date(2018, 3, 16)
    assert PlannedEnd.objects.count() == 2
    assert not ending_until([cast.case_manager.pk], date(2018, 1, 31)).exists()
    with pytest.raises(NotWaiting):
        approve(cast, change)


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"kind": ChangeKind.EXTENSION, "months": 2}, "ground"),
        ({"kind": ChangeKind.EXTENSION, "ground": ExtensionGround.IMMINENT_SAFETY}, "months"),
        (
            {"kind": ChangeKind.EXTENSION, "ground": ExtensionGround.IMMINENT_SAFETY, "months": 7},
            "months",
        ),
        ({"kind": ChangeKind.EARLY_CLOSURE, "whose_risk": []}, "whose_risk"),
    ],
)
def test_a_proposal_is_whole(cast: Cast, about: dict[str, object], field: str) -> None:
    with pytest.raises(CannotWrite) as refusal:
        proposed(cast, case_at(cast), **about)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_step_down_is_approved_and_lasts_for_months(cast: Cast) -> None:
    with pytest.raises(NoSuchStep):
        proposed(cast, case_at(cast, number=2), ChangeKind.STEP_DOWN, months=6)
    case = case_at(cast, CaseState.ACTIVE)
    with pytest.raises(NoSuchStep, match="approved"):
        actions.move_to(
            case=case,
            state=CaseState.STEP_DOWN,
            happened_on=TODAY,
            by=cast.case_manager,
            now=NOW,
        )
    approve(cast, proposed(cast, case, ChangeKind.STEP_DOWN, months=6))
    assert state_of(case) is CaseState.STEP_DOWN
    assert planned_end(case) == date(2017, 12, 30)


def test_whoever_proposes_does_not_approve_and_a_no_has_its_reason(cast: Cast) -> None:
    case = case_at(cast)
    change = extension(cast, case)
    with pytest.raises(SameHands):
        actions.decide_change(change=change, approved=True, by=cast.case_manager, now=NOW)
    with pytest.raises(CannotWrite):
        actions.decide_change(change=change, approved=False, by=cast.service_manager, now=NOW)
    actions.decide_change(
        change=change, approved=False, reason="Not now.", by=cast.service_manager, now=NOW
    )
    assert planned_end(case) == date(2017, 11, 16)
    assert due(TaskKind.DECIDE_PROPOSAL) == []


def test_closing_early_needs_an_approved_proposal(cast: Cast) -> None:
    case = case_at(cast)
    early = ClosureReason.EARLY_NO_PROGRESS
    with pytest.raises(CaseNotReady) as refusal:
        closed(cast, case, reason=early)
    assert refusal.value.field == "reason"
    approve(cast, proposed(cast, case, ChangeKind.EARLY_CLOSURE))
    closed(cast, case, reason=early)
    assert state_of(case) is CaseState.CLOSED


def test_a_site_may_count_from_the_day_of_opening(cast: Cast) -> None:
    essex_has(cast, clock_start=ClockStart.OPENING)
    assert case_at(cast).planned_end_on == date(2017, 11, 20)


def test_what_an_agency_leaves_to_drive_is_kept(cast: Cast) -> None:
    case = case_at(cast)
    row = actions.record_off_loading(
        case=case,
        off_loading=actions.NewOffLoading(
            agency=AgencyType.PROBATION_CRC, happened_on=TODAY, what="Asked us to see him weekly."
        ),
        by=cast.case_manager,
        now=NOW,
    )
    assert case.off_loadings.get() == row


# -- Why there is no contact -----------------------------------------------------------------------


def say_why(cast: Cast, case: DriveCase, reason: NonContactReason, **about: object):
    given = {"point": AssessmentPoint.INTAKE} | about
    return actions.record_non_contact(
        case=case, reason=reason, by=cast.case_manager, now=NOW, **given
    )


def test_what_is_planned_goes_to_supervision_after_six_weeks(cast: Cast) -> None:
    case = case_at(cast)
    planned = NonContactReason.PLANNED_OR_PENDING
    since = TODAY - timedelta(weeks=5)
    first = say_why(cast, case, planned, reviewed=actions.Reviewed(since=since))
    assert due(TaskKind.REVIEW_NON_CONTACT) == [("service_manager", since + timedelta(weeks=6))]
    again = say_why(cast, case, planned, point=AssessmentPoint.MONTH_3)
    assert (first.since, again.since) == (since, since)
    assert due(TaskKind.REVIEW_NON_CONTACT) == [("service_manager", since + timedelta(weeks=6))]
    other = say_why(cast, case, NonContactReason.NOT_SAFE)
    assert other.since == TODAY
    assert due(TaskKind.REVIEW_NON_CONTACT) == [("case_manager", TODAY + timedelta(weeks=8))]
    contact_with(cast, case)
    assert due(TaskKind.REVIEW_NON_CONTACT) == []
