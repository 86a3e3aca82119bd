"""A contact strategy: what it says, who is consulted, and what is decided."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.strategy import (
    Consultee,
    ConsulteeView,
    ContactPlace,
    ContactRoute,
    ExpiryTrigger,
    InformedOfDrive,
    StrategyTemplate,
)
from drive.vocabulary.word import Word
from drive.web.casework.actions import Asked, NotApplicable
from drive.web.design_system.forms import (
    AnswerField,
    CheckboxField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    TextField,
    VersionField,
    YesNoField,
)

LONGEST = 4_000


class StrategyForm(ConsiderateForm):
    """What a contact strategy says."""

    template = RadiosField(
        label=_("Template"),
        choices=StrategyTemplate,
        reveals={StrategyTemplate.STALKING: "stalking_pattern"},
        hints={StrategyTemplate.STALKING: _("The practice adviser has to agree too.")},
        missing=_("Choose the template"),
    )
    stalking_pattern = LongTextField(
        label=_("The pattern of the stalking"),
        help_text=_(
            "What he or she does, where and through whom, also online; orders in force; who leads "
            "on stalking at the police."
        ),
        max_length=LONGEST,
        rows=5,
        required=False,
    )
    route = RadiosField(
        label=_("On which way does the first contact come about?"),
        choices=ContactRoute,
        missing=_("Choose the way"),
    )
    place = RadiosField(
        label=_("Where?"), choices=ContactPlace, small=True, missing=_("Choose the place")
    )
    message = LongTextField(
        label=_("What will be said"),
        help_text=_("The first words, and what the service user is told about Drive."),
        max_length=LONGEST,
        missing=_("Write what will be said"),
    )
    attribution = LongTextField(
        label=_("Where the information is said to come from"),
        help_text=_("Nothing that only the victim-survivor could have told."),
        max_length=LONGEST,
        rows=4,
        missing=_("Write where the information is said to come from"),
    )
    risks = LongTextField(
        label=_("Risks"),
        help_text=_("For the victim-survivor and the children first, then for anybody else."),
        max_length=LONGEST,
        missing=_("Write the risks"),
    )
    safety_measures = LongTextField(
        label=_("Safety measures"), max_length=LONGEST, missing=_("Write the safety measures")
    )
    stop_conditions = LongTextField(
        label=_("When contact stops"),
        help_text=_("What has to happen for contact to be broken off at once."),
        max_length=LONGEST,
        rows=4,
        missing=_("Write when contact stops"),
    )
    review_on = DateField(
        label=_("Review on"),
        help_text=_("Within 13 weeks. After this day the strategy has expired."),
        missing=_("Enter the day of review"),
    )
    adviser_needed = CheckboxField(label=_("The practice adviser should agree too"), required=False)
    seen = VersionField()
    key = IdempotencyKeyField()


class AskedOrNot(Word):
    """Whether somebody is asked."""

    ASKED = "asked", "Asked"
    NOT_APPLICABLE = "not_applicable", "Not applicable"


OTHERS = tuple(each for each in Consultee if each is not Consultee.IDVA_LEAD)


def _asked(label: Any) -> RadiosField:
    return RadiosField(label=label, choices=AskedOrNot, missing=_("Say whether they are asked"))


def _who() -> TextField:
    return TextField(label=_("Who is asked?"), required=False, quiet=True, max_length=120)


def _why() -> TextField:
    return TextField(label=_("Why is nobody asked?"), required=False, quiet=True, max_length=300)


class ConsultForm(DriveForm):
    """The matrix. The Idva lead is not in it, since she is always asked."""

    offender_manager = _asked(_("Offender manager"))
    offender_manager_who = _who()
    offender_manager_why = _why()
    childrens_services = _asked(_("Children's services"))
    childrens_services_who = _who()
    childrens_services_why = _why()
    officer_in_charge = _asked(_("Officer in charge"))
    officer_in_charge_who = _who()
    officer_in_charge_why = _why()
    asked_on = DateField(
        label=_("Asked on"),
        missing=_("Enter the day on which they were asked"),
        may_be_future=False,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in OTHERS:
            field: Any = self.fields[each.value]
            field.reveals = {
                AskedOrNot.ASKED.value: f"{each}_who",
                AskedOrNot.NOT_APPLICABLE.value: f"{each}_why",
            }

    def matrix(self) -> dict[Consultee, Asked | NotApplicable]:
        """Return the rows of the matrix, once the form is valid."""
        given = self.cleaned_data
        return {
            each: Asked(who=given[f"{each}_who"], asked_on=given["asked_on"])
            if given[each.value] is AskedOrNot.ASKED
            else NotApplicable(why=given[f"{each}_why"])
            for each in OTHERS
        }


class ReplyForm(ConsiderateForm):
    """What somebody who was asked says."""

    view = RadiosField(label=_("View"), choices=ConsulteeView, missing=_("Choose the view"))
    replied_on = DateField(
        label=_("Replied on"), missing=_("Enter the day of the reply"), may_be_future=False
    )
    text = LongTextField(label=_("What was said"), max_length=LONGEST, required=False)
    seen = VersionField()
    key = IdempotencyKeyField()


WHY_NO_VIEW = (
    ValueStatus.NOT_ASKED,
    ValueStatus.NOT_CONTACTABLE,
    ValueStatus.ASKED_NOT_KNOWN,
    ValueStatus.DECLINED,
    ValueStatus.WITHHELD_FOR_SAFETY,
)


class VoiceForm(DriveForm):
    """What the victim-survivor knows of Drive, and what she thinks of the contact."""

    informed = RadiosField(
        label=_("Was the victim-survivor told that Drive works with the service user?"),
        choices=InformedOfDrive,
        missing=_("Say whether she or he was told"),
    )
    informed_on = DateField(label=_("If told: when"), required=False, may_be_future=False)
    informed_by = TextField(label=_("If told: by whom"), required=False, max_length=120, width="20")
    view = AnswerField(
        LongTextField(max_length=LONGEST, rows=5),
        label=_("What does the victim-survivor think of this contact?"),
        help_text=_("It is kept sealed and left out of every print."),
        ask_source=False,
        reasons=WHY_NO_VIEW,
    )
    seen = VersionField()
    key = IdempotencyKeyField()


class DecideStrategyForm(ConsiderateForm):
    """Agreed or not, and why."""

    agreed = YesNoField(label=_("Do you agree to this strategy?"), missing=_("Choose yes or no"))
    reason = LongTextField(
        label=_("Reason"),
        help_text=_("Needed if you do not agree."),
        max_length=LONGEST,
        rows=4,
        required=False,
    )
    key = IdempotencyKeyField()


class ExpireForm(DriveForm):
    """What has changed."""

    trigger = RadiosField(
        label=_("What has changed?"),
        choices=[
            (each.value, _(each.label))
            for each in ExpiryTrigger
            if each not in (ExpiryTrigger.REVIEW_DATE_PASSED, ExpiryTrigger.IDVA_CHANGED)
        ],
        coerce=ExpiryTrigger,
        missing=_("Choose what has changed"),
    )
    key = IdempotencyKeyField()


class ShareForm(DriveForm):
    """With which Marac an agreed strategy is shared."""

    marac = RadiosField(label=_("With which Marac?"), missing=_("Choose the Marac"))
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, maracs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_key = {str(each.pk): each for each in maracs}
        field: Any = self.fields["marac"]
        field.choices = [(key, each.name) for key, each in by_key.items()]
        field.coerce = by_key.get


class FeedbackForm(ConsiderateForm):
    """What the Marac said of a strategy."""

    received_on = DateField(label=_("Received on"), missing=_("Enter the day"), may_be_future=False)
    text = LongTextField(
        label=_("What the Marac said"), max_length=LONGEST, missing=_("Write what the Marac said")
    )
    key = IdempotencyKeyField()
