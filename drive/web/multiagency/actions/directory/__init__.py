"""Keeping the directory of a site. Each change is one event; nothing that was said is lost."""

from drive.web.multiagency.actions.directory.absences import (
    NewAbsence,
    change_absence,
    record_absence,
    take_back_absence,
)
from drive.web.multiagency.actions.directory.agencies import (
    NewAgency,
    NewSuccession,
    add_listed_agency,
    record_succession,
    set_days_of_agency,
    take_back_succession,
)
from drive.web.multiagency.actions.directory.agreements import (
    NewAgreement,
    add_agreement,
    change_agreement,
)
from drive.web.multiagency.actions.directory.contacts import (
    NewContact,
    add_contact,
    change_contact,
    end_contact,
)
from drive.web.multiagency.actions.directory.ladder import add_standing, set_rung
from drive.web.multiagency.actions.directory.provision import NewProvision, record_provision
from drive.web.multiagency.actions.directory.teams import add_team, end_team

__all__ = [
    "NewAbsence",
    "NewAgency",
    "NewAgreement",
    "NewContact",
    "NewProvision",
    "NewSuccession",
    "add_agreement",
    "add_contact",
    "add_listed_agency",
    "add_standing",
    "add_team",
    "change_absence",
    "change_agreement",
    "change_contact",
    "end_contact",
    "end_team",
    "record_absence",
    "record_provision",
    "record_succession",
    "set_days_of_agency",
    "set_rung",
    "take_back_absence",
    "take_back_succession",
]
