"""Reporting, putting right, taking back, judging: what is kept, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.harm import Harmed, Relatedness, SeriousEventKind
from drive.web.accounts.actions import end_access, grant_role, system_user
from drive.web.accounts.exceptions import NotIndependent
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.exceptions import AppendOnly
from drive.web.audit.models import Event
from drive.web.harm.actions import acknowledge, correct, judge, record, take_back
from drive.web.harm.exceptions import CorrectedMeanwhile, NotRecordable
from drive.web.harm.jobs import give_waiting_notices
from drive.web.harm.models import EventAccount, MonitorNotice, SeriousEvent
from drive.web.harm.queries import account_of, reports
from drive.web.people.models import Dyad
from tests.cast import NOW, Cast
from tests.factories.harm import monitor, reported, said
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def dyad(cast: Cast) -> Dyad:
    return hearing(cast).dyad


def test_the_monitor_has_notice_at_once(cast: Cast, dyad: Dyad) -> None:
    event = reported(dyad, cast.coordinator, known_at=NOW - 3 * HOUR)
    notice = MonitorNotice.objects.get(event=event)
    assert notice.given_at == NOW
    assert notice.due_at == NOW + 21 * HOUR
    assert notice.acknowledged_at is None
    assert event.reported_as == Role.MARAC_COORDINATOR


def test_the_hours_run_from_the_first_knowing_over_the_change_of_clocks(
    cast: Cast, dyad: Dyad
) -> None:
    known_at = datetime(2017, 3, 25, 12, 0, tzinfo=UTC)
    event = reported(dyad, cast.coordinator, known_at=known_at, happened_on=date(2017, 3, 25))
    event.refresh_from_db()
    assert event.notice.due_at == datetime(2017, 3, 26, 12, 0, tzinfo=UTC)
    assert event.notice.given_at > event.notice.due_at


def test_what_is_told_lies_sealed(cast: Cast, dyad: Dyad) -> None:
    event = reported(dyad, cast.coordinator, account="sealedcanary ‘é’ 𝄞\x0b")
    account = EventAccount.objects.get(event=event)
    assert "sealedcanary" not in account.sealed_text
    found = account_of(event, cast.coordinator)
    assert found is not None
    assert found[1] == "sealedcanary ‘é’ 𝄞\x0b"
    changes = Event.objects.filter(action="harm.record")
    assert "sealedcanary" not in str(list(changes.values()))
    assert changes.get().object_ids == [str(event.pk)]


def test_the_day_may_be_unknown_with_its_reason(cast: Cast, dyad: Dyad) -> None:
    event = reported(dyad, cast.coordinator, happened_on=None)
    assert (event.happened_on, event.happened_status) == (None, ValueStatus.ASKED_NOT_KNOWN)
    assert event.counted_on == date(2017, 6, 30)


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"happened_on": date(2017, 7, 1)}, "happened"),
        ({"known_at": NOW + HOUR}, "known_time"),
        ({"known_at": NOW - 72 * HOUR}, "happened"),
        ({"account": " "}, "account"),
        ({"account": "x" * 1_000_000}, "account"),
        ({"kind": SeriousEventKind.CHILD_REMOVAL}, "harmed"),
    ],
)
def test_what_cannot_be_so_leaves_nothing(cast: Cast, dyad: Dyad, about: dict, field: str) -> None:
    with pytest.raises(NotRecordable) as refused:
        reported(dyad, cast.coordinator, **about)
    assert refused.value.field == field
    assert not SeriousEvent.objects.exists()
    assert not MonitorNotice.objects.exists()


def test_a_correction_is_a_new_row_and_the_monitor_is_told(cast: Cast, dyad: Dyad) -> None:
    first = reported(dyad, cast.coordinator, account="A broken wrist.")
    later = NOW + 5 * HOUR
    death = said(kind=SeriousEventKind.DEATH, account="She died in hospital.")
    second = correct(event=first, corrected=death, by=cast.coordinator, now=later)
    assert list(reports(cast.coordinator)) == [second]
    first.refresh_from_db()
    assert first.kind == SeriousEventKind.SERIOUS_INJURY
    found = account_of(first, cast.coordinator)
    assert found is not None
    assert found[1] == "A broken wrist."
    assert second.notice.given_at == later
    assert second.notice.due_at == later + 24 * HOUR
    assert first.notice.acknowledged_at is None
    with pytest.raises(CorrectedMeanwhile):
        correct(event=first, corrected=death, by=cast.coordinator, now=later)


def test_what_was_taken_back_stays_on_record(cast: Cast, dyad: Dyad) -> None:
    first = reported(dyad, cast.coordinator)
    with pytest.raises(NotRecordable):
        take_back(event=first, reason=" ", by=cast.coordinator, now=NOW)
    gone = take_back(event=first, reason="Another man of that name.", by=cast.coordinator, now=NOW)
    assert SeriousEvent.objects.count() == 2
    assert list(reports(cast.coordinator)) == [gone]
    assert gone.notice.given_at == NOW
    for event in (first, gone):
        with pytest.raises(CorrectedMeanwhile):
            correct(event=event, corrected=said(), by=cast.coordinator, now=NOW)


def test_the_register_is_only_added_to(cast: Cast, dyad: Dyad) -> None:
    event = reported(dyad, cast.coordinator)
    for rows in (SeriousEvent.objects.all(), EventAccount.objects.filter(event=event)):
        with pytest.raises(AppendOnly):
            rows.update(recorded_at=NOW)
        with pytest.raises(AppendOnly):
            rows.delete()


def test_the_database_refuses_what_the_rules_refuse(cast: Cast, dyad: Dyad) -> None:
    usual = {
        "dyad": dyad,
        "kind": SeriousEventKind.LEAK,
        "harmed": Harmed.CHILD,
        "happened_status": ValueStatus.NOT_ASKED,
        "known_at": NOW,
        "reported_as": Role.IDVA,
        "recorded_at": NOW,
        "recorded_by": cast.idva,
    }
    for wrong in (
        {"happened_status": ValueStatus.KNOWN},
        {"happened_on": NOW.date()},
        {"known_at": NOW + HOUR},
        {"taken_back": True},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            SeriousEvent.objects.create(**usual | wrong)


# -- Notices ---------------------------------------------------------------------------------------


def test_whoever_read_a_notice_first_keeps_it(cast: Cast, dyad: Dyad) -> None:
    notice = reported(dyad, cast.coordinator).notice
    acknowledge(notice=notice, by=cast.monitor, now=NOW + HOUR)
    found = acknowledge(notice=notice, by=monitor(), now=NOW + 2 * HOUR)
    assert (found.acknowledged_by, found.acknowledged_at) == (cast.monitor, NOW + HOUR)
    assert Event.objects.filter(action="harm.acknowledge").count() == 1


def test_what_is_reported_while_there_is_no_monitor_waits_for_one(cast: Cast, dyad: Dyad) -> None:
    end_access(user=cast.monitor, by=cast.administrator, now=NOW)
    notice = reported(dyad, cast.coordinator).notice
    assert notice.given_at is None
    give_waiting_notices(NOW + HOUR)
    notice.refresh_from_db()
    assert notice.given_at is None
    monitor()
    give_waiting_notices(NOW + 30 * HOUR)
    notice.refresh_from_db()
    assert notice.given_at == NOW + 30 * HOUR
    give_waiting_notices(NOW + 31 * HOUR)
    assert Event.objects.filter(action="harm.give_notice").count() == 1


@pytest.mark.parametrize("held", ["service_manager", "evaluator", "administrator"])
def test_a_monitor_holds_no_other_role(cast: Cast, held: str) -> None:
    by = system_user()
    with pytest.raises(NotIndependent):
        grant_role(user=getattr(cast, held), role=Role.MONITOR, by=by, now=NOW)
    with pytest.raises(NotIndependent):
        grant_role(user=cast.monitor, role=Role.EVALUATOR, by=by, now=NOW)
    assert User.objects.get(pk=cast.monitor.pk).roles == {Role.MONITOR}


# -- Judging ---------------------------------------------------------------------------------------


def test_the_report_that_stands_is_judged(cast: Cast, dyad: Dyad) -> None:
    event = reported(dyad, cast.coordinator)
    judge(event=event, relatedness=Relatedness.UNLIKELY, by=cast.service_manager, now=NOW)
    judge(event=event, relatedness=Relatedness.PROBABLE, by=cast.service_manager, now=NOW + HOUR)
    latest = event.judgements.first()
    assert latest.relatedness == Relatedness.PROBABLE
    with pytest.raises(NotRecordable):
        judge(event=event, relatedness=Relatedness.NOT_JUDGED, by=cast.service_manager, now=NOW)
    correct(event=event, corrected=said(), by=cast.coordinator, now=NOW)
    with pytest.raises(NotRecordable):
        judge(event=event, relatedness=Relatedness.POSSIBLE, by=cast.service_manager, now=NOW)


def test_somebody_in_both_arms_reports_as_that(cast: Cast, dyad: Dyad) -> None:
    grant_role(user=cast.idva, role=Role.CASE_MANAGER, site=cast.essex, by=system_user(), now=NOW)
    by = User.objects.get(pk=cast.idva.pk)
    assert record(dyad=dyad, event=said(), by=by, now=NOW).reported_as == Role.IDVA
