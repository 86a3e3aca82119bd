"""Opening a case, handing it over, and its next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.casework import (
    CaseState,
)
from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.design_system.forms import (
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    TextField,
)


class OpenCaseForm(DriveForm):
    """Who will hold a new case, and from when."""

    case_manager = RadiosField(label=_("Case manager"), missing=_("Choose a case manager"))
    over_limit_reason = TextField(
        label=_("Reason, if the case manager is at the limit"),
        help_text=_("Above the limit of open cases good work may not be possible."),
        required=False,
        quiet=True,
        max_length=200,
    )
    idva_lead = RadiosField(
        label=_("IDVA lead"),
        help_text=_("Every Drive case has one, whether or not the victim-survivor has support."),
        missing=_("Choose an IDVA lead"),
    )
    opened_on = DateField(
        label=_("Opened on"),
        missing=_("Enter the day on which the case opens"),
        may_be_future=False,
    )
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        case_managers: Iterable[User],
        idvas: Iterable[User],
        loads: Mapping[UUID, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["case_manager"], case_managers, loads)
        offer(self.fields["idva_lead"], idvas)


class AssignForm(ConsiderateForm):
    """Who takes a case over."""

    user = RadiosField(label=_("Who takes over?"), missing=_("Choose who takes over"))
    over_limit_reason = TextField(
        label=_("Reason, if the case manager is at the limit"),
        required=False,
        quiet=True,
        max_length=200,
    )
    handover = LongTextField(
        label=_("What does the next case manager have to know?"),
        help_text=_("It is kept sealed, and read by whoever works on the case."),
        max_length=4_000,
        rows=8,
        required=False,
    )
    key = IdempotencyKeyField()

    def __init__(
        self, *args: Any, people: Iterable[User], loads: Mapping[UUID, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["user"], people, loads)
        if not loads:
            # An Idva lead hands over on her own side, in her own record.
            del self.fields["over_limit_reason"], self.fields["handover"]


class MoveForm(DriveForm):
    """The next step of a case."""

    state = RadiosField(label=_("Where does the case stand now?"), missing=_("Choose a step"))
    happened_on = DateField(
        label=_("Since when"), missing=_("Enter since when"), may_be_future=False
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, steps: Iterable[CaseState], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["state"]
        field.choices = [(step.value, gettext(step.label)) for step in steps]
        field.coerce = CaseState
