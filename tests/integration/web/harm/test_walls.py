"""Who reads which report, and what nobody learns from one."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.allocation import Arm
from drive.web.accounts.actions import keep_out
from drive.web.accounts.models import User
from drive.web.people.models import Dyad
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.harm import reported
from tests.factories.insights import idva_case
from tests.factories.sign_in import signed_in
from tests.integration.web.harm.desk import in_drive, of, words

pytestmark = pytest.mark.django_db


def lists_of(client: Client, user: User) -> str:
    signed_in(client, user)
    return words(client.get(reverse("harm:reports")).content)


def test_who_reads_what_is_told(cast: Cast, client: Client) -> None:
    _case, dyad = in_drive(cast)
    event = reported(dyad, cast.case_manager, account="toldcanary")
    report = reverse("harm:report", args=[event.pk])
    answers = {}
    for name, user in cast.users.items():
        signed_in(client, user)
        answer = client.get(report)
        answers[name] = "told" if b"toldcanary" in answer.content else answer.status_code
    read = {name for name, said in answers.items() if said == "told"}
    assert read == {"case_manager", "service_manager", "excluded"}
    known = {name for name, said in answers.items() if said == 200}
    assert known <= {"allocator", "second_allocator"}
    assert "allocator" in known


def test_whoever_is_kept_out_of_her_or_of_him_neither_reports_nor_reads(
    cast: Cast, client: Client
) -> None:
    _case, dyad = in_drive(cast)
    event = reported(dyad, cast.case_manager)
    for person, user in (
        (dyad.victim_survivor.person_id, cast.service_manager),
        (dyad.perpetrator.person_id, cast.excluded),
    ):
        keep_out(user=user, person_id=person, reason="A cousin.", by=cast.administrator, now=NOW)
        signed_in(client, user)
        assert client.get(of(dyad)).status_code == 404
        assert client.get(reverse("harm:report", args=[event.pk])).status_code == 404
        assert "Perpetrator1" not in words(client.get(reverse("harm:reports")).content)


def test_an_idva_does_not_learn_that_somebody_else_reported(cast: Cast, client: Client) -> None:
    """A report by a case manager would tell her that he is with Drive."""
    _case, dyad = in_drive(cast)
    idva_case(cast, dyad=dyad)
    reported(dyad, cast.case_manager)
    assert "There is no report" in lists_of(client, cast.idva)
    assert "There is no report" in lists_of(client, cast.coordinator)
    assert "Serious injury" in lists_of(client, cast.service_manager)


def test_a_report_from_the_control_arm_is_not_for_the_service_manager(
    cast: Cast, client: Client
) -> None:
    drawn = allocation(cast, 2, arm=Arm.CONTROL)
    event = reported(Dyad.objects.get(perpetrator=drawn.perpetrator_id), cast.idva)
    assert "There is no report" in lists_of(client, cast.service_manager)
    assert client.get(reverse("harm:report", args=[event.pk])).status_code == 404


def test_home_counts_what_was_reported_of_the_sites_cases(cast: Cast, client: Client) -> None:
    _case, dyad = in_drive(cast)
    long_ago = datetime(2017, 5, 1, 12, tzinfo=NOW.tzinfo)
    for now in (NOW, long_ago):
        reported(dyad, cast.case_manager, known_at=long_ago, happened_on=date(2017, 4, 30), now=now)
    control = allocation(cast, 2, arm=Arm.CONTROL)
    reported(Dyad.objects.get(perpetrator=control.perpetrator_id), cast.idva)
    signed_in(client, cast.service_manager)
    assert "1 serious event reported in the last 30 days" in words(client.get("/").content)
