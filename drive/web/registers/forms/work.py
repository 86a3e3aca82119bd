"""The forms of support, payments, sessions, what is known, and what he says of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.casework import Intent, WorkMode
from drive.vocabulary.registers import (
    Admission,
    BehaviourMethod,
    DependencyRating,
    FamilyWork,
    SelfReported,
    SupportOutcome,
    SupportType,
)
from drive.vocabulary.strategy import ContactPlace
from drive.web.design_system.forms import (
    CheckboxesField,
    RadiosField,
    SelectField,
    WholeNumberField,
)
from drive.web.registers.forms.entry import EntryForm, Line, Words
from drive.web.registers.forms.money import MoneyField


class SupportForm(EntryForm):
    """A piece of support."""

    kind = SelectField(
        label=_("What is it about?"), choices=SupportType, missing=_("Choose what it is about")
    )
    mode = RadiosField(
        label=_("Was the service user present?"),
        choices=WorkMode,
        hints={
            WorkMode.DIRECT: _("With him or her, also by telephone, e-mail or letter."),
            WorkMode.INDIRECT: _("Arranged with others."),
        },
        small=True,
        missing=_("Choose direct or indirect"),
    )
    intent = RadiosField(label=_("Aim"), choices=Intent, inline=True, small=True, required=False)
    dependency = RadiosField(
        label=_("Who does it?"),
        help_text=_("Support that makes somebody depend on it is looked at in supervision."),
        choices=DependencyRating,
        small=True,
        required=False,
    )
    outcome = RadiosField(
        label=_("What came of it?"),
        choices=SupportOutcome,
        small=True,
        missing=_("Choose what came of it"),
    )
    referred_to = Line(label=_("Referred to"), required=False)


class PaymentForm(EntryForm):
    """A small payment."""

    pence = MoneyField(
        label=_("How much, in pounds?"),
        help_text=_("For example, 12.50"),
        missing=_("Enter the amount"),
    )
    purpose = Words(label=_("What for?"), rows=2, missing=_("Write what it was for"))


class SessionForm(EntryForm):
    """A behaviour-change session."""

    place = RadiosField(
        label=_("Where?"), choices=ContactPlace, small=True, missing=_("Choose where")
    )
    minutes = WholeNumberField(
        label=_("Minutes"), width="3", min_value=1, max_value=600, missing=_("Enter the minutes")
    )
    methods = CheckboxesField(
        label=_("Methods"),
        help_text=_("Choose all that apply."),
        choices=BehaviourMethod,
        coerce=BehaviourMethod,
        classes="govuk-checkboxes--small drive-columns",
        missing=_("Choose at least one method"),
    )
    aims = Words(label=_("Aims"), required=False)
    response = Words(label=_("How did he or she respond?"), required=False)
    next_step = Words(label=_("What comes next?"), required=False)
    homework = Words(label=_("What is he or she to do until then?"), required=False)


class KnownForm(EntryForm):
    """An incident that is known."""

    text = Words(
        label=_("What is known to have happened?"),
        help_text=_("In plain words, as whoever told it said it."),
        missing=_("Write what is known"),
        rows=5,
    )


class RevisitForm(EntryForm):
    """What he said of it."""

    incident = SelectField(label=_("Which incident?"), missing=_("Choose the incident"))
    admission = RadiosField(
        label=_("How far did he or she own up to it?"),
        choices=Admission,
        small=True,
        missing=_("Choose how far"),
    )
    text = Words(label=_("What did he or she say?"), missing=_("Write what he or she said"), rows=5)


class SelfReportForm(EntryForm):
    """What he reports of himself."""

    outcomes = CheckboxesField(
        label=_("What does he or she report?"),
        help_text=_("Choose all that apply; leave it blank if nothing of the kind."),
        choices=SelfReported,
        coerce=SelfReported,
        small=True,
        required=False,
    )
    text = Words(label=_("In his or her own words"), required=False)


class FamilyForm(EntryForm):
    """Work with his family."""

    kind = RadiosField(
        label=_("What was done?"), choices=FamilyWork, small=True, missing=_("Choose what was done")
    )
    relation = Line(
        label=_("Who is it, to the service user?"),
        help_text=_("Such as: his mother. No name is needed."),
        missing=_("Write who it is to the service user"),
    )
