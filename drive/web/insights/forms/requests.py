"""Her own request, and requests of others for her records."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.disclosure import (
    DecidedBy,
    DeliveredBy,
    Exemption,
    HerRequestStage,
    HerViewOnRecords,
    IdentityCheck,
    ItemOutcome,
    LegalBasis,
    RecordsAsker,
)
from drive.web.design_system.forms import (
    AnswerField,
    CheckboxField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    VersionField,
)
from drive.web.insights.models import RecordsItem, RequestView
from drive.web.insights.queries.requests import words_in

_SEALED = _("It is sealed, and read on this case only.")
_NOT_SAID = (
    ValueStatus.NOT_ASKED,
    ValueStatus.NOT_CONTACTABLE,
    ValueStatus.DECLINED,
    ValueStatus.WITHHELD_FOR_SAFETY,
)


class HerRequestForm(DriveForm):
    """That she asks for what is held about her."""

    asked_on = DateField(
        label=_("When did she ask?"),
        help_text=_("It is due one month after this day."),
        missing=_("Enter when she asked"),
        may_be_future=False,
    )
    identity = RadiosField(
        label=_("How was it made sure that it is she?"),
        help_text=_("Somebody else may ask in her name."),
        choices=IdentityCheck,
        missing=_("Say how it was made sure that it is she"),
    )
    text = LongTextField(
        label=_("What does she ask for?"),
        help_text=_SEALED,
        max_length=2_000,
        rows=4,
        required=False,
    )
    key = IdempotencyKeyField()


class HerStepForm(ConsiderateForm):
    """How far her request came."""

    stage = RadiosField(
        label=_("How far did it come?"), choices=HerRequestStage, missing=_("Choose how far")
    )
    happened_on = DateField(label=_("When?"), missing=_("Enter when"), may_be_future=False)
    his_taken_out = CheckboxField(
        label=_("What is held about him, and not about her, is taken out"), required=False
    )
    plan_read = CheckboxField(
        label=_("I have read her safe-contact plan, and agreed with her how she gets it"),
        required=False,
    )
    delivered_by = SelectField(
        label=_("How did she get it?"),
        choices=DeliveredBy,
        prompt=_("Choose if she has it"),
        required=False,
    )
    text = LongTextField(
        label=_("Anything to remember"),
        help_text=_SEALED,
        max_length=2_000,
        rows=3,
        required=False,
    )
    key = IdempotencyKeyField()


class RecordsRequestForm(ConsiderateForm):
    """Who asks for her records, for what, why, and on what basis."""

    asker = RadiosField(label=_("Who asks?"), choices=RecordsAsker, missing=_("Choose who asks"))
    who = TextField(
        label=_("Name, rank or office, and their reference"),
        max_length=200,
        missing=_("Write who asks"),
    )
    asked_on = DateField(
        label=_("When did they ask?"), missing=_("Enter when they asked"), may_be_future=False
    )
    reply_by = DateField(label=_("By when do they want an answer?"), required=False)
    basis = RadiosField(
        label=_("On what does it rest?"),
        choices=LegalBasis,
        missing=_("Choose on what it rests"),
    )
    what = LongTextField(
        label=_("What do they ask for?"),
        help_text=_SEALED,
        max_length=4_000,
        rows=4,
        missing=_("Write what they ask for"),
    )
    necessity = LongTextField(
        label=_("Why do they need it?"),
        help_text=_("What they look into, and what this would show that nothing else does."),
        max_length=4_000,
        rows=4,
        missing=_("Write why they need it, or that they do not say"),
    )
    proportionality = LongTextField(
        label=_("Would less serve?"),
        help_text=_("A shorter time, one note, or a statement instead of the record."),
        max_length=4_000,
        rows=4,
        missing=_("Write what would serve with less"),
    )
    key = IdempotencyKeyField()


class HerViewForm(DriveForm):
    """What she thinks of a request for her records."""

    asked_on = DateField(
        label=_("Asked on"),
        help_text=_("If she was not asked, the day on which that was decided."),
        missing=_("Enter the day"),
        may_be_future=False,
    )
    answer = AnswerField(
        RadiosField(choices=HerViewOnRecords),
        label=_("What does she think of it?"),
        ask_source=False,
        reasons=_NOT_SAID,
    )
    words = LongTextField(
        label=_("In her own words"),
        help_text=_SEALED,
        max_length=2_000,
        rows=3,
        required=False,
    )
    seen = VersionField()
    key = IdempotencyKeyField()


class RecordsItemForm(ConsiderateForm):
    """What is decided of one thing that they ask for."""

    what = LongTextField(
        label=_("What is it?"),
        help_text=_("One thing only, such as the notes of one month."),
        max_length=1_000,
        rows=2,
        missing=_("Write what it is"),
    )
    outcome = RadiosField(
        label=_("What is decided?"), choices=ItemOutcome, missing=_("Choose what is decided")
    )
    exemption = SelectField(
        label=_("Why is it not given, or not all of it?"),
        choices=Exemption,
        prompt=_("Choose unless it is given"),
        required=False,
    )
    reason = LongTextField(
        label=_("How was that decided?"),
        help_text=_SEALED,
        max_length=2_000,
        rows=3,
        missing=_("Write how that was decided"),
    )
    decided_by_whom = RadiosField(
        label=_("Who decided?"), choices=DecidedBy, missing=_("Choose who decided")
    )
    decided_on = DateField(
        label=_("When?"), missing=_("Enter when it was decided"), may_be_future=False
    )
    key = IdempotencyKeyField()


def view_before(stands: RequestView | None, today: date) -> dict[str, Any]:
    """Return what stands in the form of her view before anything is typed."""
    return {"asked_on": today, "seen": stands.pk if stands else None}


def item_before(stands: RecordsItem | None, today: date) -> dict[str, Any]:
    """Return what stands in the form of an item: what it is, where it is put right."""
    first = {"decided_on": today}
    return first | {"what": words_in(stands, "what")} if stands else first
