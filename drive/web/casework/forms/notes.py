"""A piece of work, or a note: the quick log."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.forms import CharField
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.vocabulary.work import (
    ACTIVITY_MEANINGS,
    Attribution,
    Direction,
    LinkedTo,
    WorkOutcome,
)
from drive.web.casework import rules
from drive.web.casework.forms.days import today_first
from drive.web.casework.forms.presets import AGENCIES_FIRST
from drive.web.casework.models import CaseNote
from drive.web.design_system.forms import (
    CheckboxesField,
    ConsiderateForm,
    DateField,
    FirstText,
    Hidden,
    IdempotencyKeyField,
    RadiosField,
    SelectField,
    TextField,
    WholeNumberField,
)

AGENCY_KINDS = [
    (kind.value, kind.label)
    for kind in (*AGENCIES_FIRST, *(each for each in AgencyType if each not in AGENCIES_FIRST))
]


class _Back(Hidden, CharField):
    """The view to which one goes back."""


class NoteForm(ConsiderateForm):
    """A piece of work: the text first, since the telephone is ringing; then what is counted."""

    text = FirstText(
        label=_("What happened"), max_length=rules.LONGEST_NOTE, rows=6, required=False, quiet=True
    )
    agency_kind = SelectField(
        label=_("With whom?"),
        choices=AGENCY_KINDS,
        coerce=AgencyType,
        prompt=_("The service user, or nobody else"),
        required=False,
        quiet=True,
    )
    who = TextField(
        label=_("Which person or role?"), max_length=120, width="20", required=False, quiet=True
    )
    informant = SelectField(
        label=_("Who told you?"),
        help_text=_(
            "What the victim-survivor, the IDVA or a service at her side told you is kept sealed, "
            "and is shown on this case only."
        ),
        choices=InformationSource,
        prompt=_("Nobody: this is my own work"),
        required=False,
        quiet=True,
    )
    minutes = WholeNumberField(
        label=_("Minutes"), width="3", min_value=1, max_value=999, required=False, quiet=True
    )
    activities = CheckboxesField(
        label=_("What was done"),
        help_text=_("Choose all that apply."),
        choices=ActivityCode,
        coerce=ActivityCode,
        hints=ACTIVITY_MEANINGS,
        classes="govuk-checkboxes--small drive-columns",
        required=False,
    )
    attribution = RadiosField(
        label=_("Would it have happened without Drive?"),
        help_text=_("Of disruption, institutional advocacy and safety planning."),
        choices=Attribution,
        small=True,
        required=False,
    )
    intent = RadiosField(label=_("Aim"), choices=Intent, inline=True, small=True, required=False)
    mode = RadiosField(
        label=_("Was the service user present?"),
        help_text=_("Left open, it is as it usually is with what was done."),
        choices=WorkMode,
        hints={
            WorkMode.DIRECT: _("With him or her, also by telephone, e-mail or letter; attempts."),
            WorkMode.INDIRECT: _("Everything else."),
        },
        small=True,
        required=False,
        quiet=True,
    )
    channel = RadiosField(
        label=_("How"), choices=Channel, inline=True, small=True, missing=_("Choose how")
    )
    direction = RadiosField(
        label=_("Who got in touch?"), choices=Direction, inline=True, small=True, required=False
    )
    happened_on = DateField(
        label=_("When"), missing=_("Enter when it happened"), may_be_future=False
    )
    agency = SelectField(
        label=_("Which agency?"), prompt=_("Not one of these"), required=False, quiet=True
    )
    outcome = SelectField(
        label=_("What came of it?"), choices=WorkOutcome, required=False, quiet=True
    )
    link = SelectField(
        label=_("Does it belong to something else on this case?"),
        prompt=_("No"),
        required=False,
        quiet=True,
    )
    back = _Back(required=False)
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        agencies: dict[str, Any] | None = None,
        links: list[tuple[str, str]] | None = None,
        **kwargs: Any,
    ) -> None:
        """Offer the agencies of the site, by key, and what a note can belong to."""
        super().__init__(*args, **kwargs)
        found = agencies or {}
        self.fields["agency"].choices = [(key, each.name) for key, each in found.items()]  # type: ignore[attr-defined]
        self.fields["agency"].coerce = found.get  # type: ignore[attr-defined]
        self.fields["link"].choices = links or []  # type: ignore[attr-defined]
        self.fields["link"].coerce = link_in  # type: ignore[attr-defined]


def link_in(text: str) -> tuple[LinkedTo, UUID] | None:
    """Return to what a link such as `document:0f6c...` leads; None if it leads nowhere."""
    kind, _, key = text.partition(":")
    try:
        return LinkedTo(kind), UUID(key)
    except ValueError:
        return None


def first_values(last: CaseNote | None, *, today: date) -> dict[str, Any]:
    """Return what stands in a form before anything is typed: today, and what was said last time.

    Who was named in confidence is not carried over, since this time it may lie open.
    """
    if last is None:
        return today_first(today, channel=Channel.TELEPHONE)
    aims = [tag.intent for tag in last.tags.all() if tag.intent]
    return today_first(
        today,
        channel=last.channel,
        agency_kind=last.agency_kind,
        agency=str(last.agency_id or ""),
        who=last.who,
        intent=aims[0] if aims else None,
    )
