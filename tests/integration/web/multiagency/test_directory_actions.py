"""Keeping the directory: what is taken, what is refused and beside which field."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from drive.vocabulary.directory import ContactRole
from drive.web.audit.models import Event
from drive.web.core.exceptions import Refusal
from drive.web.multiagency.actions import directory as actions
from drive.web.multiagency.actions.directory.ladder import NewRung
from drive.web.organisations.models import AgencyContact
from drive.web.organisations.queries import (
    rungs_of,
    whom_to_ring,
)
from drive.web.recording.exceptions import ChangedMeanwhile
from tests.cast import NOW, Cast
from tests.factories.directory import SINCE, away, desk, listed
from tests.integration.web.multiagency.refusing import refused

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
A_DAY = timedelta(days=1)


# -- Contacts --------------------------------------------------------------------------------------


def test_a_contact_is_rung_and_each_change_is_one_event(cast: Cast) -> None:
    police = listed(cast)
    contact = desk(cast.service_manager, police)
    found = whom_to_ring(police, TODAY)
    assert (found.contact, found.reasons) == (contact, ())
    assert Event.objects.filter(action="multiagency.add_contact").count() == 1


def test_a_change_holds_from_its_day_and_what_held_before_stays(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    old = desk(by, police)
    new = actions.NewContact(
        role=ContactRole.PRACTITIONER, name="Duty desk", telephone="01632 960002", starts_on=TODAY
    )
    changed = actions.change_contact(contact=old, new=new, seen=old.pk, by=by, now=NOW)
    assert whom_to_ring(police, TODAY - A_DAY).contact == old
    assert whom_to_ring(police, TODAY).contact == changed
    assert whom_to_ring(police, TODAY, asked=old).contact == changed


def test_an_absence_stays_with_somebody_whose_number_changes(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    old, other = desk(by, police), desk(by, police, "Front desk", ContactRole.MANAGER)
    away(by, old, TODAY, TODAY + A_DAY, cover=other)
    new = actions.NewContact(
        role=ContactRole.PRACTITIONER, name="Duty desk", telephone="01632 960002", starts_on=TODAY
    )
    actions.change_contact(contact=old, new=new, seen=old.pk, by=by, now=NOW)
    found = whom_to_ring(police, TODAY)
    assert found.contact == other
    assert found.reasons == ("Duty desk is away until 1 July 2017; Front desk covers.",)


def test_who_changed_a_contact_meanwhile_is_not_written_over(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    old = desk(by, police)
    new = actions.NewContact(
        role=ContactRole.MANAGER, name="Duty desk", email="desk@example.org", starts_on=TODAY
    )
    actions.change_contact(contact=old, new=new, seen=old.pk, by=by, now=NOW)
    with pytest.raises(ChangedMeanwhile) as clash:
        actions.change_contact(contact=old, new=new, seen=old.pk, by=by, now=NOW)
    assert clash.value.theirs["email"] == "desk@example.org"


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"telephone": ""}, "telephone"),
        ({"name": "DUTY DESK"}, "name"),
        ({"starts_on": date.min}, "starts_on"),
    ],
)
def test_a_contact_that_cannot_be_is_refused(cast: Cast, about: dict[str, Any], field: str) -> None:
    by, police = cast.service_manager, listed(cast)
    desk(by, police)
    usual = {"name": "Front desk", "telephone": "01632 960009", "starts_on": SINCE}
    new = actions.NewContact(role=ContactRole.PRACTITIONER, **{**usual, **about})
    refused(field, actions.add_contact, agency=police, new=new, by=by)


def test_whoever_left_while_the_form_was_open_is_not_changed_or_away(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    contact = desk(by, police)
    actions.end_contact(contact=contact, ends_on=TODAY - A_DAY, by=by, now=NOW)
    new = actions.NewContact(
        role=ContactRole.MANAGER, name="Duty desk", telephone="01632 960002", starts_on=TODAY
    )
    words = refused(
        "starts_on", actions.change_contact, contact=contact, new=new, seen=contact.pk, by=by
    )
    assert words.startswith("Duty desk left on 29 June 2017.")
    words = refused(
        "starts_on",
        actions.record_absence,
        contact=contact,
        new=actions.NewAbsence(starts_on=TODAY),
        by=by,
    )
    assert words == "Duty desk left on 29 June 2017."


def test_an_end_before_a_start_is_refused(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    contact = desk(by, police)
    early = SINCE - A_DAY
    refused("ends_on", actions.end_contact, contact=contact, ends_on=early, by=by)
    new = actions.NewAbsence(starts_on=TODAY, ends_on=TODAY - A_DAY)
    refused("ends_on", actions.record_absence, contact=contact, new=new, by=by)
    team = actions.add_team(agency=police, name="Safeguarding", starts_on=SINCE, by=by, now=NOW)
    refused("ends_on", actions.end_team, team=team, ends_on=early, by=by)
    days = {"starts_on": SINCE, "ends_on": early}
    refused("ends_on", actions.set_days_of_agency, agency=police, **days, by=by)


def test_a_team_ends_once_nobody_is_in_it(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    team = actions.add_team(agency=police, name="Safeguarding", starts_on=SINCE, by=by, now=NOW)
    again = {"agency": police, "name": "safeguarding", "starts_on": SINCE}
    refused("name", actions.add_team, **again, by=by)
    contact = desk(by, police, team=team)
    words = refused("ends_on", actions.end_team, team=team, ends_on=TODAY, by=by)
    assert words.startswith("Duty desk is in this team")
    actions.end_contact(contact=contact, ends_on=TODAY, by=by, now=NOW)
    actions.end_team(team=team, ends_on=TODAY, by=by, now=NOW)
    new = actions.NewContact(
        role=ContactRole.MANAGER,
        name="Late desk",
        team=team,
        telephone="01632 960003",
        starts_on=TODAY + A_DAY,
    )
    refused("team", actions.add_contact, agency=police, new=new, by=by)


# -- Absences --------------------------------------------------------------------------------------


def test_absences_that_overlap_are_refused(cast: Cast) -> None:
    by = cast.service_manager
    contact = desk(by, listed(cast))
    away(by, contact, TODAY, TODAY + 5 * A_DAY)
    new = actions.NewAbsence(starts_on=TODAY + 5 * A_DAY)
    words = refused("starts_on", actions.record_absence, contact=contact, new=new, by=by)
    assert words == "Duty desk is away from 30 June 2017 until 5 July 2017 already."
    away(by, contact, TODAY + 6 * A_DAY)


def test_a_circle_of_cover_is_refused_by_name(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    one, two = desk(by, police), desk(by, police, "Front desk")
    away(by, one, TODAY, TODAY + A_DAY, cover=two)
    new = actions.NewAbsence(starts_on=TODAY + A_DAY, cover=one)
    words = refused("cover", actions.record_absence, contact=two, new=new, by=by)
    assert "Duty desk" in words
    assert "same days" in words
    new = actions.NewAbsence(starts_on=TODAY + 2 * A_DAY, cover=one)
    actions.record_absence(contact=two, new=new, by=by, now=NOW)


def test_nobody_covers_who_is_not_there(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    one, two = desk(by, police), desk(by, police, "Front desk")
    actions.end_contact(contact=two, ends_on=TODAY, by=by, now=NOW)
    new = actions.NewAbsence(starts_on=TODAY, ends_on=TODAY + A_DAY, cover=two)
    words = refused("cover", actions.record_absence, contact=one, new=new, by=by)
    assert words == "Front desk is there until 30 June 2017 alone."
    new = actions.NewAbsence(starts_on=TODAY, cover=one)
    refused("cover", actions.record_absence, contact=one, new=new, by=by)


def test_an_absence_is_changed_and_taken_back_once(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    one, two = desk(by, police), desk(by, police, "Front desk")
    absence = away(by, one, TODAY, TODAY + A_DAY)
    new = actions.NewAbsence(starts_on=TODAY, ends_on=TODAY + 3 * A_DAY, cover=two)
    changed = actions.change_absence(absence=absence, new=new, by=by, now=NOW)
    assert whom_to_ring(police, TODAY + 3 * A_DAY, asked=one).contact == two
    words = refused(None, actions.change_absence, absence=absence, new=new, by=by)
    assert words.startswith("Somebody has changed this absence meanwhile.")
    actions.take_back_absence(absence=changed, by=by, now=NOW)
    assert whom_to_ring(police, TODAY).contact == one


# -- The ladder ------------------------------------------------------------------------------------


def test_the_ladder_has_a_wait_for_each_rung_and_says_who_is_missing(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    lead = desk(by, police, "Strategic desk", ContactRole.STRATEGIC_LEAD)
    rung = NewRung(role=ContactRole.MANAGER, contact=lead, wait_days=3)
    actions.set_rung(agency=police, new=rung, seen=None, by=by, now=NOW)
    rungs = {each.role: each for each in rungs_of(police, TODAY)}
    assert [each.role for each in rungs_of(police, TODAY)] == list(ContactRole)
    assert (rungs[ContactRole.MANAGER].contact, rungs[ContactRole.MANAGER].wait_days) == (lead, 3)
    assert rungs[ContactRole.BOARD].contact is None
    assert rungs[ContactRole.BOARD].reasons == ("Essex Police has nobody as member of the board.",)
    with pytest.raises(ChangedMeanwhile):
        actions.set_rung(agency=police, new=rung, seen=None, by=by, now=NOW)


def test_whoever_left_is_not_named_on_the_ladder(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    contact = desk(by, police)
    actions.end_contact(contact=contact, ends_on=TODAY - A_DAY, by=by, now=NOW)
    rung = NewRung(role=ContactRole.MANAGER, contact=contact, wait_days=3)
    refused("contact", actions.set_rung, agency=police, new=rung, seen=None, by=by)


def test_nothing_of_a_refused_change_is_kept(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    desk(by, police)
    before = Event.objects.count()
    with pytest.raises(Refusal):
        desk(by, police)
    assert (AgencyContact.objects.count(), Event.objects.count()) == (1, before)
