"""Agencies that become others, agreements, provision: what is taken, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole, ProvisionState, SharedField
from drive.web.core.exceptions import Refusal
from drive.web.multiagency.actions import directory as actions
from drive.web.organisations.models import SharingAgreement
from drive.web.organisations.queries import (
    agencies_on,
    agreement_for,
    whom_to_ring,
)
from drive.web.recording.exceptions import ChangedMeanwhile
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.directory import SINCE, agreed, desk, listed, service
from tests.factories.sign_in import signed_in
from tests.integration.web.multiagency.refusing import refused

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
A_DAY = timedelta(days=1)


# -- Successions -----------------------------------------------------------------------------------


def probation(cast: Cast) -> tuple[Any, Any, Any]:
    return (
        listed(cast, "CRC", AgencyType.PROBATION_CRC),
        listed(cast, "NPS", AgencyType.PROBATION_NPS),
        listed(cast, "Probation Service", AgencyType.PROBATION_SERVICE),
    )


def test_two_agencies_become_one_on_a_day(cast: Cast) -> None:
    by, (crc, nps, service_) = cast.service_manager, probation(cast)
    old, new_desk = desk(by, nps, "NPS desk"), desk(by, service_, "Probation desk")
    for agency in (crc, nps):
        new = actions.NewSuccession(after=service_, on=TODAY, ends_contacts=True)
        actions.record_succession(agency=agency, new=new, by=by, now=NOW)
    assert whom_to_ring(nps, TODAY - A_DAY).contact == old
    found = whom_to_ring(nps, TODAY, asked=old)
    assert (found.agency, found.contact) == (service_, new_desk)
    assert found.reasons == ("Since 30 June 2017 Probation Service does what NPS did.",)
    assert {each.name for each in agencies_on(cast.essex, TODAY)} >= {"Probation Service"}
    assert not {"CRC", "NPS"} & {each.name for each in agencies_on(cast.essex, TODAY)}
    assert {"CRC", "NPS"} <= {each.name for each in agencies_on(cast.essex, TODAY - A_DAY)}


def test_an_agency_with_open_contacts_does_not_become_another_unasked(cast: Cast) -> None:
    by, (crc, _nps, service_) = cast.service_manager, probation(cast)
    contact = desk(by, crc)
    new = actions.NewSuccession(after=service_, on=TODAY)
    words = refused("ends_contacts", actions.record_succession, agency=crc, new=new, by=by)
    assert "Duty desk" in words
    actions.end_contact(contact=contact, ends_on=TODAY - A_DAY, by=by, now=NOW)
    actions.record_succession(agency=crc, new=new, by=by, now=NOW)
    new_contact = actions.NewContact(
        role=ContactRole.MANAGER, name="Late desk", telephone="01632 960003", starts_on=TODAY
    )
    words = refused("starts_on", actions.add_contact, agency=crc, new=new_contact, by=by)
    assert words.startswith("Since 30 June 2017 Probation Service does what CRC did.")


def test_a_circle_of_successors_and_a_second_successor_are_refused(cast: Cast) -> None:
    by, (crc, nps, service_) = cast.service_manager, probation(cast)
    later = TODAY + A_DAY
    actions.record_succession(
        agency=crc, new=actions.NewSuccession(after=nps, on=later), by=by, now=NOW
    )
    new = actions.NewSuccession(after=service_, on=later)
    refused("after", actions.record_succession, agency=crc, new=new, by=by)
    actions.record_succession(agency=nps, new=new, by=by, now=NOW)
    back = actions.NewSuccession(after=crc, on=TODAY)
    words = refused("after", actions.record_succession, agency=service_, new=back, by=by)
    assert "circle" in words


def test_no_agency_becomes_one_that_is_gone_by_then(cast: Cast) -> None:
    by, (crc, nps, service_) = cast.service_manager, probation(cast)
    gone = actions.NewSuccession(after=service_, on=TODAY)
    actions.record_succession(agency=nps, new=gone, by=by, now=NOW)
    new = actions.NewSuccession(after=nps, on=TODAY + A_DAY)
    words = refused("after", actions.record_succession, agency=crc, new=new, by=by)
    assert "Probation Service" in words


def test_a_succession_that_was_taken_back_counts_no_more(cast: Cast) -> None:
    by, (crc, nps, _service) = cast.service_manager, probation(cast)
    new = actions.NewSuccession(after=nps, on=TODAY)
    row = actions.record_succession(agency=crc, new=new, by=by, now=NOW)
    actions.take_back_succession(succession=row, by=by, now=NOW)
    assert crc in agencies_on(cast.essex, TODAY)
    actions.record_succession(agency=crc, new=new, by=by, now=NOW)


def test_two_agencies_of_one_name_are_refused_and_lists_keep_to_the_days(cast: Cast) -> None:
    police = listed(cast)
    new = actions.NewAgency(site=cast.essex, kind=AgencyType.POLICE, name="ESSEX police")
    refused("name", actions.add_listed_agency, new=new, by=cast.administrator)
    listed(cast, site=cast.west_sussex)
    days = {"starts_on": SINCE, "ends_on": TODAY}
    actions.set_days_of_agency(agency=police, **days, by=cast.administrator, now=NOW)
    offered = [police in agencies_on(cast.essex, day) for day in (SINCE - A_DAY, SINCE, TODAY)]
    assert offered == [False, True, True]
    assert police not in agencies_on(cast.essex, TODAY + A_DAY)


# -- Agreements and provision ----------------------------------------------------------------------


def test_an_agreement_is_found_for_what_is_wanted_and_changed_as_a_whole(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    agreement = agreed(by, police)
    found = agreement_for(police, TODAY, [SharedField.RISK, SharedField.HEALTH])
    assert (found.agreement, found.missing) == (agreement, {SharedField.HEALTH})
    new = actions.NewAgreement(
        name=agreement.name,
        parties=[police],
        fields=[SharedField.RISK, SharedField.HEALTH],
        arms=agreement.arms,
        basis=agreement.basis,
        began_on=agreement.began_on,
        signed_on=agreement.signed_on,
        live_on=agreement.live_on,
    )
    changed = actions.change_agreement(
        agreement=agreement, new=new, seen=agreement.pk, by=by, now=NOW
    )
    found = agreement_for(police, TODAY, [SharedField.RISK, SharedField.HEALTH])
    assert (found.agreement, found.missing) == (changed, set())
    with pytest.raises(ChangedMeanwhile):
        actions.change_agreement(agreement=agreement, new=new, seen=agreement.pk, by=by, now=NOW)
    assert SharingAgreement.objects.count() == 2


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"signed_on": date(2016, 4, 3)}, "signed_on"),
        ({"signed_on": None}, "signed_on"),
        ({"live_on": date(2016, 7, 31)}, "live_on"),
        ({"review_on": date(2016, 4, 3)}, "review_on"),
        ({"ended_on": date(2016, 4, 3)}, "ended_on"),
        ({"name": "agreement with THE police"}, "name"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(
    cast: Cast, about: dict[str, Any], field: str
) -> None:
    police = listed(cast)
    agreed(cast.service_manager, police)
    with pytest.raises(Refusal) as refusal:
        agreed(cast.service_manager, police, **{"name": "Another", **about})
    assert refusal.value.field == field


def test_weeks_of_waiting_belong_to_a_waiting_list(cast: Cast) -> None:
    with pytest.raises(Refusal) as refusal:
        service(cast.service_manager, cast.essex, state=ProvisionState.OPEN)
    assert refusal.value.field == "waiting_weeks"


def test_forms_offer_only_agencies_that_are_there(cast: Cast, client: Client) -> None:
    by, (crc, nps, _service) = cast.service_manager, probation(cast)
    new = actions.NewSuccession(after=nps, on=TODAY)
    actions.record_succession(agency=crc, new=new, by=by, now=NOW)
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    for view in ("casework:add_note", "casework:write_to_somebody"):
        shown = client.get(reverse(view, args=[case.pk])).content.decode()
        assert str(nps.pk) in shown, view
        assert str(crc.pk) not in shown, view
