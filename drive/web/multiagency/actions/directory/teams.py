"""The teams of an agency."""

from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.multiagency.actions.directory.locking import check_there_on, lock_agency
from drive.web.organisations.exceptions import NameTaken, NotThere
from drive.web.organisations.models import Agency, Team
from drive.web.organisations.rules import check_days


@transaction.atomic
def add_team(*, agency: Agency, name: str, starts_on: date, by: User, now: datetime) -> Team:
    """Add a team to an agency."""
    agency = lock_agency(agency)
    check_days({"starts_on": starts_on})
    check_there_on(agency, starts_on, field="starts_on")
    if agency.teams.filter(name__iexact=name, ends_on=None).exists():
        raise NameTaken(f"{agency.name} has a team called {name} already.", field="name")
    team = Team.objects.create(
        agency=agency, name=name, starts_on=starts_on, recorded_at=now, recorded_by=by
    )
    record_change("multiagency.add_team", team, by=by, now=now)
    return team


@transaction.atomic
def end_team(*, team: Team, ends_on: date, by: User, now: datetime) -> Team:
    """End a team in which nobody is left."""
    lock_agency(team.agency)
    team.refresh_from_db()
    check_days({"": team.starts_on, "ends_on": ends_on})
    left = team.contacts.filter(superseded_by=None, ends_on=None).first()
    left = left or team.contacts.filter(superseded_by=None, ends_on__gt=ends_on).first()
    if left:
        until = f"until {in_words(left.ends_on)}" if left.ends_on else "without an end"
        raise NotThere(
            f"{left.name} is in this team {until}. Move or end that first.", field="ends_on"
        )
    team.ends_on = ends_on
    team.save(update_fields=["ends_on"])
    record_change("multiagency.end_team", team, by=by, now=now)
    return team
