"""The guard at the gate, and the trace of a fact across the wall."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.facts import Tells, Use
from drive.vocabulary.outbound import CheckOutcome, Exposure, OutgoingState
from drive.web.information.models import Fact, Folder
from drive.web.outbound.actions import let_out, send
from drive.web.outbound.queries.checking import checked
from drive.web.outbound.queries.trace import trace_of
from tests.cast import NOW
from tests.factories.facts import fact, her_word, released
from tests.factories.outbound import of_drive, of_idva, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db

TO_HIM_OR_INFERRED = (Use.DISRUPTION, Use.CONDITION, Use.ARREST, Use.CONTACT, Use.CONFRONTATION)
NEVER_STOPPED = (Use.PROTECTIVE_SHARING, Use.THREAT_TO_LIFE, Use.CHILD_AT_RISK)


def _folder(case: object) -> Folder:
    return Folder.objects.get(about=case.pk)  # type: ignore[attr-defined]


def _her_word(desk: Desk) -> Fact:
    """Return what the case manager knows from her Idva alone."""
    told = her_word(desk.cast, _folder(desk.idva))
    return released(desk.cast, _folder(desk.idva), _folder(desk.drive), told).fact


@pytest.mark.parametrize("use", TO_HIM_OR_INFERRED)
def test_what_rests_on_her_word_alone_is_stopped(desk: Desk, use: Use) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager, use=use, facts=[_her_word(desk)])
    assert checked(row).outcome is CheckOutcome.STOPPED
    step = send(outgoing=row, by=desk.cast.case_manager, now=NOW)
    assert step.state == OutgoingState.STOPPED


@pytest.mark.parametrize("use", NEVER_STOPPED)
def test_protecting_and_saving_life_is_never_stopped(desk: Desk, use: Use) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager, use=use, facts=[_her_word(desk)])
    step = send(outgoing=row, reason="She is in danger.", by=desk.cast.case_manager, now=NOW)
    assert step.state == OutgoingState.HELD


def test_what_is_known_without_her_passes(desk: Desk) -> None:
    known = fact(desk.cast, _folder(desk.drive))
    row = wrote(of_drive(desk.drive), desk.cast.case_manager, facts=[known])
    step = send(outgoing=row, reason="It is theirs.", by=desk.cast.case_manager, now=NOW)
    assert step.state == OutgoingState.HELD


def test_the_form_offers_the_facts_of_the_writers_side_alone(desk: Desk, client: Client) -> None:
    hers, his = fact(desk.cast, _folder(desk.idva)), fact(desk.cast, _folder(desk.drive))
    client.force_login(desk.cast.case_manager)
    shown = client.get(reverse("casework:write_to_somebody", args=[desk.drive.pk])).content.decode()
    assert str(his.pk) in shown
    assert str(hers.pk) not in shown


def test_a_fact_is_traced_across_the_wall_to_whoever_got_a_letter(
    desk: Desk, client: Client
) -> None:
    told = her_word(desk.cast, _folder(desk.idva))
    item = released(desk.cast, _folder(desk.idva), _folder(desk.drive), told)
    client.force_login(desk.cast.case_manager)
    page = reverse("information:fact", args=[desk.drive.pk, item.fact_id])
    assert client.get(page).status_code == 200
    row = wrote(
        of_drive(desk.drive),
        desk.cast.case_manager,
        use=Use.PROTECTIVE_SHARING,
        facts=[item.fact],
    )
    send(outgoing=row, reason="To protect her.", by=desk.cast.case_manager, now=NOW)
    let_out(outgoing=row, by=desk.cast.case_manager, now=NOW + timedelta(minutes=5))
    rows = {
        (each.contact.who, each.contact.how, each.tells)
        for each in trace_of(told.pk, desk.cast.idva)
    }
    assert ("Case manager", Exposure.OPENED, Tells.MADE_FROM_IT) in rows
    assert ("An agency", Exposure.RECEIVED, Tells.OUTGOING) in rows
    assert ("Idva", Exposure.WROTE, Tells.ITSELF) in rows
    client.force_login(desk.cast.idva)
    shown = client.get(reverse("outbound:fact_trace", args=[told.pk])).content.decode()
    assert Tells.OUTGOING.label in shown
    assert "Case manager" in shown


def test_a_letter_of_the_idva_is_traced_too(desk: Desk) -> None:
    told = her_word(desk.cast, _folder(desk.idva))
    row = wrote(of_idva(desk.idva), desk.cast.idva, use=Use.PROTECTIVE_SHARING, facts=[told])
    assert {each.tells for each in trace_of(told.pk, desk.cast.idva)} >= {
        Tells.ITSELF,
        Tells.OUTGOING,
    }
    assert trace_of(row.pk, desk.cast.idva)
