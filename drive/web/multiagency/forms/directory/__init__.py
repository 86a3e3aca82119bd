"""The forms of the directory."""

from drive.web.multiagency.forms.directory.agencies import (
    AgencyDaysForm,
    AgencyForm,
    EndTeamForm,
    FindAgencyForm,
    StandingForm,
    SuccessionForm,
    TeamForm,
)
from drive.web.multiagency.forms.directory.agreements import AgreementForm
from drive.web.multiagency.forms.directory.contacts import (
    AbsenceForm,
    ContactForm,
    EndContactForm,
    RungForm,
)
from drive.web.multiagency.forms.directory.provision import FoundForm, ProvisionForm

__all__ = [
    "AbsenceForm",
    "AgencyDaysForm",
    "AgencyForm",
    "AgreementForm",
    "ContactForm",
    "EndContactForm",
    "EndTeamForm",
    "FindAgencyForm",
    "FoundForm",
    "ProvisionForm",
    "RungForm",
    "StandingForm",
    "SuccessionForm",
    "TeamForm",
]
